import { cashVoucherBook } from '../cash-accounts.ts'
import { credit, debit, type JournalDraft } from './draft.ts'
import { type SavingsMovement, withinSentence } from './savings-line.ts'

/** A member takes money out of one savings account: BKK, through a bank BBK. */
export function savingsWithdrawal({ date, cashAccount, amount, savings, memo }: SavingsMovement): JournalDraft {
  const { account, unit, memberId, savingsAccountId, productName } = savings
  return {
    kind: 'ordinary',
    book: cashVoucherBook(cashAccount, 'out'),
    date,
    description: `Penarikan ${withinSentence(productName)}`,
    unit: 'general',
    lines: [debit(account, amount, { savingsAccountId, memberId, unit, memo }), credit(cashAccount, amount)],
  }
}
