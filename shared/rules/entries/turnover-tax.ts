import { type CalendarMonth, formatMonth } from '../../calendar.ts'
import { credit, debit, type JournalDraft } from './draft.ts'
import { prepaidTaxAccount, written } from './trade-line.ts'

export const finalTaxExpense = '59101'
/** What is owed of final tax until it is paid. */
export const finalTaxPayable = '23101'

/**
 * The final tax of a month's turnover becomes due, or what it is more (below zero: less) than what was posted of it, sen
 * (accounting.md section 7); paying it is money out like any other. `withheld` is what others withheld of it and is taken
 * off what is owed, below zero what was taken off too much (section 8.3: Dr 23101 Cr 16104).
 */
export function turnoverTaxDue(due: {
  readonly date: string
  readonly month: CalendarMonth
  readonly amount: number
  readonly withheld: number
  readonly isDifference: boolean
}): JournalDraft {
  const { date, month, amount, withheld, isDifference } = due
  const owed = amount - withheld
  const lines = written([
    debit(finalTaxExpense, Math.max(0, amount)),
    debit(prepaidTaxAccount, Math.max(0, 0 - withheld)),
    debit(finalTaxPayable, Math.max(0, 0 - owed)),
    credit(finalTaxExpense, Math.max(0, 0 - amount)),
    credit(prepaidTaxAccount, Math.max(0, withheld)),
    credit(finalTaxPayable, Math.max(0, owed)),
  ])
  const description = `${isDifference ? 'Selisih PPh final' : 'PPh final'} ${formatMonth(month)}`
  return { kind: 'ordinary', book: 'BM', date, description, unit: 'general', lines }
}
