import { cashVoucherBook } from '../cash-accounts.ts'
import { credit, type DraftLine, debit, type JournalDraft } from './draft.ts'
import {
  claimAccount,
  type FundTreatment,
  grantCapitalAccount,
  isProgramExpense,
  releaseAccount,
  restrictedAccount,
} from './fund-line.ts'
import { written } from './trade-line.ts'

/** Where the cash flow tells programme money, as the chart says of 26101. */
const programmeFlow = 'OP_GRANTS_PROGRAMME'

/** Whose money is spent, for which line of its budget. */
export interface SpendingOfFund {
  readonly fundId: string
  readonly budgetLineId: string
  readonly treatment: FundTreatment
  /** What of the amount is not there yet and is laid out, sen; at most all of it. */
  readonly short: number
}

export interface FundSpending extends SpendingOfFund {
  readonly date: string
  readonly description: string
  readonly amount: number
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
  const lines = [...spent, ...fundRelease(spending, { amount, account })]
  return { kind: 'ordinary', book: cashVoucherBook(cashAccount, 'out'), date, description, unit: 'general', lines }
}

/**
 * What is owed to the donor falls by what was spent on an account, sen: Dr 26101 Cr 48202, or Cr 33201 for equipment; what
 * is not there yet is laid out first. Money that is no activity's is not owed (accounting.md section 4).
 */
export function fundRelease(
  { fundId, treatment, short }: SpendingOfFund,
  { amount, account }: { readonly amount: number; readonly account: string },
): DraftLine[] {
  if (treatment !== 'activity') return []
  const freed = isProgramExpense(account)
    ? credit(releaseAccount, amount, { fundId })
    : // No money came in as capital here: in the cash flow it takes away what 26101 would tell as given back.
      credit(grantCapitalAccount, amount, { fundId, cashFlowLine: programmeFlow })
  return written([
    debit(claimAccount, short, { fundId }),
    credit(restrictedAccount, short, { fundId }),
    debit(restrictedAccount, amount, { fundId }),
    freed,
  ])
}
