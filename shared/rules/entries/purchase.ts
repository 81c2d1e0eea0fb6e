import { assert } from '../../errors.ts'
import { debit, type JournalDraft } from './draft.ts'
import { type MoneyPart, moneyLines, type Owner, stockAccounts, type TradedKind, written } from './trade-line.ts'

export interface Purchase {
  readonly date: string
  readonly seller: Owner
  readonly unit: string
  readonly money: readonly MoneyPart[]
  /** What each lot cost in all, its share of freight and the like included, sen. */
  readonly lines: readonly { readonly itemId: string; readonly kind: TradedKind; readonly cost: number }[]
}

/** Goods are bought, for cash or on credit, from a supplier or outright from a member, sen (accounting.md section 5). */
export function purchase({ date, seller, unit, money, lines }: Purchase): JournalDraft {
  const { memberId, partnerId } = seller
  const bought = lines.map(({ itemId, kind, cost }) => {
    const account = stockAccounts[kind]
    assert(account, 'only goods of the cooperative are bought')
    return debit(account, cost, { memberId, partnerId, itemId, unit })
  })
  const all = written([...bought, ...moneyLines('credit', money)])
  const isOwed = money.some(({ account }) => account.startsWith('22'))
  const description = isOwed ? 'Pembelian kredit' : 'Pembelian tunai'
  return { kind: 'ordinary', book: 'PB', date, description, unit: 'general', lines: all }
}
