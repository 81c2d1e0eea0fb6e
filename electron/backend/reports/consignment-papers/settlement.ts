import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { Refusal } from '../../../../shared/errors.ts'
import { isCountedCash } from '../../../../shared/rules/cash-accounts.ts'
import { consignmentAccounts } from '../../../../shared/rules/entries/trade-line.ts'
import type { ConsignmentSettlementFacts } from '../../../../shared/statements/consignment-papers.ts'
import type { Reader } from '../../db/tables.ts'
import { nameIn } from '../../services/ledger.ts'
import { tradeDocument } from '../../services/trade/documents/document.ts'
import type { Reading } from '../../work.ts'
import { tradeParty } from '../trade-party.ts'
import { goodsMoved } from './goods-moved.ts'
import { soldSince } from './sold-since.ts'

/** Whose goods are asked about, and between which two entries: after the first, up to and with the second. */
export interface OwnerSpan {
  readonly owner: { readonly memberId: string | null; readonly partnerId: string | null }
  readonly after: number
  readonly until: number
}

/** What one settlement paid for, entry by entry since the one before it; refuses NOT_FOUND for any other document. */
export async function consignmentSettlementFacts(
  reading: Reading,
  { documentId }: ReportParams<'consignmentSettlement'>,
  language: Language,
): Promise<ConsignmentSettlementFacts> {
  const { db } = reading
  const document = await tradeDocument(reading, { documentId })
  const { kind, entryId, number, date, note, reversedBy, memberId, partnerId, total: paid } = document
  const party = await tradeParty(db, document)
  if (kind !== 'consignment_settlement' || entryId === null || party === null) {
    throw new Refusal('NOT_FOUND', 'trade_document', { documentId })
  }
  const owner = { memberId, partnerId }
  const until = await seqOf(db, entryId)
  const before = await settledBefore(db, owner, until)
  const span = { owner, after: before?.seq ?? 0, until }
  const items = await soldSince(db, span)
  const opening = await owedAt(db, owner, span.after)
  const share = items.reduce((sum, { amount, commission }) => sum + amount - commission, 0)
  const left = await owedAt(db, owner, until)
  return {
    ...{ language, number, date, note, reversedBy, owner: party, since: before?.date ?? null, opening, items, paid },
    changed: left + paid - opening - share,
    account: await paidFrom(db, until, language),
    goods: await goodsMoved(db, span),
  }
}

async function seqOf(db: Reader, entryId: string): Promise<number> {
  return (await db.selectFrom('journal_entry').select('seq').where('id', '=', entryId).executeTakeFirstOrThrow()).seq
}

/** The settlement before this one that stood when this one was written. */
async function settledBefore(db: Reader, { memberId, partnerId }: OwnerSpan['owner'], until: number) {
  return db
    .selectFrom('trade_document as d')
    .innerJoin('journal_entry as e', 'e.id', 'd.entry_id')
    .leftJoin('journal_entry as r', (join) => join.onRef('r.reverses_id', '=', 'e.id').on('r.seq', '<', until))
    .select(['e.seq', 'e.date'])
    .where('d.kind', '=', 'consignment_settlement')
    .where(memberId === null ? 'd.partner_id' : 'd.member_id', '=', memberId ?? partnerId)
    .where('e.seq', '<', until)
    .where('r.id', 'is', null)
    .orderBy('e.seq', 'desc')
    .executeTakeFirst()
}

/** What was owed to her after an entry, sen. */
async function owedAt(db: Reader, { memberId, partnerId }: OwnerSpan['owner'], seq: number): Promise<number> {
  const { owed } = await db
    .selectFrom('journal_line as l')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>(eb('l.credit', '-', eb.ref('l.debit'))), eb.lit(0)).as('owed'))
    .where('l.account', '=', consignmentAccounts({ memberId: memberId ?? undefined }).owed)
    .where(memberId === null ? 'l.partner_id' : 'l.member_id', '=', memberId ?? partnerId)
    .where('l.seq', '<=', seq)
    .executeTakeFirstOrThrow()
  return owed
}

async function paidFrom(db: Reader, seq: number, language: Language): Promise<string | null> {
  const row = await db
    .selectFrom('journal_line as l')
    .innerJoin('account as a', 'a.code', 'l.account')
    .select(['a.code', 'a.name_id', 'a.name_en'])
    .where('l.seq', '=', seq)
    .where('a.cash_flow', '=', 'cash')
    .executeTakeFirst()
  return row && !isCountedCash(row.code) ? nameIn(row, language) : null
}
