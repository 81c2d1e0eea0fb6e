import { cashVoucherBook } from '../cash-accounts.ts'
import { credit, debit, type JournalDraft } from './draft.ts'
import { type LoanMovement, recoveryAccount } from './loan-line.ts'

interface LoanRecovery extends LoanMovement {
  readonly amount: number
}

/** Money for a loan that was written off, sen: other income, BKM; through a bank BBM (accounting.md section 3.6). */
export function loanRecovery({ date, cashAccount, loan, amount }: LoanRecovery): JournalDraft {
  const { unit, memberId, loanId } = loan
  return {
    kind: 'ordinary',
    book: cashVoucherBook(cashAccount, 'in'),
    date,
    description: 'Penerimaan pinjaman yang dihapus buku',
    unit: 'general',
    lines: [debit(cashAccount, amount), credit(recoveryAccount, amount, { loanId, memberId, unit })],
  }
}
