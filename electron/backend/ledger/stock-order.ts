import { sql } from 'kysely'
import { invalidInput } from '../../../shared/errors.ts'
import { question } from '../db/question.ts'
import type { Reader } from '../db/tables.ts'
import type { StockMoveTable } from '../db/trade-tables.ts'
import { newestLots } from './lots.ts'
import { type ItemState, isCosted, isValuedByHand, itemStates } from './stock.ts'

type Ordered = Pick<ItemState, 'kind' | 'name' | 'costing' | 'newestIn' | 'newestOut'>

/**
 * What goods cost is reckoned in the order in which they came and went. Refuses INVALID_INPUT `date_before_goods_left`
 * for goods that come in before others went out, and `date_before_goods_came` for goods that go out before others came
 * in, with the first day that is possible: costs that were posted would be others. First in, first out, goods do not come
 * in before others came in either, for the days say which go first.
 */
export function requireCostOrder(item: Ordered, way: 'in' | 'out', date: string): void {
  if (item.kind === 'consigned' || item.kind === 'service') return
  const isLot = way === 'in' && item.costing === 'fifo'
  if (way === 'in') requireFrom(item.newestOut, 'date_before_goods_left', { item: item.name, date })
  if (way === 'out' || isLot) requireFrom(item.newestIn, 'date_before_goods_came', { item: item.name, date })
}

/** Goods that had left come back, and are older than all others whatever came since. Refuses `date_before_goods_left`. */
export function requireBackOrder(item: Ordered, date: string): void {
  requireCostOrder({ ...item, newestIn: null }, 'in', date)
}

function requireFrom(newest: string | null, reason: string, { item, date }: { item: string; date: string }): void {
  if (newest !== null && date < newest) throw invalidInput(['date'], reason, { item, date: newest })
}

/**
 * First in, first out, goods that go out on a day before others went would have cost what these did, unless all since then
 * came from one lot; what went back to its seller from a lot that is there cost the same anyway. `qty` thousandths are what goes in all. Refuses INVALID_INPUT `date_before_goods_left`.
 */
export async function requireLotOrder(db: Reader, item: ItemState, qty: number, date: string): Promise<void> {
  if (item.costing !== 'fifo' || item.newestOut === null || date >= item.newestOut) return
  const newest = await newestLots(db, item)
  const wentBack = newest?.back.filter((back) => back.date > date) ?? []
  const gone = (await goneAfter.first(db, item.item_id, date))?.qty ?? 0
  const since = wentBack.reduce((sum, back) => sum - back.qty, gone)
  const isOneLot = newest !== undefined && newest.gone >= since && (newest.lots[0]?.qty ?? 0) >= qty
  if (!isOneLot) requireBackOrder(item, date)
}

/** Thousandths that went out after a day and are away. */
const goneAfter = question((db, itemId: string, date: string) =>
  db
    .selectFrom('stock_move as m')
    .leftJoin('stock_move as u', 'u.undoes', 'm.seq')
    .select(sql<number>`coalesce(0 - sum(m.qty), 0)`.as('qty'))
    .where('m.item_id', '=', itemId)
    .where('m.date', '>', date)
    .where('m.qty', '<', 0)
    .where('m.undoes', 'is', null)
    .where('u.seq', 'is', null)
    .where(isCosted),
)

/**
 * What went out is taken back on a day before others went: by moving average these cost the same where nothing came in
 * since and nobody said what it is worth; else `date_before_goods_left` is refused.
 */
export async function requireTakenBackInOrder(
  db: Reader,
  { item_id, seq }: StockMoveTable,
  date: string,
): Promise<void> {
  const item = (await itemStates(db, [item_id], '')).get(item_id)
  if (!item || item.newestOut === null || date >= item.newestOut) return
  const isSameCost = item.costing === 'moving_average' && !isValuedByHand(item)
  if (!isSameCost || (await cameSince.first(db, item_id, seq))) requireBackOrder(item, date)
}

const cameSince = question((db, itemId: string, seq: number) =>
  db
    .selectFrom('stock_move as m')
    .leftJoin('stock_move as u', 'u.undoes', 'm.seq')
    .select('m.seq')
    .where('m.item_id', '=', itemId)
    .where('m.seq', '>', seq)
    .where((eb) => eb('m.qty', '>', eb.lit(0)))
    .where('m.undoes', 'is', null)
    .where('u.seq', 'is', null)
    .where(isCosted)
    .limit(1),
)

/**
 * Goods that somebody says are worth more or less cost that from then on: as goods that come in, no such day is before
 * one on which others went out. Refuses INVALID_INPUT `date_before_goods_left` with the first day that is possible.
 */
export async function requireValuedInOrder(db: Reader, itemId: string, date: string): Promise<void> {
  const item = (await itemStates(db, [itemId], '')).get(itemId)
  if (item) requireBackOrder(item, date)
}

/** The other way round: goods that go out on a day before their value was changed by hand. Refuses `date_before_goods_valued`. */
export async function requireOutAfterValued(db: Reader, itemId: string, date: string): Promise<void> {
  const valued = await valuedAfter.first(db, itemId, date)
  if (valued) throw invalidInput(['date'], 'date_before_goods_valued', { item: valued.name, date: valued.date })
}

/** The newest entry by hand after a day that changed what an item is worth and stands. */
const valuedAfter = question((db, itemId: string, date: string) =>
  db
    .selectFrom('journal_line as l')
    .innerJoin('account as a', 'a.code', 'l.account')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .innerJoin('item as i', 'i.id', 'l.item_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .leftJoin('stock_move as m', (join) => join.onRef('m.entry_seq', '=', 'l.seq').onRef('m.line_no', '=', 'l.line_no'))
    .select(['e.date', 'i.name'])
    .where('l.item_id', '=', itemId)
    .where('l.entry_date', '>', date)
    .where('a.subledger', '=', 'item')
    .where('m.seq', 'is', null)
    .where('e.reverses_id', 'is', null)
    .where('r.id', 'is', null)
    .orderBy('l.entry_date', 'desc')
    .limit(1),
)
