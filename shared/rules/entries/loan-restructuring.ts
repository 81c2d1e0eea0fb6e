import { sumSen } from '../money.ts'
import { credit, debit, type JournalDraft } from './draft.ts'
import { heldAccount, type LoanOfMember } from './loan-line.ts'
import { repaymentCredits, takenBackInterest } from './loan-repayment.ts'

interface LoanRestructuring {
  readonly date: string
  readonly loan: LoanOfMember
  readonly newLoan: LoanOfMember
  /** Principal still owed on the old loan, and interest that becomes principal of the new one, sen. */
  readonly principal: number
  readonly interest: number
  /** What was held for instalments of the old loan and is held for the new one now, sen. */
  readonly held: number
}

/**
 * A loan goes on as another, a memorial entry: what is owed moves to the new loan's account, and booked interest that does
 * not go along is taken back (accounting.md sections 3.2 and 3.6).
 */
export function loanRestructuring({ date, loan, newLoan, principal, interest, held }: LoanRestructuring): JournalDraft {
  const named = ({ loanId, memberId, unit }: LoanOfMember) => ({ loanId, memberId, unit })
  const moved = held > 0 ? [debit(heldAccount, held, named(loan)), credit(heldAccount, held, named(newLoan))] : []
  return {
    kind: 'ordinary',
    book: 'BM',
    date,
    description: 'Restrukturisasi pinjaman',
    unit: 'general',
    lines: [
      debit(newLoan.account, sumSen([principal, interest]), named(newLoan)),
      ...repaymentCredits({ loan, principal, interest, penalty: 0, held: 0 }),
      ...takenBackInterest(loan, loan.accrued - interest),
      ...moved,
    ],
  }
}
