import { assert } from '../../errors.ts'
import { cashVoucherBook } from '../cash-accounts.ts'
import { sen, sumSen } from '../money.ts'
import { credit, debit, type JournalDraft } from './draft.ts'
import { claimAccount, type FundTreatment, fundAccounts, grantCapitalAccount } from './fund-line.ts'
import { stockAccounts, type TradedKind, written } from './trade-line.ts'

export interface FundReceipt {
  readonly date: string
  readonly fundId: string
  readonly fundName: string
  readonly treatment: FundTreatment
  readonly amount: number
  /** What of it makes good what was laid out before; at most all of it. */
  readonly claimed: number
  readonly cashAccount: string
}

/** Money of a fund comes in, sen: owed, or capital; first it makes good what was laid out (accounting.md section 4). */
export function fundReceipt({ date, fundId, fundName, treatment, ...money }: FundReceipt): JournalDraft {
  const { amount, claimed, cashAccount } = money
  const lines = written([
    debit(cashAccount, amount, { fundId }),
    credit(claimAccount, claimed, { fundId }),
    credit(fundAccounts[treatment], amount - claimed, { fundId }),
  ])
  const description = `Penerimaan dana ${fundName}`
  return { kind: 'ordinary', book: cashVoucherBook(cashAccount, 'in'), date, description, unit: 'general', lines }
}

export interface FundGoods extends Pick<FundReceipt, 'date' | 'fundId' | 'fundName' | 'amount'> {
  readonly account: string
  readonly assetId?: string | undefined
}

/** Goods are given as capital, sen: Dr the goods, Cr 33201 (accounting.md section 4). */
export function fundGoods({ date, fundId, fundName, amount, account, assetId }: FundGoods): JournalDraft {
  const lines = [debit(account, amount, { fundId, assetId }), credit(grantCapitalAccount, amount, { fundId })]
  return { kind: 'ordinary', book: 'BM', date, description: `Hibah barang ${fundName}`, unit: 'general', lines }
}

export interface FundStock extends Pick<FundReceipt, 'date' | 'fundId' | 'fundName'> {
  /** Whose goods they are: the shop's. */
  readonly unit: string
  /** The line of the plan the goods are of, where it is known. */
  readonly budgetLineId?: string | undefined
  readonly lines: readonly { readonly itemId: string; readonly kind: TradedKind; readonly cost: number }[]
}

/** Goods for the shop are given as capital, at what they are worth, sen: Dr 151xx, Cr 33201 (accounting.md section 4). */
export function fundStock({ date, fundId, fundName, unit, lines, budgetLineId }: FundStock): JournalDraft {
  const goods = lines.map(({ itemId, kind, cost }) => {
    const account = stockAccounts[kind]
    assert(account, 'only goods of the cooperative have a value')
    return debit(account, cost, { fundId, budgetLineId, itemId, unit })
  })
  const total = sumSen(lines.map(({ cost }) => sen(cost)))
  const all = [...goods, credit(grantCapitalAccount, total, { fundId })]
  const description = `Hibah barang dagangan ${fundName}`
  return { kind: 'ordinary', book: 'BM', date, description, unit: 'general', lines: all }
}

export type FundRefund = Omit<FundReceipt, 'claimed'>

/** What was not spent goes back to the donor, sen: Dr 26101, Cr cash (accounting.md section 4). */
export function fundRefund({ date, fundId, fundName, treatment, amount, cashAccount }: FundRefund): JournalDraft {
  const lines = [debit(fundAccounts[treatment], amount, { fundId }), credit(cashAccount, amount, { fundId })]
  const description = `Pengembalian dana ${fundName}`
  return { kind: 'ordinary', book: cashVoucherBook(cashAccount, 'out'), date, description, unit: 'general', lines }
}
