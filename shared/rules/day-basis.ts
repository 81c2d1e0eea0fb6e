import {
  addDays,
  type CalendarDate,
  type CalendarMonth,
  daysBetween,
  daysInMonth,
  isLeapYear,
  lastDayOfMonth,
  monthOf,
  yearOf,
} from '../calendar.ts'

/**
 * What part of a year a day is: `365` and `360` the same for every day, `actual` 1/365 or 1/366 by the day's own year,
 * `twelfths` a twelfth divided by the days of its month, so that every whole month is exactly 1/12.
 */
export type DayBasis = '365' | '360' | 'actual' | 'twelfths'

// The least common multiple of 28, 29, 30 and 31: days of any month are whole parts of it.
const monthParts = 377_580

const basisRules: Readonly<Record<DayBasis, { yearIs: number; dayIs: (month: CalendarMonth) => number }>> = {
  '365': { yearIs: 365, dayIs: () => 1 },
  '360': { yearIs: 360, dayIs: () => 1 },
  actual: { yearIs: 365 * 366, dayIs: (month) => (isLeapYear(yearOf(month)) ? 365 : 366) },
  twelfths: {
    yearIs: 12 * monthParts,
    dayIs: (month) => monthParts / daysInMonth(yearOf(month), Number(month.slice(5))),
  },
}

/** Into how many equal parts the basis cuts a year; `yearParts` counts them. */
export function partsInYear(basis: DayBasis): number {
  return basisRules[basis].yearIs
}

/** The parts of a year from `from` to `to`, both included: whole numbers, so that sums over days stay exact. */
export function yearParts(from: CalendarDate, to: CalendarDate, basis: DayBasis): number {
  let parts = 0
  for (let start = from; start <= to; ) {
    const month = monthOf(start)
    const monthEnd = lastDayOfMonth(month)
    const end = monthEnd < to ? monthEnd : to
    parts += (daysBetween(start, end) + 1) * basisRules[basis].dayIs(month)
    start = addDays(end, 1)
  }
  return parts
}
