import { cashVoucherBook } from '../cash-accounts.ts'
import { credit, debit, type JournalDraft } from './draft.ts'
import { type SavingsMovement, withinSentence } from './savings-line.ts'

/** A member's money into one savings account: BKM, through a bank BBM. */
export function savingsDeposit({ date, cashAccount, amount, savings, memo }: SavingsMovement): JournalDraft {
  const { account, unit, memberId, savingsAccountId, productName } = savings
  return {
    kind: 'ordinary',
    book: cashVoucherBook(cashAccount, 'in'),
    date,
    description: `Setoran ${withinSentence(productName)}`,
    unit: 'general',
    lines: [debit(cashAccount, amount), credit(account, amount, { savingsAccountId, memberId, unit, memo })],
  }
}
