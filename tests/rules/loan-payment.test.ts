import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../shared/calendar.ts'
import {
  type EarlySettlement,
  type LoanStanding,
  payableMost,
  payoff,
  receivedApart,
  receivedPayment,
  splitPayment,
  unpaidOf,
  withoutPenalty,
} from '../../shared/rules/loan-payment.ts'
import { loanSchedule } from '../../shared/rules/loan-schedule.ts'
import type { LoanAllocation } from '../../shared/rules/loan-terms.ts'
import { sen } from '../../shared/rules/money.ts'
import { paidOn, untouched } from '../support/standing.ts'

const rupiah = (amount: number) => sen(amount * 100)

/** Twelve million flat over twelve months, paid out on 10 January: 1.000.000 and 180.000 on the 10th of every month. */
function standing(change: Partial<LoanStanding> = {}): LoanStanding {
  const rate = { ratePct: '1.5', per: 'month' as const }
  const terms = { principal: rupiah(12_000_000), months: 12, method: 'flat' as const, rate, disbursedOn: '2026-01-10' }
  const schedule = loanSchedule(terms).rows.map(({ dueOn, ...row }) => ({ ...row, dueOn: dueOn ?? '' }))
  return {
    ...untouched,
    ...{ disbursedOn: '2026-01-10', schedule },
    ...change,
  }
}

test.each([
  [100_000, 0, 100_000],
  [180_000, 0, 180_000],
  [1_180_000, 1_000_000, 180_000],
  [1_500_000, 1_140_000, 360_000],
])(
  'of Rp%i the oldest instalment takes its interest first, then the next: %i and %i',
  (amount, principal, interest) => {
    expect(splitPayment(standing(), rupiah(amount), '2026-02-10')).toMatchObject({
      principal: rupiah(principal),
      interest: rupiah(interest),
    })
  },
)

test('a part payment is completed before the next instalment is begun', () => {
  const half = standing({ paidPrincipal: rupiah(300_000), paidInterest: rupiah(180_000) })
  expect(splitPayment(half, rupiah(800_000), '2026-02-10')).toMatchObject({
    principal: rupiah(700_000),
    interest: rupiah(100_000),
  })
})

test('what is paid beyond the next instalment is principal: no interest is taken for months that may never come', () => {
  const almostAll = rupiah(12_180_000 - 1)
  expect(splitPayment(standing(), almostAll, '2026-02-10')).toMatchObject({
    ...{ principal: rupiah(11_819_999), interest: rupiah(360_000) },
  })
})

test.each<[EarlySettlement, string, number]>([
  ['due', '2026-03-10', 360_000],
  ['due', '2026-03-09', 180_000],
  ['running', '2026-03-09', 360_000],
  ['running', '2026-03-10', 360_000],
  ['running', '2026-03-11', 540_000],
  ['running', '2026-01-10', 0],
  ['running', '2026-01-11', 180_000],
  ['full', '2026-01-11', 2_160_000],
])('settled early under the rule "%s" on %s, interest of Rp%i is owed', (earlySettlement, date, interest) => {
  expect(payoff(standing({ earlySettlement }), date)).toEqual({
    ...{ principal: rupiah(12_000_000), interest: rupiah(interest), penalty: 0, total: rupiah(12_000_000 + interest) },
  })
})

test('interest paid ahead is not owed again, and never paid back', () => {
  expect(payoff(standing({ paidInterest: rupiah(500_000) }), '2026-02-10').interest).toBe(0)
})

test('however a loan is paid, its parts add up, and the quote settles what is left', () => {
  const payments = fc.array(fc.integer({ min: 1, max: 4_000_000_00 }), { maxLength: 12 })
  const rule = fc.constantFrom<EarlySettlement>('due', 'running', 'full')
  fc.assert(
    fc.property(payments, rule, fc.integer({ min: 0, max: 500 }), (amounts, earlySettlement, days) => {
      const date = addDays('2026-01-10', days)
      let now = standing({ earlySettlement })
      for (const amount of amounts) {
        const quote = payoff(now, date)
        if (amount > quote.total) continue
        expect(splitPayment(now, quote.total, date)).toMatchObject({
          principal: quote.principal,
          interest: quote.interest,
        })
        const { principal, interest } = splitPayment(now, sen(amount), date)
        expect(principal + interest).toBe(amount)
        expect(principal).toBeLessThanOrEqual(quote.principal)
        now = paidOn(now, date, { principal, interest })
      }
      const { principal } = payoff(now, date)
      expect(now.paidPrincipal + principal).toBe(rupiah(12_000_000))
    }),
    { numRuns: 500 },
  )
})

describe('with a penalty', () => {
  const penalty = { kind: 'pct_per_day', pct: '0.1', graceDays: 0, capPct: null } as const
  /** Ten days late with the first instalment: Rp11.800. */
  const late = (allocation: LoanAllocation) => standing({ penalty, allocation })
  const on = '2026-02-20'

  test.each<[LoanAllocation, number, number, number, number]>([
    ['interest_principal_penalty', 100_000, 0, 100_000, 0],
    ['interest_principal_penalty', 1_180_000, 1_000_000, 180_000, 0],
    ['interest_principal_penalty', 1_185_000, 1_000_000, 180_000, 5_000],
    ['interest_principal_penalty', 1_200_000, 1_000_000, 188_200, 11_800],
    ['penalty_interest_principal', 5_000, 0, 0, 5_000],
    ['penalty_interest_principal', 1_180_000, 988_200, 180_000, 11_800],
    ['principal_interest_penalty', 100_000, 100_000, 0, 0],
    ['principal_interest_penalty', 1_100_000, 1_000_000, 100_000, 0],
    ['principal_interest_penalty', 1_191_801, 1_000_001, 180_000, 11_800],
  ])('by %s Rp%i is %i principal, %i interest and %i penalty', (allocation, amount, principal, interest, owed) => {
    expect(splitPayment(late(allocation), rupiah(amount), on)).toEqual({
      ...{ principal: rupiah(principal), interest: rupiah(interest), penalty: rupiah(owed), held: 0 },
    })
  })

  test('what settles the loan has it, and what was paid or let off is not owed again', () => {
    const quote = payoff(late('interest_principal_penalty'), on)
    expect(quote).toMatchObject({ penalty: rupiah(11_800), total: rupiah(12_000_000 + 360_000 + 11_800) })
    const partly = { ...late('interest_principal_penalty'), paidPenalty: rupiah(1_800), waivedPenalty: rupiah(4_000) }
    expect(payoff(partly, on).penalty).toBe(rupiah(6_000))
    expect(payoff({ ...partly, waivedPenalty: rupiah(50_000) }, on).penalty).toBe(0)
  })
})

describe('a payment that names its penalty', () => {
  const penalty = { kind: 'pct_per_day', pct: '0.1', graceDays: 0, capPct: null } as const
  const late = standing({ penalty, allocation: 'penalty_interest_principal' })
  const on = '2026-02-20'
  const apart = (amount: number, named: number, of = late) =>
    receivedApart(of, { amount: rupiah(amount), penalty: rupiah(named) }, on)
  const nothing = { principal: 0, interest: 0, penalty: 0, held: 0, fromHeld: 0 }

  test.each([
    [1_180_000, 0, 1_000_000, 180_000],
    [1_180_000, 11_800, 1_000_000, 180_000],
    [100_000, 1_800, 0, 100_000],
    [0, 11_800, 0, 0],
    [12_360_000, 0, 12_000_000, 360_000],
    [12_360_000, 11_800, 12_000_000, 360_000],
  ])('Rp%i beside Rp%i of penalty is %i principal and %i interest, whatever the order', (amount, named, ...parts) => {
    const [principal = 0, interest = 0] = parts
    expect(apart(amount, named)).toEqual({
      ...nothing,
      ...{ principal: rupiah(principal), interest: rupiah(interest), penalty: rupiah(named) },
    })
  })

  test('what is not named stays owed when all else is paid', () => {
    const back = paidOn(late, on, apart(12_360_000, 1_800))
    expect(payoff(back, on)).toMatchObject({ principal: 0, interest: 0, penalty: rupiah(10_000) })
  })

  test('with the whole of it, what settles the loan takes what is held along', () => {
    const held = { ...late, held: rupiah(360_000) }
    expect(payableMost(withoutPenalty(held, on), on)).toBe(rupiah(12_000_000))
    const settling = apart(12_000_000, 11_800, held)
    expect(settling).toEqual(receivedPayment(held, rupiah(12_011_800), on))
    expect(settling.fromHeld).toBe(rupiah(360_000))
  })
})

describe('more than what fell due', () => {
  test('is held where that is agreed, and nothing is paid ahead', () => {
    const held = splitPayment(standing({ excess: 'hold' }), rupiah(1_500_000), '2026-02-10')
    expect(held).toEqual({ principal: rupiah(1_000_000), interest: rupiah(180_000), penalty: 0, held: rupiah(320_000) })
    expect(splitPayment(standing(), rupiah(1_500_000), '2026-02-10', 'hold').held).toBe(rupiah(320_000))
    expect(splitPayment(standing({ excess: 'hold' }), rupiah(1_500_000), '2026-02-10', 'prepay').held).toBe(0)
  })

  test('settles the loan with what is held for it', () => {
    const now = standing({ held: rupiah(180_000) })
    expect(payableMost(now, '2026-02-10')).toBe(rupiah(12_000_000))
    expect(receivedPayment(now, rupiah(12_000_000), '2026-02-10')).toEqual({
      ...{ principal: rupiah(12_000_000), interest: rupiah(180_000), penalty: 0, held: 0, fromHeld: rupiah(180_000) },
    })
    expect(receivedPayment(now, rupiah(11_999_999), '2026-02-10').fromHeld).toBe(0)
  })
})

test('once all principal is back no more interest is earned, and what was left open stays owed', () => {
  const until = paidOn(standing({ allocation: 'principal_interest_penalty' }), '2026-12-10', {
    ...{ principal: rupiah(11_000_000), interest: rupiah(1_980_000) },
  })
  const part = splitPayment(until, rupiah(1_100_000), '2027-01-10')
  expect(part).toMatchObject({ principal: rupiah(1_000_000), interest: rupiah(100_000) })
  const back = paidOn(until, '2027-01-10', part)
  expect(payoff(back, '2027-12-31')).toMatchObject({ principal: 0, interest: rupiah(80_000), total: rupiah(80_000) })
  expect(unpaidOf(back)).toEqual([{ dueOn: '2027-01-10', principal: 0, interest: rupiah(80_000) }])
  expect(splitPayment(back, rupiah(80_000), '2027-12-31')).toMatchObject({ interest: rupiah(80_000) })
})
