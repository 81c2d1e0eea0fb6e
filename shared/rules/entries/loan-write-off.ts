import { credit, debit, type JournalDraft } from './draft.ts'
import { allowanceAccount, allowanceExpenseAccount, type LoanOfMember } from './loan-line.ts'
import { takenBackInterest } from './loan-repayment.ts'

interface LoanWriteOff {
  readonly date: string
  readonly loan: LoanOfMember
  /** Principal that is given up, sen. */
  readonly principal: number
  /** What is missing in the allowance to bear it, sen. */
  readonly short: number
}

/**
 * A loan is given up for lost, a memorial entry: what the allowance cannot bear is set aside first, then the allowance
 * takes what is owed off the loan's own account, and interest that was booked before it was paid is taken back
 * (accounting.md sections 3.2 and 3.6).
 */
export function loanWriteOff({ date, loan, principal, short }: LoanWriteOff): JournalDraft {
  const { account, unit, memberId, loanId } = loan
  const of = { loanId, unit }
  const setAside = short > 0 ? [debit(allowanceExpenseAccount, short, of), credit(allowanceAccount, short, of)] : []
  return {
    kind: 'ordinary',
    book: 'BM',
    date,
    description: 'Hapus buku pinjaman',
    unit: 'general',
    lines: [
      ...setAside,
      debit(allowanceAccount, principal, of),
      credit(account, principal, { ...of, memberId }),
      ...takenBackInterest(loan, loan.accrued),
    ],
  }
}
