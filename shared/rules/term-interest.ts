import { addDays, addMonths, type CalendarDate, monthOf, monthsBetween } from '../calendar.ts'
import { type DayBasis, partsInYear, yearParts } from './day-basis.ts'
import { Exact, roundToSen, type Sen, sen } from './money.ts'

/** What was agreed when a term deposit was placed. */
export interface TermAgreement {
  readonly amount: Sen
  readonly startsOn: CalendarDate
  readonly months: number
  readonly ratePctPerYear: string
  readonly dayBasis: DayBasis
  readonly rounding: 'down' | 'half_up'
}

/** The day a term deposit falls due: the same day so many months later, or the last of that month. */
export function maturityOf({ startsOn, months }: Pick<TermAgreement, 'startsOn' | 'months'>): CalendarDate {
  return addMonths(startsOn, months)
}

/** Whole months of the term that have passed at the end of a day, never more than it has. */
export function monthsPassed({ startsOn, months }: Pick<TermAgreement, 'startsOn' | 'months'>, asOf: CalendarDate) {
  const calendarMonths = monthsBetween(monthOf(startsOn), monthOf(asOf))
  const passed = addMonths(startsOn, calendarMonths) <= asOf ? calendarMonths : calendarMonths - 1
  return Math.max(0, Math.min(months, passed))
}

/**
 * All a term deposit has earned by the end of a day, in sen (accounting.md section 2): it earns by whole months of its
 * own, from the day of placing to the same day of the next month, each a twelfth of the rate by `twelfths` and else by
 * its days. The sum is rounded, not the months, so that what months bring adds up to what the term brings.
 */
export function termInterest(term: TermAgreement, asOf: CalendarDate): Sen {
  const { amount, startsOn, ratePctPerYear, dayBasis, rounding } = term
  const passed = monthsPassed(term, asOf)
  if (passed === 0) return sen(0)
  const [parts, ofYear] =
    dayBasis === 'twelfths'
      ? [passed, 12]
      : [yearParts(startsOn, addDays(addMonths(startsOn, passed), -1), dayBasis), partsInYear(dayBasis)]
  const exact = new Exact(amount)
    .mul(ratePctPerYear)
    .mul(parts)
    .div(100 * ofYear)
  return roundToSen(exact, rounding, 100)
}

/** What is done with interest and principal when a term is over. */
export type TermRollover = 'none' | 'principal' | 'principal_and_interest'

export interface TermClosing {
  readonly term: TermAgreement
  readonly date: CalendarDate
  readonly rule: 'refused' | 'forfeit_interest' | 'penalty_pct'
  readonly pct: string | null
  /** Interest that was reckoned by month ends, and the part of it that is put aside and not paid yet, in sen. */
  readonly reckoned: Sen
  readonly accrued: Sen
}

/**
 * What is paid on a term deposit when it is closed, in sen: `interest` before tax, of it `adjustment` more (or less) than
 * was put aside. Closed before its day by the rule of its placing: what was put aside is given up, or the months that
 * are over are paid and a percentage of the principal, rounded down to the rupiah, is kept. What was paid out before
 * stays paid. With `refused` there is no such closing; whoever asks has refused it.
 */
export function termClosing({ term, date, rule, pct, reckoned, accrued }: TermClosing) {
  const isEarly = date < maturityOf(term)
  const isForfeited = isEarly && rule === 'forfeit_interest'
  const earned = isForfeited ? reckoned - accrued : termInterest(term, date)
  const adjustment = Math.max(earned - reckoned, 0 - accrued)
  const penalty =
    isEarly && rule === 'penalty_pct' ? roundToSen(new Exact(term.amount).mul(pct ?? '0').div(100), 'down', 100) : 0
  return {
    isEarly,
    interest: sen(accrued + adjustment),
    adjustment: sen(adjustment),
    penalty: sen(penalty),
    forfeited: isForfeited ? accrued : sen(0),
  }
}
