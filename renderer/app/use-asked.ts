import { useSearchParams } from 'react-router'
import { type CalendarDate, type CalendarMonth, isDate, isMonth } from '../../shared/calendar.ts'

interface Asked {
  readonly month: CalendarMonth | undefined
  readonly year: number | undefined
  readonly date: CalendarDate | undefined
  readonly account: string | undefined
}

/** What the screen before knew: `?month=`, `?year=`, `?date=`, `?account=`; undefined where it says nothing usable. */
export function useAsked(): Asked {
  const [params] = useSearchParams()
  const [month, year, date] = ['month', 'year', 'date'].map((name) => params.get(name) ?? '')
  return {
    month: month !== undefined && isMonth(month) ? month : undefined,
    year: /^\d{4}$/.test(year ?? '') ? Number(year) : undefined,
    date: date !== undefined && isDate(date) ? date : undefined,
    account: params.get('account') ?? undefined,
  }
}
