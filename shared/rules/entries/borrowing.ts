import { cashVoucherBook } from '../cash-accounts.ts'
import { credit, debit, type JournalDraft } from './draft.ts'
import { written } from './trade-line.ts'

/** Modal penyertaan: capital, or owed where it is to be paid back on a fixed day. */
export const participationAccount = '33101'
export const participationOwedAccount = '27201'
/** What the meeting gave modal penyertaan that is capital of a surplus, and is not paid yet. */
export const participationShareAccount = '25108'

export interface Borrowed {
  readonly borrowingId: string
  readonly memberId?: string | undefined
  readonly account: string
  readonly lender: string
}

export interface BorrowingReceipt {
  readonly date: string
  readonly borrowing: Borrowed
  readonly amount: number
  readonly cashAccount: string
}

/** Money is borrowed or comes in as modal penyertaan, sen: Dr cash, Cr 271xx, 27201 or 33101 (accounting.md section 4). */
export function borrowingReceipt({ date, borrowing, amount, cashAccount }: BorrowingReceipt): JournalDraft {
  const { account, lender, ...references } = borrowing
  const lines = [debit(cashAccount, amount), credit(account, amount, references)]
  const what = isParticipation(account) ? 'Modal penyertaan' : 'Pinjaman dari'
  const book = cashVoucherBook(cashAccount, 'in')
  return { kind: 'ordinary', book, date, description: `${what} ${lender}`, unit: 'general', lines }
}

export interface BorrowingPayment {
  readonly date: string
  readonly borrowing: Borrowed
  readonly principal: number
  readonly interest: number
  readonly cashAccount: string
}

/**
 * It is paid back with its interest, sen: 51203 for banks and LPDB, 51206 for others, 51205 for modal penyertaan that is owed
 * (accounting.md section 4); to modal penyertaan that is capital, what the meeting gave it of a surplus, 25108.
 */
export function borrowingPayment({
  date,
  borrowing,
  principal,
  interest,
  cashAccount,
}: BorrowingPayment): JournalDraft {
  const { account, lender, ...references } = borrowing
  const lines = written([
    debit(account, principal, references),
    debit(interestAccountOf(account), interest, references),
    credit(cashAccount, principal + interest),
  ])
  const what = paymentName(account, principal)
  const book = cashVoucherBook(cashAccount, 'out')
  return { kind: 'ordinary', book, date, description: `${what} ${lender}`, unit: 'general', lines }
}

function paymentName(account: string, principal: number): string {
  if (!isParticipation(account)) return 'Angsuran pinjaman'
  if (principal > 0) return 'Pengembalian modal penyertaan'
  return account === participationAccount ? 'Bagian SHU modal penyertaan' : 'Jasa modal penyertaan'
}

export function isParticipation(account: string): boolean {
  return account === participationAccount || account === participationOwedAccount
}

/** Where what a lender earns stands: a cost, and of modal penyertaan that is capital its part of the SHU (chart 25108, 51205). */
export function interestAccountOf(account: string): string {
  if (account === participationAccount) return participationShareAccount
  if (account === participationOwedAccount) return '51205'
  return account === '27101' || account === '27102' ? '51203' : '51206'
}
