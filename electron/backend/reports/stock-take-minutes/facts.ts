import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { Refusal } from '../../../../shared/errors.ts'
import type { StockTakeFacts } from '../../../../shared/statements/stock-take-minutes.ts'
import { tradeTexts } from '../../../../shared/statements/trade-texts.ts'
import { tradeDocument } from '../../services/trade/documents/document.ts'
import type { Reading } from '../../work.ts'
import { officerNames } from '../officer-names.ts'

/** A count of goods as it was signed; refuses NOT_FOUND for any other document. */
export async function stockTakeFacts(
  reading: Reading,
  { documentId }: ReportParams<'stockTakeMinutes'>,
  language: Language,
): Promise<StockTakeFacts> {
  const document = await tradeDocument(reading, { documentId })
  const { kind, entryId, number, date, note, countedBy, locationId, lines, reversedBy } = document
  if (kind !== 'stock_take') throw new Refusal('NOT_FOUND', 'trade_document', { documentId })
  const place = await reading.db
    .selectFrom('stock_location')
    .select('name')
    .where('id', '=', locationId ?? '')
    .executeTakeFirstOrThrow()
  return {
    ...{ language, number, date, note, countedBy, place: place.name },
    chair: (await officerNames(reading.db))('chair'),
    lines: lines.map(({ itemId, item, unitName, qty, counted, amount, reason }) => ({
      ...{ itemId, item, unitName, counted: counted ?? 0, difference: qty, reason },
      value: qty < 0 ? 0 - amount : amount,
    })),
    reversedBy: entryId === null && reversedBy !== null ? tradeTexts(language).consignment.undone : reversedBy,
  }
}
