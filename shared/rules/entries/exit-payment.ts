import { cashVoucherBook } from '../cash-accounts.ts'
import { leaversAccount } from '../member-settlement.ts'
import { credit, debit, type JournalDraft } from './draft.ts'

export interface ExitPayment {
  readonly date: string
  readonly cashAccount: string
  readonly memberId: string
  /** Sen. */
  readonly amount: number
}

/** What was left for a member who went is paid out (accounting.md section 2.3): BKK, through a bank BBK. */
export function exitPayment({ date, cashAccount, memberId, amount }: ExitPayment): JournalDraft {
  return {
    kind: 'ordinary',
    book: cashVoucherBook(cashAccount, 'out'),
    date,
    description: 'Pembayaran kepada anggota keluar',
    unit: 'general',
    lines: [debit(leaversAccount, amount, { memberId }), credit(cashAccount, amount)],
  }
}
