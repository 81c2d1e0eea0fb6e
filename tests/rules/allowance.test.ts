import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allowance, loanClasses, usualAllowance } from '../../shared/rules/allowance.ts'
import { sen } from '../../shared/rules/money.ts'

const rupiah = (amount: number) => sen(amount * 100)

test('the example of the domain notes: 4.400.000 to be formed, 7.750.000 at risk', () => {
  const loans = [
    { id: 'L', outstanding: rupiah(80_000_000), class: 'current' as const },
    { id: 'KL', outstanding: rupiah(6_000_000), class: 'substandard' as const, collateral: rupiah(1_000_000) },
    { id: 'D', outstanding: rupiah(3_000_000), class: 'doubtful' as const },
    { id: 'M', outstanding: rupiah(2_500_000), class: 'loss' as const, collateral: rupiah(500_000) },
  ]
  const { rows, total, riskWeighted } = allowance(loans, usualAllowance)
  expect(rows.map((row) => row.allowance / 100)).toEqual([400_000, 500_000, 1_500_000, 2_000_000])
  expect([total, riskWeighted]).toEqual([rupiah(4_400_000), rupiah(7_750_000)])
})

test('collateral above the debt never makes an allowance negative, and takes nothing off a current loan', () => {
  const rows = loanClasses.map((loanClass) => ({
    ...{ id: loanClass, class: loanClass },
    ...{ outstanding: rupiah(2_000_000), collateral: rupiah(8_000_000) },
  }))
  expect(allowance(rows, usualAllowance).rows.map((row) => row.allowance)).toEqual([rupiah(10_000), 0, 0, 0])
})

test('half a sen is set aside as a whole one', () => {
  const loans = [{ id: 'L', outstanding: sen(300), class: 'current' as const }]
  expect(allowance(loans, usualAllowance).total).toBe(2)
})

test('no loans need no allowance', () => {
  expect(allowance([], usualAllowance)).toEqual({ rows: [], total: 0, riskWeighted: 0 })
})

test('a loan that comes twice is refused at its second place', () => {
  const loan = { id: 'A', outstanding: sen(1), class: 'loss' as const }
  expect(() => allowance([loan, loan], usualAllowance)).toThrow('given_twice')
})

test('an allowance is never more than the loan, and grows with the class', () => {
  const amount = fc.integer({ min: 0, max: 9_000_000_000_000 }).map(sen)
  fc.assert(
    fc.property(amount, amount, (outstanding, collateral) => {
      const loans = loanClasses.map((loanClass) => ({ id: loanClass, class: loanClass, outstanding, collateral }))
      const formed = allowance(loans, usualAllowance).rows.map((row) => row.allowance)
      expect(Math.max(...formed)).toBeLessThanOrEqual(outstanding)
      expect(formed.slice(1)).toEqual(formed.slice(1).toSorted((a, b) => a - b))
    }),
  )
})
