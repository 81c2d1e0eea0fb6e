import { cashVoucherBook } from '../cash-accounts.ts'
import { sumSen } from '../money.ts'
import { credit, debit, type JournalDraft } from './draft.ts'
import type { SavingsOfMember } from './savings-line.ts'

/** What one member paid into one savings account, in sen. */
export interface CollectedSavings {
  readonly savings: Omit<SavingsOfMember, 'productName'>
  readonly amount: number
}

export interface Collection {
  readonly date: string
  readonly cashAccount: string
  readonly deposits: readonly CollectedSavings[]
}

/** A whole meeting's deposits as one voucher: one debit to cash, one credit for each member and product. */
export function collection({ date, cashAccount, deposits }: Collection): JournalDraft {
  const total = sumSen(deposits.map(({ amount }) => amount))
  const credits = deposits.map(({ savings: { account, savingsAccountId, memberId, unit }, amount }) =>
    credit(account, amount, { savingsAccountId, memberId, unit }),
  )
  return {
    kind: 'ordinary',
    book: cashVoucherBook(cashAccount, 'in'),
    date,
    description: 'Kumpulan setoran simpanan anggota',
    unit: 'general',
    lines: [debit(cashAccount, total), ...credits],
  }
}
