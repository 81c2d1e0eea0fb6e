import { cashVoucherBook, isBankAccount } from '../cash-accounts.ts'
import { credit, debit, type JournalDraft } from './draft.ts'

export interface CashTransfer {
  readonly date: string
  readonly from: string
  readonly to: string
  readonly amount: number
  readonly description?: string | undefined
  readonly unit?: string | undefined
}

/**
 * Own money moved between two cash accounts. It is a payment of the side that gives, so it takes that side's book:
 * cash brought to the bank is BKK, cash drawn from the bank BBK.
 */
export function cashTransfer(transfer: CashTransfer): JournalDraft {
  const { date, from, to, amount, description = described(from, to), unit = 'general' } = transfer
  const lines = [debit(to, amount), credit(from, amount)]
  return { kind: 'ordinary', book: cashVoucherBook(from, 'out'), date, description, unit, lines }
}

function described(from: string, to: string): string {
  if (isBankAccount(from) === isBankAccount(to)) return 'Pemindahan uang'
  return isBankAccount(to) ? 'Setor uang ke bank' : 'Ambil uang dari bank'
}
