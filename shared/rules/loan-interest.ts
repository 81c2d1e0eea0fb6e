import type { Decimal } from 'decimal.js'
import { Exact } from './money.ts'

/** What borrowing costs, in percent, as agreed: per month or per year. */
export type LoanRate = { readonly ratePct: string; readonly per: 'month' | 'year' }

/** How long money is borrowed, as a part of a year: a month is 1/12, a week 1/52, a day 1/365 or 1/360. */
export type YearPart = { readonly count: number; readonly ofYear: number }

export function monthsOfYear(months: number): YearPart {
  return { count: months, ofYear: 12 }
}

export function weeksOfYear(weeks: number): YearPart {
  return { count: weeks, ofYear: 52 }
}

export function daysOfYear(days: number, daysInYear: 365 | 360): YearPart {
  return { count: days, ofYear: daysInYear }
}

/**
 * The interest on `base` sen for a part of a year, exact and still to be rounded: the one formula behind quote,
 * schedule, payment, settlement and write-off. `base` is the principal of a flat loan, else what is still owed
 * (domain notes, section 3.1).
 */
export function loanInterest(base: Decimal, { ratePct, per }: LoanRate, { count, ofYear }: YearPart): Decimal {
  const perYear = new Exact(ratePct).mul(per === 'month' ? 12 : 1)
  return base
    .mul(perYear)
    .mul(count)
    .div(100 * ofYear)
}
