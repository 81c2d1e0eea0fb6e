import type { Answers, Inputs } from '../../../../../shared/contract/index.ts'
import { Refusal } from '../../../../../shared/errors.ts'
import { shopLocation } from '../../../db/create.ts'
import type { Reader } from '../../../db/tables.ts'
import type { Reading } from '../../../work.ts'

type Sheet = Answers['trade']['countSheet']

/** Goods in use and goods still there, with what the book says lies at a place at the end of a day. Refuses NOT_FOUND. */
export async function countSheet({ db, today }: Reading, input: Inputs['trade']['countSheet']): Promise<Sheet> {
  const { locationId = shopLocation, asOf = today } = input ?? {}
  const place = await db.selectFrom('stock_location').select('id').where('id', '=', locationId).executeTakeFirst()
  if (!place) throw new Refusal('NOT_FOUND', 'stock_location', { locationId })
  const there = new Map((await quantitiesAt(db, locationId, asOf)).map(({ itemId, qty }) => [itemId, qty]))
  const rows = (await goods(db)).flatMap(({ active, ...item }) => {
    const expected = there.get(item.itemId) ?? 0
    return active === 1 || expected !== 0 ? [{ ...item, expected }] : []
  })
  return { asOf, locationId, rows }
}

async function goods(db: Reader) {
  return db
    .selectFrom('item as i')
    .innerJoin('item_terms as t', 't.item_id', 'i.id')
    .leftJoin('member as m', 'm.id', 't.owner_member_id')
    .leftJoin('partner as p', 'p.id', 't.owner_partner_id')
    .select(['i.id as itemId', 'i.code as number', 'i.name', 'i.active'])
    .select(['t.kind', 't.unit_name as unitName', 't.barcode'])
    .select((eb) => eb.fn.coalesce('m.name', 'p.name').as('ownerName'))
    .where('t.kind', '<>', 'service')
    .orderBy('i.code')
    .execute()
}

async function quantitiesAt(db: Reader, locationId: string, asOf: string) {
  return db
    .selectFrom('stock_move')
    .select(['item_id as itemId', (eb) => eb.fn.sum<number>('qty').as('qty')])
    .where('location_id', '=', locationId)
    .where('date', '<=', asOf)
    .groupBy('item_id')
    .execute()
}
