import { addDays, lastDayOfYear } from '../../../../../shared/calendar.ts'
import type { Reader } from '../../../db/tables.ts'
import { type Step, step } from './step.ts'

/** Goods are counted in December or in the first days of January. */
const daysAfterMax = 7

/** Each place that has goods at the end of the year is counted around it. */
export async function stockCountStep(db: Reader, year: number): Promise<Step> {
  const lastDay = lastDayOfYear(year)
  const places = await placesWithGoods(db, lastDay)
  if (places.length === 0) return step('stock_count', 'not_needed')
  const counts = await db
    .selectFrom('trade_document as d')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'd.entry_id')
    .leftJoin('request_undo as u', 'u.request_id', 'd.request_id')
    .select(['d.location_id', 'd.date', 'd.made_at', 'd.counted_by'])
    .where('d.kind', '=', 'stock_take')
    .where('d.date', '>=', `${year}-12-01`)
    .where('d.date', '<=', addDays(lastDay, daysAfterMax))
    .where('r.id', 'is', null)
    .where('u.request_id', 'is', null)
    .orderBy('d.date')
    .execute()
  const counted = new Set(counts.map(({ location_id }) => location_id))
  const count = places.filter((place) => !counted.has(place)).length
  const newest = counts.at(-1)
  if (count > 0 || !newest) return step('stock_count', 'open', { count })
  const by = (JSON.parse(newest.counted_by ?? '[]') as string[]).join(', ')
  return step('stock_count', 'done', { at: newest.made_at, date: newest.date, by })
}

async function placesWithGoods(db: Reader, asOf: string): Promise<string[]> {
  const rows = await db
    .selectFrom('stock_move')
    .select('location_id')
    .where('date', '<=', asOf)
    .groupBy(['location_id', 'item_id'])
    .having((eb) => eb(eb.fn.sum('qty'), '<>', 0))
    .execute()
  return [...new Set(rows.map(({ location_id }) => location_id))]
}
