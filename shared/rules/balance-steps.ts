import { addDays, type CalendarDate, daysBetween } from '../calendar.ts'
import { invalidInput } from '../errors.ts'
import { type Sen, sumSen } from './money.ts'

/** Deposits positive, withdrawals negative. */
export type BalanceMovement = { readonly date: CalendarDate; readonly amount: Sen }

export type BalanceHistory = {
  readonly from: CalendarDate
  /** The last day that counts; not before `from`. */
  readonly to: CalendarDate
  readonly opening: Sen
  /** In any order. */
  readonly movements: readonly BalanceMovement[]
}

export type BalanceStep = {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly days: number
  readonly balance: Sen
}

/**
 * The runs of equal balances from the first to the last day, in sen; the balance at the end of a day counts for that
 * day, and days whose movements cancel out start no new run.
 * Refused with INVALID_INPUT: `outside_period`, `balance_below_zero` (with the day), `amount_too_large`.
 */
export function balanceSteps({ from, to, opening, movements }: BalanceHistory): BalanceStep[] {
  const changes = changesByDay(movements, from, to)
  const steps: BalanceStep[] = []
  let start = from
  let balance = opening
  for (const [date, change] of changes) {
    if (date > start) steps.push(stepOf(start, addDays(date, -1), balance))
    start = date
    balance = sumSen([balance, change])
    if (balance < 0) throw invalidInput(['movements'], 'balance_below_zero', { date })
  }
  return [...steps, stepOf(start, to, balance)]
}

function stepOf(from: CalendarDate, to: CalendarDate, balance: Sen): BalanceStep {
  return { from, to, days: daysBetween(from, to) + 1, balance }
}

/** What each day changed, in order of days; days whose movements cancel out are left out. */
function changesByDay(movements: readonly BalanceMovement[], from: CalendarDate, to: CalendarDate) {
  const byDay = new Map<CalendarDate, Sen[]>()
  for (const [index, { date, amount }] of movements.entries()) {
    if (date < from || date > to) throw invalidInput(['movements', index, 'date'], 'outside_period')
    const ofDay = byDay.get(date)
    if (ofDay) ofDay.push(amount)
    else byDay.set(date, [amount])
  }
  return [...byDay]
    .map(([date, amounts]) => [date, sumSen(amounts)] as const)
    .filter(([, change]) => change !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
