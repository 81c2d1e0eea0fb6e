import type { Decimal } from 'decimal.js'
import { type CalendarDate, daysBetween } from '../calendar.ts'
import { invalidInput } from '../errors.ts'
import { type BalanceMovement, type BalanceStep, balanceSteps } from './balance-steps.ts'
import { type DayBasis, partsInYear, yearParts } from './day-basis.ts'
import { Exact, roundToSen, type Sen, sen, sumSen } from './money.ts'

type SavingsInterestMethod = 'lowest' | 'average_daily' | 'daily' | 'average_of_balances'

type SavingsInterestRounding = 'down' | 'half_up' | 'none'

type SavingsRateTier = { readonly from: Sen; readonly ratePctPerYear: string }

export type SavingsInterestInput = {
  readonly from: CalendarDate
  /** The last day that counts. */
  readonly to: CalendarDate
  readonly opening: Sen
  /** Deposits positive, withdrawals negative, in any order. */
  readonly movements: readonly BalanceMovement[]
  /** In any order, no two from the same balance; one rate for every balance is one tier from 0. */
  readonly tiers: readonly SavingsRateTier[]
  readonly method: SavingsInterestMethod
  readonly dayBasis: DayBasis
  readonly rounding: SavingsInterestRounding
  readonly roundingPerStep?: boolean | undefined
  readonly minimumBalance?: Sen | undefined
  readonly openingCounts?: boolean | undefined
}

type SavingsInterestStep = BalanceStep & { readonly interest: Sen }

export type SavingsInterest = {
  readonly base: Sen
  readonly days: number
  readonly interest: Sen
  readonly steps: SavingsInterestStep[]
}

/** A sum still to be divided: kept apart so that nothing is cut before the last division. */
type Quotient = { readonly sum: Decimal; readonly by: number }

const rupiah = 100

/**
 * Interest on one savings account (jasa simpanan), in sen, by the methods of the ministry's operating guide
 * (Kepmen 96/2004, p. 70) and the daily ones banks use; domain notes, section 2.1.
 *
 * A day's balance is the one at its end; a step is a run of equal balances. `base` is what the method looks at: the
 * lowest balance (the opening one included unless `openingCounts` is false), the mean over the days, the sum over the
 * days (`daily`), or the plain mean of the balances seen, the opening one included (`average_of_balances`; a day
 * with several movements shows one balance). The tier with the highest `from` not above the balance gives the rate
 * for all of it: per step for `daily`, by the base for the others. A balance (or base) below `minimumBalance` earns nothing.
 *
 * A step's `interest` is what its days add, in sen; the sum of the exact parts is rounded once, to whole rupiah
 * unless `rounding` is `none`. `roundingPerStep` matters for `daily` alone, where steps are reckoned one by one:
 * each is rounded and the rounded are added.
 *
 * Refused with INVALID_INPUT: `ends_before_it_begins`, `outside_period`, `balance_below_zero`, `amount_too_large`.
 */
export function savingsInterest(input: SavingsInterestInput): SavingsInterest {
  const { steps, base } = reckoning(input)
  const isPerStep = input.roundingPerStep === true && input.method === 'daily'
  const earned = steps.map((step) => round(earnedIn(step, base, input), isPerStep ? input.rounding : 'none'))
  return {
    base: round(base, 'none'),
    days: daysBetween(input.from, input.to) + 1,
    interest: isPerStep ? sumSen(earned) : round(earnedInAll(steps, base, input), input.rounding),
    steps: steps.map((step, index) => ({ ...step, interest: earned[index] ?? sen(0) })),
  }
}

/** The same without its steps, for ten thousand accounts at once: `base` and `interest` as `savingsInterest` tells them. */
export function savingsInterestSum(input: Omit<SavingsInterestInput, 'roundingPerStep'>) {
  const { steps, base } = reckoning(input)
  return { base: round(base, 'none'), interest: round(earnedInAll(steps, base, input), input.rounding) }
}

function reckoning(input: SavingsInterestInput): { steps: BalanceStep[]; base: Quotient } {
  if (input.to < input.from) throw invalidInput(['to'], 'ends_before_it_begins')
  const steps = balanceSteps(input)
  return { steps, base: baseOf(input, steps) }
}

function baseOf(
  { method, opening, openingCounts = true }: SavingsInterestInput,
  steps: readonly BalanceStep[],
): Quotient {
  const balances = steps.map(({ balance }) => balance)
  // A first day with a movement hides the opening balance from the steps.
  const isOpeningHidden = balances[0] !== opening
  const seen = isOpeningHidden ? [opening, ...balances] : balances
  switch (method) {
    case 'lowest':
      return { sum: Exact.min(...(openingCounts ? seen : balances)), by: 1 }
    case 'average_of_balances':
      return { sum: total(seen), by: seen.length }
    case 'daily':
      return { sum: dayBalances(steps), by: 1 }
    case 'average_daily':
      return { sum: dayBalances(steps), by: daysOf(steps) }
  }
}

function total(amounts: readonly (Sen | Decimal)[]): Decimal {
  return amounts.reduce((sum: Decimal, amount) => sum.plus(amount), new Exact(0))
}

/** Added up as whole numbers of any size: one decimal for an account, not two for each of its steps. */
function dayBalances(steps: readonly BalanceStep[]): Decimal {
  return new Exact(steps.reduce((sum, { balance, days }) => sum + BigInt(balance) * BigInt(days), 0n))
}

function daysOf(steps: readonly BalanceStep[]): number {
  return steps.reduce((sum, { days }) => sum + days, 0)
}

/** What the days of one step earn; all steps of one reckoning are divided by the same number. */
function earnedIn(step: BalanceStep, base: Quotient, input: SavingsInterestInput): Quotient {
  const { method, dayBasis } = input
  const hundredPercentOfYear = 100 * partsInYear(dayBasis)
  if (method === 'daily') {
    const balance = { sum: new Exact(step.balance), by: 1 }
    const parts = yearParts(step.from, step.to, dayBasis)
    return { sum: balance.sum.mul(rateFor(balance, input)).mul(parts), by: hundredPercentOfYear }
  }
  const rate = rateFor(base, input)
  if (method === 'average_daily') {
    const parts = yearParts(input.from, input.to, dayBasis)
    return { sum: new Exact(step.balance).mul(step.days).mul(rate).mul(parts), by: base.by * hundredPercentOfYear }
  }
  return { sum: base.sum.mul(rate).mul(yearParts(step.from, step.to, dayBasis)), by: base.by * hundredPercentOfYear }
}

function rateFor({ sum, by }: Quotient, { tiers, minimumBalance = sen(0) }: SavingsInterestInput): string {
  const isAtLeast = (limit: Sen) => sum.gte(new Exact(limit).mul(by))
  if (!isAtLeast(minimumBalance)) return '0'
  const reached = tiers.filter(({ from }) => isAtLeast(from)).sort((a, b) => b.from - a.from)
  return reached[0]?.ratePctPerYear ?? '0'
}

/** What all days earn: where one base earns, in one piece. */
function earnedInAll(steps: readonly BalanceStep[], base: Quotient, input: SavingsInterestInput): Quotient {
  const { method, dayBasis, from, to } = input
  const by = 100 * partsInYear(dayBasis)
  if (method === 'daily') return { sum: total(steps.map((step) => earnedIn(step, base, input).sum)), by }
  const sum = base.sum.mul(rateFor(base, input)).mul(yearParts(from, to, dayBasis))
  return { sum, by: base.by * by }
}

function round({ sum, by }: Quotient, rounding: SavingsInterestRounding): Sen {
  const amount = sum.div(by)
  return rounding === 'none' ? roundToSen(amount, 'half_up') : roundToSen(amount, rounding, rupiah)
}
