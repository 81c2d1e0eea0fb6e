import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, lastDayOfMonth, monthOf } from '../../shared/calendar.ts'
import { Refusal } from '../../shared/errors.ts'
import { loanClasses } from '../../shared/rules/allowance.ts'
import { collectibilityOf } from '../../shared/rules/collectibility.ts'
import { loanDue } from '../../shared/rules/loan-due.ts'
import { isOnBalance } from '../../shared/rules/loan-interest-on-balance.ts'
import {
  type LoanPart,
  type LoanStanding,
  payableMost,
  payoff,
  penaltyOwed,
  receivedPayment,
  splitPayment,
  unpaidOf,
} from '../../shared/rules/loan-payment.ts'
import { penaltyReckoned } from '../../shared/rules/loan-penalty.ts'
import { type LoanQuote, loanQuote } from '../../shared/rules/loan-quote.ts'
import type { LoanTerms, LoanWish } from '../../shared/rules/loan-terms.ts'
import { sen, sumSen } from '../../shared/rules/money.ts'
import { anyTerms, anyWish, runs } from '../support/any-loan.ts'
import { paidOn } from '../support/standing.ts'

/** Laws of a loan that hold whatever its bylaws say and whenever somebody pays: over thousands of products and histories. */

const step = fc.record({
  day: fc.integer({ min: 0, max: 800 }),
  does: fc.constantFrom('pays', 'pays', 'pays_due', 'pays_most', 'uses_held', 'is_let_off'),
  pct: fc.integer({ min: 1, max: 100 }),
  excess: fc.constantFrom('prepay' as const, 'hold' as const, undefined),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const life = fc.record({ terms: anyTerms, wish: anyWish, steps: fc.array(step, { maxLength: 14 }) })

/** What bylaws give no schedule for is refused; that is no life. */
function quoted(terms: LoanTerms, wish: LoanWish): LoanQuote | undefined {
  try {
    return loanQuote(terms, wish)
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal)
    return undefined
  }
}

function begun({ schedule }: LoanQuote, terms: LoanTerms, { disbursedOn }: LoanWish): LoanStanding {
  const none = sen(0)
  const signed = schedule.rows.map((row) => ({ ...row, dueOn: row.dueOn ?? '' }))
  const onBalance = isOnBalance(terms) ? { ...terms, disbursedOn, schedule: signed, paid: [] } : undefined
  return {
    ...{ disbursedOn, history: [], schedule: signed, onBalance },
    ...{ paidPrincipal: none, paidInterest: none, paidPenalty: none, waivedPenalty: none, held: none },
    ...{ penalty: terms.penalty, allocation: terms.allocation, excess: terms.excess },
    earlySettlement: terms.earlySettlement,
  }
}

/** The loan after a payment of which some came out of what was held. */
function after(loan: LoanStanding, date: string, part: LoanPart & { readonly fromHeld: number }): LoanStanding {
  const { held, fromHeld, ...paid } = part
  return paidOn(loan, date, { ...paid, held: held - fromHeld })
}

/** One step of a life; undefined where there is nothing to do. */
function taken(loan: LoanStanding, { day, does, pct, excess }: Step): LoanStanding | undefined {
  const date = addDays(loan.disbursedOn, day)
  const share = (amount: number) => sen(Math.ceil((amount * pct) / 100))
  if (does === 'is_let_off') {
    const waivedPenalty = sen(loan.waivedPenalty + share(penaltyOwed(loan, date)))
    return { ...loan, waivedPenalty }
  }
  if (does === 'uses_held') {
    const amount = share(Math.min(loan.held, payoff(loan, date).total))
    if (amount === 0) return undefined
    return checked(loan, date, amount, { ...splitPayment(loan, amount, date, 'prepay'), fromHeld: amount })
  }
  const most = payableMost(loan, date)
  const amount =
    does === 'pays_most' ? most : does === 'pays_due' ? sen(Math.min(most, loanDue(loan, date).total)) : share(most)
  if (amount === 0) return undefined
  return checked(loan, date, amount, receivedPayment(loan, amount, date, excess))
}

/** What was brought and what was taken out of what was held is what was paid and put by: no sen is made or lost. */
function checked(loan: LoanStanding, date: string, amount: number, part: LoanPart & { readonly fromHeld: number }) {
  const { principal, interest, penalty, held, fromHeld } = part
  expect(Math.min(principal, interest, penalty, held, fromHeld)).toBeGreaterThanOrEqual(0)
  const brought = fromHeld === amount && held === 0 && principal + interest + penalty === amount ? 0 : amount
  expect(principal + interest + penalty + held).toBe(brought + fromHeld)
  expect(fromHeld).toBeLessThanOrEqual(loan.held)
  const next = after(loan, date, part)
  expect(penalty).toBeLessThanOrEqual(penaltyOwed(loan, date))
  // However it is paid, also ahead and dated back: interest is taken only where the loan still earns it afterwards.
  if (interest > 0) expect(next.paidInterest).toBeLessThanOrEqual(interestOf(next.schedule))
  return next
}

function interestOf(schedule: LoanStanding['schedule']): number {
  return sumSen(schedule.map(({ interest }) => interest))
}

function expectSound(loan: LoanStanding, principal: number): void {
  const owed = principal - loan.paidPrincipal
  expect(owed).toBeGreaterThanOrEqual(0)
  expect(loan.held).toBeGreaterThanOrEqual(0)
  expect(loan.paidInterest).toBeLessThanOrEqual(interestOf(loan.onBalance?.schedule ?? loan.schedule))
  const unpaid = unpaidOf(loan)
  expect(sumSen(unpaid.map((row) => row.principal))).toBe(owed)
  expect(unpaid.every((row) => row.principal >= 0 && row.interest >= 0)).toBe(true)
}

function lived({ terms, wish, steps }: { terms: LoanTerms; wish: LoanWish; steps: readonly Step[] }) {
  const quote = quoted(terms, wish)
  if (!quote) return undefined
  let loan = begun(quote, terms, wish)
  for (const one of steps) {
    loan = taken(loan, one) ?? loan
    expectSound(loan, wish.principal)
  }
  return { quote, loan }
}

test('a schedule has its instalments, its principals sum to the loan, and what is paid out and taken off is the loan', () => {
  let schedules = 0
  const holds = fc.property(anyTerms, anyWish, (terms, wish) => {
    const quote = quoted(terms, wish)
    if (!quote) return
    schedules += 1
    const { unit, every } = terms.interval
    const { rows } = quote.schedule
    expect(rows.length).toBe(unit === 'month' ? wish.months / every : Math.round((wish.months * 52) / (12 * every)))
    expect(sumSen(rows.map(({ principal }) => principal))).toBe(wish.principal)
    expect(rows.every((row) => Math.min(row.principal, row.interest, row.closing) >= 0)).toBe(true)
    expect(rows.at(-1)?.closing).toBe(0)
    expect(sumSen(Object.values(quote.deductions)) + quote.netPayout).toBe(wish.principal)
    for (const [index, row] of rows.entries()) expectInMonth(row.dueOn ?? '', wish.disbursedOn, index + 1, terms)
  })
  fc.assert(holds, { numRuns: runs(3_000) })
  expect(schedules).toBeGreaterThan(runs(500))
})

/** An instalment falls on the day of the month of the payout, or on the last of a month that has no such day. */
function expectInMonth(dueOn: string, disbursedOn: string, n: number, { interval }: LoanTerms): void {
  if (interval.unit === 'week') {
    expect(dueOn).toBe(addDays(disbursedOn, 7 * interval.every * n))
    return
  }
  const day = disbursedOn.slice(8)
  const month = monthOf(dueOn)
  const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
  expect(months(month) - months(disbursedOn)).toBe(n * interval.every)
  expect(dueOn).toBe(`${month}-${day}` <= lastDayOfMonth(month) ? `${month}-${day}` : lastDayOfMonth(month))
}

test('paid and owed are always the loan, nothing falls below zero, and no payment makes or loses a sen', () => {
  let lives = 0
  fc.assert(
    fc.property(life, (input) => {
      if (lived(input)) lives += 1
    }),
    { numRuns: runs(1_000) },
  )
  expect(lives).toBeGreaterThan(runs(500))
})

test('who pays what a payoff asks for owes nothing more, on any day from the last payment on', () => {
  const day = fc.integer({ min: 0, max: 900 })
  fc.assert(
    fc.property(life, day, (input, days) => {
      const state = lived(input)
      if (!state) return
      const { loan } = state
      const last = Math.max(0, ...input.steps.map(({ day }) => day))
      const date = addDays(loan.disbursedOn, last + days)
      const quote = payoff(loan, date)
      const { principal, interest, penalty, held } = splitPayment(loan, quote.total, date)
      expect({ principal, interest, penalty, total: principal + interest + penalty }).toEqual(quote)
      expect(held).toBe(0)
      const settled = after(loan, date, { ...splitPayment(loan, quote.total, date), fromHeld: sen(0) })
      expect(settled.paidPrincipal).toBe(input.wish.principal)
      expect(payoff(settled, date).total).toBe(0)
      expect(loanDue(settled, date)).toMatchObject({ principal: 0, interest: 0, penalty: 0, total: 0, next: null })
    }),
    { numRuns: runs(1_000) },
  )
})

test('a loan only gets worse while nobody pays: days overdue, class and penalty never fall', () => {
  const days = fc.tuple(fc.integer({ min: 0, max: 1_500 }), fc.integer({ min: 0, max: 400 }))
  const preset = fc.constantFrom('ksp_2009' as const, 'days_30_180_270' as const)
  fc.assert(
    fc.property(life, days, preset, fc.nat(10_000_000_00), (input, [first, more], asked, collateral) => {
      const state = lived(input)
      if (!state) return
      const { loan } = state
      // What was paid later than the first day would make the loan better in between.
      const last = Math.max(0, ...input.steps.map(({ day }) => day))
      const [earlier, later] = [first + last, first + last + more].map((day) => {
        const asOf = addDays(loan.disbursedOn, day)
        const judged = collectibilityOf(unpaidOf(loan), {
          ...{ asOf, preset: asked, schedule: loan.schedule, collateral: sen(collateral) },
          repayment: loan.schedule.length === 1 ? 'bullet' : 'instalments',
        })
        return { ...judged, rank: loanClasses.indexOf(judged.class), penalty: penaltyReckoned(loan, asOf) }
      })
      expect(later?.daysOverdue).toBeGreaterThanOrEqual(earlier?.daysOverdue ?? 0)
      expect(later?.rank).toBeGreaterThanOrEqual(earlier?.rank ?? 0)
      expect(later?.penalty).toBeGreaterThanOrEqual(earlier?.penalty ?? 0)
      expect(later?.overduePrincipal).toBeGreaterThanOrEqual(earlier?.overduePrincipal ?? 0)
    }),
    { numRuns: runs(1_000) },
  )
})

test('who pays every instalment on its day pays what was signed, is never late, and is free at the end', () => {
  fc.assert(
    fc.property(anyTerms, anyWish, (terms, wish) => {
      const quote = quoted(terms, wish)
      if (!quote) return
      let loan = begun(quote, terms, wish)
      for (const { dueOn, payment } of quote.schedule.rows) {
        const date = dueOn ?? ''
        expect(loanDue(loan, date)).toMatchObject({ penalty: 0, total: payment })
        if (payment > 0) loan = after(loan, date, receivedPayment(loan, payment, date))
      }
      expect([loan.paidPrincipal, loan.paidInterest]).toEqual([
        quote.schedule.totals.principal,
        quote.schedule.totals.interest,
      ])
      expect(payoff(loan, loan.schedule.at(-1)?.dueOn ?? '').total).toBe(0)
    }),
    { numRuns: runs(250) },
  )
})
