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

/** What a debt was made by, in the order of its days, with what of it is still open; what was paid covers the oldest first. */
export function openParts<Move extends OwedMove>(
  moves: readonly Move[],
): { readonly rows: readonly (Move & { readonly open: number })[]; readonly paidAhead: number } {
  const owed = moves.filter(({ amount }) => amount > 0).toSorted((a, b) => (a.date < b.date ? -1 : 1))
  let paid = moves.reduce((sum, { amount }) => sum - Math.min(0, amount), 0)
  const rows = owed.map((move) => {
    const covered = Math.min(paid, move.amount)
    paid -= covered
    return { ...move, open: move.amount - covered }
  })
  return { rows, paidAhead: paid }
}

/**
 * What is still owed by its age at the end of a day: what was paid covers the oldest first (accounting.md section 5).
 * More paid than was owed stands below zero as the youngest.
 */
export function agesOf(moves: readonly OwedMove[], asOf: CalendarDate): { ages: Ages; oldest: CalendarDate | null } {
  const { rows, paidAhead } = openParts(moves)
  const open = rows.filter((row) => row.open > 0)
  const ages = { ...noAges }
  for (const row of open) ages[bandOf(daysBetween(row.date, asOf))] += row.open
  ages.days0to30 -= paidAhead
  return { ages, oldest: open[0]?.date ?? null }
}

function bandOf(days: number): keyof Ages {
  if (days <= 30) return 'days0to30'
  if (days <= 60) return 'days31to60'
  return days <= 90 ? 'days61to90' : 'over90'
}
