import { credit, type DraftLine, debit, type JournalDraft } from './draft.ts'
import {
  consignmentAccounts,
  type MoneyPart,
  moneyLines,
  type Owner,
  type SoldLine,
  saleAccounts,
  stockAccounts,
  written,
} from './trade-line.ts'

export interface Sale {
  readonly date: string
  /** The buyer, if she is known; whether she is a member on the day is decided once and stays. */
  readonly buyer: Owner
  readonly isMember: boolean
  readonly channel: 'direct' | 'marketplace'
  readonly unit: string
  readonly money: readonly MoneyPart[]
  readonly lines: readonly SoldLine[]
}

/**
 * Goods are sold, sen: revenue and cost of each line by who buys (accounting.md section 5). Of goods in keeping only the
 * commission is income; the rest is owed to whoever owns them.
 */
export function sale({ date, buyer, isMember, channel, unit, money, lines }: Sale): JournalDraft {
  const accounts = saleAccounts(isMember, channel)
  const { memberId, partnerId } = buyer
  const sold = lines.flatMap((line): DraftLine[] => {
    const { itemId, kind, amount, cost, owner, isOwnerMember, commission = 0 } = line
    if (owner) {
      const { owed, commission: income } = consignmentAccounts(owner, isOwnerMember)
      const named = { ...owner, itemId, unit }
      return [credit(owed, amount - commission, named), credit(income, commission, named)]
    }
    const revenue = kind === 'service' ? accounts.service : accounts.revenue
    const stock = stockAccounts[kind]
    return [
      credit(revenue, amount, { memberId, partnerId, itemId, unit }),
      ...(stock ? [debit(accounts.cost, cost, { itemId, unit }), credit(stock, cost, { itemId, unit })] : []),
    ]
  })
  const all = written([...moneyLines('debit', money), ...sold])
  return { kind: 'ordinary', book: 'PJ', date, description: words(money, channel), unit: 'general', lines: all }
}

function words(money: readonly MoneyPart[], channel: Sale['channel']): string {
  if (channel === 'marketplace') return 'Penjualan lewat lokapasar'
  return money.some(({ account }) => account.startsWith('14')) ? 'Penjualan kredit' : 'Penjualan tunai'
}
