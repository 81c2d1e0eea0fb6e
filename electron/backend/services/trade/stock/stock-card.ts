import type { Answers, Inputs } from '../../../../../shared/contract/index.ts'
import { Refusal } from '../../../../../shared/errors.ts'
import type { Reader } from '../../../db/tables.ts'
import { voucherName } from '../../../ledger/vouchers.ts'
import type { Reading } from '../../../work.ts'
import { getItem } from '../items/items.ts'

type Asked = Inputs['trade']['stockCard']
type Card = Answers['trade']['stockCard']
type Row = Card['rows'][number]

/**
 * The card of an item, in all or at one place, in the order of days. Its value is what its accounts say at the end of the
 * day; a place has quantities alone, for goods are worth the same wherever they lie. Refuses NOT_FOUND.
 */
export async function stockCard(reading: Reading, input: Asked): Promise<Card> {
  const { db, today } = reading
  const { from = '1900-01-01', to = today, locationId } = input
  const item = await getItem(reading, { itemId: input.itemId })
  if (locationId !== undefined) await requirePlace(db, locationId)
  const happened = [...(await movesOf(db, input)), ...(locationId === undefined ? await valuesOf(db, input) : [])]
  const inOrder = happened.toSorted((a, b) => (a.date === b.date ? a.entrySeq - b.entrySeq : a.date < b.date ? -1 : 1))
  let now = { qty: 0, value: 0 }
  let opening = now
  const rows: Row[] = []
  for (const { qty, change, ...row } of inOrder.map(shown)) {
    if (row.date > to) break
    now = { qty: now.qty + qty, value: now.value + (locationId === undefined ? change : 0) }
    if (row.date < from) opening = now
    else rows.push({ ...row, qtyAfter: now.qty, valueAfter: now.value })
  }
  const { name, number, unitName, kind, costing } = item
  return { itemId: item.itemId, name, number, unitName, kind, costing, from, to, opening, rows, closing: now }
}

async function requirePlace(db: Reader, locationId: string): Promise<void> {
  const place = await db.selectFrom('stock_location').select('id').where('id', '=', locationId).executeTakeFirst()
  if (!place) throw new Refusal('NOT_FOUND', 'stock_location', { locationId })
}

type Happened = Awaited<ReturnType<typeof movesOf>>[number] | Awaited<ReturnType<typeof valuesOf>>[number]

/** A move or a change of value as the card shows it: what came and what went, and what it cost. */
function shown(row: Happened) {
  const { date, qty, change, kind, documentId, partyName } = row
  const isReversal = row.undoes !== null
  const { book, year, number } = isReversal && row.rBook !== null ? reversalOf(row) : row
  return {
    ...{ date, kind, documentId, partyName, isReversal, qty, change },
    number: book === null ? (row.code ?? '') : voucherName({ book, year: year ?? 0, number: number ?? 0 }),
    ...{ in: Math.max(0, qty), out: Math.max(0, 0 - qty), cost: qty < 0 ? 0 - change : change },
  }
}

function reversalOf({ rBook: book, rYear: year, rNumber: number }: Happened) {
  return { book, year, number }
}

/** Its moves with what each cost; what only went from one place to another is left out where all places are asked for. */
async function movesOf(db: Reader, { itemId, locationId }: Asked) {
  let query = db
    .selectFrom('stock_move as m')
    .innerJoin('trade_document as d', 'd.id', 'm.document_id')
    .leftJoin('journal_line as l', (join) =>
      join.onRef('l.seq', '=', 'm.entry_seq').onRef('l.line_no', '=', 'm.line_no'),
    )
    .leftJoin('journal_entry as e', 'e.id', 'd.entry_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'd.entry_id')
    .leftJoin('member as w', 'w.id', 'd.member_id')
    .leftJoin('partner as p', 'p.id', 'd.partner_id')
    .select(['m.date', 'm.qty', 'm.undoes', 'm.entry_seq as entrySeq', 'd.kind', 'd.id as documentId', 'd.code'])
    .select(['e.book', 'e.year', 'e.number', 'r.book as rBook', 'r.year as rYear', 'r.number as rNumber'])
    .select((eb) => eb.fn.coalesce(eb('l.debit', '-', eb.ref('l.credit')).$castTo<number>(), eb.lit(0)).as('change'))
    .select((eb) => eb.fn.coalesce('w.name', 'p.name').as('partyName'))
    .where('m.item_id', '=', itemId)
  query =
    locationId === undefined ? query.where('d.kind', '<>', 'transfer') : query.where('m.location_id', '=', locationId)
  return query.orderBy('m.date').orderBy('m.seq').execute()
}

/** What changed its value without goods: entries of the journal alone. */
async function valuesOf(db: Reader, { itemId }: Asked) {
  const rows = await db
    .selectFrom('journal_line as l')
    .innerJoin('account as a', 'a.code', 'l.account')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .select(['l.entry_date as date', 'l.seq as entrySeq', 'e.book', 'e.year', 'e.number'])
    .select((eb) => eb('l.debit', '-', eb.ref('l.credit')).$castTo<number>().as('change'))
    .where('l.item_id', '=', itemId)
    .where('a.subledger', '=', 'item')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('stock_move as m')
            .select('m.seq')
            .whereRef('m.entry_seq', '=', 'l.seq')
            .whereRef('m.line_no', '=', 'l.line_no'),
        ),
      ),
    )
    .orderBy('l.entry_date')
    .orderBy('l.seq')
    .execute()
  const alone = { qty: 0, undoes: null, kind: 'journal' as const, documentId: null, partyName: null, code: null }
  return rows.map((row) => ({ ...row, ...alone, rBook: null, rYear: null, rNumber: null }))
}
