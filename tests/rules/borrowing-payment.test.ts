import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currentPartOf, splitOfBorrowing, unpaidOfBorrowing } from '../../shared/rules/borrowing-payment.ts'
import { borrowingSchedule } from '../../shared/rules/borrowing-schedule.ts'

const schedule = borrowingSchedule({
  ...{ principal: 24_000_000_00, ratePctPerYear: '6', method: 'declining', months: 24, date: '2026-01-15' },
}).rows
const nothing = { principal: 0, interest: 0 }
const split = (amount: number, date: string, paid = nothing) =>
  splitOfBorrowing(unpaidOfBorrowing(schedule, paid), { amount, owed: 24_000_000_00 - paid.principal, date })

test.each([
  [50_000_00, '2026-02-15', 0, 50_000_00],
  [620_000_00, '2026-02-15', 500_000_00, 120_000_00],
  [1_120_000_00, '2026-02-10', 1_000_000_00, 120_000_00],
  // Two have fallen due: the second one's interest comes before its principal.
  [1_150_000_00, '2026-03-20', 1_000_000_00, 150_000_00],
  [2_235_000_00, '2026-03-15', 2_000_000_00, 235_000_00],
  // Of what has not fallen due yet only the next one's interest is owed.
  [5_120_000_00, '2026-02-01', 5_000_000_00, 120_000_00],
])('%i sen on %s pay %i of principal and %i of interest', (amount, date, principal, interest) => {
  expect(split(amount, date)).toEqual({ principal, interest, rest: 0 })
})

test('whatever is paid is principal, interest or too much, and never more of either than there is', () => {
  const parts = fc.record({
    amount: fc.integer({ min: 1, max: 40_000_000_00 }),
    month: fc.integer({ min: 2, max: 12 }),
    paid: fc.record({
      principal: fc.integer({ min: 0, max: 24_000_000_00 }),
      interest: fc.integer({ min: 0, max: 1_500_000_00 }),
    }),
  })
  fc.assert(
    fc.property(parts, ({ amount, month, paid }) => {
      const date = `2026-${String(month).padStart(2, '0')}-15`
      const { principal, interest, rest } = split(amount, date, paid)
      expect(principal + interest + rest).toBe(amount)
      expect(Math.min(principal, interest, rest)).toBeGreaterThanOrEqual(0)
      expect(paid.principal + principal).toBeLessThanOrEqual(24_000_000_00)
      if (rest > 0) expect(paid.principal + principal).toBe(24_000_000_00)
    }),
  )
})

test('the current part is what falls due within twelve months, and all that is left where that is less', () => {
  expect(currentPartOf(unpaidOfBorrowing(schedule, nothing), 24_000_000_00, '2026-01-15')).toBe(12_000_000_00)
  const paid = { principal: 23_500_000_00, interest: 0 }
  expect(currentPartOf(unpaidOfBorrowing(schedule, paid), 500_000_00, '2027-12-31')).toBe(500_000_00)
})
