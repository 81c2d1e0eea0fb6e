import { addDays, addMonths, type CalendarDate } from '../calendar.ts'
import type { DueInterval } from './due-dates.ts'
import type { LoanTerms } from './loan-terms.ts'
import { sen, shareInSen, sumSen } from './money.ts'
import type { DueInstalment } from './unpaid-instalments.ts'

/** Principal that was paid on a day, sen. */
export type PaidPrincipal = { readonly date: CalendarDate; readonly principal: number }

/** A loan whose interest is reckoned from what is really owed: what was signed, and what was paid of its principal. */
export type LoanOnBalance = Pick<LoanTerms, 'interval' | 'rounding' | 'roundTo'> & {
  readonly disbursedOn: CalendarDate
  /** As signed, oldest first. */
  readonly schedule: readonly DueInstalment[]
  /** In any order. */
  readonly paid: readonly PaidPrincipal[]
}

/** True where interest is of what is left (declining, annuity), unless all that was agreed is owed anyway. */
export function isOnBalance({ method, earlySettlement }: Pick<LoanTerms, 'method' | 'earlySettlement'>): boolean {
  return (method === 'declining' || method === 'annuity') && earlySettlement !== 'full'
}

/**
 * The instalments of a loan as they are to be paid now, in sen: what was signed, with less interest where principal was
 * paid ahead (accounting.md section 3.1: balance × i). The interest of an instalment is the agreed one times the part of
 * the scheduled principal that was really owed when its time began, at the end of the day the one before it fell due.
 * Where its time is several months or weeks, or follows months in which nothing was paid, each of them counts alike by
 * its own first day. It is rounded as the schedule is, and never above what was agreed: being late costs a penalty, not
 * interest.
 */
export function interestOnBalance(loan: LoanOnBalance): readonly DueInstalment[] {
  const { schedule, paid, rounding, roundTo } = loan
  if (paid.length === 0) return schedule
  const paidBy = paidUntil(paid)
  const principal = sumSen(schedule.map((row) => row.principal))
  let scheduled: number = principal
  let units = 0
  let ahead: number[] = []
  return schedule.map((row, index) => {
    for (const day of beginningsOf(loan, index)) {
      units += 1
      const owed = Math.max(0, principal - paidBy(day))
      if (owed < scheduled) ahead.push(scheduled - owed)
    }
    const span = { scheduled, units, ahead }
    scheduled -= row.principal
    // Nothing is paid in full grace: its interest falls due with the instalment after it.
    if (row.principal + row.interest === 0) return row
    units = 0
    ahead = []
    if (span.ahead.length === 0) return row
    const interest = shareInSen(row.interest, owedPart(span), rounding, roundTo)
    return { ...row, interest: sen(Math.min(row.interest, interest)) }
  })
}

/** The months or weeks of an instalment: what was to be owed in each, and by how much less was in some of them, sen. */
interface Span {
  readonly scheduled: number
  readonly units: number
  readonly ahead: readonly number[]
}

/** Of what was to be owed over all of its time, how much really was, sen. */
function owedPart({ scheduled, units, ahead }: Span): { part: bigint; whole: bigint } {
  const whole = BigInt(scheduled) * BigInt(units)
  return { part: ahead.reduce((left, less) => left - BigInt(less), whole), whole }
}

/** The same as if so much more principal had been paid on a day, sen. */
export function interestAfter(loan: LoanOnBalance, payment: PaidPrincipal): readonly DueInstalment[] {
  return interestOnBalance({ ...loan, paid: [...loan.paid, payment] })
}

/** Principal paid by the end of a day; asked of one day after the other. */
function paidUntil(paid: readonly PaidPrincipal[]): (day: CalendarDate) => number {
  const days = paid.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  let [place, sum] = [0, 0]
  return (day) => {
    for (let next = days[place]; next !== undefined && next.date <= day; next = days[place]) {
      sum += next.principal
      place += 1
    }
    return sum
  }
}

/** The days on which the months or weeks of an instalment begin: the first with the day before it fell due. */
function beginningsOf({ schedule, disbursedOn, interval }: LoanOnBalance, index: number): CalendarDate[] {
  const first = schedule[index - 1]?.dueOn ?? disbursedOn
  const begins = [first]
  for (let unit = 1; unit < interval.every; unit += 1) {
    const day = before(schedule[index]?.dueOn ?? first, interval, interval.every - unit)
    begins.push(day < first ? first : day)
  }
  return begins
}

function before(dueOn: CalendarDate, { unit }: DueInterval, units: number): CalendarDate {
  return unit === 'week' ? addDays(dueOn, -7 * units) : addMonths(dueOn, -units)
}
