import { effectivePctPerMonth } from './effective-rate.ts'
import { deducted, type LoanDeductions, loanDeductions } from './loan-deductions.ts'
import type { LoanRate } from './loan-interest.ts'
import { type LoanSchedule, loanSchedule } from './loan-schedule.ts'
import { type LoanTerms, type LoanWish, scheduleInput } from './loan-terms.ts'
import { Exact, type Sen, sen } from './money.ts'

/** What a member is shown before she signs, amounts in sen. */
export type LoanQuote = {
  readonly schedule: LoanSchedule
  readonly deductions: LoanDeductions
  /** What she receives in her hand. */
  readonly netPayout: Sen
  /** All interest as percent a month of the whole loan over its whole life. */
  readonly flatPctPerMonth: string
  /** What the loan really costs, in percent a month of what is still owed, against what she receives. */
  readonly effectivePctPerMonth: string
  readonly warnings: 'rate_above_ceiling'[]
}

/** Percent a year; quoted from earlier rules of the ministry and only warned about (accounting.md section 3.1). */
const ceilingPctPerYear = 24

/**
 * Schedule, deductions and both rates of a loan: a flat 1,5 % over twelve months costs 2,643 % a month, with one
 * percent provision 2,810 % (accounting.md sections 3.1 and 3.2). What is taken off counts as cost whatever it is for:
 * the member cannot use it. Refuses what `loanSchedule` and `loanDeductions` refuse.
 */
export function loanQuote(terms: LoanTerms, wish: LoanWish): LoanQuote {
  const schedule = loanSchedule(scheduleInput(terms, wish))
  const deductions = loanDeductions(terms.fees, wish.principal)
  const netPayout = sen(wish.principal - deducted(deductions))
  const { unit, every } = terms.interval
  const monthsInPeriod = unit === 'week' ? (every * 12) / 52 : every
  return {
    ...{ schedule, deductions, netPayout },
    flatPctPerMonth: schedule.flatPctPerMonth,
    effectivePctPerMonth: effectivePctPerMonth({
      ...{ received: netPayout, monthsInPeriod },
      payments: schedule.rows.map(({ payment }) => payment),
    }),
    warnings: isAboveCeiling(terms.rate) ? ['rate_above_ceiling'] : [],
  }
}

/** True where a rate is above what cooperatives usually take or give. */
export function isAboveCeiling({ ratePct, per }: LoanRate): boolean {
  return new Exact(ratePct).mul(per === 'month' ? 12 : 1).gt(ceilingPctPerYear)
}
