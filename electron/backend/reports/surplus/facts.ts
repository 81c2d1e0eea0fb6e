import { addMonths, type Language, lastDayOfMonth, monthOf } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import type { ResultMovements, SurplusFacts } from '../../../../shared/statements/surplus.ts'
import type { Reader } from '../../db/tables.ts'
import { type BalanceScope, movementsBetween } from '../../ledger/balances.ts'
import type { Reading } from '../../work.ts'
import { statementAccounts, unitName } from '../statement-accounts.ts'

interface Span {
  readonly from: string
  readonly to: string
}

/** What was earned and spent in two periods; beside the one asked for stands the same of the year before. */
export async function surplusFacts(
  { db }: Reading,
  params: ReportParams<'surplus'>,
  language: Language,
): Promise<SurplusFacts> {
  const { from, to, unit } = params
  const comparedPeriod = comparedSpan(params)
  return {
    language,
    period: { from, to },
    comparedPeriod,
    unit: await unitName(db, unit, language),
    accounts: await statementAccounts(db),
    current: await moved(db, { from, to }, unit),
    compared: await moved(db, comparedPeriod, unit),
  }
}

/** Refuses INVALID_INPUT where only one end of the compared period is given, or the ends are the wrong way round. */
function comparedSpan({ from, to, compareFrom, compareTo }: ReportParams<'surplus'>): Span {
  if (compareFrom === undefined && compareTo === undefined) return yearBefore({ from, to })
  if (compareFrom === undefined) throw invalidInput(['params', 'compareFrom'], 'required')
  if (compareTo === undefined) throw invalidInput(['params', 'compareTo'], 'required')
  if (compareFrom > compareTo) throw invalidInput(['params', 'compareTo'], 'period_backwards')
  return { from: compareFrom, to: compareTo }
}

/** The last day of February stays the last day of February. */
function yearBefore({ from, to }: Span): Span {
  const until = addMonths(to, -12)
  return {
    from: addMonths(from, -12),
    to: to === lastDayOfMonth(monthOf(to)) ? lastDayOfMonth(monthOf(until)) : until,
  }
}

async function moved(db: Reader, { from, to }: Span, unit: string | undefined): Promise<ResultMovements> {
  const scope: BalanceScope = { unit }
  return {
    movements: await movementsBetween(db, from, to, { ...scope, beforeClosing: true }),
    comprehensive: await movementsBetween(db, from, to, { ...scope, ordinaryOnly: true }),
  }
}
