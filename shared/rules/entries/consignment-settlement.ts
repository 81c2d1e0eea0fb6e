import { cashVoucherBook } from '../cash-accounts.ts'
import { credit, debit, type JournalDraft } from './draft.ts'
import { consignmentAccounts } from './trade-line.ts'
import { amountOf, paidInUnits, type TradePayment } from './trade-payment.ts'

/** The owner of goods in keeping is paid what was sold of them, sen (accounting.md section 5). */
export function consignmentSettlement(payment: TradePayment): JournalDraft {
  const { date, cashAccount, party, parts } = payment
  const { owed } = consignmentAccounts(party)
  return {
    kind: 'ordinary',
    book: cashVoucherBook(cashAccount, 'out'),
    date,
    description: 'Pembayaran barang titipan yang terjual',
    unit: 'general',
    lines: [...paidInUnits(debit, owed, payment), credit(cashAccount, amountOf(parts))],
  }
}
