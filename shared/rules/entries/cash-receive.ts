import { cashVoucherBook } from '../cash-accounts.ts'
import { sumSen } from '../money.ts'
import { credit, debit, type JournalDraft, type LineReferences } from './draft.ts'

/** One line of money received or spent, in sen: what it was for. */
export interface CashLine extends LineReferences {
  readonly account: string
  readonly amount: number
  readonly unit?: string | undefined
  readonly cashFlowLine?: string | undefined
  readonly memo?: string | undefined
}

export interface CashMove {
  readonly date: string
  readonly cashAccount: string
  readonly description: string
  readonly unit?: string | undefined
  readonly lines: readonly CashLine[]
}

/** Money in (BKM, for a bank BBM): one debit to the cash account, a credit for each line. */
export function cashReceive({ date, cashAccount, description, unit = 'general', lines }: CashMove): JournalDraft {
  const total = sumSen(lines.map((line) => line.amount))
  const credits = lines.map(({ account, amount, ...extras }) => credit(account, amount, extras))
  const book = cashVoucherBook(cashAccount, 'in')
  return { kind: 'ordinary', book, date, description, unit, lines: [debit(cashAccount, total), ...credits] }
}
