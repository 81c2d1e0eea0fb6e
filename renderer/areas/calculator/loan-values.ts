import type { CalendarDate } from '../../../shared/calendar.ts'
import type { Client } from '../../client.ts'

export type LoanInput = Parameters<Client['calc']['loanSchedule']>[0]
export type Method = LoanInput['method']

export const methods = ['flat', 'declining', 'annuity', 'bullet'] as const satisfies readonly Method[]

/** How often is paid, as one choice: every so many months or weeks. */
export const intervals = ['month1', 'week1', 'week2', 'month2', 'month3', 'month4', 'month6', 'month12'] as const
export type Interval = (typeof intervals)[number]

export const roundings = ['rp1', 'rp100', 'rp500', 'rp1000'] as const
export const roundingWays = ['half_up', 'up', 'down'] as const

const steps: Readonly<Record<(typeof roundings)[number], number>> = {
  rp1: 1_00,
  rp100: 100_00,
  rp500: 500_00,
  rp1000: 1_000_00,
}

/** What stands in the fields of the loan calculator. */
export interface LoanValues {
  readonly principal: number | null
  readonly months: number | null
  readonly rate: string | null
  readonly ratePer: 'month' | 'year'
  readonly method: Method
  /** The method it is held against; empty where only one is looked at. */
  readonly other: Method | ''
  readonly interval: Interval
  readonly gracePrincipalMonths: number | null
  readonly graceAllMonths: number | null
  readonly roundTo: (typeof roundings)[number]
  readonly rounding: (typeof roundingWays)[number]
  readonly disbursedOn: CalendarDate | null
}

/** A loan as most are asked for; only the amount is still to be typed. */
export const usualLoan: LoanValues = {
  principal: null,
  months: 12,
  rate: '1.5',
  ratePer: 'month',
  method: 'flat',
  other: 'declining',
  interval: 'month1',
  gracePrincipalMonths: null,
  graceAllMonths: null,
  roundTo: 'rp1',
  rounding: 'half_up',
  disbursedOn: null,
}

/** What `calc.loanSchedule` is asked by one method; undefined while the amount, the term or the rate is missing. */
export function loanInput(values: LoanValues, method: Method): LoanInput | undefined {
  const { principal, months, rate, ratePer, rounding, disbursedOn } = values
  if (principal === null || months === null || rate === null) return undefined
  return {
    principal,
    months,
    ...(ratePer === 'month' ? { ratePctPerMonth: rate } : { ratePctPerYear: rate }),
    method,
    interval: intervalOf(values.interval),
    roundTo: steps[values.roundTo],
    rounding,
    ...(values.gracePrincipalMonths !== null && { gracePrincipalMonths: values.gracePrincipalMonths }),
    ...(values.graceAllMonths !== null && { graceAllMonths: values.graceAllMonths }),
    ...(disbursedOn !== null && { disbursedOn }),
  }
}

function intervalOf(interval: Interval): NonNullable<LoanInput['interval']> {
  const unit = interval.startsWith('week') ? 'week' : 'month'
  return { unit, every: Number(interval.slice(unit === 'week' ? 'week'.length : 'month'.length)) }
}
