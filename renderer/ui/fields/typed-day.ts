import { type CalendarDate, daysBetween, parseTypedDate } from '../../../shared/calendar.ts'

/** Older than this asks back: most days are written down within the month. */
export const oldAfterDays = 62

/** What stands in a date field: the day it means, nothing, or something unreadable. */
export type TypedDay = { readonly day: CalendarDate | null; readonly isUnreadable: boolean }

export function readTypedDay(text: string, today: CalendarDate): TypedDay {
  if (text.trim() === '') return { day: null, isUnreadable: false }
  const day = parseTypedDate(text, today) ?? null
  return { day, isUnreadable: day === null }
}

/** A day that is probably a slip: one that has not come, or one long ago. */
export function oddity(day: CalendarDate | null, today: CalendarDate): 'future' | 'old' | undefined {
  if (day === null) return undefined
  const ago = daysBetween(day, today)
  if (ago < 0) return 'future'
  return ago > oldAfterDays ? 'old' : undefined
}
