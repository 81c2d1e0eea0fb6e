import { type Language, lastDayOfYear, yearOf } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { BalanceSheetFacts } from '../../../../shared/statements/balance-sheet.ts'
import { movementsUntil } from '../../ledger/balances.ts'
import type { Reading } from '../../work.ts'
import { statementAccounts, unitName } from '../statement-accounts.ts'

/** Balances of two days; beside the day asked for stands the last day of the year before, unless another is named. */
export async function balanceSheetFacts(
  { db }: Reading,
  { asOf, compareTo = yearEndBefore(asOf), unit }: ReportParams<'balanceSheet'>,
  language: Language,
): Promise<BalanceSheetFacts> {
  return {
    language,
    asOf,
    compareTo,
    unit: await unitName(db, unit, language),
    accounts: await statementAccounts(db),
    current: await movementsUntil(db, asOf, { unit }),
    compared: await movementsUntil(db, compareTo, { unit }),
    currentBefore: await movementsUntil(db, yearEndBefore(asOf), { unit }),
    comparedBefore: await movementsUntil(db, yearEndBefore(compareTo), { unit }),
  }
}

function yearEndBefore(day: string): string {
  return lastDayOfYear(yearOf(day) - 1)
}
