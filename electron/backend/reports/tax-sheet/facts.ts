import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { TaxSheetFacts } from '../../../../shared/statements/tax-sheet.ts'
import { taxSheet } from '../../services/tax/sheet.ts'
import type { Reading } from '../../work.ts'

/** A year's turnover and tax, as `tax.sheet` answers. */
export async function taxSheetFacts(
  reading: Reading,
  asked: ReportParams<'taxSheet'>,
  language: Language,
): Promise<TaxSheetFacts> {
  return { language, today: reading.today, ...(await taxSheet(reading, asked)) }
}
