import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { effectivePctPerMonth } from '../../shared/rules/effective-rate.ts'

const every = (payment: number, count: number) => Array.from({ length: count }, () => payment)
const million = 1_000_000_00

describe('what a loan really costs a month', () => {
  test.each([
    ['flat 1,5 % over twelve months', 12 * million, every(1_180_000_00, 12), 1, '2.643'],
    ['the same with one percent taken from the payout', 11_880_000_00, every(1_180_000_00, 12), 1, '2.810'],
    ['one payment of a tenth more after a month', million, [1_100_000_00], 1, '10.000'],
    ['one payment of 21 % more after two months', million, [0, 1_210_000_00], 1, '10.000'],
    ['interest alone, the principal at the end', million, [15_000_00, 15_000_00, 1_015_000_00], 1, '1.500'],
    ['3,0225 % a quarter is 1,5 % compounded twice and once more', million, [1_045_678_38], 3, '1.500'],
    ['one percent a week is 4,406 % a month of 52 twelfths', million, [1_010_000_00], 12 / 52, '4.406'],
  ])('for %s', (_, received, payments, monthsInPeriod, expected) => {
    expect(Number(effectivePctPerMonth({ received, payments, monthsInPeriod })).toFixed(3)).toBe(expected)
  })

  test.each([
    ['no more is paid back than was received', million, [million]],
    ['less is paid back', million, [million - 1]],
    ['nothing was received', 0, [million]],
    ['nothing is paid back', million, []],
  ])('is nothing where %s', (_, received, payments) => {
    expect(effectivePctPerMonth({ received, payments, monthsInPeriod: 1 })).toBe('0')
  })

  test('discounts all payments to what was received', () => {
    const payments = fc.array(fc.integer({ min: 0, max: 500_000_00 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(fc.integer({ min: 100_00, max: 5 * million }), payments, (received, paid) => {
        const total = paid.reduce((sum, payment) => sum + payment, 0)
        fc.pre(total > received)
        const rate = Number(effectivePctPerMonth({ received, payments: paid, monthsInPeriod: 1 })) / 100
        const worthAt = (at: number) => paid.reduce((sum, payment, index) => sum + payment / (1 + at) ** (index + 1), 0)
        // The rate is told to four decimals of a percent.
        expect(worthAt(Math.max(0, rate - 1e-6))).toBeGreaterThanOrEqual(received * (1 - 1e-9))
        expect(worthAt(rate + 1e-6)).toBeLessThanOrEqual(received * (1 + 1e-9))
      }),
      { numRuns: 1_000 },
    )
  })
})
