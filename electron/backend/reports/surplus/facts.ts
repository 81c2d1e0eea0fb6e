import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { Span } from '../../../../shared/statements/period-text.ts'
import type { ResultMovements, SurplusFacts } from '../../../../shared/statements/surplus.ts'
import type { Reader } from '../../db/tables.ts'
import { type BalanceScope, movementsBetween } from '../../ledger/balances.ts'
import type { Reading } from '../../work.ts'
import { comparedPeriods } from '../compared-span.ts'
import { statementAccounts } from '../statement-accounts.ts'

/** What was earned and spent in two periods; beside the one asked for stands the same of the year before. */
export async function surplusFacts(
  { db }: Reading,
  params: ReportParams<'surplus'>,
  language: Language,
): Promise<SurplusFacts> {
  const accounts = await statementAccounts(db)
  return { ...(await comparedPeriods(db, params, language, (span) => moved(db, span, params.unit))), accounts }
}

async function moved(db: Reader, { from, to }: Span, unit: string | undefined): Promise<ResultMovements> {
  const scope: BalanceScope = { unit }
  return {
    movements: await movementsBetween(db, from, to, { ...scope, beforeClosing: true }),
    comprehensive: await movementsBetween(db, from, to, { ...scope, ordinaryOnly: true }),
  }
}
