import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { Refusal } from '../../../../shared/errors.ts'
import { tradeTexts } from '../../../../shared/statements/trade-texts.ts'
import type { PlaceOfGoods, TransferNoteFacts } from '../../../../shared/statements/transfer-note.ts'
import type { Reader } from '../../db/tables.ts'
import { tradeDocument } from '../../services/trade/documents/document.ts'
import type { Reading } from '../../work.ts'

/** Goods that went from one place to another with one document; refuses NOT_FOUND for any other. */
export async function transferNoteFacts(
  reading: Reading,
  { documentId }: ReportParams<'transferNote'>,
  language: Language,
): Promise<TransferNoteFacts> {
  const { kind, number, date, note, lines, locationId, toLocationId, reversedBy } = await tradeDocument(reading, {
    documentId,
  })
  if (kind !== 'transfer' || locationId === null || toLocationId === null) {
    throw new Refusal('NOT_FOUND', 'trade_document', { documentId })
  }
  return {
    ...{ language, number, date, note, lines },
    from: await placeNamed(reading.db, locationId),
    to: await placeNamed(reading.db, toLocationId),
    // It has no voucher, and neither has what took it back.
    reversedBy: reversedBy === null ? null : tradeTexts(language).consignment.undone,
  }
}

async function placeNamed(db: Reader, locationId: string): Promise<PlaceOfGoods> {
  return db
    .selectFrom('stock_location as s')
    .leftJoin('partner as p', 'p.id', 's.partner_id')
    .select(['s.name', 'p.name as partner'])
    .where('s.id', '=', locationId)
    .executeTakeFirstOrThrow()
}
