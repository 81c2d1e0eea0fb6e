import type { Inputs as AllInputs, Answers } from '../../../../../shared/contract/index.ts'
import { searchWords } from '../../../../../shared/rules/search-text.ts'
import type { Reader } from '../../../db/tables.ts'
import { clearingAccount } from '../../../ledger/inter-unit.ts'
import { voucherName } from '../../../ledger/vouchers.ts'
import type { Reading } from '../../../work.ts'
import { documentTotal } from './document.ts'

type Asked = NonNullable<AllInputs['trade']['documents']>
type Listed = Answers['trade']['documents']

const pageSize = 100

/** Documents, the newest first, a page at a time; with what all of them that stand come to, kind by kind. */
export async function tradeDocuments({ db }: Reading, input: Asked = {}): Promise<Listed> {
  const { limit = pageSize, cursor } = input
  let query = documentsAmong(db, input)
  const [date, madeAt, id] = (cursor ?? '').split(' ')
  if (date && madeAt && id) {
    query = query.where((eb) =>
      eb.or([
        eb('d.date', '<', date),
        eb.and([eb('d.date', '=', date), eb('d.made_at', '<', madeAt)]),
        eb.and([eb('d.date', '=', date), eb('d.made_at', '=', madeAt), eb('d.id', '<', id)]),
      ]),
    )
  }
  const found = await query
    .orderBy('d.date', 'desc')
    .orderBy('d.made_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map(rowOf),
    nextCursor: found.length > limit && last ? `${last.date} ${last.made_at} ${last.id}` : null,
    totals: await totalsOf(db, input),
  }
}

/** What was asked for: documents with their entry, what took either back, and what their lines come to. */
function documentsAmong(db: Reader, { text = '', from, to, kind, memberId, partnerId, itemId }: Asked) {
  let query = documentRows(db)
  for (const word of searchWords(text)) {
    query = query.where((eb) => {
      const known = ['e.book', 'e.year', 'e.number', 'd.code', 'm.name', 'p.name', 'd.note'] as const
      const searched = eb.fn<string>('printf', [eb.val('%s-%d-%04d %s %s%s %s'), ...known])
      return eb(eb.fn<number>('instr', [eb.fn('lower', [searched]), eb.val(word)]), '>', 0)
    })
  }
  if (from !== undefined) query = query.where('d.date', '>=', from)
  if (to !== undefined) query = query.where('d.date', '<=', to)
  if (kind !== undefined) query = query.where('d.kind', '=', kind)
  if (memberId !== undefined) query = query.where('d.member_id', '=', memberId)
  if (partnerId !== undefined) query = query.where('d.partner_id', '=', partnerId)
  if (itemId !== undefined) {
    query = query.where('d.id', 'in', (eb) =>
      eb.selectFrom('trade_line').select('document_id').where('item_id', '=', itemId),
    )
  }
  return query
}

function documentRows(db: Reader) {
  return db
    .selectFrom('trade_document as d')
    .leftJoin('journal_entry as e', 'e.id', 'd.entry_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'd.entry_id')
    .leftJoin('request_undo as u', 'u.request_id', 'd.request_id')
    .leftJoin('member as m', 'm.id', 'd.member_id')
    .leftJoin('partner as p', 'p.id', 'd.partner_id')
    .select(['d.id', 'd.kind', 'd.code', 'd.date', 'd.made_at', 'd.entry_id', 'd.member_id', 'd.partner_id'])
    .select([
      'd.location_id',
      'd.to_location_id',
      'd.request_id',
      'd.of_document_id',
      'd.note',
      'd.counted_by',
      'd.due_on',
      'u.undone_by as undoneBy',
    ])
    .select(['e.book', 'e.year', 'e.number', 'r.book as rBook', 'r.year as rYear', 'r.number as rNumber'])
    .select((eb) => [
      eb.fn.coalesce('m.name', 'p.name').as('partyName'),
      eb
        .selectFrom('trade_line as l')
        .select((l) => l.fn.coalesce(l.fn.sum<number>('l.amount'), l.lit(0)).as('up'))
        .whereRef('l.document_id', '=', 'd.id')
        .where('l.qty', '>', 0)
        .$asScalar()
        .$notNull()
        .as('up'),
      eb
        .selectFrom('trade_line as l')
        .select((l) => l.fn.coalesce(l.fn.sum<number>('l.amount'), l.lit(0)).as('down'))
        .whereRef('l.document_id', '=', 'd.id')
        .where('l.qty', '<', 0)
        .$asScalar()
        .$notNull()
        .as('down'),
      eb
        .selectFrom('journal_line as l')
        .select((l) => l.fn.coalesce(l.fn.sum<number>('l.debit'), l.lit(0)).as('paid'))
        .whereRef('l.seq', '=', 'e.seq')
        .where('l.account', '<>', clearingAccount)
        .$asScalar()
        .$notNull()
        .as('posted'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof documentRows>['executeTakeFirstOrThrow']>>

function rowOf(row: Row): Listed['rows'][number] {
  const { book, year, number, rBook, rYear, rNumber } = row
  const voucher = book === null ? (row.code ?? '') : voucherName({ book, year: year ?? 0, number: number ?? 0 })
  return {
    ...{ documentId: row.id, kind: row.kind, number: voucher, entryId: row.entry_id, date: row.date },
    dueOn: row.due_on,
    ...{ memberId: row.member_id, partnerId: row.partner_id, partyName: row.partyName },
    ...{ locationId: row.location_id, toLocationId: row.to_location_id, requestId: row.request_id },
    ...{ ofDocumentId: row.of_document_id, note: row.note },
    countedBy: row.counted_by === null ? [] : (JSON.parse(row.counted_by) as string[]),
    reversedBy: rBook === null ? row.undoneBy : voucherName({ book: rBook, year: rYear ?? 0, number: rNumber ?? 0 }),
    total: documentTotal(row),
  }
}

async function totalsOf(db: Reader, input: Asked): Promise<Listed['totals']> {
  const kinds = await db
    .selectFrom(documentsAmong(db, input).as('all'))
    .select(['kind', (eb) => eb.fn.countAll<number>().as('count')])
    .select((eb) => [
      eb.fn.sum<number>('up').as('up'),
      eb.fn.sum<number>('down').as('down'),
      eb.fn.sum<number>('posted').as('posted'),
    ])
    .where('rBook', 'is', null)
    .where('undoneBy', 'is', null)
    .groupBy('kind')
    .orderBy('kind')
    .execute()
  return kinds.map((row) => ({ kind: row.kind, count: row.count, total: documentTotal(row) }))
}
