import fc from 'fast-check'
import { expect, test } from 'vitest'
import { broughtBy, newestLots, replayedLots } from '../../../electron/backend/ledger/lots.ts'
import { isValuedByHand, itemStates } from '../../../electron/backend/ledger/stock.ts'
import { type Stock, stockTotals } from '../../../shared/rules/stock-cost.ts'
import { runs } from '../../support/any-loan.ts'
import {
  type Act,
  acted,
  anyActs,
  type Deed,
  type Done,
  dayAfter,
  isRefusal,
  type LifeBook,
  openLifeBook,
  takenBack,
} from '../../support/trade-life.ts'

/** First in, first out: the lots read from the newest delivery on are those that all moves leave. */

/**
 * How often the lots were told by the newest deliveries, and how often only by all moves; how often goods went back to
 * their seller from a lot that had enough of them, and from others as well, and were taken back at once.
 */
const told = { byNewest: 0, byNewestOfSeveral: 0, byReplay: 0, backOfOwn: 0, backOfOthers: 0, backUndone: 0 }

async function expectSameLots({ desk, own }: LifeBook): Promise<void> {
  await desk.app().read(async ({ db }) => {
    for (const item of (await itemStates(db, own, 'shop')).values()) {
      if (item.costing !== 'fifo') continue
      const replayed = await replayedLots(db, item)
      expect(replayed.reduce((sum, { qty }) => sum + qty, 0)).toBe(item.qty)
      const newest = (await newestLots(db, item))?.lots
      if (newest) expect(newest).toEqual(replayed)
      if (!newest) told.byReplay += 1
      else if (newest.length > 1) told.byNewestOfSeveral += 1
      else told.byNewest += 1
    }
  })
}

/** The lots of all items, and whether somebody said what one of them is worth. */
async function allLots({ desk, own }: LifeBook) {
  return desk.app().read(async ({ db }) => {
    const lots = new Map<string, Stock>()
    let isByHand = false
    for (const item of (await itemStates(db, own, 'shop')).values()) {
      if (item.costing !== 'fifo') continue
      lots.set(item.item_id, await replayedLots(db, item))
      isByHand ||= isValuedByHand(item)
    }
    return { lots, isByHand }
  })
}

/** What went back to its seller by a document, and the move that had brought it. */
async function lineBack({ desk }: LifeBook, documentId: string) {
  return desk.app().read(async ({ db }) => {
    const line = await db
      .selectFrom('trade_line as l')
      .innerJoin('trade_document as d', 'd.id', 'l.document_id')
      .select(['l.item_id', 'l.qty', 'l.amount', 'l.of_n', 'd.of_document_id'])
      .where('d.id', '=', documentId)
      .executeTakeFirstOrThrow()
    return { ...line, from: await broughtBy(db, line.of_document_id ?? '', line.of_n ?? 0) }
  })
}

/**
 * Goods that go back to their seller leave the lot they came with, at what was paid for them to a rupiah of rounding;
 * others only where that one has no more. Taken back at once they are where and what they were.
 */
async function sentBack(book: LifeBook, act: Act, date: string, standing: readonly Done[]) {
  const before = await allLots(book)
  const done = await acted(book, act, date, standing).catch(isRefusal)
  if (!done || done === true || before.isByHand) return done
  const line = await lineBack(book, done.documentId)
  const [lots, left] = [before.lots.get(line.item_id), (await allLots(book)).lots.get(line.item_id) ?? []]
  if (lots) expectOwnGone(line, lots, left)
  if (!act.isTakenBack || (await takenBack(book, done).then(() => false, isRefusal))) return done
  expect((await allLots(book)).lots).toEqual(before.lots)
  told.backUndone += 1
  return undefined
}

function expectOwnGone(line: Awaited<ReturnType<typeof lineBack>>, lots: Stock, left: Stock): void {
  const ownOf = (stock: Stock) => stock.filter(({ of }) => of === line.from)
  const othersOf = (stock: Stock) => stock.filter(({ of }) => of !== line.from)
  const own = stockTotals(ownOf(lots)).qty
  expect(stockTotals(ownOf(left)).qty).toBe(Math.max(0, own - line.qty))
  if (own < line.qty) {
    told.backOfOthers += 1
    return
  }
  expect(othersOf(left)).toEqual(othersOf(lots))
  const cost = stockTotals(lots).value - stockTotals(left).value
  expect(Math.abs(cost - line.amount)).toBeLessThanOrEqual(150)
  told.backOfOwn += 1
}

/** Does one thing, or takes back the last one or an older one; the rules may refuse. */
async function lived(book: LifeBook, act: Act, date: string, standing: Done[]): Promise<void> {
  const isOlder = act.does === 'undoOlder'
  if (act.does !== 'undo' && !isOlder) {
    const done =
      act.does === 'returnPurchase'
        ? await sentBack(book, act, date, standing)
        : await acted(book, act, date, standing).catch(isRefusal)
    if (done && done !== true) standing.push(done)
    return
  }
  const which = isOlder ? act.rupiah % Math.max(1, standing.length) : standing.length - 1
  const done = standing[which]
  const isUndone = done && !(await takenBack(book, done).then(() => false, isRefusal))
  if (isUndone) standing.splice(which, 1)
}

async function expectSameLotsAllAlong(acts: readonly Act[]): Promise<void> {
  const book = await openLifeBook()
  const standing: Done[] = []
  let date = '2026-02-01'
  for (const act of acts) {
    const day = dayAfter(date, act)
    await lived(book, act, day, standing)
    await expectSameLots(book)
    if (day > date) date = day
  }
  expect(book.bugs).toEqual([])
  await book.close()
}

/** Of the goods themselves, not of what is kept for others. */
const instead: Partial<Record<Deed, Deed>> = {
  receive: 'buy',
  sellKept: 'sell',
  returnKept: 'sell',
  settle: 'undoOlder',
}

/** It happens to the same goods, whether they are there or not. */
function toTheSameGoods(act: Act): Act {
  const isBlind = act.does !== 'returnSale' && act.does !== 'returnPurchase'
  return { ...act, which: 1, isBlind, does: instead[act.does] ?? act.does }
}

/** Nothing but what the newest deliveries tell: bought, sold, sent back to the seller and taken back. */
const often = ['buy', 'sell', 'sell', 'returnPurchase', 'returnPurchase', 'undo', 'undoOlder'] as const
function onlyTraded(act: Act): Act {
  const does = often[act.rupiah % often.length] ?? 'buy'
  return toTheSameGoods({ ...act, does })
}

/** A third of the lives goes without returns of buyers and values by hand, after which only all moves tell; a third is traded alone. */
const lives = fc.tuple(anyActs, fc.constantFrom('any', 'plain', 'traded')).map(([acts, way]) => {
  if (way === 'traded') return acts.map(onlyTraded)
  const same = acts.map(toTheSameGoods)
  return way === 'any' ? same : same.filter(({ does }) => does !== 'revalue' && does !== 'returnSale')
})

test('whatever happened to goods, the newest deliveries tell the same lots as all moves do', async () => {
  await fc.assert(fc.asyncProperty(lives, expectSameLotsAllAlong), { numRuns: runs(16) })
  expect(Math.min(...Object.values(told))).toBeGreaterThan(0)
}, 240_000)

const act = (does: Act['does'], halves: number, rupiah: number, more: Partial<Act> = {}): Act => ({
  ...{ does, halves, rupiah, which: 1, later: 0, isMember: false, isCash: true, isTakenBack: false, isBlind: true },
  ...more,
})
const back = (does: Deed, halves = 1) => act(does, halves, 1, { isBlind: false })
const older = (place: number) => act('undoOlder', 1, place)

const twice = [act('buy', 16, 100), act('buy', 16, 300)]
/** Of two deliveries an odd number names the second, of three one that three divides the first. */
const sent = (halves: number) => back('returnPurchase', halves)

test.each([
  ['value given by hand', [act('buy', 8, 100), act('buy', 8, 300), act('revalue', 1, 50), act('sell', 20, 1)]],
  ['value taken by hand', [act('buy', 8, 100), act('buy', 8, 300), act('revalue', 1, 5, { isCash: false })]],
  ['a sale that came back', [act('buy', 8, 300), act('sell', 8, 1), act('buy', 8, 100), back('returnSale')]],
  [
    'a sale taken back at once',
    [act('buy', 8, 100), act('buy', 8, 300), act('sell', 20, 1), older(2), act('sell', 4, 1)],
  ],
  // The first sale took the first lot alone, the second both; the first comes back in front of what the second left.
  ['an older sale', [act('buy', 8, 300), act('buy', 8, 100), act('sell', 16, 1), act('sell', 24, 1), older(2)]],
  ['a purchase', [act('buy', 8, 100), act('buy', 8, 300), act('buy', 8, 500), older(1), act('sell', 4, 1)]],
  ['a return to the seller', [act('buy', 8, 100), act('buy', 8, 300), back('returnPurchase'), act('sell', 12, 1)]],
  ['a return of the newest', [...twice, sent(9), act('sell', 20, 1), act('buy', 4, 7), act('sell', 56, 1)]],
  ['a return of all of the newest', [...twice, sent(17), act('sell', 20, 1), act('buy', 4, 7), act('sell', 16, 1)]],
  ['a return and what is left of both', [...twice, sent(13), act('sell', 50, 1), act('sell', 20, 1)]],
  ['a return taken back', [...twice, sent(9), act('buy', 8, 500), older(2), act('sell', 72, 1)]],
  ['a return taken back after a sale', [...twice, sent(9), act('sell', 72, 1), older(2), act('sell', 20, 1)]],
  ['a return of what was sold', [...twice, act('buy', 8, 500), act('sell', 56, 1), sent(6), act('sell', 30, 1)]],
  ['goods at an outlet', [act('buy', 8, 100), act('buy', 8, 300), act('transfer', 4, 1), act('sell', 12, 1)]],
  ['a sale from two lots', [act('buy', 7, 100), act('buy', 8, 300), act('sell', 30, 1), act('buy', 3, 7)]],
])('the same lots are told after %s', async (_, acts) => {
  await expectSameLotsAllAlong(acts)
})
