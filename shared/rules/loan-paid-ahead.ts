import type { CalendarDate } from '../calendar.ts'
import { interestAfter, type LoanOnBalance } from './loan-interest-on-balance.ts'
import { type Sen, sen, sumSen } from './money.ts'
import type { DueInstalment } from './unpaid-instalments.ts'

/** Money that is brought for instalments that did not fall due, sen. */
export interface PaidAhead {
  readonly loan: LoanOnBalance
  readonly date: CalendarDate
  readonly amount: number
  /** Principal that fell due and is paid along with it. */
  readonly principalBefore: number
  /** All interest paid so far, with what is paid along. */
  readonly interestBefore: number
  /** What is unpaid of each instalment that did not fall due. */
  readonly unpaid: readonly DueInstalment[]
  readonly isPrincipalFirst: boolean
}

/**
 * How much of money paid ahead is interest, sen, where interest is of what is really owed: that of the instalment that
 * runs in its agreed place, then, after the principal of the next one, the interest of that; the rest is principal. Taken
 * is only what is owed after this very payment, since the principal in it lowers the interest of what has not begun.
 */
export function interestPaidAhead(ahead: PaidAhead): Sen {
  const { loan, date, amount, unpaid, isPrincipalFirst } = ahead
  const { schedule, disbursedOn } = loan
  const next = schedule.findIndex((_, index) => (schedule[index - 1]?.dueOn ?? disbursedOn) >= date)
  const begun = next < 0 ? schedule.length : next
  const principalOf = (row: DueInstalment | undefined) =>
    unpaid.find(({ dueOn }) => dueOn === row?.dueOn)?.principal ?? 0
  const own = principalOf(schedule[begun - 1])
  const running = interestWithin(ahead, begun, [0, isPrincipalFirst ? Math.max(0, amount - own) : amount])
  const rest = amount - running - own - principalOf(schedule[begun])
  return rest <= 0 ? running : interestWithin(ahead, begun + 1, [running, running + rest])
}

/** Rounds after which less and less interest would be taken for ever: only where a month costs about all that is lent. */
const roundsMax = 60

/**
 * The most interest of the first instalments that is still owed when the rest of the money is paid as principal. Less
 * interest is more principal, and that lowers the interest again: from above it comes down to what stands.
 */
function interestWithin(ahead: PaidAhead, count: number, [least, most]: readonly [number, number]): Sen {
  let interest = most
  for (let round = 0; round < roundsMax; round += 1) {
    const owed = owedWith(ahead, count, ahead.amount - interest)
    if (owed >= interest) return sen(interest)
    interest = Math.max(least, owed)
  }
  return sen(least)
}

function owedWith(
  { loan, date, principalBefore, interestBefore }: PaidAhead,
  count: number,
  principal: number,
): number {
  const rows = interestAfter(loan, { date, principal: principalBefore + principal }).slice(0, count)
  return Math.max(0, sumSen(rows.map(({ interest }) => interest)) - interestBefore)
}
