import { cashVoucherBook } from '../cash-accounts.ts'
import { credit, type DraftLine, debit, type JournalDraft } from './draft.ts'
import { accruedInterestAccount, type LoanMovement } from './loan-line.ts'

interface LoanRepayment extends LoanMovement {
  /** Sen; one of them may be nothing, not both. */
  readonly principal: number
  readonly interest: number
}

/**
 * A member pays on a loan: cash in, BKM, through a bank BBM; what is owed falls, interest is income when it is paid, or
 * what was booked as income before comes in (accounting.md section 8.3).
 */
export function loanRepayment({ date, cashAccount, loan, principal, interest }: LoanRepayment): JournalDraft {
  return {
    kind: 'ordinary',
    book: cashVoucherBook(cashAccount, 'in'),
    date,
    description: 'Angsuran pinjaman',
    unit: 'general',
    lines: [debit(cashAccount, principal + interest), ...repaymentCredits({ loan, principal, interest })],
  }
}

/** What is owed falls; interest that was booked before comes in first, the rest is income. A part of nothing writes no line. */
export function repaymentCredits({
  loan,
  principal,
  interest,
}: Omit<LoanRepayment, 'date' | 'cashAccount'>): DraftLine[] {
  const { account, interestAccount, unit, memberId, loanId } = loan
  const booked = Math.min(interest, Math.max(0, loan.accrued))
  const parts: [string, number][] = [
    [account, principal],
    [accruedInterestAccount, booked],
    [interestAccount, interest - booked],
  ]
  return parts.filter(([, amount]) => amount > 0).map(([to, amount]) => credit(to, amount, { loanId, memberId, unit }))
}
