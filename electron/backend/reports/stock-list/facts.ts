import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { Refusal } from '../../../../shared/errors.ts'
import type { StockListFacts } from '../../../../shared/statements/trade-lists.ts'
import type { Reading } from '../../work.ts'

/** Every item with what there is of it at the end of a day; refuses NOT_FOUND for a place that is none. */
export async function stockListFacts(
  { db }: Reading,
  { asOf, locationId }: ReportParams<'stockList'>,
  language: Language,
): Promise<StockListFacts> {
  const place =
    locationId === undefined
      ? undefined
      : await db.selectFrom('stock_location').select('name').where('id', '=', locationId).executeTakeFirst()
  if (locationId !== undefined && !place) throw new Refusal('NOT_FOUND', 'stock_location', { locationId })
  const rows = await db
    .selectFrom('item as i')
    .innerJoin('item_terms as t', 't.item_id', 'i.id')
    .leftJoin('member as m', 'm.id', 't.owner_member_id')
    .leftJoin('partner as p', 'p.id', 't.owner_partner_id')
    .select(['i.id as itemId', 'i.code', 'i.name', 'i.active', 't.unit_name as unitName', 't.kind'])
    .select((eb) => eb.fn.coalesce('m.name', 'p.name').as('owner'))
    .select((eb) => {
      const moves = eb
        .selectFrom('stock_move as s')
        .select((s) => s.fn.coalesce(s.fn.sum<number>('s.qty'), s.lit(0)).as('qty'))
        .whereRef('s.item_id', '=', 'i.id')
        .where('s.date', '<=', asOf)
      const here = locationId === undefined ? moves : moves.where('s.location_id', '=', locationId)
      return here.$asScalar().$notNull().as('qty')
    })
    .where('t.kind', '<>', 'service')
    .orderBy('i.code')
    .execute()
  const values = await valuesAt(db, asOf)
  const items = rows.map(({ kind: _, active, ...row }) => ({ ...row, active, value: values.get(row.itemId) ?? 0 }))
  return {
    ...{ language, asOf, place: place?.name },
    items: items
      .filter(({ qty, value, active }) => qty !== 0 || (locationId === undefined && (value !== 0 || active === 1)))
      .map(({ active: _, ...item }) => ({ ...item, value: locationId === undefined ? item.value : null })),
  }
}

/** What the goods of each item cost at the end of a day, sen. */
async function valuesAt(db: Reading['db'], asOf: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('journal_line as l')
    .innerJoin('account as a', 'a.code', 'l.account')
    .select('l.item_id as itemId')
    .select((eb) => eb.fn.sum<number>(eb('l.debit', '-', eb.ref('l.credit'))).as('value'))
    .where('a.subledger', '=', 'item')
    .where('l.entry_date', '<=', asOf)
    .groupBy('l.item_id')
    .execute()
  return new Map(rows.map(({ itemId, value }) => [itemId ?? '', value]))
}
