import { type CalendarDate, formatMonth, monthOf } from '../../calendar.ts'
import { credit, debit, type JournalDraft } from './draft.ts'
import { allowanceAccount, allowanceExpenseAccount } from './loan-line.ts'

/** By how much what is set aside changes in a unit, sen; below zero it was too much. */
export interface AllowanceChange {
  readonly unit: string
  readonly change: number
}

/**
 * What is set aside for loans, brought to what a month's end asks for: only the change, Dr 52301 Cr 13901, the other way
 * round where less is needed (accounting.md section 3.5). A memorial entry of the month's last day; units without a
 * change write no line.
 */
export function loanAllowance({
  date,
  changes,
}: {
  date: CalendarDate
  changes: readonly AllowanceChange[]
}): JournalDraft {
  return {
    kind: 'ordinary',
    book: 'BM',
    date,
    description: `Penyisihan piutang pinjaman ${formatMonth(monthOf(date))}`,
    unit: 'general',
    lines: changes.flatMap(({ unit, change }) => {
      if (change === 0) return []
      const amount = Math.abs(change)
      const [debited, credited] =
        change > 0 ? [allowanceExpenseAccount, allowanceAccount] : [allowanceAccount, allowanceExpenseAccount]
      return [debit(debited, amount, { unit }), credit(credited, amount, { unit })]
    }),
  }
}
