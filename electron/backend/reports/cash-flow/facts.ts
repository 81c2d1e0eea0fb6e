import { sql } from 'kysely'
import { addDays, type Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { flowWithoutOne } from '../../../../shared/rules/cash-flows.ts'
import { fundBankAccount } from '../../../../shared/rules/entries/fund-line.ts'
import type { CashEntry, CashFlowFacts, CashMovements } from '../../../../shared/statements/cash-flow.ts'
import { splitFlows } from '../../../../shared/statements/cash-flow-layout.ts'
import type { Span } from '../../../../shared/statements/period-text.ts'
import type { Reader } from '../../db/tables.ts'
import { type AccountMovement, movementsBetween, movementsUntil } from '../../ledger/balances.ts'
import { entriesWithBothSides } from '../../ledger/both-sides.ts'
import { type CashScope, movedWithCash, namingEntries } from '../../ledger/cash-moves.ts'
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
  const ordinary = await movementsBetween(db, from, to, { unit, ordinaryOnly: true })
  const scope: CashScope = { from, to, unit, cash: [...cash] }
  return {
    entries: await entriesOf(db, scope, ordinary),
    opening: before + all - sumOfCash(ordinary),
    closing: before + all,
    restricted: await restrictedCash(db, to, unit),
  }
}

async function cashAccounts(db: Reader): Promise<string[]> {
  const rows = await db.selectFrom('account').select('code').where('cash_flow', '=', 'cash').execute()
  return rows.map(({ code }) => code)
}

/** The sums of the accounts tell most entries; those that they do not tell rightly are read line by line. */
async function entriesOf(db: Reader, scope: CashScope, moved: readonly AccountMovement[]): Promise<CashEntry[]> {
  const flows = await flowOfAccounts(db)
  const split = moved
    .map((movement) => ({ ...movement, line: flows.get(movement.account) ?? flowWithoutOne }))
    .filter(({ account, line }) => splitFlows.includes(line) && !scope.cash.includes(account))
  const apart = [...(await namingEntries(db, scope)), ...(await entriesWithBothSides(db, scope, split))]
  return [...(await summedEntries(db, scope, apart, flows)), ...(await readEntries(db, scope, apart))]
}

type Flows = ReadonlyMap<string, string | null>

/** What moved with cash and leaves it to its accounts what for, told as one entry for each account and way. */
async function summedEntries(
  db: Reader,
  scope: CashScope,
  apart: readonly number[],
  flows: Flows,
): Promise<CashEntry[]> {
  const moves = (await movedWithCash(db, scope, apart)).flatMap((move) => [
    { ...move, credit: 0 },
    { ...move, debit: 0 },
  ])
  return moves.map(({ account, debit, credit, isReversal }) => ({
    isReversal,
    lines: [
      { account, flow: flows.get(account) ?? null, debit, credit, isCash: false },
      { account: scope.cash[0] ?? '', flow: null, debit: credit, credit: debit, isCash: true },
    ],
  }))
}

async function flowOfAccounts(db: Reader): Promise<Flows> {
  const rows = await db.selectFrom('account').select(['code', 'cash_flow_line']).execute()
  return new Map(rows.map(({ code, cash_flow_line }) => [code, cash_flow_line]))
}

/** Some entries line by line. */
async function readEntries(db: Reader, { unit, cash }: CashScope, seqs: readonly number[]): Promise<CashEntry[]> {
  let query = db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .innerJoin('account as a', 'a.code', 'l.account')
    .select(['l.seq', 'l.account', 'l.debit', 'l.credit', 'l.cash_flow_line as overruled', 'e.reverses_id'])
    .select('a.cash_flow_line as flow')
    .where('e.kind', '=', 'ordinary')
    .where('l.seq', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(seqs)}))`)
    .orderBy('l.seq')
    .orderBy('l.line_no')
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
