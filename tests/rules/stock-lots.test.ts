import { expect, test } from 'vitest'
import { sen } from '../../shared/rules/money.ts'
import { takenFrom, withLotBack } from '../../shared/rules/stock-cost.ts'
import { type LotMove, lotsAfter } from '../../shared/rules/stock-lots.ts'

const move = (seq: number, qty: number, cost: number, more: Partial<LotMove> = {}): LotMove => ({
  ...{ seq, qty, cost, undoes: null, isReturn: false },
  ...more,
})

test('goods that come back are the oldest: they are sold again first', () => {
  const stock = withLotBack('fifo', [{ qty: 5, cost: sen(500) }], { qty: 2, cost: sen(100) })
  expect(takenFrom(stock, 2).cost).toBe(100)
  expect(lotsAfter([move(1, 5, 500), move(2, 2, 100, { isReturn: true })])).toEqual([
    { qty: 2, cost: 100 },
    { qty: 5, cost: 500 },
  ])
})

test('a sale that is taken back leaves the lots as they were before it', () => {
  const bought = [move(1, 4, 400), move(2, 4, 800), move(3, 4, 1_200)]
  const before = lotsAfter(bought)
  expect(lotsAfter([...bought, move(4, -2, 200), move(5, 2, 200, { undoes: 4 })])).toEqual(before)
  expect(lotsAfter([...bought, move(4, -6, 800), move(5, 6, 800, { undoes: 4 })])).toEqual(before)
})

test('a purchase that is taken back takes its own lot away, whichever that is', () => {
  const bought = [move(1, 4, 400), move(2, 4, 800), move(3, 4, 1_200)]
  expect(lotsAfter([...bought, move(4, -4, 800, { undoes: 2 })])).toEqual([
    { qty: 4, cost: 400 },
    { qty: 4, cost: 1_200 },
  ])
  expect(lotsAfter([...bought, move(4, -4, 1_200, { undoes: 3 })])).toEqual([
    { qty: 4, cost: 400 },
    { qty: 4, cost: 800 },
  ])
})
