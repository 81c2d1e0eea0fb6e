import { credit, debit, type JournalDraft } from './draft.ts'

const finalTaxExpense = '59101'
const finalTaxPayable = '23101'

/** The final tax of a month's turnover becomes due, sen (accounting.md section 7); paying it is money out like any other. */
export function turnoverTaxDue(due: {
  readonly date: string
  readonly month: string
  readonly amount: number
}): JournalDraft {
  const { date, month, amount } = due
  const lines = [debit(finalTaxExpense, amount), credit(finalTaxPayable, amount)]
  return { kind: 'ordinary', book: 'BM', date, description: `PPh final ${month}`, unit: 'general', lines }
}
