import { sql } from 'kysely'
import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import type { SalesFacts } from '../../../../shared/statements/trade-lists.ts'
import type { Reader } from '../../db/tables.ts'
import type { Reading } from '../../work.ts'

const toMembers = ['42101', '42102', '42103', '42104']
const toOthers = ['43101', '43102', '43103', '43104', '43107']
const cost = ['51103', '51201']

/** What was sold of every item in a time, as the books have it; refuses INVALID_INPUT for a time that ends before it begins. */
export async function salesFacts(
  { db }: Reading,
  { from, to }: ReportParams<'sales'>,
  language: Language,
): Promise<SalesFacts> {
  if (to < from) throw invalidInput(['params', 'to'], 'period_backwards')
  const rows = await db
    .selectFrom('journal_line as l')
    .innerJoin('item as i', 'i.id', 'l.item_id')
    .innerJoin('item_terms as t', 't.item_id', 'i.id')
    .select(['i.id as itemId', 'i.code', 'i.name', 't.unit_name as unitName', 't.kind'])
    .select((eb) => {
      const net = (codes: readonly string[]) =>
        sql<number>`coalesce(sum(CASE WHEN ${eb('l.account', 'in', codes)} THEN l.credit - l.debit ELSE 0 END), 0)`
      return [net(toMembers).as('toMembers'), net(toOthers).as('toOthers'), net(cost).as('negativeCost')]
    })
    .where('l.account', 'in', [...toMembers, ...toOthers, ...cost])
    .where('l.entry_date', '>=', from)
    .where('l.entry_date', '<=', to)
    .groupBy('i.id')
    .orderBy('i.code')
    .execute()
  const quantities = await soldIn(db, from, to)
  const items = rows.map(({ kind, negativeCost, ...row }) => ({
    ...row,
    ...{ qty: quantities.get(row.itemId) ?? 0, cost: 0 - negativeCost, isKept: kind === 'consigned' },
  }))
  // What was sold and taken back within the time was not sold.
  const isNothing = (item: (typeof items)[number]) =>
    [item.qty, item.toMembers, item.toOthers, item.cost].every((figure) => figure === 0)
  return { language, from, to, items: items.filter((item) => !isNothing(item)) }
}

/** Thousandths sold, less what came back and less sales that were taken back, each on its own day. */
async function soldIn(db: Reader, from: string, to: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('trade_document as d')
    .innerJoin('trade_line as t', 't.document_id', 'd.id')
    .innerJoin('journal_entry as e', 'e.id', 'd.entry_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .select('t.item_id as itemId')
    .select((eb) => {
      const within = (column: 'e.date' | 'r.date') => eb.and([eb(column, '>=', from), eb(column, '<=', to)])
      const way = sql<number>`CASE d.kind WHEN 'sale' THEN 1 ELSE -1 END`
      return sql<number>`sum(${way} * t.qty * (CASE WHEN ${within('e.date')} THEN 1 ELSE 0 END
        - CASE WHEN ${within('r.date')} THEN 1 ELSE 0 END))`.as('qty')
    })
    .where('d.kind', 'in', ['sale', 'sale_return'])
    .groupBy('t.item_id')
    .execute()
  return new Map(rows.map(({ itemId, qty }) => [itemId, qty]))
}
