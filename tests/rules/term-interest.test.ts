import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths } from '../../shared/calendar.ts'
import { sen } from '../../shared/rules/money.ts'
import {
  maturityOf,
  monthsPassed,
  type TermAgreement,
  termClosing,
  termInterest,
} from '../../shared/rules/term-interest.ts'

const term: TermAgreement = {
  amount: sen(10_000_000_00),
  startsOn: '2026-01-15',
  months: 3,
  ratePctPerYear: '6',
  dayBasis: 'twelfths',
  rounding: 'down',
}

describe('the day a term falls due', () => {
  test.each([
    ['2026-01-15', 3, '2026-04-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
  ])('%s and %i months', (startsOn, months, day) => {
    expect(maturityOf({ startsOn, months })).toBe(day)
  })

  test.each([
    ['2026-02-14', 0],
    ['2026-02-15', 1],
    ['2026-04-14', 2],
    ['2026-04-15', 3],
    ['2030-01-01', 3],
    ['2025-01-01', 0],
  ])('on %s so many months have passed: %i', (asOf, passed) => {
    expect(monthsPassed(term, asOf)).toBe(passed)
  })

  test('the 31st: each month ends on its last day, none is lost or counted twice', () => {
    const from31 = { startsOn: '2026-01-31', months: 4 }
    const days = ['2026-02-27', '2026-02-28', '2026-03-30', '2026-03-31', '2026-04-30', '2026-05-31']
    expect(days.map((day) => monthsPassed(from31, day))).toEqual([0, 1, 1, 2, 3, 4])
  })
})

describe('what a term deposit has earned', () => {
  test.each([
    ['2026-02-14', 0],
    ['2026-02-15', 50_000_00],
    ['2026-04-14', 100_000_00],
    ['2026-04-15', 150_000_00],
    ['2027-01-01', 150_000_00],
  ])('by %s', (asOf, interest) => {
    expect(termInterest(term, asOf)).toBe(interest)
  })

  test('by days: 90 days of a year, of 365 or 360', () => {
    expect(termInterest({ ...term, dayBasis: '365' }, '2026-04-15')).toBe(147_945_00)
    expect(termInterest({ ...term, dayBasis: '360' }, '2026-04-15')).toBe(150_000_00)
  })

  test.each([
    ['0', 0],
    ['1000', 25_000_000_00],
  ])('at %s percent', (ratePctPerYear, interest) => {
    expect(termInterest({ ...term, ratePctPerYear }, '2026-04-15')).toBe(interest)
  })

  test('months add up to the whole, whatever the rate, and are nowhere more than a rupiah apart by twelfths', () => {
    const some = fc.record({
      amount: fc.integer({ min: 1, max: 1e12 }).map((amount) => sen(amount)),
      startsOn: fc.integer({ min: 0, max: 20_000 }).map((day) => addDays('2000-01-01', day)),
      months: fc.integer({ min: 1, max: 36 }),
      ratePctPerYear: fc.constantFrom('0', '0.5', '6', '7.35', '1000'),
      dayBasis: fc.constantFrom('365', '360', 'actual', 'twelfths'),
      rounding: fc.constantFrom('down', 'half_up'),
    })
    fc.assert(
      fc.property(some, (agreed) => {
        const months = Array.from({ length: agreed.months }, (_, month) => addMonths(agreed.startsOn, month + 1))
        let before = 0
        const parts = months.map((day) => {
          const earned = termInterest(agreed, day)
          const part = earned - before
          before = earned
          return part
        })
        expect(parts.every((part) => part >= 0 && part % 100 === 0)).toBe(true)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(termInterest(agreed, maturityOf(agreed)))
        if (agreed.dayBasis === 'twelfths') expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(100)
      }),
    )
  })
})

describe('how a term ends', () => {
  const closing = { term, date: '2026-04-15', rule: 'refused', pct: null, reckoned: sen(0), accrued: sen(0) } as const

  test('at its end all that was not paid is paid', () => {
    expect(termClosing(closing)).toMatchObject({ isEarly: false, interest: 150_000_00, adjustment: 150_000_00 })
    const putAside = { ...closing, reckoned: sen(100_000_00), accrued: sen(100_000_00) }
    expect(termClosing(putAside)).toMatchObject({ interest: 150_000_00, adjustment: 50_000_00 })
    const paidOut = { ...closing, reckoned: sen(100_000_00), accrued: sen(0) }
    expect(termClosing(paidOut)).toMatchObject({ interest: 50_000_00, adjustment: 50_000_00, penalty: 0, forfeited: 0 })
  })

  test('early, what was put aside is given up and what was paid stays paid', () => {
    const early = { ...closing, date: '2026-03-20', rule: 'forfeit_interest' } as const
    expect(termClosing({ ...early, reckoned: sen(50_000_00), accrued: sen(50_000_00) })).toEqual({
      ...{ isEarly: true, interest: 0, adjustment: -50_000_00, penalty: 0, forfeited: 50_000_00 },
    })
    expect(termClosing({ ...early, reckoned: sen(50_000_00) })).toMatchObject({ interest: 0, forfeited: 0 })
  })

  test('early, what is kept of the principal is cut to whole rupiah', () => {
    const small = { ...term, amount: sen(333_333_00) }
    const early = { ...closing, term: small, date: '2026-03-20', rule: 'penalty_pct', pct: '1.5' } as const
    expect(termClosing(early).penalty).toBe(4_999_00)
  })

  test('early, the months that are over are paid and a part of the principal is kept', () => {
    const early = { ...closing, date: '2026-03-20', rule: 'penalty_pct', pct: '0.333' } as const
    expect(termClosing(early)).toEqual({
      ...{ isEarly: true, interest: 100_000_00, adjustment: 100_000_00, penalty: 33_300_00, forfeited: 0 },
    })
    const ahead = { ...early, date: '2026-02-20', reckoned: sen(100_000_00), accrued: sen(100_000_00) }
    expect(termClosing(ahead)).toMatchObject({ interest: 50_000_00, adjustment: -50_000_00 })
    expect(termClosing({ ...ahead, accrued: sen(0) })).toMatchObject({ interest: 0, adjustment: 0 })
  })
})
