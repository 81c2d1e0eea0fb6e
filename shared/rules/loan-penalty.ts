import type { Decimal } from 'decimal.js'
import { addDays, addMonths, type CalendarDate, daysBetween } from '../calendar.ts'
import type { PenaltyRule } from './loan-terms.ts'
import { Exact, roundToSen, type Sen, sen, sumSen } from './money.ts'
import type { DueInstalment } from './unpaid-instalments.ts'

/** What was paid of a loan on a day, split, and what was put by for it or taken out again, sen. */
export type PaidOnDay = {
  readonly date: CalendarDate
  readonly principal: number
  readonly interest: number
  readonly held: number
}

/** A loan whose instalments may be late. */
export type LateLoan = {
  /** Oldest first. */
  readonly schedule: readonly DueInstalment[]
  /** In any order. */
  readonly history: readonly PaidOnDay[]
  readonly penalty: PenaltyRule
}

const rupiah = sen(100)

/**
 * All penalty an agreement asks for until the end of a day, sen (accounting.md section 3.3): for each instalment a
 * percentage of what was unpaid of it, for every day after the grace, or for every month that began then. What is paid
 * on a day is late that day and not after; payments cover the oldest instalment first. Each instalment's penalty is
 * rounded half up to the rupiah and never passes its cap. Only payments until the day count, so that one written later
 * with an earlier day makes it smaller.
 */
export function penaltyReckoned(loan: LateLoan, asOf: CalendarDate): Sen {
  const { kind, pct, graceDays, capPct } = loan.penalty
  if (kind === 'none') return sen(0)
  const until = settledOn(loan) ?? asOf
  const unpaid = unpaidByDay(loan)
  const paidOn = [...new Set(loan.history.map(({ date }) => date))].sort()
  const penalties = loan.schedule.map((row, index) => {
    const lastFreeDay = addDays(row.dueOn, graceDays)
    if (row.dueOn > until || lastFreeDay >= asOf) return sen(0)
    const owed = (day: CalendarDate) => unpaid(index, day)
    const base =
      kind === 'pct_per_day' ? overDays(owed, paidOn, lastFreeDay, asOf) : overMonths(owed, row.dueOn, graceDays, asOf)
    if (base.isZero()) return sen(0)
    const penalty = base.mul(pct).div(100)
    const cap = capPct === null ? penalty : new Exact(row.principal).plus(row.interest).mul(capPct).div(100)
    return roundToSen(Exact.min(penalty, cap), 'half_up', rupiah)
  })
  return sumSen(penalties)
}

/** The day on which all principal was paid back; undefined while some is owed. What falls due later is owed by nobody. */
export function settledOn({ schedule, history }: Pick<LateLoan, 'schedule' | 'history'>): CalendarDate | undefined {
  let left: number = sumSen(schedule.map(({ principal }) => principal))
  for (const { date, principal } of inOrder(history)) {
    left -= principal
    if (left <= 0) return date
  }
  return undefined
}

function inOrder(history: readonly PaidOnDay[]): PaidOnDay[] {
  return history.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** What of an instalment is unpaid at the end of a day, sen: money held for the loan stands for the oldest of them. */
function unpaidByDay({ schedule, history }: LateLoan): (index: number, day: CalendarDate) => number {
  const due = summedUp(schedule.map(({ principal, interest }) => ({ principal, interest, held: 0 })))
  const days = inOrder(history)
  const paid = summedUp(days)
  return (index, day) => {
    const so = paid[countUntil(days, day) - 1] ?? nothing
    const owedUntil = (at: number) => {
      const { principal, interest } = due[at] ?? nothing
      return Math.max(0, principal - so.principal) + Math.max(0, interest - so.interest)
    }
    const [before, through] = [index === 0 ? 0 : owedUntil(index - 1), owedUntil(index)]
    return Math.max(0, through - Math.max(before, so.held))
  }
}

/** How many of the days, which are in order, are not after one of them: halved and halved again, for it is asked often. */
function countUntil(days: readonly PaidOnDay[], day: CalendarDate): number {
  let [least, most] = [0, days.length]
  while (least < most) {
    const middle = (least + most) >> 1
    if ((days[middle]?.date ?? '') <= day) least = middle + 1
    else most = middle
  }
  return least
}

type Paid = Omit<PaidOnDay, 'date'>

const nothing: Paid = { principal: 0, interest: 0, held: 0 }

/** Each part added up from the first to the last. */
function summedUp(parts: readonly Paid[]): Paid[] {
  let sum = nothing
  return parts.map(({ principal, interest, held }) => {
    sum = { principal: sum.principal + principal, interest: sum.interest + interest, held: sum.held + held }
    return sum
  })
}

/** What was unpaid at the beginning of each day after `lastFreeDay` until `asOf`, added up. */
function overDays(
  owed: (day: CalendarDate) => number,
  paidOn: readonly CalendarDate[],
  lastFreeDay: CalendarDate,
  asOf: CalendarDate,
): Decimal {
  const ends = [lastFreeDay, ...paidOn.filter((day) => day > lastFreeDay && day < asOf), asOf]
  return ends.slice(0, -1).reduce((sum, day, index) => {
    const unpaid = owed(day)
    return unpaid === 0 ? sum : sum.plus(new Exact(unpaid).mul(daysBetween(day, ends[index + 1] ?? asOf)))
  }, new Exact(0))
}

/** What was unpaid at the beginning of each month of lateness, added up. */
function overMonths(
  owed: (day: CalendarDate) => number,
  dueOn: CalendarDate,
  graceDays: number,
  asOf: CalendarDate,
): Decimal {
  let sum = new Exact(0)
  for (let month = 0; ; month += 1) {
    const lastFreeDay = addDays(addMonths(dueOn, month), graceDays)
    if (lastFreeDay >= asOf) return sum
    sum = sum.plus(owed(lastFreeDay))
  }
}
