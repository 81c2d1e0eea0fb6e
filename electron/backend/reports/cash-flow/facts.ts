import { sql } from 'kysely'
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
  const scope: CashScope = { from, to, unit, cash: [...cash] }
  return {
    entries: [...(await summedEntries(db, scope)), ...(await namingEntries(db, scope))],
    opening: before + all - ordinary,
    closing: before + all,
    restricted: await restrictedCash(db, to, unit),
  }
}

async function cashAccounts(db: Reader): Promise<string[]> {
  const rows = await db.selectFrom('account').select('code').where('cash_flow', '=', 'cash').execute()
  return rows.map(({ code }) => code)
}

interface CashScope extends Span {
  readonly unit: string | undefined
  /** The codes of all accounts of cash. */
  readonly cash: readonly string[]
}

/**
 * The entries that moved cash and leave it to their accounts what for, told as one entry for each account and way: a
 * year's worth is summed where it lies. Of one unit only its own lines count, which balance by what it is owed by others.
 */
async function summedEntries(db: Reader, { from, to, unit, cash }: CashScope): Promise<CashEntry[]> {
  const ofUnit = unit === undefined ? sql`` : sql`AND unit = ${unit}`
  const codes = JSON.stringify(cash)
  const { rows } = await sql<SummedLine>`
    WITH cash AS MATERIALIZED (
      SELECT DISTINCT seq FROM journal_line
      WHERE account IN (SELECT value FROM json_each(${codes})) AND entry_date BETWEEN ${from} AND ${to} ${ofUnit}
        AND seq NOT IN (SELECT seq FROM journal_entry WHERE kind <> 'ordinary')
        AND seq NOT IN (SELECT seq FROM journal_line WHERE cash_flow_line IS NOT NULL)
    ), reversal AS MATERIALIZED (SELECT seq FROM journal_entry WHERE reverses_id IS NOT NULL),
    summed AS (
      SELECT l.account, l.seq IN (SELECT seq FROM reversal) AS isReversal, sum(l.debit) AS debit, sum(l.credit) AS credit
      FROM cash CROSS JOIN journal_line l ON l.seq = cash.seq
      WHERE l.account NOT IN (SELECT value FROM json_each(${codes})) ${unit === undefined ? sql`` : sql`AND l.unit = ${unit}`}
      GROUP BY l.account, l.debit > 0, isReversal
    )
    SELECT s.*, a.cash_flow_line AS flow FROM summed s JOIN account a ON a.code = s.account`.execute(db)
  return rows.map(({ account, flow, debit, credit, isReversal }) => ({
    isReversal: isReversal === 1,
    lines: [
      { account, flow, debit, credit, isCash: false },
      { account: cash[0] ?? '', flow: null, debit: credit, credit: debit, isCash: true },
    ],
  }))
}

interface SummedLine {
  readonly account: string
  readonly flow: string | null
  readonly isReversal: 0 | 1
  readonly debit: number
  readonly credit: number
}

/** The few entries in which a line names its flow itself, line by line. */
async function namingEntries(db: Reader, { from, to, unit, cash }: CashScope): Promise<CashEntry[]> {
  let query = db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .innerJoin('account as a', 'a.code', 'l.account')
    .select(['l.seq', 'l.account', 'l.debit', 'l.credit', 'l.cash_flow_line as overruled', 'e.reverses_id'])
    .select('a.cash_flow_line as flow')
    .where('e.kind', '=', 'ordinary')
    .where('l.entry_date', '>=', from)
    .where('l.entry_date', '<=', to)
    .where('l.seq', 'in', (eb) =>
      eb.selectFrom('journal_line as n').select('n.seq').where('n.cash_flow_line', 'is not', null),
    )
  if (unit !== undefined) query = query.where('l.unit', '=', unit)
  const entries = Map.groupBy(await query.execute(), ({ seq }) => seq)
  return [...entries.values()].map((lines) => ({
    isReversal: lines[0]?.reverses_id != null,
    lines: lines.map((line) => ({ ...line, isCash: cash.includes(line.account) })),
  }))
}

/** Cash on the account of programme money, and what other cash accounts hold in a fund's name and is not lent out. */
async function restrictedCash(db: Reader, asOf: string, unit: string | undefined): Promise<number> {
  const own = (await movementsUntil(db, asOf, { unit })).filter(({ account }) => account === fundBankAccount)
  const onItsAccount = own.reduce((sum, { debit, credit }) => sum + debit - credit, 0)
  let query = db
    .selectFrom('journal_line as l')
    .innerJoin('account as a', 'a.code', 'l.account')
    .innerJoin('fund_terms as t', 't.fund_id', 'l.fund_id')
    .select((eb) => eb.fn.sum<number | null>(eb('l.debit', '-', eb.ref('l.credit'))).as('net'))
    .where('l.fund_id', 'is not', null)
    .where('t.treatment', '<>', 'revolving')
    .where('a.cash_flow', '=', 'cash')
    .where('l.account', '<>', fundBankAccount)
    .where('l.entry_date', '<=', asOf)
  if (unit !== undefined) query = query.where('l.unit', '=', unit)
  const tagged = (await query.executeTakeFirst())?.net ?? 0
  const lentOn = unit === undefined || unit === 'general' ? await freeOfFunds(db, asOf) : []
  const elsewhere = lentOn.filter(({ cash_account }) => cash_account !== fundBankAccount)
  return elsewhere.reduce((sum, { net }) => sum + net, onItsAccount + tagged)
}
