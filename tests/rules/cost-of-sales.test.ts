import fc from 'fast-check'
import { expect, test } from 'vitest'
import { costOfSales } from '../../shared/rules/cost-of-sales.ts'
import { sen } from '../../shared/rules/money.ts'
import { stockCost } from '../../shared/rules/stock-cost.ts'

const counted = {
  opening: sen(1_200_000_00),
  purchases: sen(4_000_000_00),
  freightIn: sen(150_000_00),
  purchaseReturns: sen(250_000_00),
  purchaseDiscounts: sen(100_000_00),
  closing: sen(1_500_000_00),
  sales: sen(5_000_000_00),
  salesReturns: sen(200_000_00),
  salesDiscounts: sen(50_000_00),
}

test('what is not left was sold: freight makes goods dearer, what goes back and discounts make them cheaper', () => {
  expect(costOfSales(counted)).toEqual({
    netPurchases: 3_800_000_00,
    available: 5_000_000_00,
    costOfSales: 3_500_000_00,
    netSales: 4_750_000_00,
    grossProfit: 1_250_000_00,
  })
})

test('goods that brought less than they cost are a loss', () => {
  const { grossProfit } = costOfSales({ opening: sen(900_00), purchases: sen(0), closing: sen(0), sales: sen(400_00) })
  expect(grossProfit).toBe(-500_00)
})

test.each([
  [{ purchaseReturns: sen(5_350_001_00) }, 'more_than_bought'],
  [{ closing: sen(5_000_000_01) }, 'more_than_available'],
  [{ salesReturns: sen(4_950_000_01) }, 'more_than_sold'],
])('%j is refused', (wrong, reason) => {
  expect(() => costOfSales({ ...counted, ...wrong })).toThrow(expect.objectContaining({ reason }))
})

test('a count says the same as the card of the goods, whatever came and went', () => {
  const lot = fc.record({ qty: fc.integer({ min: 1, max: 9_000 }), cost: fc.integer({ min: 0, max: 9_000_000 }) })
  fc.assert(
    fc.property(
      fc.array(lot, { minLength: 1 }),
      fc.nat(1_000),
      fc.constantFrom('fifo', 'moving_average'),
      (lots, part, method) => {
        const there = lots.reduce((sum, { qty }) => sum + qty, 0)
        const date = '2026-03-01'
        const bought = lots.map(({ qty, cost }) => ({ date, kind: 'in' as const, qty, cost: sen(cost) }))
        const out = Math.max(1, Math.floor((there * part) / 1_000))
        const { moves, closing } = stockCost({ method, moves: [...bought, { date, kind: 'out', qty: out }] })
        const purchases = sen(lots.reduce((sum, { cost }) => sum + cost, 0))
        expect(costOfSales({ opening: sen(0), purchases, closing: closing.value }).costOfSales).toBe(moves.at(-1)?.cost)
      },
    ),
  )
})
