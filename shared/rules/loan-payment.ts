import type { CalendarDate } from '../calendar.ts'
import { type Sen, sen, sumSen } from './money.ts'
import { type DueInstalment, unpaidInstalments } from './unpaid-instalments.ts'

/** How much of the agreed interest is owed by who pays a loan back before its end. */
export type EarlySettlement = 'due' | 'running' | 'full'

/** What stands of a loan: its schedule, and what was paid of it so far, whenever. */
export type LoanStanding = {
  readonly disbursedOn: CalendarDate
  readonly schedule: readonly DueInstalment[]
  readonly paidPrincipal: Sen
  readonly paidInterest: Sen
  readonly earlySettlement: EarlySettlement
}

export type Payoff = {
  readonly principal: Sen
  readonly interest: Sen
  readonly penalty: Sen
  readonly total: Sen
}

/** A payment, split. */
export type LoanPart = { readonly principal: Sen; readonly interest: Sen }

/**
 * What a payment covers on a day, sen: the oldest instalment first, its interest before its principal, then the next
 * one ahead of time (accounting.md section 3.3). What is more pays principal back: interest is not taken for months that
 * may never come, unless all of it is owed anyway (`full`). Exactly what settles the loan is split as `payoff` says; more
 * is never asked for.
 */
export function splitPayment(standing: LoanStanding, amount: Sen, date: CalendarDate): LoanPart {
  const quote = payoff(standing, date)
  if (amount === quote.total) return { principal: quote.principal, interest: quote.interest }
  const { schedule, disbursedOn, earlySettlement } = standing
  const next = schedule.find((_, index) => (schedule[index - 1]?.dueOn ?? disbursedOn) >= date)
  const last = earlySettlement === 'full' ? undefined : next
  let left: number = amount
  let [principal, interest] = [0, 0]
  for (const row of unpaidOf(standing)) {
    const interestPart = !last || row.dueOn <= last.dueOn ? Math.min(row.interest, left) : 0
    const principalPart = Math.min(row.principal, left - interestPart)
    left -= interestPart + principalPart
    interest += interestPart
    principal += principalPart
  }
  return { principal: sen(principal), interest: sen(interest) }
}

/**
 * What settles a loan on a day, sen: all principal still owed and the interest owed by then. `due` counts instalments
 * that fell due, `running` also the one whose time has begun, `full` all that were agreed (accounting.md section 3.1).
 */
export function payoff(standing: LoanStanding, date: CalendarDate): Payoff {
  const { schedule, paidPrincipal, paidInterest, earlySettlement, disbursedOn } = standing
  const owed = schedule.filter(({ dueOn }, index) => {
    const begunOn = schedule[index - 1]?.dueOn ?? disbursedOn
    return earlySettlement === 'full' || dueOn <= date || (earlySettlement === 'running' && begunOn < date)
  })
  const principal = sen(sumSen(schedule.map((row) => row.principal)) - paidPrincipal)
  const interest = sen(Math.max(0, sumSen(owed.map((row) => row.interest)) - paidInterest))
  return { principal, interest, penalty: sen(0), total: sumSen([principal, interest]) }
}

/** What is still unpaid of each instalment, oldest first. */
export function unpaidOf({ schedule, paidPrincipal, paidInterest, disbursedOn }: LoanStanding): DueInstalment[] {
  return unpaidInstalments(schedule, [{ date: disbursedOn, principal: paidPrincipal, interest: paidInterest }])
}
