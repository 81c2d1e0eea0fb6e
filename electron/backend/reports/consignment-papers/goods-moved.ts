import type { ConsignmentSettlementFacts } from '../../../../shared/statements/consignment-papers.ts'
import type { Reader } from '../../db/tables.ts'
import type { OwnerSpan } from './settlement.ts'

type Goods = ConsignmentSettlementFacts['goods'][number]

/** What was there of each of an owner's goods before the span, and what moved them in it; thousandths. */
export async function goodsMoved(db: Reader, { owner, after, until }: OwnerSpan): Promise<Goods[]> {
  const { memberId, partnerId } = owner
  const rows = await db
    .selectFrom('stock_move as m')
    .innerJoin('trade_document as d', 'd.id', 'm.document_id')
    .innerJoin('item as i', 'i.id', 'm.item_id')
    .innerJoin('item_terms as t', 't.item_id', 'm.item_id')
    .select(['i.id as itemId', 'i.code', 'i.name as item', 't.unit_name as unitName', 'd.kind'])
    .select((eb) => eb.case().when('m.entry_seq', '<=', after).then(1).else(0).end().as('isBefore'))
    .select((eb) => eb.fn.sum<number>('m.qty').as('qty'))
    .where(memberId === null ? 't.owner_partner_id' : 't.owner_member_id', '=', memberId ?? partnerId)
    .where('m.entry_seq', '<=', until)
    .groupBy(['i.id', 'd.kind', 'isBefore'])
    .orderBy('i.code')
    .execute()
  const items = [...Map.groupBy(rows, ({ itemId }) => itemId).values()]
  return items.flatMap((own) => {
    const [first] = own
    if (!first) return []
    const on = (...kinds: string[]) => sum(own.filter(({ kind, isBefore }) => isBefore === 0 && kinds.includes(kind)))
    const before = sum(own.filter(({ isBefore }) => isBefore === 1))
    const all = sum(own)
    const [received, sold, back] = [on('consignment_in'), 0 - on('sale', 'sale_return'), 0 - on('consignment_return')]
    const other = all - before - received + sold + back
    const { itemId, item, unitName } = first
    const isQuiet = [before, received, sold, back, other].every((qty) => qty === 0)
    return isQuiet ? [] : [{ itemId, item, unitName, before, received, sold, back, other }]
  })
}

function sum(rows: readonly { readonly qty: number }[]): number {
  return rows.reduce((all, { qty }) => all + qty, 0)
}
