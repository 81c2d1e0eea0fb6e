import { cashVoucherBook } from '../cash-accounts.ts'
import { credit, debit, type JournalDraft } from './draft.ts'
import {
  claimAccount,
  type FundTreatment,
  grantCapitalAccount,
  isProgramExpense,
  releaseAccount,
  restrictedAccount,
} from './fund-line.ts'
import { written } from './trade-line.ts'

export interface FundSpending {
  readonly date: string
  readonly fundId: string
  readonly budgetLineId: string
  readonly treatment: FundTreatment
  readonly description: string
  readonly amount: number
  /** What of the amount is not there yet and is laid out; at most all of it. */
  readonly short: number
  readonly account: string
  readonly assetId?: string | undefined
  readonly cashAccount: string
}

/**
 * Money of a fund is spent, sen. Restricted money is released by the same entry, as income as large as the cost, or as
 * capital where equipment stays: no surplus comes of it (accounting.md section 4).
 */
export function fundSpending(spending: FundSpending): JournalDraft {
  const { date, description, fundId, budgetLineId, amount, account, assetId, cashAccount } = spending
  const spent = [debit(account, amount, { fundId, budgetLineId, assetId }), credit(cashAccount, amount, { fundId })]
  const lines = spending.treatment === 'activity' ? [...spent, ...released(spending)] : spent
  return { kind: 'ordinary', book: cashVoucherBook(cashAccount, 'out'), date, description, unit: 'general', lines }
}

function released({ fundId, amount, short, account }: FundSpending) {
  const freed = isProgramExpense(account) ? releaseAccount : grantCapitalAccount
  return written([
    debit(claimAccount, short, { fundId }),
    credit(restrictedAccount, short, { fundId }),
    debit(restrictedAccount, amount, { fundId }),
    credit(freed, amount, { fundId }),
  ])
}
