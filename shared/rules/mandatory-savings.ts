import { addMonthsToMonth, type CalendarDate, type CalendarMonth, monthOf } from '../calendar.ts'
import { assert } from '../errors.ts'
import { type Sen, sen, sumSen } from './money.ts'

/** What is due each month from this month on, until the next such amount. */
type MandatoryAmount = { readonly from: CalendarMonth; readonly amount: Sen }

export type MandatorySavingsInput = {
  readonly joinedOn: CalendarDate
  readonly leftOn?: CalendarDate | undefined
  /** In any order, at most one per month, none negative. */
  readonly amounts: readonly MandatoryAmount[]
  /** All that was paid in, less what was paid back. */
  readonly paid: Sen
  readonly asOf: CalendarDate
}

export type MandatorySavings = {
  readonly due: Sen
  readonly paid: Sen
  readonly arrears: Sen
  /** Months due that are not fully paid. */
  readonly monthsBehind: number
  /** The last month fully paid, perhaps one still to come; null where not even the first is. */
  readonly paidUntil: CalendarMonth | null
}

/** How far ahead somebody may be said to have paid: a hundred years. */
const aheadMonthsMax = 1200

/**
 * Where a member stands with her mandatory savings (simpanan wajib), in sen: a report, never a receivable (domain
 * notes, section 2). Due is every month from the one she joined in to the one of `asOf`, both included whatever the
 * day; of one who left, to the month before she left. Each month costs the amount in force in it, nothing before the
 * first amount. What was paid covers the oldest month first; what is paid over counts ahead, at the amounts of the
 * months to come.
 */
export function mandatorySavings(input: MandatorySavingsInput): MandatorySavings {
  const { paid } = input
  assert(paid >= 0, 'mandatory savings paid in are not negative')
  const costs = monthCosts(input)
  const due = sumSen(costs)
  const covered = monthsCovered(costs, paid)
  const ahead =
    covered === costs.length && input.leftOn === undefined ? monthsAhead(input, costs.length, paid - due) : 0
  return {
    due,
    paid,
    arrears: sen(Math.max(due - paid, 0)),
    monthsBehind: costs.length - covered,
    paidUntil: covered + ahead === 0 ? null : addMonthsToMonth(firstMonth(input), covered + ahead - 1),
  }
}

/** The month of joining, or the first with an amount where that is later. */
function firstMonth({ joinedOn, amounts }: MandatorySavingsInput): CalendarMonth {
  const firstAmount = amounts.map(({ from }) => from).sort()[0]
  const joined = monthOf(joinedOn)
  return firstAmount !== undefined && firstAmount > joined ? firstAmount : joined
}

function amountIn(month: CalendarMonth, amounts: readonly MandatoryAmount[]): Sen {
  const inForce = amounts.filter(({ from }) => from <= month).sort((a, b) => (a.from < b.from ? 1 : -1))
  return inForce[0]?.amount ?? sen(0)
}

/** The cost of each month due, oldest first. */
function monthCosts(input: MandatorySavingsInput): Sen[] {
  if (input.amounts.length === 0) return []
  const asOfMonth = monthOf(input.asOf)
  const leftMonth = input.leftOn === undefined ? undefined : addMonthsToMonth(monthOf(input.leftOn), -1)
  const last = leftMonth !== undefined && leftMonth < asOfMonth ? leftMonth : asOfMonth
  const costs: Sen[] = []
  for (let month = firstMonth(input); month <= last; month = addMonthsToMonth(month, 1)) {
    costs.push(amountIn(month, input.amounts))
  }
  return costs
}

function monthsCovered(costs: readonly Sen[], paid: Sen): number {
  let left: number = paid
  const short = costs.findIndex((cost) => {
    left -= cost
    return left < 0
  })
  return short < 0 ? costs.length : short
}

/** How many months after the last one due the rest still pays; months that cost nothing are not paid ahead. */
function monthsAhead(input: MandatorySavingsInput, monthsDue: number, rest: number): number {
  let left = rest
  let ahead = 0
  while (ahead < aheadMonthsMax) {
    const cost = amountIn(addMonthsToMonth(firstMonth(input), monthsDue + ahead), input.amounts)
    if (cost === 0 || cost > left) break
    left -= cost
    ahead += 1
  }
  return ahead
}
