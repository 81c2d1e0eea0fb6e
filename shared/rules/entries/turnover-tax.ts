import { type CalendarMonth, formatMonth } from '../../calendar.ts'
import { credit, debit, type JournalDraft } from './draft.ts'

const finalTaxExpense = '59101'
/** What is owed of final tax until it is paid. */
export const finalTaxPayable = '23101'

/**
 * The final tax of a month's turnover becomes due, or what it is more (below zero: less) than what was posted of it, sen
 * (accounting.md section 7); paying it is money out like any other.
 */
export function turnoverTaxDue(due: {
  readonly date: string
  readonly month: CalendarMonth
  readonly amount: number
  readonly isDifference: boolean
}): JournalDraft {
  const { date, month, amount, isDifference } = due
  const lines =
    amount > 0
      ? [debit(finalTaxExpense, amount), credit(finalTaxPayable, amount)]
      : [debit(finalTaxPayable, 0 - amount), credit(finalTaxExpense, 0 - amount)]
  const description = `${isDifference ? 'Selisih PPh final' : 'PPh final'} ${formatMonth(month)}`
  return { kind: 'ordinary', book: 'BM', date, description, unit: 'general', lines }
}
