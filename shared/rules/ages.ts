import { type CalendarDate, daysBetween } from '../calendar.ts'

/** What was added to what somebody owes (above zero) or taken off it (below zero) on a day, sen. */
export type OwedMove = { readonly date: CalendarDate; readonly amount: number }

/** What is owed by how many days it has been owed, sen. */
export type Ages = {
  readonly days0to30: number
  readonly days31to60: number
  readonly days61to90: number
  readonly over90: number
}

export const noAges: Ages = { days0to30: 0, days31to60: 0, days61to90: 0, over90: 0 }

/**
 * What is still owed by its age at the end of a day: what was paid covers the oldest first (accounting.md section 5).
 * More paid than was owed stands below zero as the youngest.
 */
export function agesOf(moves: readonly OwedMove[], asOf: CalendarDate): { ages: Ages; oldest: CalendarDate | null } {
  const owed = moves.filter(({ amount }) => amount > 0).toSorted((a, b) => (a.date < b.date ? -1 : 1))
  let paid = moves.reduce((sum, { amount }) => sum - Math.min(0, amount), 0)
  let oldest: CalendarDate | null = null
  const ages = { ...noAges }
  for (const { date, amount } of owed) {
    const covered = Math.min(paid, amount)
    paid -= covered
    if (covered === amount) continue
    oldest ??= date
    ages[bandOf(daysBetween(date, asOf))] += amount - covered
  }
  ages.days0to30 -= paid
  return { ages, oldest }
}

function bandOf(days: number): keyof Ages {
  if (days <= 30) return 'days0to30'
  if (days <= 60) return 'days31to60'
  return days <= 90 ? 'days61to90' : 'over90'
}
