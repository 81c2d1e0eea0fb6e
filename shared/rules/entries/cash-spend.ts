import { cashVoucherBook } from '../cash-accounts.ts'
import { sumSen } from '../money.ts'
import type { CashMove } from './cash-receive.ts'
import { credit, debit, type JournalDraft } from './draft.ts'

/** Money out (BKK, for a bank BBK): a debit for each line, one credit to the cash account. */
export function cashSpend({ date, cashAccount, description, unit = 'general', lines }: CashMove): JournalDraft {
  const total = sumSen(lines.map((line) => line.amount))
  const debits = lines.map(({ account, amount, ...extras }) => debit(account, amount, extras))
  const book = cashVoucherBook(cashAccount, 'out')
  return { kind: 'ordinary', book, date, description, unit, lines: [...debits, credit(cashAccount, total)] }
}
