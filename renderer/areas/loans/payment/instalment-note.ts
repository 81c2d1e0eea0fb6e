import { type CalendarDate, daysBetween } from '../../../../shared/calendar.ts'

/** How an instalment stands on a day. */
export type InstalmentNote =
  | { readonly note: 'paid' | 'partly' | 'dueNow' | 'open' }
  | { readonly note: 'late'; readonly days: number }

interface Standing {
  readonly dueOn: CalendarDate
  readonly payment: number
  /** What is still unpaid of it, sen. */
  readonly unpaid: number
}

/** Paid, behind by so many days, due on the day, begun, or still to come. */
export function instalmentNote({ dueOn, payment, unpaid }: Standing, today: CalendarDate): InstalmentNote {
  if (unpaid === 0) return { note: 'paid' }
  const days = daysBetween(dueOn, today)
  if (days > 0) return { note: 'late', days }
  if (days === 0) return { note: 'dueNow' }
  return { note: unpaid < payment ? 'partly' : 'open' }
}
