import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { TradeDebtsFacts } from '../../../../shared/statements/trade-debts.ts'
import { tradePayables, tradeReceivables } from '../../services/trade/debts/ages.ts'
import type { Reading } from '../../work.ts'
import { accountNames } from '../account-names.ts'

/** What buyers owe at the end of a day, by its age. */
export async function tradeReceivablesFacts(
  reading: Reading,
  params: ReportParams<'tradeReceivables'>,
  language: Language,
): Promise<TradeDebtsFacts> {
  return { language, debts: await tradeReceivables(reading, params), names: await accountNames(reading.db, language) }
}

/** What is owed to sellers at the end of a day, by its age. */
export async function tradePayablesFacts(
  reading: Reading,
  params: ReportParams<'tradePayables'>,
  language: Language,
): Promise<TradeDebtsFacts> {
  return { language, debts: await tradePayables(reading, params), names: await accountNames(reading.db, language) }
}
