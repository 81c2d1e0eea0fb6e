import { addDays, addMonths, type CalendarDate } from '../calendar.ts'

/** How often an instalment falls due. */
export type DueInterval = { readonly unit: 'month' | 'week'; readonly every: number }

export type DueDatesInput = {
  readonly count: number
  readonly interval: DueInterval
  readonly disbursedOn?: CalendarDate | undefined
  readonly firstDueOn?: CalendarDate | undefined
}

/**
 * The days instalments fall due. Without a first day it is one interval after the payout. Months keep the day they
 * began with: after 31 January come 28 February and 31 March. Without any day they are not known.
 */
export function dueDates({ count, interval, disbursedOn, firstDueOn }: DueDatesInput): (CalendarDate | null)[] {
  const start = firstDueOn ?? disbursedOn
  if (start === undefined) return Array.from({ length: count }, () => null)
  const offset = firstDueOn === undefined ? 1 : 0
  return Array.from({ length: count }, (_, index) => after(start, interval, index + offset))
}

function after(start: CalendarDate, { unit, every }: DueInterval, times: number): CalendarDate {
  return unit === 'week' ? addDays(start, 7 * every * times) : addMonths(start, every * times)
}
