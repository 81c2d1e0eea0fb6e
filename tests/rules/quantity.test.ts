import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sen } from '../../shared/rules/money.ts'
import { formatQuantity, parseQuantity, priceOf } from '../../shared/rules/quantity.ts'

test.each([
  ['2', 2000],
  ['1,5', 1500],
  ['0,125', 125],
  ['1.000', 1_000_000],
  ['12.500,25', 12_500_250],
  [' 3,500 ', 3500],
  ['0', 0],
])('%s is read as %d thousandths', (text, quantity) => {
  expect(parseQuantity(text)).toEqual({ quantity })
})

test.each([
  ['', 'empty'],
  ['0,0005', 'too_fine'],
  ['1.5', 'not_a_number'],
  ['1,5 kg', 'not_a_number'],
  ['-2', 'not_a_number'],
  ['9999999999', 'too_large'],
])('%s is not taken: %s', (text, problem) => {
  expect(parseQuantity(text)).toEqual({ problem })
})

test('what is shown is read back as the same quantity', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (quantity) => {
      expect(parseQuantity(formatQuantity(quantity))).toEqual({ quantity })
    }),
  )
})

test.each([
  [1500, 13_333_00, 20_000_00],
  [250, 10_000_00, 2_500_00],
  [333, 1_000_00, 333_00],
  [1, 400_00, 0],
  [2, 250_00, 1_00],
])('%d thousandths at %d sen come to %d sen: to the nearest rupiah', (quantity, price, amount) => {
  expect(priceOf(quantity, sen(price))).toBe(amount)
})
