import type { Answers, Inputs } from '../../../../../shared/contract/index.ts'
import {
  customerReceivable,
  marketplaceReceivable,
  memberPayable,
  memberReceivable,
  supplierPayable,
} from '../../../../../shared/rules/entries/trade-line.ts'
import type { Reader } from '../../../db/tables.ts'
import type { TradeKind } from '../../../db/trade-tables.ts'
import { clearingAccount } from '../../../ledger/inter-unit.ts'
import { voucherName } from '../../../ledger/vouchers.ts'
import type { Reading } from '../../../work.ts'
import { documentNamed, linesOf } from './documents.ts'
import { keptOf } from './marketplace-return.ts'

type Document = Answers['trade']['document']

/** One document with its lines and what of each came back; refuses NOT_FOUND. */
export async function tradeDocument({ db }: Reading, input: Inputs['trade']['document']): Promise<Document> {
  const row = await documentNamed(db, input.documentId)
  const lines = await linesOf(db, row.id)
  const { book, year, number, rBook, rYear, rNumber } = row
  const kept = row.channel === 'marketplace' ? await keptOf(db, row.id) : undefined
  const voucher = book === null ? (row.code ?? '') : voucherName({ book, year: year ?? 0, number: number ?? 0 })
  return {
    ...{ documentId: row.id, kind: row.kind, number: voucher, entryId: row.entry_id, date: row.date },
    dueOn: row.due_on,
    ...{ memberId: row.member_id, partnerId: row.partner_id, partyName: await partyName(db, row) },
    ...{ locationId: row.location_id, toLocationId: row.to_location_id, requestId: row.request_id },
    ...{ ofDocumentId: row.of_document_id, note: row.note },
    reversedBy: rBook === null ? row.undoneBy : voucherName({ book: rBook, year: rYear ?? 0, number: rNumber ?? 0 }),
    onCredit: await onCreditOf(db, row.entry_id),
    kept: { fee: kept?.feeReturned ?? 0, withheld: kept?.withheldReturned ?? 0 },
    total: documentTotal({ kind: row.kind, ...sumsOf(lines), posted: await postedOf(db, row.entry_id) }),
    countedBy: row.counted_by === null ? [] : (JSON.parse(row.counted_by) as string[]),
    lines: lines.map(({ n, item_id, name, unit_name, qty, price, discount, amount, cost, ...line }) => ({
      ...{ n, itemId: item_id, item: name, unitName: unit_name, qty, price, discount, amount, cost },
      ...{ returned: line.returned, counted: line.counted, reason: line.reason },
    })),
  }
}

interface Sums {
  readonly kind: TradeKind
  /** Of lines whose goods are above zero and below, sen. */
  readonly up: number
  readonly down: number
  /** What its entry comes to, sen. */
  readonly posted: number
}

/** What a document comes to: a count what it found less what was missing, a settlement what was paid, sen. */
export function documentTotal({ kind, up, down, posted }: Sums): number {
  if (kind === 'consignment_settlement') return posted
  return kind === 'stock_take' ? up - down : up
}

function sumsOf(lines: readonly { readonly qty: number; readonly amount: number }[]) {
  const sum = (own: typeof lines) => own.reduce((all, { amount }) => all + amount, 0)
  return { up: sum(lines.filter(({ qty }) => qty > 0)), down: sum(lines.filter(({ qty }) => qty < 0)) }
}

async function postedOf(db: Reader, entryId: string | null): Promise<number> {
  if (entryId === null) return 0
  const row = await db
    .selectFrom('journal_entry as e')
    .innerJoin('journal_line as l', 'l.seq', 'e.seq')
    .select((eb) => eb.fn.sum<number>('l.debit').as('posted'))
    .where('e.id', '=', entryId)
    .where('l.account', '<>', clearingAccount)
    .executeTakeFirstOrThrow()
  return row.posted
}

const creditAccounts = [
  ...[memberReceivable, customerReceivable, marketplaceReceivable],
  ...[memberPayable, supplierPayable],
]

async function onCreditOf(db: Reader, entryId: string | null): Promise<number> {
  if (entryId === null) return 0
  const { owed } = await db
    .selectFrom('journal_entry as e')
    .innerJoin('journal_line as l', 'l.seq', 'e.seq')
    .select((eb) => eb.fn.sum<number | null>(eb('l.debit', '-', eb.ref('l.credit'))).as('owed'))
    .where('e.id', '=', entryId)
    .where('l.account', 'in', creditAccounts)
    .executeTakeFirstOrThrow()
  return Math.abs(owed ?? 0)
}

async function partyName(db: Reader, party: { member_id: string | null; partner_id: string | null }) {
  const { member_id, partner_id } = party
  if (member_id !== null) {
    return (await db.selectFrom('member').select('name').where('id', '=', member_id).executeTakeFirst())?.name ?? null
  }
  if (partner_id === null) return null
  return (await db.selectFrom('partner').select('name').where('id', '=', partner_id).executeTakeFirst())?.name ?? null
}
