import { addDays, type Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { fundBankAccount } from '../../../../shared/rules/entries/fund-line.ts'
import type { CashEntry, CashFlowFacts, CashMovements } from '../../../../shared/statements/cash-flow.ts'
import type { Span } from '../../../../shared/statements/period-text.ts'
import type { Reader } from '../../db/tables.ts'
import { movementsBetween, movementsUntil } from '../../ledger/balances.ts'
import { freeOfFunds } from '../../services/funds/report.ts'
import type { Reading } from '../../work.ts'
import { comparedPeriods } from '../compared-span.ts'

/** What money came in and went out in two periods; beside the one asked for stands the same of the year before. */
export async function cashFlowFacts(
  { db }: Reading,
  params: ReportParams<'cashFlow'>,
  language: Language,
): Promise<CashFlowFacts> {
  return comparedPeriods(db, params, language, (span) => moved(db, span, params.unit))
}

async function moved(db: Reader, { from, to }: Span, unit: string | undefined): Promise<CashMovements> {
  const cash = new Set(await cashAccounts(db))
  const sumOfCash = (movements: readonly { account: string; debit: number; credit: number }[]) =>
    movements.reduce((sum, { account, debit, credit }) => (cash.has(account) ? sum + debit - credit : sum), 0)
  const before = sumOfCash(await movementsUntil(db, addDays(from, -1), { unit }))
  const all = sumOfCash(await movementsBetween(db, from, to, { unit }))
  const ordinary = sumOfCash(await movementsBetween(db, from, to, { unit, ordinaryOnly: true }))
  return {
    entries: await cashEntries(db, { from, to }, unit),
    opening: before + all - ordinary,
    closing: before + all,
    restricted: await restrictedCash(db, to, unit),
  }
}

async function cashAccounts(db: Reader): Promise<string[]> {
  const rows = await db.selectFrom('account').select('code').where('cash_flow', '=', 'cash').execute()
  return rows.map(({ code }) => code)
}

/** Every line of the entries that moved cash: of one unit only its own lines, which balance by what it is owed by others. */
async function cashEntries(db: Reader, { from, to }: Span, unit: string | undefined): Promise<CashEntry[]> {
  let query = db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .innerJoin('account as a', 'a.code', 'l.account')
    .select(['l.seq', 'l.account', 'l.debit', 'l.credit', 'l.cash_flow_line as overruled', 'e.reverses_id'])
    .select(['a.cash_flow', 'a.cash_flow_line as flow'])
    .where('e.kind', '=', 'ordinary')
    .where('l.entry_date', '>=', from)
    .where('l.entry_date', '<=', to)
    .where('l.seq', 'in', (eb) =>
      eb
        .selectFrom('journal_line as c')
        .innerJoin('account as ca', 'ca.code', 'c.account')
        .select('c.seq')
        .where('ca.cash_flow', '=', 'cash')
        .where('c.entry_date', '>=', from)
        .where('c.entry_date', '<=', to),
    )
  if (unit !== undefined) query = query.where('l.unit', '=', unit)
  const entries = Map.groupBy(await query.orderBy('l.seq').execute(), ({ seq }) => seq)
  return [...entries.values()].map((lines) => ({
    isReversal: lines[0]?.reverses_id != null,
    lines: lines.map(({ cash_flow, ...line }) => ({ ...line, isCash: cash_flow === 'cash' })),
  }))
}

/** Cash on the account of programme money, and what other cash accounts hold in a fund's name and is not lent out. */
async function restrictedCash(db: Reader, asOf: string, unit: string | undefined): Promise<number> {
  let query = db
    .selectFrom('journal_line as l')
    .innerJoin('account as a', 'a.code', 'l.account')
    .leftJoin('fund_terms as t', 't.fund_id', 'l.fund_id')
    .select((eb) => eb.fn.sum<number | null>(eb('l.debit', '-', eb.ref('l.credit'))).as('net'))
    .where('a.cash_flow', '=', 'cash')
    .where('l.entry_date', '<=', asOf)
    .where((eb) => eb.or([eb('l.account', '=', fundBankAccount), eb('t.treatment', '<>', 'revolving')]))
  if (unit !== undefined) query = query.where('l.unit', '=', unit)
  const tagged = (await query.executeTakeFirst())?.net ?? 0
  const lentOn = unit === undefined || unit === 'general' ? await freeOfFunds(db, asOf) : []
  const elsewhere = lentOn.filter(({ cash_account }) => cash_account !== fundBankAccount)
  return elsewhere.reduce((sum, { net }) => sum + net, tagged)
}
