import { cashVoucherBook } from '../cash-accounts.ts'
import { credit, type DraftLine, debit, type JournalDraft } from './draft.ts'
import { savingsInterestAccount } from './savings-interest.ts'
import { feeAccount, type SavingsMovement, withinSentence } from './savings-line.ts'

export interface SavingsWithdrawal extends SavingsMovement {
  /** What the cooperative keeps of the amount because it is taken early, in sen; less than the amount together. */
  readonly penalty?: number
  readonly forfeited?: number
}

/**
 * A member takes money out of one savings account: BKK, through a bank BBK. Of what is taken early a penalty is a fee
 * (41103); forfeited interest makes the interest paid less (51101) and names nobody, for it was paid and taxed before.
 */
export function savingsWithdrawal(withdrawal: SavingsWithdrawal): JournalDraft {
  const { date, cashAccount, amount, savings, memo, penalty = 0, forfeited = 0 } = withdrawal
  const { account, unit, memberId, savingsAccountId, productName } = savings
  const isEarly = penalty + forfeited > 0
  const kept: DraftLine[] = [
    ...(penalty > 0 ? [credit(feeAccount, penalty, { savingsAccountId, memberId, unit })] : []),
    ...(forfeited > 0 ? [credit(savingsInterestAccount, forfeited, { unit })] : []),
  ]
  return {
    kind: 'ordinary',
    book: cashVoucherBook(cashAccount, 'out'),
    date,
    description: `Penarikan ${withinSentence(productName)}${isEarly ? ' sebelum waktunya' : ''}`,
    unit: 'general',
    lines: [
      debit(account, amount, { savingsAccountId, memberId, unit, memo }),
      credit(cashAccount, amount - penalty - forfeited),
      ...kept,
    ],
  }
}
