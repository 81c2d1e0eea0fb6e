import type { CalendarDate } from '../calendar.ts'
import type { DueInterval } from './due-dates.ts'
import type { LoanRate } from './loan-interest.ts'
import type { EarlySettlement } from './loan-payment.ts'
import type { LoanDayCount, LoanMethod, LoanScheduleInput } from './loan-schedule.ts'
import type { Rounding, Sen } from './money.ts'

/** Who pays for the duty stamp on the agreement. */
export const stampPayers = ['member', 'cooperative'] as const

/** What is taken off a payout, percent of the principal or sen (accounting.md section 3.2). */
export type LoanFees = {
  readonly provisionPct: string
  readonly administration: Sen
  /** A premium that is passed on to an insurer: no income. */
  readonly insurancePct: string
  /** Kept as the member's own savings. */
  readonly loanSavingsPct: string
  readonly stamp: Sen
  readonly stampPaidBy: (typeof stampPayers)[number]
}

export const penaltyKinds = ['none', 'pct_per_day', 'pct_per_month'] as const

/** What an instalment costs that is late (accounting.md section 3.3). */
export type PenaltyRule = {
  readonly kind: (typeof penaltyKinds)[number]
  /** Percent of what is overdue of the instalment, for a day or for a month. */
  readonly pct: string
  /** Days after the due day that cost nothing. */
  readonly graceDays: number
  /** Percent of the whole instalment that its penalty never passes; null for no bound. */
  readonly capPct: string | null
}

/** In which order a payment covers what an instalment asks for, and the penalty. */
export const loanAllocations = [
  'interest_principal_penalty',
  'penalty_interest_principal',
  'principal_interest_penalty',
] as const
export type LoanAllocation = (typeof loanAllocations)[number]

/** Where money goes that is more than what fell due: it pays ahead, or is held for later instalments (21401). */
export const loanExcesses = ['prepay', 'hold'] as const
export type LoanExcess = (typeof loanExcesses)[number]

/** All that is agreed about a loan but how much and how long. */
export type LoanTerms = {
  readonly method: LoanMethod
  readonly rate: LoanRate
  readonly interval: DueInterval
  readonly gracePrincipalMonths: number
  readonly graceAllMonths: number
  readonly dayCount: LoanDayCount
  readonly rounding: Rounding
  readonly roundTo: Sen
  readonly roundPaymentTo: Sen | null
  readonly earlySettlement: EarlySettlement
  readonly fees: LoanFees
  readonly penalty: PenaltyRule
  readonly allocation: LoanAllocation
  readonly excess: LoanExcess
}

/** How much is lent, for how long, from when on. */
export type LoanWish = {
  readonly principal: Sen
  readonly months: number
  readonly disbursedOn: CalendarDate
  /** Where instalments do not simply follow the day of the payout. */
  readonly firstDueOn?: CalendarDate | undefined
}

/** What the schedule of a loan is reckoned from. */
export function scheduleInput(terms: LoanTerms, { principal, months, disbursedOn, firstDueOn }: LoanWish) {
  const { method, rate, interval, gracePrincipalMonths, graceAllMonths, dayCount, rounding, roundTo } = terms
  return {
    ...{ principal, months, method, rate, interval, gracePrincipalMonths, graceAllMonths, dayCount },
    ...{ rounding, roundTo, roundPaymentTo: terms.roundPaymentTo ?? undefined, disbursedOn, firstDueOn },
  } satisfies LoanScheduleInput
}
