import { type CalendarDate, daysBetween } from '../calendar.ts'
import type { LoanClass } from './allowance.ts'
import { Exact, roundToSen, type Sen, sen, sumSen } from './money.ts'
import { type DueInstalment, unpaidInstalments } from './unpaid-instalments.ts'

export type LoanToAccrue = {
  readonly disbursedOn: CalendarDate
  readonly schedule: readonly DueInstalment[]
  readonly paidPrincipal: Sen
  readonly paidInterest: Sen
  readonly class: LoanClass
}

/**
 * How much unpaid interest of a loan is income by the end of a day, sen: all that fell due of a current loan, nothing of
 * a worse one. Where a year ends, `untilTheDay` also counts the days that ran of the next instalment, rounded down to the
 * rupiah (accounting.md sections 3.5 and 8.3).
 */
export function accruedInterest(
  loan: LoanToAccrue,
  asOf: CalendarDate,
  { untilTheDay }: { untilTheDay: boolean },
): Sen {
  if (loan.class !== 'current') return sen(0)
  const paid = { date: asOf, principal: loan.paidPrincipal, interest: loan.paidInterest }
  const open = unpaidInstalments(loan.schedule, [paid])
  const due = sumSen(open.filter(({ dueOn }) => dueOn <= asOf).map(({ interest }) => interest))
  return untilTheDay ? sumSen([due, runSince(loan, open, asOf)]) : due
}

/** What ran of the instalment that falls due next, less what was paid of it ahead of time. */
function runSince({ schedule, disbursedOn }: LoanToAccrue, open: readonly DueInstalment[], asOf: CalendarDate): Sen {
  const place = schedule.findIndex(({ dueOn }) => dueOn > asOf)
  const next = schedule[place]
  if (!next) return sen(0)
  const begunOn = schedule[place - 1]?.dueOn ?? disbursedOn
  const days = daysBetween(begunOn, asOf)
  if (days <= 0) return sen(0)
  const share = new Exact(next.interest).mul(days).div(daysBetween(begunOn, next.dueOn))
  const unpaid = open.find(({ dueOn }) => dueOn === next.dueOn)?.interest ?? 0
  return sen(Math.max(0, roundToSen(share, 'down', 100) - (next.interest - unpaid)))
}
