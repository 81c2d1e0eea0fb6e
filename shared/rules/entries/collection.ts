import { cashVoucherBook } from '../cash-accounts.ts'
import { sumSen } from '../money.ts'
import { credit, debit, type JournalDraft } from './draft.ts'
import { broughtAmount, type Received, receivedLines } from './loan-repayment.ts'
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
  /** What members paid on their loans. */
  readonly repayments?: readonly Received[]
}

/**
 * A whole meeting as one voucher: one debit to cash, one credit for each member and product, and for each loan what is
 * paid back, its interest and its penalty.
 */
export function collection({ date, cashAccount, deposits, repayments = [] }: Collection): JournalDraft {
  const total = sumSen([...deposits.map(({ amount }) => amount), ...repayments.map(broughtAmount)])
  const credits = deposits.map(({ savings: { account, savingsAccountId, memberId, unit }, amount }) =>
    credit(account, amount, { savingsAccountId, memberId, unit }),
  )
  return {
    kind: 'ordinary',
    book: cashVoucherBook(cashAccount, 'in'),
    date,
    description: repayments.length === 0 ? 'Kumpulan setoran simpanan anggota' : 'Kumpulan setoran anggota',
    unit: 'general',
    lines: [debit(cashAccount, total), ...credits, ...repayments.flatMap(receivedLines)],
  }
}
