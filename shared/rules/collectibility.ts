import { addMonths, type CalendarDate, daysBetween } from '../calendar.ts'
import type { LoanClass } from './allowance.ts'
import { type Sen, sen, sumSen } from './money.ts'
import { type DueInstalment, type LoanPayment, unpaidInstalments } from './unpaid-instalments.ts'

/** `ksp_2009`: the ministry's health rule of 2009; `days_30_180_270`: the simple one of state partnership loans. */
export type CollectibilityPreset = 'ksp_2009' | 'days_30_180_270'

export type CollectibilityInput = {
  readonly preset: CollectibilityPreset
  readonly asOf: CalendarDate
  readonly schedule: readonly DueInstalment[]
  readonly payments: readonly LoanPayment[]
  /** What the collateral is worth, sen. */
  readonly collateral?: Sen | undefined
  readonly repayment: 'instalments' | 'bullet'
  /** Months after which a doubtful loan that was not settled is a loss; 21 unless a cooperative decided otherwise. */
  readonly doubtfulMonthsMax?: number | undefined
}

export type Collectibility = {
  readonly class: LoanClass
  /** Days since the oldest instalment that is not fully paid fell due. */
  readonly daysOverdue: number
  readonly overduePrincipal: Sen
  readonly overdueInterest: Sen
}

/** What a class is judged by. */
type Standing = {
  readonly asOf: CalendarDate
  readonly principalSince: CalendarDate | undefined
  readonly interestSince: CalendarDate | undefined
  /** The last day of the schedule. */
  readonly maturesOn: CalendarDate
  readonly monthsBetweenInstalments: number
  /** Principal owed and interest overdue, sen. */
  readonly debt: number
  readonly collateral: number
  readonly doubtfulMonthsMax: number
}

/** Months after which a doubtful loan that was not settled is a loss, by the rule of 2009 (domain notes, section 3.4). */
export const usualDoubtfulMonths = 21

/**
 * How likely a loan comes back as of a day, from its schedule and what was paid until then (domain notes, section 3.4).
 * Payments cover the oldest instalment first, its interest before its principal. A day on which an instalment falls due
 * is no day overdue. By `ksp_2009` a loan that is worse than kurang lancar is diragukan only with collateral of 75 %
 * of the debt, and macet after 21 months of that.
 */
export function collectibility({ payments, ...loan }: CollectibilityInput): Collectibility {
  const until = payments.filter(({ date }) => date <= loan.asOf)
  return collectibilityOf(unpaidInstalments(loan.schedule, until), loan)
}

/** The same, where what is unpaid of each instalment on the day is known already. */
export function collectibilityOf(
  open: readonly DueInstalment[],
  input: Omit<CollectibilityInput, 'payments'>,
): Collectibility {
  const { asOf, schedule, collateral = sen(0), doubtfulMonthsMax = usualDoubtfulMonths } = input
  const overdue = open.filter(({ dueOn }) => dueOn < asOf)
  const principalSince = overdue.find(({ principal }) => principal > 0)?.dueOn
  const interestSince = overdue.find(({ interest }) => interest > 0)?.dueOn
  const overdueInterest = sumSen(overdue.map(({ interest }) => interest))
  const oldest = overdue[0]?.dueOn
  const standing: Standing = {
    ...{ asOf, principalSince, interestSince, collateral, doubtfulMonthsMax },
    maturesOn: schedule.at(-1)?.dueOn ?? asOf,
    monthsBetweenInstalments: monthsBetweenInstalments(schedule),
    debt: sumSen(open.map(({ principal }) => principal)) + overdueInterest,
  }
  const daysOverdue = oldest === undefined ? 0 : daysBetween(oldest, asOf)
  return {
    class: input.preset === 'days_30_180_270' ? classByDays(daysOverdue) : classOf2009(standing, input.repayment),
    daysOverdue,
    overduePrincipal: sumSen(overdue.map(({ principal }) => principal)),
    overdueInterest,
  }
}

function classByDays(days: number): LoanClass {
  if (days <= 30) return 'current'
  if (days <= 180) return 'substandard'
  return days <= 270 ? 'doubtful' : 'loss'
}

/** Since when, and after how many months, something is a reason for a class. */
type Limits = { readonly since: CalendarDate | undefined; readonly substandard: number; readonly worse: number }

function classOf2009(standing: Standing, repayment: 'instalments' | 'bullet'): LoanClass {
  const { asOf, debt, collateral, doubtfulMonthsMax } = standing
  const limits = repayment === 'bullet' ? bulletLimits(standing) : instalmentLimits(standing)
  const worseOn = earliest(limits.map(({ since, worse }) => after(since, worse)))
  if (worseOn !== undefined && asOf > worseOn) {
    const isCovered = collateral * 4 >= debt * 3
    return isCovered && asOf <= addMonths(worseOn, doubtfulMonthsMax) ? 'doubtful' : 'loss'
  }
  const substandardOn = earliest(limits.map(({ since, substandard }) => after(since, substandard)))
  return substandardOn !== undefined && asOf > substandardOn ? 'substandard' : 'current'
}

/** The table of the rule for loans repaid in instalments, by how often they fall due. */
function instalmentLimits({ principalSince, interestSince, monthsBetweenInstalments: months }: Standing): Limits[] {
  const isMoreOften = months < 1
  const principal = isMoreOften ? [1, 2] : months < 5 ? [3, 6] : [6, 12]
  const interest = isMoreOften ? [1, 3] : [3, 6]
  return [
    { since: principalSince, substandard: principal[0] ?? 0, worse: principal[1] ?? 0 },
    { since: interestSince, substandard: interest[0] ?? 0, worse: interest[1] ?? 0 },
  ]
}

/** Loans repaid at once: interest until they mature, then whatever is unpaid. */
function bulletLimits({ asOf, principalSince, interestSince, maturesOn }: Standing): Limits[] {
  const isMatured = asOf > maturesOn && (principalSince !== undefined || interestSince !== undefined)
  return [
    { since: interestSince, substandard: 3, worse: 6 },
    { since: isMatured ? maturesOn : undefined, substandard: 0, worse: 3 },
  ]
}

function after(since: CalendarDate | undefined, months: number): CalendarDate | undefined {
  return since === undefined ? undefined : addMonths(since, months)
}

function earliest(days: readonly (CalendarDate | undefined)[]): CalendarDate | undefined {
  return days.filter((day) => day !== undefined).sort()[0]
}

/** How far apart instalments usually are; a loan of one instalment counts as monthly. */
function monthsBetweenInstalments(schedule: readonly DueInstalment[]): number {
  const [first, last] = [schedule[0]?.dueOn, schedule.at(-1)?.dueOn]
  if (first === undefined || last === undefined || schedule.length < 2) return 1
  const days = daysBetween(first, last) / (schedule.length - 1)
  // Months have 28 to 31 days: what comes every 28 days or later comes monthly.
  return days < 28 ? 0 : Math.max(1, (days * 12) / 365.25)
}
