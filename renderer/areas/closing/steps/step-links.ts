import { lastDayOfMonth } from '../../../../shared/calendar.ts'
import type { Step } from './use-step-words.ts'

/** The screen on which a step is done, with what it asks for filled in; nothing where it is done in the list itself. */
export function linkOf({ key, account, period }: Step, checked: string): string | undefined {
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
      return '/books/opening'
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
