import { lastDayOfMonth } from '../../../../shared/calendar.ts'

interface Month {
  readonly month: string
  readonly state: 'open' | 'locked'
}

/** The day proposed for what belongs to a month: its last one, or that of the first month after it that is not locked, never later than today. */
export function dayInOpenMonth(month: string, months: readonly Month[], today: string): string {
  const locked = new Set(months.filter(({ state }) => state === 'locked').map((row) => row.month))
  const later = [...months.map((row) => row.month), month].filter((one) => one >= month).sort()
  const open = later.find((one) => !locked.has(one))
  const day = open === undefined ? today : lastDayOfMonth(open)
  return day < today ? day : today
}
