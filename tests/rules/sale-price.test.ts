import { expect, test } from 'vitest'
import { sen } from '../../shared/rules/money.ts'
import { commissionOf, marketplaceFee, withheldTax } from '../../shared/rules/sale-price.ts'

test('commission and fees are the nearest rupiah, a half upwards, and never more than the whole', () => {
  expect(commissionOf(sen(10_000_00), '20')).toBe(2_000_00)
  expect(commissionOf(sen(2_50), '20')).toBe(1_00)
  expect(marketplaceFee(sen(2_49), '20')).toBe(0)
  expect(commissionOf(sen(50), '100')).toBe(50)
})

test('what is withheld for the state is half a percent, to the rupiah below', () => {
  expect(withheldTax(sen(200_000_00))).toBe(1_000_00)
  expect(withheldTax(sen(399_00))).toBe(1_00)
})
