import { cashVoucherBook } from '../cash-accounts.ts'
import { credit, debit, type JournalDraft } from './draft.ts'
import { consignmentAccounts, type Owner } from './trade-line.ts'

interface Settlement {
  readonly date: string
  readonly cashAccount: string
  readonly owner: Owner
  readonly amount: number
}

/** The owner of goods in keeping is paid what was sold of them, sen (accounting.md section 5). */
export function consignmentSettlement({ date, cashAccount, owner, amount }: Settlement): JournalDraft {
  const { owed } = consignmentAccounts(owner)
  return {
    kind: 'ordinary',
    book: cashVoucherBook(cashAccount, 'out'),
    date,
    description: 'Pembayaran barang titipan yang terjual',
    unit: 'general',
    lines: [debit(owed, amount, owner), credit(cashAccount, amount)],
  }
}
