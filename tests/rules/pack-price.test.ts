import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Exact, sen } from '../../shared/rules/money.ts'
import { type PackPriceInput, packPrice } from '../../shared/rules/pack-price.ts'

const rupiah = (amount: number) => sen(amount * 100)

/** Fifty packs of chips: cassava and oil 300.000, two hands 100.000, bags 50.000, fuel and the day's rent 50.000. */
const chips = {
  ...{ packs: 50, materials: rupiah(300_000), labour: rupiah(100_000) },
  ...{ packaging: rupiah(50_000), overhead: rupiah(50_000) },
}

test('a pack of chips costs 10.000; a fifth of the price or a fourth of the cost as profit both ask 12.500', () => {
  const expected = {
    ...{ batchCost: rupiah(500_000), costPerPack: rupiah(10_000), price: rupiah(12_500) },
    ...{ profitPerPack: rupiah(2_500), profitPerBatch: rupiah(125_000), marginPct: '20', markupPct: '25' },
    // 14 × 3.500 = 49.000 is less than the overhead of 50.000, 15 × 3.500 = 52.500 is more.
    ...{ breakEvenPrice: rupiah(10_000), breakEvenPacks: 15 },
  }
  expect(packPrice({ ...chips, marginPct: '20' })).toEqual(expected)
  expect(packPrice({ ...chips, markupPct: '25' })).toEqual(expected)
  expect(packPrice({ ...chips, price: rupiah(12_500) })).toEqual(expected)
})

test('a price that does not come out even is rounded up to the step, so that the profit is not less than was wanted', () => {
  // 100.000 ÷ 30 = 3.333,33; ÷ 0,75 = 4.444,44; up to 500: 4.500, of which 1.166,67 stay, 25,92 %.
  const uneven = { packs: 30, materials: rupiah(100_000), marginPct: '25', roundTo: rupiah(500) }
  expect(packPrice(uneven)).toEqual({
    ...{ batchCost: rupiah(100_000), costPerPack: 3_333_33, price: rupiah(4_500), profitPerPack: 1_166_67 },
    ...{ profitPerBatch: rupiah(35_000), marginPct: '25.93', markupPct: '35' },
    ...{ breakEvenPrice: rupiah(3_500), breakEvenPacks: 0 },
  })
})

test('a price below what a pack takes never earns the overhead, and a loss is told as one', () => {
  expect(packPrice({ ...chips, price: rupiah(9_000) })).toMatchObject({
    ...{ breakEvenPacks: null, profitPerPack: rupiah(-1_000), marginPct: '-11.11', markupPct: '-10' },
  })
  expect(packPrice({ ...chips, price: rupiah(9_001) }).breakEvenPacks).toBe(50_000)
})

test.each<[string, Partial<PackPriceInput>, string, string]>([
  ['all of the price as profit', { marginPct: '100' }, 'marginPct', 'margin_too_large'],
  ['more than the price as profit', { marginPct: '250' }, 'marginPct', 'margin_too_large'],
  ['two ways to a price', { marginPct: '20', markupPct: '25' }, 'markupPct', 'not_together'],
  ['no way to a price', {}, 'marginPct', 'required'],
  [
    'nothing that costs anything',
    { marginPct: '20', materials: sen(0), labour: sen(0), packaging: sen(0), overhead: sen(0) },
    'materials',
    'amount_not_positive',
  ],
])('%s is refused beside its field', (_what, changed, field, reason) => {
  expect(() => packPrice({ ...chips, ...changed })).toThrow(
    expect.objectContaining({
      code: 'INVALID_INPUT',
      reason,
      data: expect.objectContaining({ issues: [expect.objectContaining({ path: [field] })] }),
    }),
  )
})

const amount = fc.integer({ min: 0, max: 1_000_000_000_00 }).map(sen)
const anyBatch = fc.record({
  ...{ packs: fc.integer({ min: 1, max: 5_000 }), materials: amount, labour: amount, packaging: amount },
  ...{ overhead: amount.map((one) => sen(one + 1)), roundTo: fc.constantFrom(1, 100, 500_00).map(sen) },
})
const tenths = (max: number) => fc.integer({ min: 0, max: max * 10 }).map((number) => String(number / 10))

test('whatever a batch costs, the price earns at least the margin that was wanted, and one step less does not', () => {
  fc.assert(
    fc.property(anyBatch, tenths(99), (batch, marginPct) => {
      const { price, batchCost } = packPrice({ ...batch, marginPct })
      const profit = (at: number) => new Exact(at).mul(batch.packs).minus(batchCost)
      const wanted = (at: number) => new Exact(at).mul(batch.packs).mul(marginPct).div(100)
      expect(profit(price).gte(wanted(price))).toBe(true)
      const less = price - batch.roundTo
      expect(profit(less).lt(wanted(less))).toBe(true)
    }),
  )
})

test('whatever a batch costs, the break-even earns the overhead, and one pack fewer does not', () => {
  fc.assert(
    fc.property(anyBatch, tenths(400), (batch, markupPct) => {
      const { price, breakEvenPacks } = packPrice({ ...batch, markupPct })
      const running = batch.materials + batch.labour + batch.packaging
      const earned = (count: number) => new Exact(price).mul(batch.packs).minus(running).mul(count)
      const fixed = new Exact(batch.overhead).mul(batch.packs)
      expect(breakEvenPacks).not.toBeNull()
      expect(earned(breakEvenPacks ?? 0).gte(fixed)).toBe(true)
      expect(earned((breakEvenPacks ?? 0) - 1).lt(fixed)).toBe(true)
    }),
  )
})
