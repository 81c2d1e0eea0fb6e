import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runCalculator } from '../../shared/contract/calculators.ts'
import { type DepreciationTerms, depreciation } from '../../shared/rules/depreciation.ts'
import { sen } from '../../shared/rules/money.ts'

const scale: DepreciationTerms = {
  ...{ cost: sen(4_800_000_00), residual: sen(0), months: 48, acquiredOn: '2026-03-20', method: 'straight_line' },
}

test('a scale of 4.800.000 for four years loses 100.000 a month, from the month it was bought in', () => {
  const { rows } = depreciation(scale)
  expect(rows[0]).toEqual({ month: '2026-03', amount: 100_000_00, bookValue: 4_700_000_00 })
  expect(rows.at(-1)).toEqual({ month: '2030-02', amount: 100_000_00, bookValue: 0 })
  expect(rows).toHaveLength(48)
})

test('what does not divide is in the last month: 10.000.000 in 36 months', () => {
  const { rows } = depreciation({ ...scale, cost: sen(10_000_000_00), months: 36 })
  expect(rows[0]?.amount).toBe(277_777_00)
  expect(rows.at(-1)).toEqual({ month: '2029-02', amount: 277_805_00, bookValue: 0 })
})

test('declining takes a twelfth of the rate of what stood at the start of the year', () => {
  const { rows } = depreciation({ ...scale, method: 'declining', ratePctPerYear: '50', residual: sen(300_000_00) })
  const of = (month: string) => rows.find((row) => row.month === month)
  expect(of('2026-12')).toMatchObject({ amount: 200_000_00, bookValue: 2_800_000_00 })
  expect(of('2027-01')).toMatchObject({ amount: 116_666_00, bookValue: 2_683_334_00 })
  expect(of('2027-12')?.bookValue).toBe(1_400_008_00)
  expect(of('2028-01')?.amount).toBe(58_333_00)
  expect(rows.at(-1)?.bookValue).toBe(300_000_00)
})

test('a rate that is too fast stops at the residual value', () => {
  const { rows } = depreciation({ ...scale, method: 'declining', ratePctPerYear: '1000', residual: sen(1_000_000_00) })
  expect(rows.slice(0, 2).map(({ amount }) => amount)).toEqual([3_800_000_00, 0])
})

test('whatever the terms, an asset ends at its residual value and never goes below or up', () => {
  const terms = fc.record({
    cost: fc.integer({ min: 0, max: 9_000_000_000_000_000 }).map(sen),
    part: fc.integer({ min: 0, max: 100 }),
    months: fc.integer({ min: 1, max: 600 }),
    acquiredOn: fc.constantFrom('2024-02-29', '2026-01-01', '2026-12-31'),
    rate: fc.constantFrom(undefined, '0.01', '25', '50', '1000'),
  })
  fc.assert(
    fc.property(terms, ({ cost, part, months, acquiredOn, rate }) => {
      const residual = sen(Math.floor(cost / 100) * part)
      const method = rate === undefined ? 'straight_line' : 'declining'
      const { rows } = depreciation({ cost, residual, months, acquiredOn, method, ratePctPerYear: rate })
      expect(rows).toHaveLength(months)
      expect(rows.reduce((sum, { amount }) => sum + BigInt(amount), 0n)).toBe(BigInt(cost - residual))
      let before: number = cost
      for (const { amount, bookValue } of rows) {
        expect(bookValue).toBe(before - amount)
        expect(amount).toBeGreaterThanOrEqual(0)
        expect(bookValue).toBeGreaterThanOrEqual(residual)
        // What is not whole rupiah goes with the last that is left.
        if (bookValue > residual) expect(amount % 100).toBe(0)
        before = bookValue
      }
    }),
    { numRuns: 60 },
  )
})

test.each([
  [{ residual: 4_800_001_00 }, 'residual_above_cost'],
  [{ months: 0 }, 'too_small'],
  [{ months: 601 }, 'too_large'],
  [{ months: 1.5 }, 'not_whole'],
  [{ cost: -1 }, 'amount_negative'],
  [{ acquiredOn: '2026-02-30' }, 'not_a_date'],
  [{ method: 'declining' }, 'required'],
  [{ method: 'declining', ratePctPerYear: '0' }, 'rate_not_positive'],
  [{ method: 'declining', ratePctPerYear: '-5' }, 'not_a_rate'],
  [{ ratePctPerYear: '25' }, 'not_together'],
  [{ colour: 'red' }, 'unknown_key'],
])('%j is refused as %s', (wrong, reason) => {
  const refused = expect.objectContaining({ code: 'INVALID_INPUT', reason })
  expect(() => runCalculator('depreciation', { ...scale, ...wrong }, { today: '2026-01-01' })).toThrow(refused)
})
