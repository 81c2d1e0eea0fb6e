import { sql } from 'kysely'
import { firstDayOfYear } from '../../../shared/calendar.ts'
import type { Reader } from '../db/tables.ts'

/** What was bought from members in a year up to a day, by item: thousandths and sen; what went back is taken off. */
export async function boughtOfMembers(db: Reader, year: number, asOf: string) {
  const sign = sql<number>`(CASE d.kind WHEN 'purchase' THEN 1 ELSE -1 END) * (CASE WHEN e.reverses_id IS NULL THEN 1 ELSE -1 END)`
  return db
    .selectFrom('journal_entry as e')
    .innerJoin('trade_document as d', (join) =>
      join.on((eb) => eb('d.entry_id', '=', eb.fn.coalesce('e.reverses_id', 'e.id'))),
    )
    .innerJoin('trade_document as o', (join) =>
      join.on((eb) => eb('o.id', '=', eb.fn.coalesce('d.of_document_id', 'd.id'))),
    )
    .innerJoin('trade_line as t', 't.document_id', 'd.id')
    .where('d.kind', 'in', ['purchase', 'purchase_return'])
    .where('o.member_id', 'is not', null)
    .where('e.date', '>=', firstDayOfYear(year))
    .where('e.date', '<=', asOf)
    .select('t.item_id as itemId')
    .select([sql<number>`sum(${sign} * t.qty)`.as('qty'), sql<number>`sum(${sign} * t.amount)`.as('amount')])
    .groupBy('t.item_id')
    .execute()
}
