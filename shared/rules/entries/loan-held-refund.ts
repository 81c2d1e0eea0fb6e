import { cashVoucherBook } from '../cash-accounts.ts'
import { credit, debit, type JournalDraft } from './draft.ts'
import { heldAccount, type LoanMovement } from './loan-line.ts'

interface HeldRefund extends LoanMovement {
  readonly amount: number
}

/** What was held for later instalments goes back to the borrower, sen: cash out, BKK; through a bank BBK. */
export function loanHeldRefund({ date, cashAccount, loan, amount }: HeldRefund): JournalDraft {
  const { unit, memberId, loanId } = loan
  return {
    kind: 'ordinary',
    book: cashVoucherBook(cashAccount, 'out'),
    date,
    description: 'Pengembalian titipan angsuran',
    unit: 'general',
    lines: [debit(heldAccount, amount, { loanId, memberId, unit }), credit(cashAccount, amount)],
  }
}
