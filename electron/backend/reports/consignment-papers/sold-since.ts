import type { ConsignmentSettlementFacts } from '../../../../shared/statements/consignment-papers.ts'
import type { Reader } from '../../db/tables.ts'
import type { OwnerSpan } from './settlement.ts'

type Item = ConsignmentSettlementFacts['items'][number]

/** What was sold of an owner's goods, item by item, less what was brought back and what was taken back by a reversal. */
export async function soldSince(db: Reader, span: OwnerSpan): Promise<Item[]> {
  const written = await linesOf(db, span, 'written')
  const undone = await linesOf(db, span, 'undone')
  const signed = [...written, ...undone.map((row) => ({ ...row, way: 0 - row.way }))]
  const items = [...Map.groupBy(signed, ({ itemId }) => itemId).values()]
  return items
    .map((own) =>
      own.reduce((sum, row) => added(sum, row), { ...own[0], qty: 0, amount: 0, commission: 0 } as Item & Line),
    )
    .filter(({ qty, amount }) => qty !== 0 || amount !== 0)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ itemId, item, unitName, qty, amount, commission }) => ({ itemId, item, unitName, qty, amount, commission }))
}

type Line = Awaited<ReturnType<typeof linesOf>>[number]

function added(sum: Item & Line, { way, qty, amount, commission }: Line): Item & Line {
  return {
    ...sum,
    qty: sum.qty + way * qty,
    amount: sum.amount + way * amount,
    commission: sum.commission + way * commission,
  }
}

/** Sales and returns whose entry, or whose reversal, was written in the span. */
async function linesOf(db: Reader, { owner, after, until }: OwnerSpan, which: 'written' | 'undone') {
  const { memberId, partnerId } = owner
  const entries = db
    .selectFrom('trade_document as d')
    .innerJoin('journal_entry as e', (join) =>
      which === 'written' ? join.onRef('e.id', '=', 'd.entry_id') : join.onRef('e.reverses_id', '=', 'd.entry_id'),
    )
    .innerJoin('trade_line as l', 'l.document_id', 'd.id')
    .innerJoin('item as i', 'i.id', 'l.item_id')
    .innerJoin('item_terms as t', 't.item_id', 'l.item_id')
  const rows = await entries
    .select(['d.kind', 'i.id as itemId', 'i.code', 'i.name as item', 't.unit_name as unitName'])
    .select((eb) => [
      eb.fn.sum<number>('l.qty').as('qty'),
      eb.fn.sum<number>('l.amount').as('amount'),
      eb.fn.coalesce(eb.fn.sum<number>('l.commission'), eb.lit(0)).as('commission'),
    ])
    .where('d.kind', 'in', ['sale', 'sale_return'])
    .where(memberId === null ? 't.owner_partner_id' : 't.owner_member_id', '=', memberId ?? partnerId)
    .where('e.seq', '>', after)
    .where('e.seq', '<=', until)
    .groupBy(['d.kind', 'i.id'])
    .execute()
  return rows.map(({ kind, ...row }) => ({ ...row, way: kind === 'sale' ? 1 : -1 }))
}
