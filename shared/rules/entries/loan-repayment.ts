import { cashVoucherBook } from '../cash-accounts.ts'
import { credit, type DraftLine, debit, type JournalDraft } from './draft.ts'
import type { LoanMovement } from './loan-line.ts'

interface LoanRepayment extends LoanMovement {
  /** Sen; one of them may be nothing, not both. */
  readonly principal: number
  readonly interest: number
}

/** A member pays on a loan: cash in, BKM, through a bank BBM; what is owed falls, interest is income when it is paid. */
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

/** What is owed falls, and its interest is income; a part of nothing writes no line. */
export function repaymentCredits({
  loan,
  principal,
  interest,
}: Omit<LoanRepayment, 'date' | 'cashAccount'>): DraftLine[] {
  const { account, interestAccount, unit, memberId, loanId } = loan
  const parts: [string, number][] = [
    [account, principal],
    [interestAccount, interest],
  ]
  return parts.filter(([, amount]) => amount > 0).map(([to, amount]) => credit(to, amount, { loanId, memberId, unit }))
}
