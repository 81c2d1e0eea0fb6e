import { addDays, type Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { EquityChangesFacts, EquityPeriod } from '../../../../shared/statements/equity-changes.ts'
import type { EquityEntry } from '../../../../shared/statements/equity-moves.ts'
import type { Span } from '../../../../shared/statements/period-text.ts'
import type { Reader } from '../../db/tables.ts'
import { movementsUntil } from '../../ledger/balances.ts'
import type { Reading } from '../../work.ts'
import { comparedSpan } from '../compared-span.ts'
import { statementAccounts, unitName } from '../statement-accounts.ts'

/** What added to equity and took from it in two periods; above the one asked for stands the same of the year before. */
export async function equityChangesFacts(
  { db }: Reading,
  params: ReportParams<'equityChanges'>,
  language: Language,
): Promise<EquityChangesFacts> {
  const { from, to, unit } = params
  return {
    language,
    period: await through(db, { from, to }, unit),
    comparedPeriod: await through(db, comparedSpan(params), unit),
    unit: await unitName(db, unit, language),
    accounts: await statementAccounts(db),
  }
}

async function through(db: Reader, { from, to }: Span, unit: string | undefined): Promise<EquityPeriod> {
  return {
    ...{ from, to },
    before: await movementsUntil(db, addDays(from, -1), { unit }),
    until: await movementsUntil(db, to, { unit }),
    entries: await equityEntries(db, { from, to }, unit),
  }
}

async function equityEntries(db: Reader, { from, to }: Span, unit: string | undefined): Promise<EquityEntry[]> {
  let query = db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .innerJoin('account as a', 'a.code', 'l.account')
    .select(['l.seq', 'l.account', 'l.debit', 'l.credit', 'e.kind', 'e.reverses_id'])
    .where('a.type', '=', 'equity')
    .where('e.kind', '!=', 'closing')
    .where('l.entry_date', '>=', from)
    .where('l.entry_date', '<=', to)
  if (unit !== undefined) query = query.where('l.unit', '=', unit)
  const entries = Map.groupBy(await query.orderBy('l.seq').execute(), ({ seq }) => seq)
  return [...entries.values()].map((lines) => ({
    kind: lines[0]?.kind === 'opening' ? 'opening' : 'ordinary',
    isReversal: lines[0]?.reverses_id != null,
    lines,
  }))
}
