import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { TrialBalanceFacts } from '../../../../shared/statements/trial-balance.ts'
import { trialBalance } from '../../services/ledger.ts'
import type { Reading } from '../../work.ts'
import { unitName } from '../statement-accounts.ts'

/** The rows `ledger.trialBalance` answers, of one day or of two. */
export async function trialBalanceFacts(
  reading: Reading,
  params: ReportParams<'trialBalance'>,
  language: Language,
): Promise<TrialBalanceFacts> {
  const { asOf, compareTo, unit, beforeClosing } = params
  const rowsOn = async (day: string) => (await trialBalance(reading, { asOf: day, unit, beforeClosing, language })).rows
  return {
    language,
    asOf,
    unit: await unitName(reading.db, unit, language),
    rows: await rowsOn(asOf),
    compared: compareTo === undefined ? undefined : { asOf: compareTo, rows: await rowsOn(compareTo) },
  }
}
