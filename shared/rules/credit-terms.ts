import { addDays, type CalendarDate } from '../calendar.ts'

/** A debt for goods is due in ten years at most: whatever lies further ahead is mistyped. */
export const dueDaysMax = 3_650

/** When goods of a day are to be paid that are usually paid in so many days; undefined where that was not decided. */
export function usualDueOn(date: CalendarDate, days: number | null): CalendarDate | undefined {
  return days === null ? undefined : addDays(date, days)
}

/** The latest due date that can be agreed on a day. */
export function latestDueOn(date: CalendarDate): CalendarDate {
  return addDays(date, dueDaysMax)
}
