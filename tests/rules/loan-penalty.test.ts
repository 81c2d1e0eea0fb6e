import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../shared/calendar.ts'
import { type LateLoan, penaltyReckoned, settledOn } from '../../shared/rules/loan-penalty.ts'
import type { PenaltyRule } from '../../shared/rules/loan-terms.ts'
import { sen } from '../../shared/rules/money.ts'

const rupiah = (amount: number) => sen(amount * 100)
const perDay: PenaltyRule = { kind: 'pct_per_day', pct: '0.1', graceDays: 0, capPct: null }
const perMonth: PenaltyRule = { kind: 'pct_per_month', pct: '2', graceDays: 0, capPct: null }

/** Three instalments of 1.000.000 and 180.000 on the 10th of February, March and April. */
function loan(penalty: Partial<PenaltyRule>, history: LateLoan['history'] = []): LateLoan {
  const schedule = ['2026-02-10', '2026-03-10', '2026-04-10'].map((dueOn) => ({
    ...{ dueOn, principal: rupiah(1_000_000), interest: rupiah(180_000) },
  }))
  return { schedule, history, penalty: { ...perDay, ...penalty } }
}
const paid = (date: string, principal: number, interest: number, held = 0) => ({
  ...{ date, principal: rupiah(principal), interest: rupiah(interest), held: rupiah(held) },
})

test('a month of lateness is counted from the day it fell due, the grace comes on top of each', () => {
  const penalty = { ...perMonth, graceDays: 3 }
  const schedule = [{ dueOn: '2026-01-28', principal: rupiah(1_000_000), interest: sen(0) }]
  const reckoned = (asOf: string) => penaltyReckoned({ schedule, history: [], penalty }, asOf)
  expect([reckoned('2026-03-03'), reckoned('2026-03-04')]).toEqual([rupiah(20_000), rupiah(40_000)])
})

test('interest that fell due on the day all principal was paid is late from then on, what comes after is owed by nobody', () => {
  expect(penaltyReckoned(loan({}, [paid('2026-02-10', 3_000_000, 0)]), '2026-02-20')).toBe(rupiah(1_800))
  expect(penaltyReckoned(loan({}, [paid('2026-02-10', 3_000_000, 180_000)]), '2026-12-31')).toBe(0)
})

describe('by the day', () => {
  test.each([
    ['2026-02-10', 0],
    ['2026-02-11', 1_180],
    ['2026-02-20', 11_800],
    // 29 days of the first, one of the second.
    ['2026-03-11', 29 * 1_180 + 1_180],
  ])('until %s, Rp%i', (asOf, penalty) => {
    expect(penaltyReckoned(loan({}), asOf)).toBe(rupiah(penalty))
  })

  test('days of grace cost nothing, also once they are over', () => {
    const late = loan({ graceDays: 3 })
    expect([penaltyReckoned(late, '2026-02-13'), penaltyReckoned(late, '2026-02-14')]).toEqual([0, rupiah(1_180)])
  })

  test('what is paid on a day is late that day and not after', () => {
    const whole = loan({}, [paid('2026-02-15', 1_000_000, 180_000)])
    expect(penaltyReckoned(whole, '2026-02-15')).toBe(rupiah(5 * 1_180))
    expect(penaltyReckoned(whole, '2026-03-10')).toBe(rupiah(5 * 1_180))
    const part = loan({}, [paid('2026-02-15', 500_000, 180_000)])
    expect(penaltyReckoned(part, '2026-02-20')).toBe(rupiah(5 * 1_180 + 5 * 500))
  })

  test('a cap is a share of the whole instalment', () => {
    expect(penaltyReckoned(loan({ capPct: '1' }), '2026-03-05')).toBe(rupiah(11_800))
  })

  test('is rounded for each instalment, half up to the rupiah', () => {
    const late = loan({ pct: '0.00005' })
    expect(penaltyReckoned(late, '2026-02-11')).toBe(rupiah(1))
    expect(penaltyReckoned(loan({ pct: '0.00004' }), '2026-02-11')).toBe(0)
  })
})

describe('by the month', () => {
  test.each([
    ['2026-02-10', 0],
    ['2026-02-11', 23_600],
    ['2026-03-10', 23_600],
    // The second month of the first instalment, the first of the second one.
    ['2026-03-11', 3 * 23_600],
  ])('every month that began, until %s, Rp%i', (asOf, penalty) => {
    expect(penaltyReckoned(loan(perMonth), asOf)).toBe(rupiah(penalty))
  })

  test('of what was unpaid when the month began', () => {
    const part = loan(perMonth, [paid('2026-02-15', 500_000, 180_000)])
    expect(penaltyReckoned(part, '2026-03-10')).toBe(rupiah(23_600))
    expect(penaltyReckoned(part, '2026-03-11')).toBe(rupiah(23_600 + 10_000 + 23_600))
  })

  test('an instalment of the 31st is late by months that are shorter', () => {
    const schedule = [{ dueOn: '2026-01-31', principal: rupiah(1_000_000), interest: sen(0) }]
    const late: LateLoan = { schedule, history: [], penalty: perMonth }
    const until = (asOf: string) => penaltyReckoned(late, asOf) / rupiah(20_000)
    expect(['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map(until)).toEqual([
      ...[0, 1, 1, 2, 2, 3],
    ])
  })
})

test('where none is agreed there is none', () => {
  expect(penaltyReckoned(loan({ kind: 'none', pct: '5' }), '2030-01-01')).toBe(0)
})

test('money that is held stands for the oldest instalment: nobody is late with what the cooperative has', () => {
  const held = loan({}, [paid('2026-02-05', 0, 0, 500_000)])
  expect(penaltyReckoned(held, '2026-02-20')).toBe(rupiah(6_800))
  const enough = loan({}, [paid('2026-02-05', 0, 0, 1_300_000)])
  expect(penaltyReckoned(enough, '2026-03-10')).toBe(0)
  expect(penaltyReckoned(enough, '2026-03-11')).toBe(rupiah(1_060))
})

test('after all principal came back, what falls due later is owed by nobody and never late', () => {
  const settled = loan({}, [paid('2026-02-20', 3_000_000, 180_000)])
  expect(settledOn(settled)).toBe('2026-02-20')
  expect(penaltyReckoned(settled, '2027-01-01')).toBe(rupiah(11_800))
  const restOpen = loan({}, [paid('2026-02-20', 3_000_000, 100_000)])
  expect(penaltyReckoned(restOpen, '2026-02-22')).toBe(rupiah(11_800 + 160))
})

const payments = fc.array(
  fc.record({
    date: fc.integer({ min: 0, max: 200 }).map((days) => addDays('2026-01-15', days)),
    principal: fc.integer({ min: 0, max: 1_500_000_00 }),
    interest: fc.integer({ min: 0, max: 300_000_00 }),
    held: fc.constant(0),
  }),
  { maxLength: 6 },
)
const rule = fc.record<PenaltyRule>({
  kind: fc.constantFrom('pct_per_day', 'pct_per_month'),
  pct: fc.integer({ min: 1, max: 500 }).map((hundredths) => String(hundredths / 100)),
  graceDays: fc.integer({ min: 0, max: 10 }),
  capPct: fc.option(
    fc.integer({ min: 1, max: 30 }).map((pct) => String(pct)),
    { nil: null },
  ),
})
const days = fc.integer({ min: 0, max: 300 })

test('never falls as days pass, never passes the cap, and an earlier payment never makes it larger', () => {
  fc.assert(
    fc.property(rule, payments, days, days, (penalty, history, first, then) => {
      const late = loan(penalty, history)
      const [early, later] = [Math.min(first, then), Math.max(first, then)].map((day) => addDays('2026-01-15', day))
      const [before, after] = [penaltyReckoned(late, early ?? ''), penaltyReckoned(late, later ?? '')]
      // Once all came back it is what it was on that day: an instalment that was not due yet is let go.
      if (settledOn(late) === undefined) expect(after).toBeGreaterThanOrEqual(before)
      const cap = penalty.capPct === null ? Number.POSITIVE_INFINITY : (3 * 1_180_000 * Number(penalty.capPct)) / 100
      expect(after / 100).toBeLessThanOrEqual(Math.ceil(cap) + 3)
      const more = loan(penalty, [...history, { date: '2026-01-15', principal: 1, interest: 1, held: 0 }])
      expect(penaltyReckoned(more, later ?? '')).toBeLessThanOrEqual(after)
    }),
    { numRuns: 2_000 },
  )
})

test('by the day it is what adding up every single day gives', () => {
  fc.assert(
    fc.property(payments, days, fc.integer({ min: 0, max: 5 }), (history, count, graceDays) => {
      const asOf = addDays('2026-01-15', count)
      const late = loan({ pct: '100', graceDays }, history)
      if (settledOn(late) !== undefined) return
      const until = (day: string, part: 'principal' | 'interest') =>
        history.filter(({ date }) => date <= day).reduce((sum, payment) => sum + payment[part], 0)
      let total = 0
      late.schedule.forEach(({ dueOn, principal, interest }, index) => {
        let own = 0
        for (let day = addDays(dueOn, graceDays + 1); day <= asOf; day = addDays(day, 1)) {
          const eve = addDays(day, -1)
          own += Math.min(principal, Math.max(0, principal * (index + 1) - until(eve, 'principal')))
          own += Math.min(interest, Math.max(0, interest * (index + 1) - until(eve, 'interest')))
        }
        total += Math.round(own / 100) * 100
      })
      expect(penaltyReckoned(late, asOf)).toBe(total)
    }),
    { numRuns: 300 },
  )
})
