import { type CalendarDate, daysBetween } from '../calendar.ts'

/** What was added to what somebody owes (above zero) or taken off it (below zero) on a day, sen. */
export type OwedMove = {
  readonly date: CalendarDate
  readonly amount: number
  /** When it is to be paid, where that was agreed. */
  readonly dueOn?: CalendarDate | null
}

/** What is owed by how many days it has been due, sen. */
export type Ages = {
  readonly notDue: number
  readonly days0to30: number
  readonly days31to60: number
  readonly days61to90: number
  readonly over90: number
}

export const noAges: Ages = { notDue: 0, days0to30: 0, days31to60: 0, days61to90: 0, over90: 0 }

/**
 * What a debt was made by, in the order in which it falls due, with what of it is still open: what was paid covers what
 * falls due first, and of that the oldest (Civil Code article 1397). What has no due date is due on its day.
 */
export function openParts<Move extends OwedMove>(
  moves: readonly Move[],
): { readonly rows: readonly (Move & { readonly open: number })[]; readonly paidAhead: number } {
  const owed = moves.filter(({ amount }) => amount > 0).toSorted(byDue)
  let paid = moves.reduce((sum, { amount }) => sum - Math.min(0, amount), 0)
  const rows = owed.map((move) => {
    const covered = Math.min(paid, move.amount)
    paid -= covered
    return { ...move, open: move.amount - covered }
  })
  return { rows, paidAhead: paid }
}

/**
 * What is still owed by its age at the end of a day, counted from the day it fell due (accounting.md section 5), with
 * the days of the oldest of it and of what falls due first. More paid than was owed stands below zero as the youngest.
 */
export function agesOf(
  moves: readonly OwedMove[],
  asOf: CalendarDate,
): { ages: Ages; oldest: CalendarDate | null; dueOn: CalendarDate | null } {
  const { rows, paidAhead } = openParts(moves)
  const open = rows.filter((row) => row.open > 0)
  const ages = { ...noAges }
  for (const row of open) ages[bandOf(daysBetween(dueDay(row), asOf))] += row.open
  ages.days0to30 -= paidAhead
  const earliest = (days: readonly CalendarDate[]) => days.toSorted()[0] ?? null
  return {
    ages,
    oldest: earliest(open.map(({ date }) => date)),
    dueOn: earliest(open.flatMap(({ dueOn }) => dueOn ?? [])),
  }
}

function dueDay({ date, dueOn }: OwedMove): CalendarDate {
  return dueOn ?? date
}

function byDue(a: OwedMove, b: OwedMove): number {
  const [first, second] = [dueDay(a), dueDay(b)]
  if (first !== second) return first < second ? -1 : 1
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0
}

function bandOf(days: number): keyof Ages {
  if (days < 0) return 'notDue'
  if (days <= 30) return 'days0to30'
  if (days <= 60) return 'days31to60'
  return days <= 90 ? 'days61to90' : 'over90'
}
