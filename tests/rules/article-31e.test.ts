import fc from 'fast-check'
import { expect, test } from 'vitest'
import { article31e } from '../../shared/rules/article-31e.ts'

const limit = 4_800_000_000_00

test.each([
  [310_500_000_00, 52_300_000_00, 52_300_000_00, 5_753_000_00],
  [limit, 52_300_000_00, 52_300_000_00, 5_753_000_00],
  [2 * limit, 100_000_000_00, 50_000_000_00, 16_500_000_00],
  [limit + 1, 100_000_000_00, 99_999_999_00, 11_000_000_00],
  [0, 9_99, 9_99, 1_00],
  [310_500_000_00, -1_00, 0, 0],
  [310_500_000_00, 0, 0, 0],
])(
  'of a turnover of %i sen and %i taxable income %i are at half the rate, and %i are due',
  (turnover, income, half, tax) => {
    const reckoned = article31e({ turnover, income })
    expect([reckoned.halfRated, reckoned.tax]).toEqual([half, tax])
  },
)

test('both parts are the whole, and the tax lies between half the rate and the full one', () => {
  const money = fc.integer({ min: 0, max: 90_000_000_000_00 })
  fc.assert(
    fc.property(money, money, (turnover, income) => {
      const { taxable, halfRated, fullRated, tax } = article31e({ turnover, income })
      expect(halfRated + fullRated).toBe(taxable)
      expect(BigInt(tax) * 100n).toBeLessThanOrEqual(BigInt(income) * 22n)
      expect((BigInt(tax) + 100n) * 100n).toBeGreaterThan(BigInt(income) * 11n)
      expect(tax % 100).toBe(0)
    }),
  )
})
