import { type CalendarDate, formatMonth, monthOf } from '../../calendar.ts'
import { credit, debit, type JournalDraft } from './draft.ts'
import { accruedInterestAccount, type LoanOfMember } from './loan-line.ts'

/** By how much the booked interest of a loan changes, sen; below zero what was booked is taken back. */
export interface AccruedInterest {
  readonly loan: LoanOfMember
  readonly change: number
}

/**
 * Loan interest that fell due and is unpaid becomes income of its month, Dr 13401 Cr 41101 loan by loan; of loans that
 * became substandard or worse it is taken back (accounting.md sections 3.5 and 8.3). A memorial entry of the month's last
 * day; loans without a change write no line.
 */
export function loanInterestAccrual({
  date,
  loans,
}: {
  date: CalendarDate
  loans: readonly AccruedInterest[]
}): JournalDraft {
  return {
    kind: 'ordinary',
    book: 'BM',
    date,
    description: `Jasa pinjaman yang jatuh tempo ${formatMonth(monthOf(date))}`,
    unit: 'general',
    lines: loans.flatMap(({ loan, change }) => {
      if (change === 0) return []
      const { loanId, memberId, unit, interestAccount } = loan
      const of = { loanId, memberId, unit }
      const amount = Math.abs(change)
      const [debited, credited] =
        change > 0 ? [accruedInterestAccount, interestAccount] : [interestAccount, accruedInterestAccount]
      return [debit(debited, amount, of), credit(credited, amount, of)]
    }),
  }
}
