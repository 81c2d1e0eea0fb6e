import { addDays, type CalendarDate, dateOf, lastDayOfMonth, monthOf, yearOf } from '../calendar.ts'

/** A quarter of a year, `2026-Q1`. */
export type Quarter = string

/** True for `YYYY-Qn` with a year from 1990 to 2998 and a quarter from 1 to 4. */
export function isQuarter(text: string): boolean {
  const [, year] = /^(\d{4})-Q[1-4]$/.exec(text) ?? []
  return year !== undefined && Number(year) >= 1990 && Number(year) <= 2998
}

/** The quarter a day lies in. */
export function quarterOf(date: CalendarDate): Quarter {
  return `${yearOf(date)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`
}

/** The quarter before another. */
export function quarterBefore(quarter: Quarter): Quarter {
  return quarterOf(addDays(quarterSpan(quarter).from, -1))
}

/** The quarter after another. */
export function quarterAfter(quarter: Quarter): Quarter {
  return quarterOf(addDays(quarterSpan(quarter).to, 1))
}

/** Year and number of a quarter, with its first and last day. */
export function quarterSpan(quarter: Quarter): {
  readonly year: number
  readonly number: 1 | 2 | 3 | 4
  readonly from: CalendarDate
  readonly to: CalendarDate
} {
  const year = Number(quarter.slice(0, 4))
  const number = Number(quarter.slice(6)) as 1 | 2 | 3 | 4
  const to = lastDayOfMonth(monthOf(dateOf(year, number * 3, 1)))
  return { year, number, from: dateOf(year, number * 3 - 2, 1), to }
}
