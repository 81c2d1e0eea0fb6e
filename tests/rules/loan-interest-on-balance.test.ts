import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../shared/calendar.ts'
import { Refusal } from '../../shared/errors.ts'
import { accruedInterest } from '../../shared/rules/loan-accrual.ts'
import { loanDue } from '../../shared/rules/loan-due.ts'
import {
  interestOnBalance,
  isOnBalance,
  type LoanOnBalance,
  type PaidPrincipal,
} from '../../shared/rules/loan-interest-on-balance.ts'
import { type LoanStanding, payoff, splitPayment } from '../../shared/rules/loan-payment.ts'
import { type LoanScheduleInput, loanInstalments } from '../../shared/rules/loan-schedule.ts'
import { type LoanTerms, type LoanWish, scheduleInput } from '../../shared/rules/loan-terms.ts'
import { sen, sumSen } from '../../shared/rules/money.ts'
import { anyTerms, anyWish, runs } from '../support/any-loan.ts'
import { paidOn, untouched } from '../support/standing.ts'

const rupiah = (amount: number) => sen(amount * 100)

/** Twelve million at 1,5 % a month, paid out on 10 January: twelve instalments on the 10th unless said otherwise. */
function lent(change: Partial<LoanScheduleInput> = {}): LoanOnBalance {
  const wish = { principal: rupiah(12_000_000), months: 12, disbursedOn: '2026-01-10' }
  const rate = { ratePct: '1.5', per: 'month' as const }
  const rows = loanInstalments({ ...wish, rate, method: 'declining', ...change })
  const {
    interval = { unit: 'month', every: 1 } as const,
    roundTo = rupiah(1),
    disbursedOn = '',
  } = { ...wish, ...change }
  const schedule = rows.map(({ dueOn, principal, interest }) => ({ dueOn: dueOn ?? '', principal, interest }))
  return { schedule, disbursedOn, interval, roundTo, rounding: 'half_up', paid: [] }
}

const paying = (date: string, amount: number): PaidPrincipal => ({ date, principal: rupiah(amount) })

/** Interest of the first instalments once principal was paid, rupiah. */
function interest(loan: LoanOnBalance, ...paid: PaidPrincipal[]): number[] {
  return interestOnBalance({ ...loan, paid }).map((row) => row.interest / 100)
}

function standing(onBalance: LoanOnBalance, change: Partial<LoanStanding> = {}): LoanStanding {
  const { disbursedOn, schedule } = onBalance
  return { ...untouched, disbursedOn, schedule, onBalance, ...change }
}

describe('worked by hand', () => {
  test('three million paid ahead of twelve lower the two months in which less is owed than was signed', () => {
    // On 10 March 8 million are owed instead of 10, on 10 April 8 instead of 9; on 10 May the schedule is there too.
    const paid = [paying('2026-02-10', 1_000_000), paying('2026-02-20', 3_000_000)]
    expect(interest(lent(), ...paid).slice(0, 6)).toEqual([180_000, 165_000, 120_000, 120_000, 120_000, 105_000])
  })

  test('of an annuity what is paid on the due day counts for the month that begins with it', () => {
    // 1,5 % of 9.079.840 instead of 11.079.840; the day after, the month has begun.
    const due = paying('2026-02-10', 920_160)
    const annuity = lent({ method: 'annuity' })
    expect(interest(annuity, due)[1]).toBe(166_198)
    expect(interest(annuity, due, paying('2026-02-10', 2_000_000))[1]).toBe(136_198)
    expect(interest(annuity, due, paying('2026-02-11', 2_000_000))[1]).toBe(166_198)
  })

  test('an instalment of three months is reckoned month by month', () => {
    // 180.000 for the month with twelve million, 90.000 for each with six; then 4,5 % of six instead of nine.
    const quarters = lent({ interval: { unit: 'month', every: 3 } })
    expect(interest(quarters)).toEqual([540_000, 405_000, 270_000, 135_000])
    expect(interest(quarters, paying('2026-02-01', 6_000_000))).toEqual([360_000, 270_000, 270_000, 135_000])
  })

  test('so are months in which nothing is paid, and weeks', () => {
    const grace = lent({ graceAllMonths: 3 })
    expect(interest(grace).slice(0, 4)).toEqual([0, 0, 0, 720_000])
    expect(interest(grace, paying('2026-02-10', 6_000_000)).slice(0, 4)).toEqual([0, 0, 0, 450_000])
    const fortnights = lent({ interval: { unit: 'week', every: 2 } })
    const [agreed = 0] = interest(fortnights)
    expect(interest(fortnights, paying('2026-01-17', 6_000_000))[0]).toBe(Math.round(agreed * 0.75))
    expect(interest(fortnights, paying('2026-01-18', 6_000_000))[0]).toBe(agreed)
  })

  test('an instalment paid some days early, and one paid late, cost what was signed', () => {
    const signed = interest(lent())
    expect(interest(lent(), paying('2026-02-03', 1_000_000), paying('2026-03-09', 1_000_000))).toEqual(signed)
    expect(interest(lent(), paying('2026-06-30', 1_000_000))).toEqual(signed)
  })

  test('with one rupiah left no month costs anything, and with none neither', () => {
    const all = [180_000, ...Array.from({ length: 11 }, () => 0)]
    expect(interest(lent(), paying('2026-02-10', 11_999_999))).toEqual(all)
    expect(interest(lent(), paying('2026-02-01', 12_000_000))).toEqual(all)
  })

  test('it is rounded like the schedule, and never above what was agreed', () => {
    const thousands = lent({ roundTo: rupiah(1_000) })
    // 1,5 % of 8.850.000 is 132.750.
    expect(interest(thousands, paying('2026-03-10', 3_150_000))[2]).toBe(133_000)
    // Up to whole hundred thousands it would be 200.000.
    const up = { ...lent(), roundTo: rupiah(100_000), rounding: 'up' as const }
    expect(interest(up, paying('2026-03-10', 2_000_001))[2]).toBe(150_000)
    const free = lent({ rate: { ratePct: '0', per: 'month' } })
    expect(interest(free, paying('2026-01-11', 6_000_000)).every((one) => one === 0)).toBe(true)
  })
})

test.each([
  ['declining', 'due', true],
  ['annuity', 'running', true],
  ['declining', 'full', false],
  ['annuity', 'full', false],
  ['flat', 'due', false],
  ['bullet', 'running', false],
] as const)('%s loans settled by "%s" have interest of what is left: %s', (method, earlySettlement, isSo) => {
  expect(isOnBalance({ method, earlySettlement })).toBe(isSo)
})

describe('a payment', () => {
  const first = paidOn(standing(lent()), '2026-02-10', { principal: rupiah(1_000_000), interest: rupiah(180_000) })

  test('takes of the next instalment the interest that is owed after this very payment', () => {
    // Of three million: 165.000 of the month that runs; 124.340 are 1,5 % of the 8.289.340 that are then left.
    const part = splitPayment(first, rupiah(3_000_000), '2026-02-20')
    expect(part).toMatchObject({ interest: rupiah(165_000 + 124_340), principal: rupiah(2_710_660) })
    const next = paidOn(first, '2026-02-20', part)
    expect(next.schedule.slice(1, 5).map((row) => row.interest / 100)).toEqual([165_000, 124_340, 124_340, 120_000])
    expect(loanDue(next, '2026-03-10')).toMatchObject({ total: 0 })
    // Of the principal of the fourth 289.340 are open; of interest its own.
    expect(loanDue(next, '2026-05-10')).toMatchObject({ principal: rupiah(289_340), interest: rupiah(124_340) })
  })

  test('that is smaller than the next instalment pays its principal first', () => {
    const part = splitPayment(first, rupiah(1_165_000 + 1_000_000), '2026-02-20')
    expect(part).toMatchObject({ interest: rupiah(165_000), principal: rupiah(2_000_000) })
    const more = splitPayment(first, rupiah(1_165_000 + 1_135_000), '2026-02-20')
    expect(more).toMatchObject({ interest: rupiah(165_000 + 135_000), principal: rupiah(2_000_000) })
  })

  test('of all but one rupiah takes no interest of months to come', () => {
    const part = splitPayment(standing(lent()), rupiah(12_180_000 - 1), '2026-02-10')
    expect(part).toMatchObject({ interest: rupiah(180_000), principal: rupiah(11_999_999) })
  })

  test('dated back pays principal where later interest was taken already, and that counts towards what comes', () => {
    const later = ['2026-03-10', '2026-04-10', '2026-05-10']
    const paid = later.reduce(
      (loan, date) => paidOn(loan, date, splitPayment(loan, loanDue(loan, date).total, date)),
      first,
    )
    expect(paid.paidInterest).toBe(rupiah(180_000 + 165_000 + 150_000 + 135_000))
    // Before the third: on 10 March and 10 April two million less were owed than was signed.
    const back = paidOn(paid, '2026-03-10', splitPayment(paid, rupiah(2_000_000), '2026-03-10'))
    expect(back.paidPrincipal).toBe(rupiah(6_000_000))
    expect(back.schedule.map((row) => row.interest / 100).slice(0, 6)).toEqual([
      180_000, 165_000, 120_000, 105_000, 90_000, 90_000,
    ])
    // 630.000 were paid, 660.000 are earned by the fifth: 30.000 of its interest are open.
    expect(loanDue(back, '2026-06-10')).toMatchObject({ principal: 0, interest: rupiah(30_000) })
  })
})

test('a payoff asks for the months that have begun, also of an instalment of several', () => {
  const quarters = standing(lent({ interval: { unit: 'month', every: 3 } }), { earlySettlement: 'running' })
  expect(payoff(quarters, '2026-02-20')).toMatchObject({ principal: rupiah(12_000_000), interest: rupiah(360_000) })
  const monthly = standing(lent(), { earlySettlement: 'running' })
  expect(payoff(monthly, '2026-02-20')).toMatchObject({ interest: rupiah(180_000 + 165_000) })
})

test('what is booked before it is paid is the lowered interest', () => {
  const loan = lent()
  const paid = [paying('2026-02-10', 1_000_000), paying('2026-02-20', 3_000_000)]
  const schedule = interestOnBalance({ ...loan, paid })
  const accrued = (asOf: string, untilTheDay: boolean) => {
    const so = { paidPrincipal: rupiah(4_000_000), paidInterest: rupiah(345_000), class: 'current' as const }
    return accruedInterest({ ...so, schedule, disbursedOn: loan.disbursedOn }, asOf, { untilTheDay }) / 100
  }
  expect([accrued('2026-04-30', false), accrued('2026-05-31', false)]).toEqual([120_000, 240_000])
  // 20 of the 30 days of the month from 10 April.
  expect(accrued('2026-04-30', true)).toBe(120_000 + 80_000)
})

/** Any loan on its balance, with principal paid on any days, never more than all of it. */
const history = fc.array(fc.record({ day: fc.integer({ min: 0, max: 800 }), pct: fc.integer({ min: 0, max: 60 }) }), {
  maxLength: 8,
})
type History = { readonly day: number; readonly pct: number }[]

function onBalance(terms: LoanTerms, wish: LoanWish, paid: History): LoanOnBalance | undefined {
  let left: number = wish.principal
  try {
    const rows = loanInstalments(scheduleInput(terms, wish))
    return {
      ...{ interval: terms.interval, rounding: terms.rounding, roundTo: terms.roundTo, disbursedOn: wish.disbursedOn },
      schedule: rows.map(({ dueOn, principal, interest }) => ({ dueOn: dueOn ?? '', principal, interest })),
      paid: paid.map(({ day, pct }) => {
        const principal = Math.floor((left * pct) / 100)
        left -= principal
        return { date: addDays(wish.disbursedOn, day), principal }
      }),
    }
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal)
    return undefined
  }
}

const falling = anyTerms.map(
  (terms) => ({ ...terms, method: terms.method === 'flat' ? 'declining' : terms.method }) as const,
)

test('interest is never above what was signed, days and principal stay, and more paid ahead never raises any of it', () => {
  let lowered = 0
  const more = fc.record({ day: fc.integer({ min: 0, max: 800 }), pct: fc.integer({ min: 1, max: 100 }) })
  const holds = fc.property(falling, anyWish, history, more, (terms, wish, paid, another) => {
    const loan = onBalance(terms, wish, [...paid, another])
    if (!loan) return
    const few = interestOnBalance({ ...loan, paid: loan.paid.slice(0, -1) })
    const all = interestOnBalance(loan)
    for (const [index, signed] of loan.schedule.entries()) {
      const [before, now] = [few[index], all[index]]
      expect(now).toMatchObject({ dueOn: signed.dueOn, principal: signed.principal })
      expect(before?.interest).toBeLessThanOrEqual(signed.interest)
      expect(now?.interest).toBeLessThanOrEqual(before?.interest ?? 0)
      expect(now?.interest).toBeGreaterThanOrEqual(0)
    }
    if (all.some((row, index) => row.interest < (loan.schedule[index]?.interest ?? 0))) lowered += 1
  })
  fc.assert(holds, { numRuns: runs(3_000) })
  expect(lowered).toBeGreaterThan(runs(500))
})

test('who never pays ahead of the schedule is asked for exactly what was signed', () => {
  let schedules = 0
  const late = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 120, maxLength: 120 })
  const holds = fc.property(falling, anyWish, late, (terms, wish, days) => {
    const loan = onBalance(terms, wish, [])
    if (!loan) return
    const paid = loan.schedule.map(({ dueOn, principal }, index) => ({
      date: addDays(dueOn, days[index] ?? 0),
      principal,
    }))
    expect(interestOnBalance({ ...loan, paid })).toEqual(loan.schedule)
    schedules += 1
  })
  fc.assert(holds, { numRuns: runs(1_000) })
  expect(schedules).toBeGreaterThan(runs(300))
})

/** The interest of a monthly declining loan over its life, month by month in whole numbers: rate × what is owed, half up. */
function walked(
  principal: number,
  months: number,
  rateBasisPoints: number,
  paid: readonly PaidPrincipal[],
  days: string[],
) {
  const share = BigInt(principal) / BigInt(months)
  let scheduled = BigInt(principal)
  let sum = 0n
  for (let month = 0; month < months; month += 1) {
    const begin = days[month] ?? ''
    let left = BigInt(principal)
    for (const { date, principal: part } of paid) if (date <= begin) left -= BigInt(part)
    const base = left < scheduled ? left : scheduled
    sum += (base * BigInt(rateBasisPoints) * 2n + 10_000n) / 20_000n
    scheduled -= share
  }
  return Number(sum)
}

test('over its life a declining loan earns what a loop over its months reckons, to half a sen a month', () => {
  const paid = fc.array(fc.record({ day: fc.integer({ min: 0, max: 720 }), parts: fc.integer({ min: 1, max: 9 }) }), {
    maxLength: 6,
  })
  const terms = fc.record({ months: fc.constantFrom(6, 12, 24), basisPoints: fc.integer({ min: 1, max: 400 }) })
  const holds = fc.property(terms, fc.integer({ min: 100_00, max: 9_000_000_00 }), paid, (agreed, part, parts) => {
    const { months, basisPoints } = agreed
    const rate = { ratePct: String(basisPoints / 100), per: 'month' as const }
    const principal = sen(part * months)
    const loan = lent({ principal, months, rate, roundTo: sen(1) })
    let left: number = principal
    const history = parts.map(({ day, parts: some }) => {
      const amount = Math.min(left, some * part + day)
      left -= amount
      return { date: addDays('2026-01-10', day), principal: amount }
    })
    const sum = sumSen(interestOnBalance({ ...loan, paid: history }).map((row) => row.interest))
    const days = ['2026-01-10', ...loan.schedule.map(({ dueOn }) => dueOn)]
    const expected = walked(principal, months, basisPoints, history, days)
    // The agreed interest is rounded before its share is taken, and that once more.
    expect(Math.abs(sum - expected)).toBeLessThanOrEqual(months)
  })
  fc.assert(holds, { numRuns: runs(2_000) })
})
