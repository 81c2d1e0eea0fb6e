import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import type { Reader } from '../../db/tables.ts'
import { voucherName } from '../../ledger/vouchers.ts'
import type { Reading } from '../../work.ts'
import { documentNamed, linesOf } from './documents.ts'

type Document = Answers['trade']['document']

/** One document with its lines and what of each came back; refuses NOT_FOUND. */
export async function tradeDocument({ db }: Reading, input: Inputs['trade']['document']): Promise<Document> {
  const row = await documentNamed(db, input.documentId)
  const lines = await linesOf(db, row.id)
  const { book, year, number, rBook, rYear, rNumber } = row
  const voucher = book === null ? (row.code ?? '') : voucherName({ book, year: year ?? 0, number: number ?? 0 })
  return {
    ...{ documentId: row.id, kind: row.kind, number: voucher, entryId: row.entry_id, date: row.date },
    ...{ memberId: row.member_id, partnerId: row.partner_id, partyName: await partyName(db, row) },
    ...{ locationId: row.location_id, ofDocumentId: row.of_document_id, note: row.note },
    reversedBy: rBook === null ? row.undoneBy : voucherName({ book: rBook, year: rYear ?? 0, number: rNumber ?? 0 }),
    total: lines.reduce((sum, { amount }) => sum + amount, 0),
    countedBy: row.counted_by === null ? [] : (JSON.parse(row.counted_by) as string[]),
    lines: lines.map(({ n, item_id, name, unit_name, qty, price, discount, amount, cost, ...line }) => ({
      ...{ n, itemId: item_id, item: name, unitName: unit_name, qty, price, discount, amount, cost },
      ...{ returned: line.returned, counted: line.counted, reason: line.reason },
    })),
  }
}

async function partyName(db: Reader, party: { member_id: string | null; partner_id: string | null }) {
  const { member_id, partner_id } = party
  if (member_id !== null) {
    return (await db.selectFrom('member').select('name').where('id', '=', member_id).executeTakeFirst())?.name ?? null
  }
  if (partner_id === null) return null
  return (await db.selectFrom('partner').select('name').where('id', '=', partner_id).executeTakeFirst())?.name ?? null
}
