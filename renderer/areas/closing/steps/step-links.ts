import { isMonth, lastDayOfMonth, lastDayOfYear } from '../../../../shared/calendar.ts'
import { withBack } from '../../../app/way-back.ts'
import type { Step } from './use-step-words.ts'

/** The journal, to write what is adjusted: on the last day of the month or year, so that it does not land in the next. */
export function journalOf(checked: string): string {
  const date = isMonth(checked) ? lastDayOfMonth(checked) : lastDayOfYear(Number(checked))
  return withBack(`/books/post?date=${date}`, checked)
}

/**
 * The screen on which a step is done, with what it asks for filled in and the way back to its steps; nothing where it is
 * done in the list itself.
 */
export function linkOf(step: Step, checked: string): string | undefined {
  const screen = screenOf(step, checked)
  return screen === undefined ? undefined : withBack(screen, checked)
}

function screenOf({ key, account, period, date }: Step, checked: string): string | undefined {
  const month = `?month=${checked}`
  switch (key) {
    case 'earlier_months':
    case 'months':
      return `/closing?month=${period}`
    case 'cash_count':
      return account ? `/cash/count?account=${account.code}&date=${lastDayOfMonth(checked)}` : undefined
    case 'loan_interest':
    case 'loan_allowance':
      return `/loans/month-end${month}`
    case 'savings_interest':
      return `/savings/interest${month}`
    case 'depreciation':
      return `/funds/assets/depreciation${month}`
    case 'final_tax':
      return `/books/tax?year=${checked.slice(0, 4)}&month=${checked}`
    case 'earlier_years':
      return `/closing/year?year=${period}`
    case 'opening':
      return date === null ? '/books/opening' : `/books/opening?date=${date}`
    case 'december':
      return `/closing?month=${checked}-12`
    case 'stock_count':
      return `/trade/take?date=${checked}-12-31`
    case 'income_tax':
      return `/books/tax?year=${checked}`
    case 'decide':
    case 'pay':
      return `/closing/shu?year=${checked}`
    case 'deficit':
    case 'corrections':
      return '/closing/deficit'
    case 'bank':
    case 'adjustments':
    case 'year_adjustments':
    case 'lock':
    case 'close':
      return undefined
  }
}
