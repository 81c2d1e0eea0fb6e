import { expect, test } from 'vitest'
import { goodsBenefit, loanBenefit, savingsBenefit } from '../../shared/rules/member-promotion.ts'

test('members gain what they paid less for goods, and what they got more for their own', () => {
  // 2,5 kg at 19.500 elsewhere is 48.750; they paid 45.000.
  const goods = { qty: 2_500, amount: 45_000_00, outsidePrice: 19_500_00 }
  expect(goodsBenefit({ ...goods, way: 'bought' })).toBe(3_750_00)
  expect(goodsBenefit({ ...goods, way: 'sold' })).toBe(-3_750_00)
})

test('borrowers are spared what others would have asked, savers get what a bank would not have paid', () => {
  // 10.000.000 a year at 24% elsewhere is 2.400.000; here it was 1.800.000.
  const loan = { mean: 10_000_000_00, interest: 1_800_000_00, months: 12, outsideRate: '24' }
  expect(loanBenefit(loan)).toBe(600_000_00)
  // Half a year at 1,5% is 75.000; here 200.000 were paid.
  const savings = { mean: 10_000_000_00, interest: 200_000_00, months: 6, outsideRate: '1.5' }
  expect(savingsBenefit(savings)).toBe(125_000_00)
  expect(savingsBenefit({ ...savings, interest: 0 })).toBe(-75_000_00)
})
