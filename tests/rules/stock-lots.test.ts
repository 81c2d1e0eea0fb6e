import { expect, test } from 'vitest'
import { sen } from '../../shared/rules/money.ts'
import { takenFrom, withLotBack } from '../../shared/rules/stock-cost.ts'
import { type LotMove, lotsAfter } from '../../shared/rules/stock-lots.ts'

const move = (seq: number, qty: number, cost: number, more: Partial<LotMove> = {}): LotMove => ({
  ...{ seq, qty, cost, undoes: null, isReturn: false, from: null },
  ...more,
})

test('goods that come back are the oldest: they are sold again first', () => {
  const stock = withLotBack('fifo', [{ qty: 5, cost: sen(500) }], { qty: 2, cost: sen(100) })
  expect(takenFrom(stock, 2).cost).toBe(100)
  expect(lotsAfter([move(1, 5, 500), move(2, 2, 100, { isReturn: true })])).toEqual([
    { of: 2, qty: 2, cost: 100 },
    { of: 1, qty: 5, cost: 500 },
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
    { of: 1, qty: 4, cost: 400 },
    { of: 3, qty: 4, cost: 1_200 },
  ])
  expect(lotsAfter([...bought, move(4, -4, 1_200, { undoes: 3 })])).toEqual([
    { of: 1, qty: 4, cost: 400 },
    { of: 2, qty: 4, cost: 800 },
  ])
})

test('what goes back to its seller leaves the lot it came with, then the oldest, and comes back where it was', () => {
  const bought = [move(1, 4, 400), move(2, 4, 800), move(3, 4, 1_200)]
  const before = lotsAfter(bought)
  const part = [...bought, move(4, -3, 600, { from: 2 })]
  expect(lotsAfter(part)).toEqual([before[0], { of: 2, qty: 1, cost: 200 }, before[2]])
  expect(lotsAfter([...part, move(5, 3, 600, { undoes: 4 })])).toEqual(before)
  // Two of the second were sold: what goes back of its four takes these two and two of the third, the oldest there is.
  const sold = [...bought, move(4, -6, 800)]
  const mixed = [...sold, move(5, -4, 1_000, { from: 2 })]
  expect(lotsAfter(mixed)).toEqual([{ of: 3, qty: 2, cost: 600 }])
  expect(lotsAfter([...mixed, move(6, 4, 1_000, { undoes: 5 })])).toEqual(lotsAfter(sold))
  expect(lotsAfter([...mixed, move(6, 6, 800, { undoes: 4 }), move(7, 4, 1_000, { undoes: 5 })])).toEqual(before)
})

test('goods that a buyer brought back are older than those a sale that is taken back had taken', () => {
  const sold = [move(1, 4, 400), move(2, 4, 800), move(3, -2, 200)]
  const back = move(4, 1, 70, { isReturn: true })
  expect(lotsAfter([...sold, back, move(5, 2, 200, { undoes: 3 })])).toEqual([
    { of: 4, qty: 1, cost: 70 },
    { of: 1, qty: 4, cost: 400 },
    { of: 2, qty: 4, cost: 800 },
  ])
})
