import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sen } from '../../shared/rules/money.ts'
import {
  type CostMethod,
  type Stock,
  stockCost,
  stockTotals,
  takenFrom,
  withLot,
  withLotBack,
} from '../../shared/rules/stock-cost.ts'

const day = '2026-03-01'
const bought = (qty: number, cost: number) => ({ date: day, kind: 'in' as const, qty, cost: sen(cost) })
const sold = (qty: number) => ({ date: day, kind: 'out' as const, qty })

test('10 at 12.000 and 20 at 13.500 are 13.000 each by moving average', () => {
  const { moves, closing } = stockCost({
    method: 'moving_average',
    moves: [bought(10_000, 120_000_00), bought(20_000, 270_000_00), sold(12_000)],
  })
  expect(moves.at(-1)).toMatchObject({ cost: 156_000_00, qtyAfter: 18_000, valueAfter: 234_000_00 })
  expect(closing).toEqual({ qty: 18_000, value: 234_000_00 })
})

test('the same goods, the first bought sold first, cost what those did', () => {
  const { moves, closing } = stockCost({
    method: 'fifo',
    moves: [bought(10_000, 120_000_00), bought(20_000, 270_000_00), sold(12_000)],
  })
  expect(moves.at(-1)).toMatchObject({ cost: 147_000_00, qtyAfter: 18_000, valueAfter: 243_000_00 })
  expect(closing).toEqual({ qty: 18_000, value: 243_000_00 })
})

test('three for ten thousand: the last takes what the others left', () => {
  const { moves } = stockCost({
    method: 'moving_average',
    opening: [{ qty: 3_000, cost: sen(10_000_00) }],
    moves: [sold(1_000), sold(1_000), sold(1_000)],
  })
  expect(moves.map(({ cost }) => cost)).toEqual([3_333_33, 3_333_34, 3_333_33])
  expect(moves.at(-1)).toMatchObject({ qtyAfter: 0, valueAfter: 0 })
})

test.each([
  ['more than there is', [bought(1_000, 5_00), sold(1_001)], 'stock_too_low', ['moves', 1, 'qty']],
  ['goods without their cost', [{ date: day, kind: 'in' as const, qty: 1 }], 'required', ['moves', 0, 'cost']],
  ['a cost for what goes out', [{ ...sold(1), cost: sen(1) }], 'cost_is_reckoned', ['moves', 0, 'cost']],
  ['days out of order', [bought(1, 1), { ...bought(1, 1), date: '2026-02-28' }], 'not_in_order', ['moves', 1, 'date']],
])('%s: refused at its place', (_, moves, reason, path) => {
  expect(() => stockCost({ method: 'fifo', moves })).toThrow(
    expect.objectContaining({
      code: 'INVALID_INPUT',
      reason,
      data: expect.objectContaining({ issues: [{ path, message: reason }] }),
    }),
  )
})

const method = fc.constantFrom<CostMethod>('moving_average', 'fifo')
const lots = fc.array(
  fc.record({ qty: fc.integer({ min: 1, max: 500_000 }), cost: fc.integer({ min: 0, max: 90_000_00 }).map(sen) }),
  {
    minLength: 1,
    maxLength: 12,
  },
)
const stockOf = (of: CostMethod, all: Stock) => all.reduce<Stock>((stock, lot) => withLot(of, stock, lot), [])

test('what goes out and what stays cost together what came in, and nothing left is worth nothing', () => {
  fc.assert(
    fc.property(method, lots, fc.array(fc.nat(400_000), { maxLength: 20 }), (of, all, wishes) => {
      let stock = stockOf(of, all)
      const first = stockTotals(stock)
      let spent = 0
      for (const wish of [...wishes, Number.MAX_SAFE_INTEGER]) {
        const before = stockTotals(stock)
        const { cost, stock: after } = takenFrom(stock, Math.min(wish, before.qty))
        expect(cost).toBeGreaterThanOrEqual(0)
        expect(stockTotals(after).value).toBe(before.value - cost)
        spent += cost
        stock = after
      }
      expect(stockTotals(stock)).toEqual({ qty: 0, value: 0 })
      expect(spent).toBe(first.value)
    }),
  )
})

test('what left and came back is what it was', () => {
  fc.assert(
    fc.property(method, lots, fc.nat(1_000_000), (of, all, wish) => {
      const stock = stockOf(of, all)
      const qty = Math.min(wish, stockTotals(stock).qty)
      const { cost, stock: left } = takenFrom(stock, qty)
      const back = qty === 0 ? left : withLotBack(of, left, { qty, cost })
      expect(stockTotals(back)).toEqual(stockTotals(stock))
    }),
  )
})

test('by moving average every unit that goes out costs the same, to a sen', () => {
  fc.assert(
    fc.property(lots, fc.integer({ min: 1, max: 400_000 }), (all, wish) => {
      const stock = stockOf('moving_average', all)
      const { qty, value } = stockTotals(stock)
      const taken = Math.min(wish, qty)
      expect(Math.abs(takenFrom(stock, taken).cost * qty - value * taken)).toBeLessThanOrEqual(qty)
    }),
  )
})

test('first in first out never costs more than its dearest lots, nor less than its cheapest', () => {
  fc.assert(
    fc.property(lots, fc.integer({ min: 1, max: 400_000 }), (all, wish) => {
      const taken = Math.min(wish, stockTotals(all).qty)
      const byPrice = all.toSorted((a, b) => a.cost * b.qty - b.cost * a.qty)
      const cost = takenFrom(all, taken).cost
      const slack = all.length
      expect(cost).toBeGreaterThanOrEqual(takenFrom(byPrice, taken).cost - slack)
      expect(cost).toBeLessThanOrEqual(takenFrom(byPrice.toReversed(), taken).cost + slack)
    }),
  )
})
