import { cashVoucherBook } from '../cash-accounts.ts'
import { credit, debit, type JournalDraft } from './draft.ts'
import {
  customerReceivable,
  marketplaceReceivable,
  memberPayable,
  memberReceivable,
  type Owner,
  supplierPayable,
} from './trade-line.ts'

interface TradePayment {
  readonly date: string
  readonly cashAccount: string
  readonly party: Owner
  readonly amount: number
}

/** What is owed for goods is paid to a supplier, or to a member whose products were bought, sen (section 5). */
export function payablePayment({ date, cashAccount, party, amount }: TradePayment): JournalDraft {
  const account = party.memberId === undefined ? supplierPayable : memberPayable
  const book = cashVoucherBook(cashAccount, 'out')
  const lines = [debit(account, amount, party), credit(cashAccount, amount)]
  return { kind: 'ordinary', book, date, description: 'Pembayaran utang pembelian', unit: 'general', lines }
}

/** What was sold on credit is paid by a member or a customer, sen (section 5). */
export function receivablePayment({ date, cashAccount, party, amount }: TradePayment): JournalDraft {
  const account = party.memberId === undefined ? customerReceivable : memberReceivable
  const book = cashVoucherBook(cashAccount, 'in')
  const lines = [debit(cashAccount, amount), credit(account, amount, party)]
  return { kind: 'ordinary', book, date, description: 'Penerimaan piutang penjualan', unit: 'general', lines }
}

/** Money a marketplace held is taken out of it, sen (section 5). */
export function marketplaceWithdrawal({ date, cashAccount, party, amount }: TradePayment): JournalDraft {
  const book = cashVoucherBook(cashAccount, 'in')
  const lines = [debit(cashAccount, amount), credit(marketplaceReceivable, amount, party)]
  return { kind: 'ordinary', book, date, description: 'Pencairan dana lokapasar', unit: 'general', lines }
}
