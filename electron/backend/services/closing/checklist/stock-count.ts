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
  const counts = await standingTakes(db, `${year}-12-01`, addDays(lastDay, daysAfterMax))
  const counted = new Set(counts.map(({ location_id }) => location_id))
  const count = places.filter((place) => !counted.has(place)).length
  const newest = counts.at(-1)
  if (count > 0 || !newest) return step('stock_count', 'open', { count })
  const by = (JSON.parse(newest.counted_by ?? '[]') as string[]).join(', ')
  return step('stock_count', 'done', { at: newest.made_at, date: newest.date, by })
}

/** The newest count of each place that tells what lay there in a year or at its end: one that was not taken back. */
export async function takesOfYear(db: Reader, year: number): Promise<{ documentId: string }[]> {
  // A count in the first days of January tells of the year before.
  const first = addDays(lastDayOfYear(year - 1), daysAfterMax + 1)
  const takes = await standingTakes(db, first, addDays(lastDayOfYear(year), daysAfterMax))
  return [...new Map(takes.map(({ id, location_id }) => [location_id, { documentId: id }])).values()]
}

/** Counts of goods from a day to another that stand, the oldest first. */
async function standingTakes(db: Reader, from: string, to: string) {
  return db
    .selectFrom('trade_document as d')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'd.entry_id')
    .leftJoin('request_undo as u', 'u.request_id', 'd.request_id')
    .select(['d.id', 'd.location_id', 'd.date', 'd.made_at', 'd.counted_by'])
    .where('d.kind', '=', 'stock_take')
    .where('d.date', '>=', from)
    .where('d.date', '<=', to)
    .where('r.id', 'is', null)
    .where('u.request_id', 'is', null)
    .orderBy('d.date')
    .orderBy('d.made_at')
    .execute()
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
