import { Refusal } from '../../../../../shared/errors.ts'
import { insertion } from '../../../db/question.ts'
import type { Reader } from '../../../db/tables.ts'
import type { TradeKind, TradeLineTable } from '../../../db/trade-tables.ts'
import { requireDateInReach } from '../../../ledger/post.ts'
import { appendMoves, type Moving } from '../../../ledger/stock-chain.ts'
import { recordTerms } from '../../../ledger/terms-records.ts'
import type { Work } from '../../../work.ts'

/** A document about to be written, with its lines; amounts in sen, quantities in thousandths. */
export interface NewDocument {
  readonly documentId: string
  readonly kind: TradeKind
  readonly date: string
  readonly memberId?: string | undefined
  readonly partnerId?: string | undefined
  readonly locationId?: string | undefined
  readonly toLocationId?: string | undefined
  readonly channel?: 'direct' | 'marketplace' | undefined
  readonly ofDocumentId?: string | undefined
  readonly entryId?: string | undefined
  readonly note?: string | undefined
  readonly dueOn?: string | undefined
  readonly countedBy?: readonly string[] | undefined
  readonly lines: readonly NewLine[]
}

export interface NewLine {
  readonly itemId: string
  readonly qty: number
  readonly amount: number
  readonly price?: number | undefined
  readonly discount?: number | undefined
  readonly commissionPct?: string | null | undefined
  readonly commission?: number | undefined
  readonly ofN?: number | undefined
  readonly reason?: string | undefined
  readonly counted?: number | undefined
}

/** Numbers of documents that move goods and no money: saldo awal, titipan, retur titipan, pindah, opname. */
const series: Readonly<Partial<Record<TradeKind, string>>> = {
  opening: 'SA',
  consignment_in: 'TT',
  consignment_return: 'RT',
  transfer: 'PD',
  stock_take: 'SO',
}

/** Writes a document with its lines and what it moves, before the entry it belongs to; answers its number, if it has one. */
export async function keepDocument(
  work: Work,
  document: NewDocument,
  moves: readonly Omit<Moving, 'documentId' | 'date'>[],
): Promise<string | null> {
  const { documentId, kind, date, entryId } = document
  await requireDateInReach(work.tx, work.today, date)
  const code = entryId === undefined ? await nextNumber(work.tx, series[kind] ?? 'DB', date) : null
  await writeDocument(work.tx, {
    ...{ id: documentId, kind, code, date, entry_id: entryId ?? null, request_id: work.requestId },
    ...{ member_id: document.memberId ?? null, partner_id: document.partnerId ?? null },
    ...{ location_id: document.locationId ?? null, to_location_id: document.toLocationId ?? null },
    ...{ channel: document.channel ?? null, of_document_id: document.ofDocumentId ?? null },
    ...{ made_by: work.actor.id, made_at: work.now, note: document.note || null },
    counted_by: document.countedBy ? JSON.stringify(document.countedBy) : null,
    due_on: document.dueOn ?? null,
  })
  await writeLine(work.tx, ...document.lines.map((line, index) => lineRow(documentId, line, index + 1)))
  if (entryId === undefined) await recordTerms(work, { subject: 'trade_document', subjectId: documentId })
  await appendMoves(
    work,
    moves.map((move) => ({ ...move, documentId, date })),
  )
  return code
}

const writeDocument = insertion('trade_document', [
  ...(['id', 'kind', 'code', 'date', 'entry_id', 'request_id', 'member_id', 'partner_id', 'location_id'] as const),
  ...(['to_location_id', 'channel', 'of_document_id', 'made_by', 'made_at', 'note', 'counted_by', 'due_on'] as const),
])

const writeLine = insertion('trade_line', [
  ...(['document_id', 'n', 'item_id', 'qty', 'counted', 'price', 'discount', 'amount'] as const),
  ...(['commission_pct', 'commission', 'of_n', 'reason'] as const),
])

function lineRow(documentId: string, line: NewLine, n: number): TradeLineTable {
  const { itemId, qty, amount, price, discount, commissionPct, commission, ofN, reason, counted } = line
  return {
    ...{ document_id: documentId, n, item_id: itemId, qty, amount, price: price ?? null, discount: discount ?? 0 },
    ...{ commission_pct: commissionPct ?? null, commission: commission ?? null },
    ...{ of_n: ofN ?? null, reason: reason ?? null, counted: counted ?? null },
  }
}

async function nextNumber(db: Reader, letters: string, date: string): Promise<string> {
  const year = date.slice(0, 4)
  const { count } = await db
    .selectFrom('trade_document')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('code', '>=', `${letters}-${year}-`)
    .where('code', '<', `${letters}-${year}.`)
    .executeTakeFirstOrThrow()
  return `${letters}-${year}-${String(count + 1).padStart(4, '0')}`
}

/** A document, by its id or by its entry's, and what took it back; refuses NOT_FOUND. */
export async function documentNamed(db: Reader, documentId: string) {
  const row = await db
    .selectFrom('trade_document as d')
    .leftJoin('journal_entry as e', 'e.id', 'd.entry_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'd.entry_id')
    .leftJoin('request_undo as u', 'u.request_id', 'd.request_id')
    .selectAll('d')
    .select(['e.book', 'e.year', 'e.number', 'r.book as rBook', 'r.year as rYear', 'r.number as rNumber'])
    .select('u.undone_by as undoneBy')
    .where((eb) => eb.or([eb('d.id', '=', documentId), eb('d.entry_id', '=', documentId)]))
    .executeTakeFirst()
  if (!row) throw new Refusal('NOT_FOUND', 'trade_document', { documentId })
  return row
}

/** The lines of a document with their items, and what of each was brought back by documents that stand. */
export async function linesOf(db: Reader, documentId: string) {
  return db
    .selectFrom('trade_line as l')
    .innerJoin('item as i', 'i.id', 'l.item_id')
    .innerJoin('item_terms as t', 't.item_id', 'l.item_id')
    .selectAll('l')
    .select(['i.code', 'i.name', 't.kind', 't.unit_name', 't.owner_member_id', 't.owner_partner_id'])
    .select((eb) =>
      eb
        .selectFrom('trade_document as d')
        .innerJoin('trade_line as b', 'b.document_id', 'd.id')
        .leftJoin('journal_entry as r', 'r.reverses_id', 'd.entry_id')
        .select((b) => b.fn.coalesce(b.fn.sum<number>('b.qty'), b.lit(0)).as('qty'))
        .whereRef('d.of_document_id', '=', 'l.document_id')
        .whereRef('b.of_n', '=', 'l.n')
        .where('r.id', 'is', null)
        .$asScalar()
        .$notNull()
        .as('returned'),
    )
    .select((eb) =>
      eb
        .selectFrom('stock_move as s')
        .innerJoin('journal_line as j', (join) =>
          join.onRef('j.seq', '=', 's.entry_seq').onRef('j.line_no', '=', 's.line_no'),
        )
        .select((j) => j.fn.coalesce(j.fn.sum<number>(j('j.debit', '+', j.ref('j.credit'))), j.lit(0)).as('sum'))
        .whereRef('s.document_id', '=', 'l.document_id')
        .whereRef('s.n', '=', 'l.n')
        .where('s.undoes', 'is', null)
        .$asScalar()
        .$notNull()
        .as('cost'),
    )
    .where('l.document_id', '=', documentId)
    .orderBy('l.n')
    .execute()
}
