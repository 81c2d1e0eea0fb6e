import {
  addMonthsToMonth,
  firstDayOfMonth,
  type Language,
  lastDayOfMonth,
  lastDayOfYear,
} from '../../../../shared/calendar.ts'
import { unitSchema } from '../../../../shared/contract/journal.ts'
import type { AskedReport, ReportParams } from '../../../../shared/contract/reports.ts'
import { Refusal } from '../../../../shared/errors.ts'
import type {
  BusinessFigures,
  MeetingBookFacts,
  ToldStatement,
} from '../../../../shared/statements/meeting-book/facts.ts'
import { bookTexts } from '../../../../shared/statements/meeting-book/texts.ts'
import type { Row, Statement } from '../../../../shared/statements/statement.ts'
import { filled, reportTexts } from '../../../../shared/statements/texts.ts'
import { refusalSentence } from '../../../../shared/text/refusal-sentence.ts'
import { lastAct } from '../../ledger/periods.ts'
import { getCooperative } from '../../services/cooperative.ts'
import { listFunds } from '../../services/funds/records.ts'
import { meetingOf } from '../../services/meeting/meeting.ts'
import { listOfficers } from '../../services/officers.ts'
import type { Reading } from '../../work.ts'
import { unitName } from '../statement-accounts.ts'
import { countedCash, listedMembers, memberFigures } from './people.ts'

/** Runs another report of the same book. */
type Run = (asked: AskedReport) => Promise<Statement>

const growthYears = 5

/** Everything the book of the annual meeting is made of: the other reports themselves, and what they do not say. */
export async function annualMeetingBookFacts(
  reading: Reading,
  { year, part, brief }: ReportParams<'annualMeetingBook'>,
  language: Language,
  run: Run,
): Promise<MeetingBookFacts> {
  const { db, today } = reading
  const own = new OwnReports(language, run)
  const asOf = lastDayOfYear(year)
  const span = yearSpan(year)
  const surplus = await run({ report: 'surplus', params: span, language })
  const balance = await run({ report: 'balanceSheet', params: { asOf }, language })
  return {
    ...{
      language,
      year,
      part,
      isBrief: brief === true,
      surplus: surplus.totals.surplus ?? 0,
      meeting: await meetingOf(db, today, year),
    },
    isClosed: (await lastAct(db, String(year)))?.act === 'close',
    cooperative: await getCooperative(reading),
    officers: (await listOfficers(reading)).rows,
    members: await memberFigures(db, year),
    listed: await listedMembers(db, asOf),
    business: { current: await business(own, year), before: await business(own, year - 1) },
    savings: savingsOf(balance),
    growth: await growthOf(own, year),
    salesByMonth: await salesByMonth(own, year),
    funds: (await listFunds(reading, { asOf, limit: 1000 })).rows,
    counts: await countedCash(db, year, language),
    budgetComparison: await own.told({ report: 'budgetComparison', params: { year, through: `${year}-12` } }),
    finance: await financeOf(own, reading, year),
    division: [await own.told({ report: 'shuComponents', params: { year } })],
    budgetPlan: await own.told({ report: 'budgetPlan', params: { year: year + 1 } }),
    annexes: await annexesOf(own, year),
  }
}

/** The other reports, asked for in the language of the book. */
class OwnReports {
  readonly language: Language
  readonly #run: Run

  constructor(language: Language, run: Run) {
    this.language = language
    this.#run = run
  }

  run(asked: AskedReport): Promise<Statement> {
    return this.#run({ ...asked, language: this.language })
  }

  /** A statement, or the sentence that says why there is none: a book is printed with what there is. */
  async told(asked: AskedReport): Promise<ToldStatement> {
    try {
      return await this.run(asked)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { title: reportTexts(this.language).title[asked.report], missing: refusalSentence(error, this.language) }
    }
  }

  /** Of one unit, its name in the title. */
  async ofUnit(asked: AskedReport, unit: string): Promise<Statement> {
    const statement = await this.run(asked)
    return { ...statement, title: filled(bookTexts(this.language).unit, { title: statement.title, unit }) }
  }
}

function yearSpan(year: number) {
  return { from: `${year}-01-01`, to: lastDayOfYear(year) }
}

/** Combined statements first; those of each unit after them where more than one did business. */
async function financeOf(own: OwnReports, { db }: Reading, year: number): Promise<ToldStatement[]> {
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
    statements.push(await own.ofUnit({ report: 'balanceSheet', params: { asOf, unit } }, name))
    statements.push(await own.ofUnit({ report: 'surplus', params: { ...span, unit } }, name))
  }
  return statements
}

async function unitsOf(db: Reading['db'], year: number) {
  const rows = await db.selectFrom('balance_year').select('unit').distinct().where('year', '<=', String(year)).execute()
  const used = new Set(rows.map(({ unit }) => unit))
  return unitSchema.options.filter((unit) => used.has(unit))
}

async function annexesOf(own: OwnReports, year: number): Promise<ToldStatement[]> {
  const asOf = lastDayOfYear(year)
  const asked: AskedReport[] = [
    { report: 'savingsList', params: { asOf } },
    { report: 'loanList', params: { asOf } },
    { report: 'collectibility', params: { asOf } },
    { report: 'tradeReceivables', params: { asOf } },
    { report: 'shuMembers', params: { year } },
    { report: 'assetRegister', params: { asOf } },
    { report: 'stockList', params: { asOf } },
  ]
  const found: ToldStatement[] = []
  for (const one of asked) found.push(await own.told(one))
  return found
}

/** The figures of a year the board tells, out of the statements themselves. */
async function business(own: OwnReports, year: number): Promise<BusinessFigures> {
  const [surplus, cashFlow, balance] = [
    await own.run({ report: 'surplus', params: yearSpan(year) }),
    await own.run({ report: 'cashFlow', params: yearSpan(year) }),
    await own.run({ report: 'balanceSheet', params: { asOf: lastDayOfYear(year) } }),
  ]
  return {
    granted: 0 - lineIn(cashFlow.rows, 'OP_LOAN_PRINCIPAL.out') + 0,
    repaid: lineIn(cashFlow.rows, 'OP_LOAN_PRINCIPAL.in'),
    outstanding: lineIn(balance.rows, 'A03') + lineIn(balance.rows, 'A04'),
    interest: lineIn(surplus.rows, 'H01') + lineIn(surplus.rows, 'H02'),
    memberSales: lineIn(surplus.rows, 'H03'),
    otherSales: lineIn(surplus.rows, 'H12'),
    commission: lineIn(surplus.rows, 'H04') + lineIn(surplus.rows, 'H13'),
    surplus: surplus.totals.surplus ?? 0,
    assets: balance.totals.assets ?? 0,
    ownCapital: balance.totals.equity ?? 0,
    outsideCapital: balance.totals.liabilities ?? 0,
  }
}

/** The current amount of a line; nothing where it does not stand there. */
function lineIn(rows: readonly Row[], line: string): number {
  return Number(rows.find((row) => row.line === line)?.current ?? 0)
}

const savingsLines = ['E01', 'E02', 'E03', 'L01', 'L02'] as const

function savingsOf({ rows, language }: Statement): MeetingBookFacts['savings'] {
  return savingsLines.map((line) => ({ name: reportTexts(language).line[line], amount: lineIn(rows, line) }))
}

async function growthOf(own: OwnReports, year: number): Promise<MeetingBookFacts['growth']> {
  const known: { year: number; assets: number; ownCapital: number }[] = []
  for (let back = growthYears - 1; back >= 0; back -= 1) {
    const of = year - back
    const { totals } = await own.run({ report: 'balanceSheet', params: { asOf: lastDayOfYear(of) } })
    known.push({ year: of, assets: totals.assets ?? 0, ownCapital: totals.equity ?? 0 })
  }
  const first = known.findIndex(({ assets, ownCapital }) => assets !== 0 || ownCapital !== 0)
  return first < 0 ? known.slice(-1) : known.slice(first)
}

async function salesByMonth(own: OwnReports, year: number): Promise<MeetingBookFacts['salesByMonth']> {
  const sold: { month: string; amount: number }[] = []
  for (let index = 0; index < 12; index += 1) {
    const month = addMonthsToMonth(`${year}-01`, index)
    const params = { from: firstDayOfMonth(month), to: lastDayOfMonth(month) }
    const { rows } = await own.run({ report: 'surplus', params })
    sold.push({ month, amount: lineIn(rows, 'H03') + lineIn(rows, 'H12') })
  }
  return sold
}
