import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { SalesRecapFacts } from '../../../../shared/statements/sales-recap.ts'
import { tradeRecap } from '../../services/trade/sales/recap.ts'
import type { Reading } from '../../work.ts'
import { accountNames } from '../account-names.ts'

/** The sales of one day and what was brought back. */
export async function salesRecapFacts(
  reading: Reading,
  params: ReportParams<'salesRecap'>,
  language: Language,
): Promise<SalesRecapFacts> {
  return { language, recap: await tradeRecap(reading, params), names: await accountNames(reading.db, language) }
}
