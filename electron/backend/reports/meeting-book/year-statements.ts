import { lastDayOfYear } from '../../../../shared/calendar.ts'
import { unitSchema } from '../../../../shared/contract/journal.ts'
import type { AskedReport } from '../../../../shared/contract/reports.ts'
import type { BusinessFigures, ToldStatement } from '../../../../shared/statements/meeting-book/facts.ts'
import type { Row, Statement } from '../../../../shared/statements/statement.ts'
import { reportTexts } from '../../../../shared/statements/texts.ts'
import type { Reading } from '../../work.ts'
import { unitName } from '../statement-accounts.ts'
import type { OwnReports } from './own-reports.ts'

export function yearSpan(year: number) {
  return { from: `${year}-01-01`, to: lastDayOfYear(year) }
}

/** Combined statements first; those of each unit after them where more than one did business. */
export async function financeOf(own: OwnReports, { db }: Reading, year: number): Promise<ToldStatement[]> {
  const asOf = lastDayOfYear(year)
  const span = yearSpan(year)
  const combined: AskedReport[] = [
    { report: 'balanceSheet', params: { asOf } },
    { report: 'surplus', params: span },
    { report: 'equityChanges', params: span },
    { report: 'cashFlow', params: span },
    { report: 'notes', params: { year } },
    { report: 'promotion', params: { year } },
    { report: 'healthScore', params: { year } },
  ]
  const statements: ToldStatement[] = []
  for (const asked of combined) statements.push(await own.told(asked))
  const active = await unitsOf(db, year)
  if (active.length < 2) return statements
  for (const unit of active) {
    const name = (await unitName(db, unit, own.language)) ?? unit
    const ofUnit: AskedReport[] = [
      { report: 'balanceSheet', params: { asOf, unit } },
      { report: 'surplus', params: { ...span, unit } },
      { report: 'equityChanges', params: { ...span, unit } },
      { report: 'cashFlow', params: { ...span, unit } },
    ]
    for (const asked of ofUnit) {
      const statement = await own.ofUnit(asked, name)
      // A unit whose money goes through the box of another has no cash flow of its own.
      if (saysAnything(statement)) statements.push(statement)
    }
  }
  return statements
}

function saysAnything({ rows, columns }: Statement): boolean {
  const amounts = columns.filter(({ kind }) => kind === 'money')
  return rows.some((row) => amounts.some(({ key }) => Number(row[key] ?? 0) !== 0))
}

/** How many reports `financeOf` asks for, and `business` for two years. */
export async function reportsOfYear(db: Reading['db'], year: number): Promise<number> {
  const units = (await unitsOf(db, year)).length
  return 7 + (units < 2 ? 0 : 4 * units) + 2 * 3
}

async function unitsOf(db: Reading['db'], year: number) {
  const rows = await db.selectFrom('balance_year').select('unit').distinct().where('year', '<=', String(year)).execute()
  const used = new Set(rows.map(({ unit }) => unit))
  return unitSchema.options.filter((unit) => used.has(unit))
}

/** The figures of a year the board tells, out of the statements themselves. */
export async function business(own: OwnReports, year: number): Promise<BusinessFigures> {
  const [surplus, cashFlow, balance] = [
    await own.run({ report: 'surplus', params: yearSpan(year) }),
    await own.run({ report: 'cashFlow', params: yearSpan(year) }),
    await own.run({ report: 'balanceSheet', params: { asOf: lastDayOfYear(year) } }),
  ]
  return {
    granted: grantedIn(cashFlow),
    repaid: lineIn(cashFlow.rows, 'OP_LOAN_PRINCIPAL.in'),
    outstanding: lineIn(balance.rows, 'A03') + lineIn(balance.rows, 'A04'),
    interest: lineIn(surplus.rows, 'H01') + lineIn(surplus.rows, 'H02'),
    memberSales: lineIn(surplus.rows, 'H03'),
    otherSales: lineIn(surplus.rows, 'H12'),
    commission: lineIn(surplus.rows, 'H04') + lineIn(surplus.rows, 'H13'),
    volume: lineIn(surplus.rows, 'T1') + lineIn(surplus.rows, 'T3'),
    surplus: surplus.totals.surplus ?? 0,
    assets: balance.totals.assets ?? 0,
    ownCapital: balance.totals.equity ?? 0,
    outsideCapital: balance.totals.liabilities ?? 0,
  }
}

/** Principal paid out to borrowers, as the cash flow statement tells it. */
export function grantedIn({ rows }: Statement): number {
  return 0 - lineIn(rows, 'OP_LOAN_PRINCIPAL.out') + 0
}

const savingsLines = ['E01', 'E02', 'E03', 'L01', 'L02'] as const

/** What members saved, by the lines of the balance sheet. */
export function savingsOf({ rows, language }: Statement): { name: string; amount: number }[] {
  return savingsLines.map((line) => ({ name: reportTexts(language).line[line], amount: lineIn(rows, line) }))
}

/** The current amount of a line; nothing where it does not stand there. */
export function lineIn(rows: readonly Row[], line: string): number {
  return Number(rows.find((row) => row.line === line)?.current ?? 0)
}
