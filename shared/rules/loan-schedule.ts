import type { Decimal } from 'decimal.js'
import { type CalendarDate, daysBetween } from '../calendar.ts'
import { invalidInput } from '../errors.ts'
import { type DueInterval, dueDates } from './due-dates.ts'
import { effectivePctPerMonth } from './effective-rate.ts'
import { daysOfYear, type LoanRate, loanInterest, monthsOfYear, weeksOfYear, type YearPart } from './loan-interest.ts'
import { Exact, type Rounding, roundToSen, roundToStep, type Sen, sen, sumSen } from './money.ts'

/** Flat (tetap), declining (menurun), annuity (anuitas), or everything at the end (musiman). */
export type LoanMethod = 'flat' | 'declining' | 'annuity' | 'bullet'

export type LoanDayCount = 'months' | 'actual_365' | 'actual_360'

export type LoanScheduleInput = {
  readonly principal: Sen
  /** How long the loan runs; where a payment is fixed the number of instalments follows from it. */
  readonly months?: number | undefined
  readonly rate: LoanRate
  readonly method: LoanMethod
  /** Principal and interest of each instalment are rounded to multiples of this, sen; Rp1 unless said otherwise. */
  readonly roundTo?: Sen | undefined
  /** `none` keeps the sen. */
  readonly rounding?: Rounding | 'none' | undefined
  /** Rounds the whole instalment instead of its principal, sen. */
  readonly roundPaymentTo?: Sen | undefined
  /** A fixed instalment, sen. */
  readonly payment?: Sen | undefined
  /** The first months in which only interest is paid. */
  readonly gracePrincipalMonths?: number | undefined
  /** The first months in which nothing is paid; their interest falls due with the first instalment after. */
  readonly graceAllMonths?: number | undefined
  readonly interval?: DueInterval | undefined
  readonly disbursedOn?: CalendarDate | undefined
  readonly firstDueOn?: CalendarDate | undefined
  readonly dayCount?: LoanDayCount | undefined
}

export type LoanInstalment = {
  readonly n: number
  /** Null where no day is known. */
  readonly dueOn: CalendarDate | null
  readonly opening: Sen
  readonly principal: Sen
  readonly interest: Sen
  readonly payment: Sen
  readonly closing: Sen
}

export type LoanSchedule = {
  readonly rows: LoanInstalment[]
  readonly totals: { readonly principal: Sen; readonly interest: Sen; readonly payment: Sen }
  /** All interest as percent a month of the whole loan, over its whole life: what people compare a flat rate with. */
  readonly flatPctPerMonth: string
  /** What the loan really costs, in percent a month of what is still owed. */
  readonly effectivePctPerMonth: string
}

/** Instalments a schedule may have: fifty years of weeks. */
const rowsMax = 2600

const rupiah = sen(100)
const nothing = new Exact(0)
const monthly: DueInterval = { unit: 'month', every: 1 }

/**
 * The instalments of a loan, amounts in sen (domain notes, section 3.1). Flat: interest on the whole principal every
 * time; declining: equal principal, interest on what is owed; annuity: equal payments; bullet: interest every time, the
 * principal with the last. Each part is rounded by itself, an annuity's principal is its rounded payment less the
 * interest, and whatever rounding leaves falls into the last instalment, so that principals add up to the loan. With
 * `none` nothing is rounded on the way and each figure is shown to the sen, as tables of formulas do: only for
 * reckoning, since shown parts may then miss their sum by a sen.
 * A month is 1/12 of a year and a week 1/52, whatever their days, unless `dayCount` counts days.
 *
 * Refused with INVALID_INPUT: `not_divisible`, `grace_too_long`, `principal_too_small` (less than one step for each
 * instalment), `rounding_shortens` (the loan would be paid before its last instalment), `payment_below_interest`,
 * `too_many_instalments`, `first_due_too_early`, `required` (days are counted, but from when?), `amount_too_large`.
 */
export function loanSchedule(input: LoanScheduleInput): LoanSchedule {
  const plan = planOf(input)
  const rows = instalmentsOf(plan)
  const totals = totalsOf(rows)
  const flatPctPerMonth = flatCostOf(plan, totals.interest, rows.length)
  return { rows, totals, flatPctPerMonth, effectivePctPerMonth: costOf(plan, rows) }
}

/** The instalments alone, where nobody asks what the loan costs; refuses the same. */
export function loanInstalments(input: LoanScheduleInput): LoanInstalment[] {
  return instalmentsOf(planOf(input))
}

function instalmentsOf(plan: Plan): LoanInstalment[] {
  const { input } = plan
  const rows: LoanInstalment[] = []
  let left = new Exact(input.principal)
  let unpaid = input.principal
  let deferred = nothing
  for (let n = 1; unpaid > 0; n += 1) {
    const earned = interestOf(plan, n, left)
    const isFree = n <= plan.graceAll
    const own = plan.round(earned)
    const due = deferred.isZero() ? own : plan.round(earned.plus(deferred))
    const interest = isFree ? nothing : due
    const share = principalOf(plan, n, left, { earned, rounded: own })
    const isLast = share.gte(left)
    const principal = isLast ? unpaid : shown(share)
    if (principal >= unpaid && !isLast) throw invalidInput(['rounding'], 'rounding_shortens')
    const opening = rows.at(-1)?.closing ?? input.principal
    left = left.minus(share)
    unpaid = sen(unpaid - principal)
    const ownInterest = shown(interest)
    // Rounded parts are whole: they add up as they are shown.
    const isExact = isLast || plan.isRounded
    const payment = isExact ? sumSen([principal, ownInterest]) : shown(share.plus(interest))
    const closing = isExact ? unpaid : shown(left)
    rows.push({ n, dueOn: plan.dueOn(n), opening, principal, interest: ownInterest, payment, closing })
    deferred = isFree ? deferred.plus(earned) : nothing
  }
  return rows
}

function shown(value: Decimal): Sen {
  return roundToSen(settled(value), 'half_up')
}

/** Far beyond a sen, and far before the last digit a division can keep. */
const decimalsThatCount = 30

/** Three thirds are a whole: what cut divisions miss together is mended before a figure is rounded. */
function settled(value: Decimal): Decimal {
  return value.isInteger() ? value : value.toDecimalPlaces(decimalsThatCount)
}

function totalsOf(rows: readonly LoanInstalment[]): LoanSchedule['totals'] {
  const sum = (part: 'principal' | 'interest' | 'payment') => sumSen(rows.map((row) => row[part]))
  return { principal: sum('principal'), interest: sum('interest'), payment: sum('payment') }
}

/** To four decimals: interest ÷ principal ÷ months. */
function flatCostOf({ input, span }: Plan, interest: Sen, instalments: number): string {
  const months = new Exact(span.count).mul(12 * instalments)
  const perMonth = new Exact(interest).mul(span.ofYear).div(months.mul(input.principal))
  return perMonth.mul(100).toDecimalPlaces(4, Exact.ROUND_HALF_UP).toFixed()
}

function costOf({ input, span }: Plan, rows: readonly LoanInstalment[]): string {
  return effectivePctPerMonth({
    received: input.principal,
    payments: rows.map(({ payment }) => payment),
    monthsInPeriod: (span.count * 12) / span.ofYear,
  })
}

/** What every instalment of one loan shares. */
type Plan = {
  readonly input: LoanScheduleInput
  /** How many instalments; undefined where it follows from a fixed payment. */
  readonly count: number | undefined
  readonly graceAll: number
  /** Instalments without principal. */
  readonly grace: number
  /** The part of a year between two instalments. */
  readonly span: YearPart
  /** True where every printed part is rounded by itself. */
  readonly isRounded: boolean
  /** Rounds one printed part. */
  readonly round: (value: Decimal) => Decimal
  /** Rounds a whole instalment. */
  readonly roundPayment: (value: Decimal) => Decimal
  /** What each instalment pays where all pay the same: annuities and fixed payments. */
  readonly payment: Decimal | undefined
  /** What each pays back where nothing else decides: an equal part of the principal, exact. */
  readonly share: Decimal
  /** The same as it is printed. */
  readonly roundedShare: Decimal
  /** What each one's time costs where that is the same for all: a flat loan by months. */
  readonly interest: Decimal | undefined
  readonly dueOn: (n: number) => CalendarDate | null
}

function planOf(input: LoanScheduleInput): Plan {
  const { principal, method, interval = monthly, gracePrincipalMonths = 0, graceAllMonths = 0 } = input
  if (input.payment !== undefined && method === 'bullet') throw invalidInput(['payment'], 'not_together')
  const span = interval.unit === 'week' ? weeksOfYear(interval.every) : monthsOfYear(interval.every)
  const count = input.months === undefined ? undefined : instalmentsIn(input.months, interval, 'months')
  const graceAll = instalmentsIn(graceAllMonths, interval, 'graceAllMonths')
  const grace = Math.max(graceAll, instalmentsIn(gracePrincipalMonths, interval, 'gracePrincipalMonths'))
  if (grace >= (count ?? rowsMax)) {
    throw invalidInput([graceAll === grace ? 'graceAllMonths' : 'gracePrincipalMonths'], 'grace_too_long')
  }
  const { rounding = 'half_up', roundTo = rupiah, roundPaymentTo } = input
  const step = rounding === 'none' ? sen(1) : roundTo
  if (count !== undefined && method !== 'bullet' && principal < (count - grace) * step) {
    throw invalidInput(['principal'], 'principal_too_small')
  }
  const days = daysOf(input, count ?? rowsMax, interval)
  const roundBy = (to: Sen) => (value: Decimal) =>
    rounding === 'none' ? value : roundToStep(settled(value), rounding, to)
  const share = new Exact(principal).div(Math.max(1, (count ?? 1) - grace))
  const plan = {
    ...{ input, count, graceAll, grace, span, dueOn: (n: number) => days[n - 1] ?? null },
    ...{ isRounded: rounding !== 'none', round: roundBy(step), roundPayment: roundBy(roundPaymentTo ?? step) },
    ...{ share, roundedShare: roundBy(step)(share) },
  }
  return { ...plan, payment: paymentOf(plan), interest: flatInterest(plan) }
}

function flatInterest({ input, span }: Pick<Plan, 'input' | 'span'>): Decimal | undefined {
  const isSame = input.method === 'flat' && (input.dayCount ?? 'months') === 'months'
  return isSame ? loanInterest(new Exact(input.principal), input.rate, span) : undefined
}

/** How many instalments fall into some months: every `every` months, or 52 weeks a year, half a one counting as one. */
function instalmentsIn(months: number, { unit, every }: DueInterval, field: string): number {
  if (unit === 'week') {
    const count = new Exact(months * 52)
      .div(12 * every)
      .toDecimalPlaces(0, Exact.ROUND_HALF_UP)
      .toNumber()
    return field === 'months' ? Math.max(1, count) : count
  }
  if (months % every !== 0) throw invalidInput([field], 'not_divisible')
  return months / every
}

function daysOf(input: LoanScheduleInput, count: number, interval: DueInterval): (CalendarDate | null)[] {
  const { disbursedOn, firstDueOn, dayCount = 'months' } = input
  if (dayCount !== 'months' && disbursedOn === undefined) throw invalidInput(['disbursedOn'], 'required')
  if (disbursedOn !== undefined && firstDueOn !== undefined && firstDueOn <= disbursedOn) {
    throw invalidInput(['firstDueOn'], 'first_due_too_early')
  }
  return dueDates({ count, interval, disbursedOn, firstDueOn })
}

/** What an instalment's time costs, exact. */
function interestOf({ input, span, dueOn, interest }: Plan, n: number, left: Decimal): Decimal {
  if (interest !== undefined) return interest
  const { principal, rate, method, dayCount = 'months', disbursedOn = '' } = input
  const base = method === 'flat' ? new Exact(principal) : left
  if (dayCount === 'months') return loanInterest(base, rate, span)
  const days = daysBetween(dueOn(n - 1) ?? disbursedOn, dueOn(n) ?? disbursedOn)
  return loanInterest(base, rate, daysOfYear(days, dayCount === 'actual_365' ? 365 : 360))
}

/** What an instalment's time costs: exact, and as it is printed. */
type Interest = { readonly earned: Decimal; readonly rounded: Decimal }

/** What an instalment pays back: by its method, and in the last one all that is left. */
function principalOf(plan: Plan, n: number, left: Decimal, interest: Interest): Decimal {
  const { input, count, grace } = plan
  if (n === count) return left
  if (n <= grace || input.method === 'bullet') return nothing
  const principal = regularPrincipal(plan, interest)
  if (count === undefined) {
    if (principal.lte(0)) throw invalidInput(['payment'], 'payment_below_interest')
    if (n === rowsMax && principal.lt(left)) throw invalidInput(['payment'], 'too_many_instalments', { rowsMax })
    return Exact.min(principal, left)
  }
  const field = input.roundPaymentTo === undefined ? 'roundTo' : 'roundPaymentTo'
  if (principal.lt(0)) throw invalidInput([field], 'payment_below_interest')
  if (principal.gte(left)) throw invalidInput([field], 'rounding_shortens')
  return principal
}

function regularPrincipal(plan: Plan, { earned, rounded }: Interest): Decimal {
  if (plan.payment !== undefined) return plan.payment.minus(rounded)
  if (plan.input.roundPaymentTo === undefined) return plan.roundedShare
  return plan.roundPayment(plan.share.plus(earned)).minus(rounded)
}

/** The payment that is the same every time: the one given, or an annuity's, principal × i ÷ (1 − (1 + i)⁻ⁿ). */
function paymentOf({
  input,
  count = 1,
  grace,
  span,
  roundPayment,
}: Omit<Plan, 'payment' | 'interest'>): Decimal | undefined {
  if (input.payment !== undefined) return new Exact(input.payment)
  if (input.method !== 'annuity') return undefined
  const principal = new Exact(input.principal)
  const interest = loanInterest(principal, input.rate, span)
  const i = interest.div(principal)
  const times = count - grace
  return roundPayment(i.isZero() ? principal.div(times) : interest.div(new Exact(1).minus(i.plus(1).pow(-times))))
}
