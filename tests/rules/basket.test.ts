import fc from 'fast-check'
import { expect, test } from 'vitest'
import { basketSums, handedOver, lineSums } from '../../shared/rules/basket.ts'

test('a line comes to its quantity at its price, to the rupiah, less its discount', () => {
  expect(lineSums({ qty: 1_500, price: 18_000_00, discount: 2_000_00 })).toEqual({
    whole: 27_000_00,
    amount: 25_000_00,
  })
  expect(lineSums({ qty: 333, price: 10_000_00, discount: 0 }).amount).toBe(3_330_00)
  expect(lineSums({ qty: 125, price: 9_999_00, discount: 0 }).amount).toBe(1_250_00)
})

test('a basket comes to what its lines come to', () => {
  const lines = [
    { qty: 2_000, price: 5_000_00, discount: 500_00 },
    { qty: 500, price: 15_000_00, discount: 0 },
  ]
  expect(basketSums(lines)).toEqual({ total: 17_000_00, discount: 500_00 })
  expect(basketSums([])).toEqual({ total: 0, discount: 0 })
})

test('what is handed over is paid, given back or still owed, and nothing of it is lost', () => {
  expect(handedOver(50_000_00, 17_000_00)).toEqual({ paid: 17_000_00, change: 33_000_00, owed: 0 })
  expect(handedOver(10_000_00, 17_000_00)).toEqual({ paid: 10_000_00, change: 0, owed: 7_000_00 })
  const amount = fc.integer({ min: 0, max: 1_000_000_000_00 })
  fc.assert(
    fc.property(amount, amount, (given, total) => {
      const { paid, change, owed } = handedOver(given, total)
      expect(paid + change).toBe(given)
      expect(paid + owed).toBe(total)
      expect(Math.min(change, owed)).toBe(0)
    }),
  )
})
