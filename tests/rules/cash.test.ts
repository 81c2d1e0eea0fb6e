import { expect, test } from 'vitest'
import { cashVoucherBook, isBankAccount, isCountedCash } from '../../shared/rules/cash-accounts.ts'
import { countedCash, rupiahDenominations } from '../../shared/rules/cash-count.ts'

test.each([
  ['11101', 'BKM', 'BKK', true],
  ['11102', 'BKM', 'BKK', true],
  ['11201', 'BBM', 'BBK', false],
  ['11209', 'BBM', 'BBK', false],
  ['11301', 'BBM', 'BBK', false],
  ['11401', 'BKM', 'BKK', false],
])('account %s takes %s for money in and %s for money out', (code, moneyIn, moneyOut, isCounted) => {
  expect(cashVoucherBook(code, 'in')).toBe(moneyIn)
  expect(cashVoucherBook(code, 'out')).toBe(moneyOut)
  expect(isBankAccount(code)).toBe(moneyIn === 'BBM')
  expect(isCountedCash(code)).toBe(isCounted)
})

test('the notes and coins in circulation are these and no others, largest first', () => {
  expect(rupiahDenominations).toEqual([100_000, 75_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50])
})

test('notes and coins add up in sen', () => {
  expect(countedCash({ '100000': 3, '75000': 1, '500': 4, '50': 1 })).toBe(377_050_00)
  expect(countedCash({})).toBe(0)
})

test('a million of every note and coin is still counted exactly', () => {
  const all = Object.fromEntries(rupiahDenominations.map((rupiah) => [String(rupiah), 1_000_000]))
  const each = rupiahDenominations.reduce((sum, rupiah) => sum + rupiah, 0)
  expect(countedCash(all)).toBe(each * 1_000_000 * 100)
})
