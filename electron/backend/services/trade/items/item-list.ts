import type { Inputs as AllInputs, Answers } from '../../../../../shared/contract/index.ts'
import { searchWords } from '../../../../../shared/rules/search-text.ts'
import type { Reading } from '../../../work.ts'
import { itemAnswers, itemRows } from './items.ts'

type Asked = NonNullable<AllInputs['items']['list']>

const pageSize = 100

/**
 * Items in the order of their numbers, a page at a time, with what there is of them. The item whose whole barcode is asked
 * for stands before those that have the same digits in their name or number.
 */
export async function listItems({ db }: Reading, input: Asked = {}): Promise<Answers['items']['list']> {
  const { text = '', kind, kinds, activeOnly, belowMinimum, limit = pageSize, cursor } = input
  let query = itemRows(db)
  const words = searchWords(text)
  if (words.length > 0) {
    query = query.where((eb) =>
      eb.or([
        eb('t.barcode', '=', text),
        eb.and(words.map((word) => eb(eb.fn<number>('instr', ['t.search', eb.val(word)]), '>', 0))),
      ]),
    )
  }
  if (kind !== undefined) query = query.where('t.kind', '=', kind)
  if (kinds !== undefined) query = query.where('t.kind', 'in', kinds)
  if (input.ownerMemberId !== undefined) query = query.where('t.owner_member_id', '=', input.ownerMemberId)
  if (input.ownerPartnerId !== undefined) query = query.where('t.owner_partner_id', '=', input.ownerPartnerId)
  if (activeOnly) query = query.where('i.active', '=', 1)
  if (belowMinimum) {
    query = query.where('t.minimum', '>', (eb) =>
      eb
        .selectFrom('balance_stock as s')
        .select((s) => s.fn.coalesce(s.fn.sum<number>('s.qty'), s.lit(0)).as('qty'))
        .whereRef('s.item_id', '=', 'i.id')
        .$asScalar(),
    )
  }
  const isRead = ({ barcode }: { readonly barcode: string | null }) => text !== '' && barcode === text
  // It stood on the first page, wherever its number is.
  if (cursor === undefined)
    query = query.orderBy((eb) => eb.fn.coalesce(eb('t.barcode', '=', text), eb.lit(false)), 'desc')
  else
    query = query
      .where('i.code', '>', cursor)
      .where((eb) => eb.or([eb('t.barcode', 'is', null), eb('t.barcode', '<>', text)]))
  const found = await query
    .orderBy('i.code')
    .limit(limit + 1)
    .execute()
  const rows = await itemAnswers(db, found.slice(0, limit))
  const last = rows.findLast((row) => !isRead(row))?.number ?? ''
  return { rows, nextCursor: found.length > limit ? last : null }
}
