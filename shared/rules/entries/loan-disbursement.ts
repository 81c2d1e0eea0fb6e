import { cashVoucherBook } from '../cash-accounts.ts'
import { credit, debit, type JournalDraft } from './draft.ts'
import type { LoanMovement } from './loan-line.ts'

/** A loan is paid out, sen: what the member owes, and cash out, BKK; through a bank BBK (accounting.md section 3.2). */
export function loanDisbursement({ date, cashAccount, loan, amount }: LoanMovement & { amount: number }): JournalDraft {
  const { account, unit, memberId, loanId } = loan
  return {
    kind: 'ordinary',
    book: cashVoucherBook(cashAccount, 'out'),
    date,
    description: 'Pencairan pinjaman',
    unit: 'general',
    lines: [debit(account, amount, { loanId, memberId, unit }), credit(cashAccount, amount)],
  }
}
