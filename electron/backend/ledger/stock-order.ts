import { invalidInput } from '../../../shared/errors.ts'
import { question } from '../db/question.ts'
import type { Reader } from '../db/tables.ts'
import { type ItemState, itemStates } from './stock.ts'

/**
 * What goods cost is reckoned in the order in which they came and went. Refuses INVALID_INPUT `date_before_goods_left`
 * for goods that come in before others went out, and `date_before_goods_came` for goods that go out before others came
 * in, with the first day that is possible: costs that were posted would be others.
 */
export function requireCostOrder(
  item: Pick<ItemState, 'kind' | 'name' | 'newestIn' | 'newestOut'>,
  way: 'in' | 'out',
  date: string,
): void {
  if (item.kind === 'consigned' || item.kind === 'service') return
  const newest = way === 'in' ? item.newestOut : item.newestIn
  if (newest === null || date >= newest) return
  const reason = way === 'in' ? 'date_before_goods_left' : 'date_before_goods_came'
  throw invalidInput(['date'], reason, { item: item.name, date: newest })
}

/**
 * Goods that somebody says are worth more or less cost that from then on: as goods that come in, no such day is before
 * one on which others went out. Refuses INVALID_INPUT `date_before_goods_left` with the first day that is possible.
 */
export async function requireValuedInOrder(db: Reader, itemId: string, date: string): Promise<void> {
  const item = (await itemStates(db, [itemId], '')).get(itemId)
  if (item) requireCostOrder(item, 'in', date)
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
