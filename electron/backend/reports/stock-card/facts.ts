import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { StockCardFacts } from '../../../../shared/statements/stock-card.ts'
import { stockCard } from '../../services/trade/stock/stock-card.ts'
import type { Reading } from '../../work.ts'

/** The card of an item in a period, in all or at one place; refuses NOT_FOUND. */
export async function stockCardFacts(
  reading: Reading,
  params: ReportParams<'stockCard'>,
  language: Language,
): Promise<StockCardFacts> {
  const card = await stockCard(reading, params)
  const { locationId } = params
  if (locationId === undefined) return { language, card, place: undefined }
  const place = await reading.db
    .selectFrom('stock_location')
    .select('name')
    .where('id', '=', locationId)
    .executeTakeFirstOrThrow()
  return { language, card, place: place.name }
}
