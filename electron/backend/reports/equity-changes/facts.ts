import { sql } from 'kysely'
import { addDays, type Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { EquityChangesFacts, EquityPeriod } from '../../../../shared/statements/equity-changes.ts'
import type { EquityEntry } from '../../../../shared/statements/equity-moves.ts'
import type { Span } from '../../../../shared/statements/period-text.ts'
import type { Reader } from '../../db/tables.ts'
import { movementsBetween, movementsUntil } from '../../ledger/balances.ts'
import { entriesWithBothSides } from '../../ledger/both-sides.ts'
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

/** Lines of the balance sheet whose movements say why by themselves, whatever else their entry touched. */
const plainLines = ['E01', 'E02', 'E03', 'E04', 'E10'] as const

/**
 * What moved equity: savings and capital summed by account and way, as one entry each, because a year has many of them;
 * reserves, grants and surplus entry by entry, because there the other lines say why. So are the few entries that give and
 * take on one line, which pay in or back no more than the difference.
 */
async function equityEntries(db: Reader, span: Span, unit: string | undefined): Promise<EquityEntry[]> {
  const mixed = await mixedEntries(db, span, unit)
  return [...(await summedEntries(db, span, unit, mixed)), ...(await otherEntries(db, span, unit, mixed))]
}

/** Entries with both sides of one plain line. */
async function mixedEntries(db: Reader, span: Span, unit: string | undefined): Promise<readonly number[]> {
  const accounts = await db
    .selectFrom('account')
    .select(['code', 'report_line'])
    .where('type', '=', 'equity')
    .where('report_line', 'in', plainLines)
    .execute()
  const lines = new Map(accounts.map(({ code, report_line }) => [code, report_line]))
  const moved = (await movementsBetween(db, span.from, span.to, { unit, beforeClosing: true })).flatMap((movement) => {
    const line = lines.get(movement.account)
    return line ? [{ ...movement, line }] : []
  })
  return entriesWithBothSides(db, { ...span, unit }, moved)
}

async function summedEntries(
  db: Reader,
  span: Span,
  unit: string | undefined,
  mixed: readonly number[],
): Promise<EquityEntry[]> {
  const rows = await linesOfEquity(db, span, unit)
    .where('a.report_line', 'in', plainLines)
    .where('l.seq', 'not in', listed(mixed))
    .select((eb) => ['l.account', 'e.kind', eb('e.reverses_id', 'is not', null).$castTo<0 | 1>().as('isReversal')])
    .select((eb) => [eb.fn.sum<number>('l.debit').as('debit'), eb.fn.sum<number>('l.credit').as('credit')])
    .groupBy(['l.account', 'e.kind', 'isReversal', (eb) => eb('l.debit', '>', 0)])
    .execute()
  return rows.map(({ account, kind, isReversal, debit, credit }) => ({
    kind: kind === 'opening' ? 'opening' : 'ordinary',
    isReversal: isReversal === 1,
    lines: [{ account, debit, credit }],
  }))
}

async function otherEntries(
  db: Reader,
  span: Span,
  unit: string | undefined,
  mixed: readonly number[],
): Promise<EquityEntry[]> {
  const read = () =>
    linesOfEquity(db, span, unit).select(['l.seq', 'l.account', 'l.debit', 'l.credit', 'e.kind', 'e.reverses_id'])
  const rows = [
    ...(await read()
      .where((eb) => eb.or([eb('a.report_line', 'is', null), eb('a.report_line', 'not in', plainLines)]))
      .execute()),
    ...(await read().where('a.report_line', 'in', plainLines).where('l.seq', 'in', listed(mixed)).execute()),
  ]
  return [...Map.groupBy(rows, ({ seq }) => seq).values()].map((lines) => ({
    kind: lines[0]?.kind === 'opening' ? 'opening' : 'ordinary',
    isReversal: lines[0]?.reverses_id != null,
    lines,
  }))
}

/** Entries as one parameter, however many they are. */
function listed(seqs: readonly number[]) {
  return sql<number>`(SELECT value FROM json_each(${JSON.stringify(seqs)}))`
}

/** Lines on accounts of equity in a period, but for those that close a year. */
function linesOfEquity(db: Reader, { from, to }: Span, unit: string | undefined) {
  const query = db
    .selectFrom('account as a')
    .innerJoin('journal_line as l', 'l.account', 'a.code')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .where('a.type', '=', 'equity')
    .where('e.kind', '!=', 'closing')
    .where('l.entry_date', '>=', from)
    .where('l.entry_date', '<=', to)
  return unit === undefined ? query : query.where('l.unit', '=', unit)
}
