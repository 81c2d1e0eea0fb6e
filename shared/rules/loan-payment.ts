import type { CalendarDate } from '../calendar.ts'
import { interestAfter, type LoanOnBalance } from './loan-interest-on-balance.ts'
import { interestPaidAhead } from './loan-paid-ahead.ts'
import { type LateLoan, penaltyReckoned, settledOn } from './loan-penalty.ts'
import type { LoanAllocation, LoanExcess, PenaltyRule } from './loan-terms.ts'
import { type Sen, sen, sumSen } from './money.ts'
import { type DueInstalment, unpaidInstalments } from './unpaid-instalments.ts'

/** How much of the agreed interest is owed by who pays a loan back before its end. */
export type EarlySettlement = 'due' | 'running' | 'full'

/** What stands of a loan: what is to be paid of it as it is now, and what was paid so far, whenever. */
export type LoanStanding = LateLoan & {
  /** What was signed, where interest is of what is really owed: the schedule then follows from it; undefined elsewhere. */
  readonly onBalance?: LoanOnBalance | undefined
  readonly disbursedOn: CalendarDate
  readonly paidPrincipal: Sen
  readonly paidInterest: Sen
  readonly paidPenalty: Sen
  /** Penalty that was let off. */
  readonly waivedPenalty: Sen
  /** Held for later instalments. */
  readonly held: Sen
  readonly earlySettlement: EarlySettlement
  readonly allocation: LoanAllocation
  readonly excess: LoanExcess
}

export type Payoff = {
  readonly principal: Sen
  readonly interest: Sen
  readonly penalty: Sen
  readonly total: Sen
}

/** A payment, split: what it pays, and what of it is held for later. */
export type LoanPart = { readonly principal: Sen; readonly interest: Sen; readonly penalty: Sen; readonly held: Sen }

/**
 * What a payment covers on a day, sen (accounting.md section 3.3). First what fell due, the oldest instalment first, with
 * the penalty in the agreed place: before it, or after it. What is more is held for later, or pays ahead: the next
 * instalment, and then principal back, because interest is not taken for months that may never come, unless all of it is
 * owed anyway (`full`). Where interest is of what is left, the next instalment's is taken as it is after this payment.
 * Exactly what settles the loan is split as `payoff` says; more is never asked for.
 */
export function splitPayment(
  standing: LoanStanding,
  amount: Sen,
  date: CalendarDate,
  excess: LoanExcess = standing.excess,
): LoanPart {
  const quote = payoff(standing, date)
  if (amount === quote.total) return { ...quotedParts(quote), held: sen(0) }
  const purse = new Purse(amount)
  const isPenaltyFirst = standing.allocation === 'penalty_interest_principal'
  if (isPenaltyFirst) purse.pay('penalty', quote.penalty)
  const unpaid = unpaidOf(standing)
  const isDue = ({ dueOn }: DueInstalment) => dueOn <= date || quote.principal === 0
  for (const row of unpaid.filter(isDue)) purse.cover(row, standing.allocation)
  if (!isPenaltyFirst) purse.pay('penalty', quote.penalty)
  const held = excess === 'hold' ? purse.rest() : sen(0)
  payAhead(
    purse,
    standing,
    date,
    unpaid.filter((row) => !isDue(row)),
  )
  return { ...purse.paid(), held }
}

/** Spends what is left on instalments to come. */
function payAhead(purse: Purse, standing: LoanStanding, date: CalendarDate, unpaid: readonly DueInstalment[]): void {
  const { onBalance, paidInterest, allocation } = standing
  if (!onBalance) {
    for (const row of unpaid) {
      purse.cover(takesInterest(standing, row, date) ? row : { ...row, interest: sen(0) }, allocation)
    }
    return
  }
  const { principal, interest } = purse.paid()
  const amount = purse.left
  if (amount === 0) return
  const isPrincipalFirst = allocation === 'principal_interest_penalty'
  const before = { principalBefore: principal, interestBefore: paidInterest + interest }
  purse.pay('interest', interestPaidAhead({ loan: onBalance, date, amount, unpaid, isPrincipalFirst, ...before }))
  purse.pay('principal', purse.left)
}

/** The most that can be brought on a day, sen: what settles the loan, less what is held for it. */
export function payableMost(standing: LoanStanding, date: CalendarDate): Sen {
  return sen(Math.max(0, payoff(standing, date).total - standing.held))
}

/** A payment that is brought: with what settles the loan goes what was held for it. */
export function receivedPayment(
  standing: LoanStanding,
  amount: Sen,
  date: CalendarDate,
  excess?: LoanExcess,
): LoanPart & { readonly fromHeld: Sen } {
  const { total } = payoff(standing, date)
  const isSettling = amount + standing.held === total
  return isSettling
    ? { ...splitPayment(standing, total, date), fromHeld: standing.held }
    : { ...splitPayment(standing, amount, date, excess), fromHeld: sen(0) }
}

/** A loan whose penalty of a day is left for another time. */
export function withoutPenalty(standing: LoanStanding, date: CalendarDate): LoanStanding {
  return { ...standing, waivedPenalty: sumSen([standing.waivedPenalty, penaltyOwed(standing, date)]) }
}

/**
 * A payment that names what of it is penalty: that much is paid of it whatever the agreed order, and the amount beside it
 * pays what fell due as if no penalty were owed, sen. What is not named of the penalty stays owed.
 */
export function receivedApart(
  standing: LoanStanding,
  { amount, penalty }: { readonly amount: Sen; readonly penalty: Sen },
  date: CalendarDate,
): LoanPart & { readonly fromHeld: Sen } {
  if (amount === 0) return { principal: sen(0), interest: sen(0), penalty, held: sen(0), fromHeld: sen(0) }
  return { ...receivedPayment(withoutPenalty(standing, date), amount, date), penalty }
}

function quotedParts({ principal, interest, penalty }: Payoff) {
  return { principal, interest, penalty }
}

/** Interest of instalments to come is taken of the one that runs and the next one. */
function takesInterest(
  { schedule, disbursedOn, earlySettlement }: LoanStanding,
  row: DueInstalment,
  date: CalendarDate,
): boolean {
  if (earlySettlement === 'full') return true
  const next = schedule.find((_, index) => (schedule[index - 1]?.dueOn ?? disbursedOn) >= date)
  return !next || row.dueOn <= next.dueOn
}

/** An amount that is spent part by part, never more than there is. */
class Purse {
  #left: number
  readonly #spent = { principal: 0, interest: 0, penalty: 0 }

  constructor(amount: number) {
    this.#left = amount
  }

  get left(): number {
    return this.#left
  }

  pay(part: 'principal' | 'interest' | 'penalty', owed: number): void {
    const taken = Math.min(owed, this.#left)
    this.#left -= taken
    this.#spent[part] += taken
  }

  cover({ principal, interest }: DueInstalment, allocation: LoanAllocation): void {
    const isPrincipalFirst = allocation === 'principal_interest_penalty'
    if (isPrincipalFirst) this.pay('principal', principal)
    this.pay('interest', interest)
    if (!isPrincipalFirst) this.pay('principal', principal)
  }

  /** Takes out what is left. */
  rest(): Sen {
    const left = sen(this.#left)
    this.#left = 0
    return left
  }

  paid() {
    const { principal, interest, penalty } = this.#spent
    return { principal: sen(principal), interest: sen(interest), penalty: sen(penalty) }
  }
}

/**
 * What settles a loan on a day, sen: all principal still owed, the interest owed by then and the penalty. `due` counts
 * instalments that fell due, `running` also the one whose time has begun, `full` all that were agreed (accounting.md
 * section 3.1). Once all principal was paid back no more interest is earned: what was left open then stays open.
 */
export function payoff(standing: LoanStanding, date: CalendarDate): Payoff {
  const { schedule, paidPrincipal, paidInterest } = standing
  const principal = sen(sumSen(schedule.map((row) => row.principal)) - paidPrincipal)
  const owed = principal > 0 ? earnedBy(paidBack(standing, principal, date), date) : earnedInAll(standing)
  const interest = sen(Math.max(0, sumSen(owed.map((row) => row.interest)) - paidInterest))
  const penalty = penaltyOwed(standing, date)
  return { principal, interest, penalty, total: sumSen([principal, interest, penalty]) }
}

/** A loan as if its principal were paid back on a day: months of an instalment that have not begun then cost nothing. */
function paidBack(standing: LoanStanding, principal: Sen, date: CalendarDate): LoanStanding {
  const { onBalance } = standing
  return onBalance ? { ...standing, schedule: interestAfter(onBalance, { date, principal }) } : standing
}

/** Instalments whose interest is owed by who pays a loan back on a day. */
function earnedBy({ schedule, disbursedOn, earlySettlement }: LoanStanding, date: CalendarDate): DueInstalment[] {
  return schedule.filter(({ dueOn }, index) => {
    const begunOn = schedule[index - 1]?.dueOn ?? disbursedOn
    return earlySettlement === 'full' || dueOn <= date || (earlySettlement === 'running' && begunOn < date)
  })
}

/** The same for a loan whose principal is all paid back: nothing where nobody agreed that a rest may stay open. */
function earnedInAll(standing: LoanStanding): DueInstalment[] {
  const date = settledOn(standing)
  return date === undefined ? [] : earnedBy(standing, date)
}

/** Penalty that was reckoned until a day and neither paid nor let off, sen. */
export function penaltyOwed(standing: LoanStanding, date: CalendarDate): Sen {
  const { paidPenalty, waivedPenalty } = standing
  return sen(Math.max(0, penaltyReckoned(standing, date) - paidPenalty - waivedPenalty))
}

type Agreed = Pick<LoanStanding, 'allocation'> & { readonly penalty: Pick<PenaltyRule, 'kind'> }

/** True where interest or penalty may be left open when all principal is paid back. */
export function mayLeaveOpen({ penalty, allocation }: Agreed): boolean {
  return penalty.kind !== 'none' || allocation === 'principal_interest_penalty'
}

/** What is still unpaid of each instalment, oldest first; interest that was let go is owed by nobody. */
export function unpaidOf(standing: LoanStanding): DueInstalment[] {
  const { schedule, paidPrincipal, paidInterest, disbursedOn } = standing
  const unpaid = unpaidInstalments(schedule, [{ date: disbursedOn, principal: paidPrincipal, interest: paidInterest }])
  if (unpaid.some(({ principal }) => principal > 0)) return unpaid
  const earned = new Set(earnedInAll(standing).map(({ dueOn }) => dueOn))
  return unpaid.filter(({ dueOn }) => earned.has(dueOn))
}
