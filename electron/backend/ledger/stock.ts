import { type QueryCreator, type RawBuilder, sql } from 'kysely'
import { Refusal } from '../../../shared/errors.ts'
import { among } from '../db/among.ts'
import { question } from '../db/question.ts'
import type { Reader, Tables } from '../db/tables.ts'
import type { ItemTermsTable } from '../db/trade-tables.ts'

/** An item with its terms, and as much of its card as a movement asks: thousandths and sen. */
export interface ItemState extends ItemTermsTable {
  readonly code: string
  readonly name: string
  readonly active: 0 | 1
  readonly qty: number
  readonly qtyHere: number
  readonly value: number
  /** Lines on its accounts, and moves that have one: they are as many unless somebody wrote others by hand. */
  readonly lines: number
  readonly valuedMoves: number
  /** Days of the newest costed moves in and out that stand. */
  readonly newestIn: string | null
  readonly newestOut: string | null
}

/** Whether somebody ever said by hand what an item is worth. */
export function isValuedByHand({ lines, valuedMoves }: Pick<ItemState, 'lines' | 'valuedMoves'>): boolean {
  return lines !== valuedMoves
}

/** The items named, with what there is of them in all and at one place; ids that are no item are missing. */
export async function itemStates(
  db: Reader,
  itemIds: readonly string[],
  locationId: string,
): Promise<Map<string, ItemState>> {
  const rows = await statesAmong.all(db, JSON.stringify(itemIds), locationId)
  return new Map(rows.map((row) => [row.item_id, row]))
}

/** That move `m` of the cooperative's own goods has a cost, be it nothing at all: only from place to place there is none. */
export const isCosted = sql<boolean>`(m.line_no IS NOT NULL
  OR (SELECT kind FROM trade_document WHERE id = m.document_id) <> 'transfer')`

const statesAmong = question((db, ids: string, locationId: string) =>
  db
    .selectFrom('item as i')
    .innerJoin('item_terms as t', 't.item_id', 'i.id')
    .selectAll('t')
    .select(['i.code', 'i.name', 'i.active'])
    .select([
      newestStanding(db, 'in').as('newestIn'),
      newestStanding(db, 'out').as('newestOut'),
      lying(db, sql`sum(s.qty)`).as('qty'),
      lying(db, sql`sum(CASE WHEN s.location_id = ${locationId} THEN s.qty END)`).as('qtyHere'),
      lying(db, sql`sum(s.valued_moves)`).as('valuedMoves'),
      onAccounts(db, sql`sum(b.debit - b.credit)`).as('value'),
      onAccounts(db, sql`sum(b.lines)`).as('lines'),
    ])
    .where('i.id', 'in', among(ids)),
)

/** What the places of item `i` come to; nothing where none was ever there. */
function lying(db: QueryCreator<Tables>, sum: RawBuilder<unknown>) {
  return db
    .selectFrom('balance_stock as s')
    .select(sql<number>`coalesce(${sum}, 0)`.as('sum'))
    .whereRef('s.item_id', '=', sql.ref('i.id'))
    .$asScalar()
    .$notNull()
}

/** What the accounts of item `i` come to. */
function onAccounts(db: QueryCreator<Tables>, sum: RawBuilder<unknown>) {
  return db
    .selectFrom('balance_subledger as b')
    .select(sql<number>`coalesce(${sum}, 0)`.as('sum'))
    .where('b.subledger', '=', 'item')
    .whereRef('b.reference', '=', sql.ref('i.id'))
    .$asScalar()
    .$notNull()
}

/** The day of the newest costed move of an item that stands, in or out: the first that is met from the end of its card. */
function newestStanding(db: QueryCreator<Tables>, way: 'in' | 'out') {
  return db
    .selectFrom('stock_move as m')
    .select('m.date')
    .whereRef('m.item_id', '=', sql.ref('i.id'))
    .where('m.qty', way === 'in' ? '>' : '<', 0)
    .where(isCosted)
    .where('m.undoes', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('stock_move as u').select('u.seq').whereRef('u.undoes', '=', 'm.seq'))),
    )
    .orderBy('m.date', 'desc')
    .limit(1)
}

/** What there was of an item at a place at the end of a day, thousandths. */
export async function quantityOn(
  db: Reader,
  { itemId, locationId, date }: { readonly itemId: string; readonly locationId: string; readonly date: string },
): Promise<number> {
  return (await thereOn.first(db, itemId, locationId, date))?.qty ?? 0
}

const thereOn = question((db, itemId: string, locationId: string, date: string) =>
  db
    .selectFrom('stock_move')
    .select(sql<number>`coalesce(sum(qty), 0)`.as('qty'))
    .where('item_id', '=', itemId)
    .where('location_id', '=', locationId)
    .where('date', '<=', date),
)

/** Thousandths that came to a place and went from it on a day. */
export interface DayMoved {
  readonly day: string
  readonly moved: number
}

/** What moved of some items at a place after a day, the newest day first. */
export async function movedAfter(
  db: Reader,
  itemIds: readonly string[],
  { locationId, date }: { readonly locationId: string; readonly date: string },
): Promise<ReadonlyMap<string, readonly DayMoved[]>> {
  const rows = await laterAmong.all(db, JSON.stringify(itemIds), locationId, date)
  return Map.groupBy(rows, ({ item_id }) => item_id)
}

const laterAmong = question((db, ids: string, locationId: string, date: string) =>
  db
    .selectFrom('stock_move')
    .select(['item_id', 'date as day', sql<number>`sum(qty)`.as('moved')])
    .where('item_id', 'in', among(ids))
    .where('location_id', '=', locationId)
    .where('date', '>', date)
    .groupBy(['item_id', 'date'])
    .orderBy('date', 'desc'),
)

/** Goods about to go from a place: thousandths. */
export interface Leaving {
  readonly item: Pick<ItemState, 'item_id' | 'name' | 'code' | 'qtyHere'>
  readonly date: string
  readonly qty: number
  /** What moved of them at the place after the day. */
  readonly later: readonly DayMoved[]
  /** Where it stands in the input. */
  readonly path: readonly (string | number)[]
}

/** Refuses STOCK_BELOW_ZERO where goods are not there at the end of their day or of any later one. */
export function requireThere({ item, date, qty, later, path }: Leaving): void {
  let there = item.qtyHere
  let lowest = { there, day: later[0]?.day ?? date }
  for (const [index, { moved }] of later.entries()) {
    // Before what moved on a day there was what the day before it ended with.
    there -= moved
    if (there <= lowest.there) lowest = { there, day: later[index + 1]?.day ?? date }
  }
  if (lowest.there >= qty) return
  const inStock = Math.max(0, lowest.there)
  // Beside what there is today the day has to be named: another one's count is another one.
  const issues = [{ path: [...path], message: later.length === 0 ? 'stock_too_low' : 'stock_too_low_then' }]
  const data = { itemId: item.item_id, item: item.name, inStock, missing: qty - inStock, day: lowest.day, issues }
  throw new Refusal('STOCK_BELOW_ZERO', undefined, data)
}
