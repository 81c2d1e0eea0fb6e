import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays } from '../../../shared/calendar.ts'
import { sen } from '../../../shared/rules/money.ts'
import { type StockMove, stockCost } from '../../../shared/rules/stock-cost.ts'
import { runs } from '../../support/any-loan.ts'
import { refusalOf, requestId } from '../../support/book.ts'
import { openTradingBook, type TradingBook } from '../../support/trade.ts'
import { isRefusal } from '../../support/trade-life.ts'

/** Whatever day is typed, what was posted of costs is what the order of days makes of it. */

let book: TradingBook
beforeEach(async () => {
  book = await openTradingBook()
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

const head = (date: string) => ({ requestId: requestId(), date })
const back = (entryId: string, date: string) => book.api.journal.reverse({ ...head(date), entryId, reason: 'Salah' })
const returned = (documentId: string, date: string) => ({
  ...{ ...head(date), documentId, cashAccount: '11101', lines: [{ n: 1, qty: 1_000 }] },
})
const worthOf = async (itemId: string) => (await book.api.items.get({ itemId })).value

/** Refused with the first day that is possible. */
async function refusedUntil(attempt: Promise<unknown>, message: string, date: string) {
  const data = { date, item: 'Gula pasir', issues: [{ path: ['date'], message }] }
  expect(await refusalOf(attempt)).toMatchObject({ code: 'INVALID_INPUT', data })
}

test('first in, first out, a sale found late has its own day as long as all since came from one lot', async () => {
  const itemId = await book.item({ costing: 'fifo' })
  await book.buy(itemId, 10, 100_000, '2026-02-01')
  await book.buy(itemId, 10, 200_000, '2026-02-02')
  await book.sell(itemId, 4, '2026-02-10')
  await book.sell(itemId, 3, '2026-02-08')
  expect(await worthOf(itemId)).toBe(230_000_00)
  await refusedUntil(book.sell(itemId, 4, '2026-02-09'), 'date_before_goods_left', '2026-02-10')
  await book.sell(itemId, 4, '2026-02-10')
  expect(await worthOf(itemId)).toBe(180_000_00)
  await refusedUntil(book.sell(itemId, 1, '2026-02-09'), 'date_before_goods_left', '2026-02-10')
})

test('a sale found late of two lines of the same goods is measured by both', async () => {
  const itemId = await book.item({ costing: 'fifo' })
  await book.buy(itemId, 10, 100_000, '2026-02-01')
  await book.buy(itemId, 10, 200_000, '2026-02-02')
  await book.sell(itemId, 4, '2026-02-10')
  const sell = (...units: number[]) => {
    const lines = units.map((qty) => ({ itemId, qty: qty * 1_000 }))
    return book.api.trade.sell({ ...head('2026-02-09'), cashAccount: '11101', lines })
  }
  await refusedUntil(sell(4, 3), 'date_before_goods_left', '2026-02-10')
  await sell(4, 2)
})

test('first in, first out, a sale found late has its own day before goods went back to their seller, if theirs is its lot', async () => {
  const { trade } = book.api
  const itemId = await book.item({ costing: 'fifo' })
  const bought = await book.buy(itemId, 10, 100_000, '2026-02-01')
  const newer = await book.buy(itemId, 10, 200_000, '2026-02-01')
  for (const { documentId } of [bought, newer]) await trade.returnPurchase(returned(documentId, '2026-02-05'))
  await book.sell(itemId, 3, '2026-02-10')
  // 9 x 10.000 less 3 and 2 sold, and 9 x 20.000.
  await book.sell(itemId, 2, '2026-02-03')
  expect(await worthOf(itemId)).toBe(220_000_00)
  await refusedUntil(book.sell(itemId, 5, '2026-02-04'), 'date_before_goods_left', '2026-02-10')
})

test('what went back of a lot earlier does not count as sold of it: others were sold since', async () => {
  const itemId = await book.item({ costing: 'fifo' })
  await book.buy(itemId, 5, 50_000, '2026-02-01')
  const newer = await book.buy(itemId, 10, 200_000, '2026-02-01')
  const four = { lines: [{ n: 1, qty: 4_000 }] }
  await book.api.trade.returnPurchase({ ...returned(newer.documentId, '2026-02-02'), ...four })
  await book.sell(itemId, 2, '2026-02-03')
  await book.sell(itemId, 5, '2026-02-10')
  // It would have had one of the first lot, of which the 5 sold later had the last 3.
  await refusedUntil(book.sell(itemId, 1, '2026-02-05'), 'date_before_goods_left', '2026-02-10')
})

test('a sale found late that would have taken what went back to its seller since is refused', async () => {
  const itemId = await book.item({ costing: 'fifo' })
  const bought = await book.buy(itemId, 3, 30_000, '2026-02-01')
  await book.buy(itemId, 10, 200_000, '2026-02-01')
  await book.sell(itemId, 2, '2026-02-03')
  await book.api.trade.returnPurchase(returned(bought.documentId, '2026-02-06'))
  await refusedUntil(book.sell(itemId, 1, '2026-02-04'), 'date_before_goods_left', '2026-02-06')
})

test('first in, first out, the days of deliveries say which goes first; by moving average they are mixed', async () => {
  const lots = await book.item({ costing: 'fifo' })
  await book.buy(lots, 1, 10_000, '2026-02-05')
  await refusedUntil(book.buy(lots, 1, 20_000, '2026-02-04'), 'date_before_goods_came', '2026-02-05')
  await book.buy(lots, 1, 20_000, '2026-02-05')
  const mixed = await book.item()
  await book.buy(mixed, 1, 10_000, '2026-02-05')
  await book.buy(mixed, 1, 20_000, '2026-02-04')
  await book.sell(mixed, 1, '2026-02-06')
  expect(await worthOf(mixed)).toBe(15_000_00)
})

test('what comes back from a buyer or goes back to the seller keeps the order of days as well', async () => {
  const { trade } = book.api
  for (const costing of ['moving_average', 'fifo'] as const) {
    const itemId = await book.item({ costing })
    const bought = await book.buy(itemId, 10, 100_000, '2026-02-01')
    const sold = await book.sell(itemId, 2, '2026-02-05')
    await book.sell(itemId, 2, '2026-02-08')
    const early = returned(sold.documentId, '2026-02-07')
    await refusedUntil(trade.returnSale(early), 'date_before_goods_left', '2026-02-08')
    await trade.returnSale({ ...early, date: '2026-02-08' })
    await book.buy(itemId, 10, 200_000, '2026-02-10')
    const toSeller = returned(bought.documentId, '2026-02-09')
    await refusedUntil(trade.returnPurchase(toSeller), 'date_before_goods_came', '2026-02-10')
    await trade.returnPurchase({ ...toSeller, date: '2026-02-10' })
  }
})

test('a sale is not taken back on a day before others went, where that would have made them cost something else', async () => {
  const lots = await book.item({ costing: 'fifo' })
  await book.buy(lots, 2, 20_000, '2026-02-01')
  await book.buy(lots, 2, 40_000, '2026-02-02')
  const first = await book.sell(lots, 2, '2026-02-05')
  await book.sell(lots, 1, '2026-02-07')
  await refusedUntil(back(first.entryId, '2026-02-06'), 'date_before_goods_left', '2026-02-07')
  await back(first.entryId, '2026-02-07')
  expect(await worthOf(lots)).toBe(40_000_00)
})

test('by moving average a sale is taken back on its own day, until something else came in', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 10, 100_000, '2026-02-01')
  const [first, second] = [await book.sell(itemId, 2, '2026-02-05'), await book.sell(itemId, 2, '2026-02-06')]
  await book.sell(itemId, 1, '2026-02-08')
  await back(first.entryId, '2026-02-05')
  await book.buy(itemId, 10, 200_000, '2026-02-08')
  await book.sell(itemId, 1, '2026-02-09')
  await refusedUntil(back(second.entryId, '2026-02-06'), 'date_before_goods_left', '2026-02-09')
  await back(second.entryId, '2026-02-09')
})

test('goods that were found and cost nothing are taken back before nothing that was sold of them', async () => {
  const { api } = book
  for (const costing of ['moving_average', 'fifo'] as const) {
    const itemId = await book.item({ costing })
    const counted = { ...head('2026-02-01'), countedBy: ['Sari', 'Budi'] as [string, string] }
    await api.trade.stockTake({ ...counted, lines: [{ itemId, counted: 5_000 }] })
    const sold = await book.sell(itemId, 3, '2026-02-03')
    await refusedUntil(book.buy(itemId, 10, 100_000, '2026-02-02'), 'date_before_goods_left', '2026-02-03')
    await book.buy(itemId, 10, 100_000, '2026-02-04')
    const undo = api.requests.undo({ ...head('2026-02-05'), undoes: counted.requestId, reason: 'Salah' })
    expect(await refusalOf(undo)).toMatchObject({
      code: 'NOT_ALLOWED',
      data: { reason: 'reverse_first', first: { entryId: sold.entryId } },
    })
  }
})

interface Deed {
  readonly isBuy: boolean
  readonly units: number
  readonly rupiah: number
  readonly later: number
}

const deeds = fc.array(
  fc.record({
    isBuy: fc.boolean(),
    units: fc.integer({ min: 1, max: 9 }),
    rupiah: fc.integer({ min: 1, max: 90_000 }),
    later: fc.constantFrom(0, 1, 2, -1, -2),
  }),
  { minLength: 6, maxLength: 25 },
)

/** What was accepted of bought and sold goods on days to and fro. */
async function traded(itemId: string, all: readonly Deed[]): Promise<void> {
  let date = '2026-02-03'
  for (const { isBuy, units, rupiah, later } of all) {
    date = addDays(date, later)
    const done = isBuy ? book.buy(itemId, 2 * units, rupiah, date) : book.sell(itemId, units, date)
    await done.catch(isRefusal)
  }
}

test('the calculator reckons in the order of days what the book posted, whatever was typed when', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, async (all) => {
      for (const method of ['moving_average', 'fifo'] as const) {
        const itemId = await book.item({ costing: method })
        await traded(itemId, all)
        const { rows, closing } = await book.api.trade.stockCard({ itemId, to: '2026-12-31' })
        const costs = rows.map(({ valueAfter }, at) => Math.abs(valueAfter - (rows[at - 1]?.valueAfter ?? 0)))
        const moves = rows.map(({ date, in: came, out }, at): StockMove => {
          return came > 0 ? { date, kind: 'in', qty: came, cost: sen(costs[at] ?? 0) } : { date, kind: 'out', qty: out }
        })
        const reckoned = stockCost({ method, moves })
        expect(reckoned.closing.qty).toBe(closing.qty)
        // A sen each way of rounding, where sales from the same goods were recorded in another order than their days.
        for (const [at, { cost }] of reckoned.moves.entries()) {
          expect(Math.abs(cost - (costs[at] ?? 0))).toBeLessThanOrEqual(rows.length)
        }
      }
    }),
    { numRuns: runs(20) },
  )
}, 120_000)
