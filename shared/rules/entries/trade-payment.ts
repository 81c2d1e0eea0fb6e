import { cashVoucherBook } from '../cash-accounts.ts'
import { credit, type DraftLine, debit, type JournalDraft } from './draft.ts'
import {
  customerReceivable,
  marketplaceReceivable,
  memberPayable,
  memberReceivable,
  type Owner,
  supplierPayable,
} from './trade-line.ts'

/** What is paid of what one unit owes or is owed, sen. */
export interface UnitPart {
  readonly unit: string
  readonly amount: number
}

export interface TradePayment {
  readonly date: string
  readonly cashAccount: string
  readonly party: Owner
  /** Unit by unit: what is owed is paid where it stands (accounting.md section 9). */
  readonly parts: readonly UnitPart[]
}

export function amountOf(parts: readonly UnitPart[]): number {
  return parts.reduce((sum, { amount }) => sum + amount, 0)
}

export function paidInUnits(line: typeof debit, account: string, { party, parts }: TradePayment): DraftLine[] {
  return parts.map(({ unit, amount }) => line(account, amount, { ...party, unit }))
}

/** What is owed for goods is paid to a supplier, or to a member whose products were bought, sen (section 5). */
export function payablePayment(payment: TradePayment): JournalDraft {
  const { date, cashAccount, party, parts } = payment
  const account = party.memberId === undefined ? supplierPayable : memberPayable
  const book = cashVoucherBook(cashAccount, 'out')
  const lines = [...paidInUnits(debit, account, payment), credit(cashAccount, amountOf(parts))]
  return { kind: 'ordinary', book, date, description: 'Pembayaran utang pembelian', unit: 'general', lines }
}

/** What was sold on credit is paid by a member or a customer, sen (section 5). */
export function receivablePayment(payment: TradePayment): JournalDraft {
  const { date, cashAccount, party, parts } = payment
  const account = party.memberId === undefined ? customerReceivable : memberReceivable
  const book = cashVoucherBook(cashAccount, 'in')
  const lines = [debit(cashAccount, amountOf(parts)), ...paidInUnits(credit, account, payment)]
  return { kind: 'ordinary', book, date, description: 'Penerimaan piutang penjualan', unit: 'general', lines }
}

/** Money a marketplace held is taken out of it, sen (section 5). */
export function marketplaceWithdrawal(payment: TradePayment): JournalDraft {
  const { date, cashAccount, parts } = payment
  const book = cashVoucherBook(cashAccount, 'in')
  const lines = [debit(cashAccount, amountOf(parts)), ...paidInUnits(credit, marketplaceReceivable, payment)]
  return { kind: 'ordinary', book, date, description: 'Pencairan dana lokapasar', unit: 'general', lines }
}
