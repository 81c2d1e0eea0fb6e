import { addMonthsToMonth, firstDayOfMonth, lastDayOfMonth, lastDayOfYear } from '../../../../shared/calendar.ts'
import type { AskedReport, ReportParams } from '../../../../shared/contract/reports.ts'
import type { MeetingBookFacts, ToldStatement } from '../../../../shared/statements/meeting-book/facts.ts'
import type { Statement } from '../../../../shared/statements/statement.ts'
import { lastAct } from '../../ledger/periods.ts'
import { takesOfYear } from '../../services/closing/checklist/stock-count.ts'
import { getCooperative } from '../../services/cooperative.ts'
import { listFunds } from '../../services/funds/records.ts'
import { meetingOf } from '../../services/meeting/meeting.ts'
import { listOfficers } from '../../services/officers.ts'
import type { Reading } from '../../work.ts'
import { loanClassesOf } from './loan-classes.ts'
import type { OwnReports } from './own-reports.ts'
import { countedCash, listedMembers, memberFigures } from './people.ts'
import { business, financeOf, lineIn, reportsOfYear, savingsOf, yearSpan } from './year-statements.ts'

const growthYears = 5

/** Everything the book of the annual meeting is made of: the other reports themselves, and what they do not say. */
export async function annualMeetingBookFacts(
  reading: Reading,
  { year, part, brief }: ReportParams<'annualMeetingBook'>,
  own: OwnReports,
): Promise<MeetingBookFacts> {
  const { db, today } = reading
  const { language } = own
  const takes = await takesOfYear(db, year)
  own.expect(ownReports + takes.length + (await reportsOfYear(db, year)))
  const asOf = lastDayOfYear(year)
  const span = yearSpan(year)
  const surplus = await own.run({ report: 'surplus', params: span })
  const balance = await own.run({ report: 'balanceSheet', params: { asOf } })
  const meeting = await meetingOf(db, today, year)
  return {
    ...{
      language,
      year,
      part,
      isBrief: brief === true,
      surplus: surplus.totals.surplus ?? 0,
      meeting,
    },
    isClosed: (await lastAct(db, String(year)))?.act === 'close',
    cooperative: await getCooperative(reading),
    officers: (await listOfficers(reading)).rows,
    members: await memberFigures(db, year),
    listed: await listedMembers(db, asOf),
    attending: await listedMembers(db, meeting.date ?? today),
    decidedBefore: await decidedAt(reading, year - 1),
    loanClasses: await loanClassesOf(reading, asOf, language),
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
    stockTakes: await minutesOf(own, takes),
  }
}

/** What the book asks for beside the statements of the year: result and balance, plan, division, annexes, and the charts. */
const ownReports = 2 + 2 + 1 + 7 + growthYears + 12

/** What the meeting about a year decided; nothing where it could not decide. */
async function decidedAt({ db, today }: Reading, year: number): Promise<readonly string[]> {
  const { record, canDecide } = await meetingOf(db, today, year)
  return canDecide === false ? [] : (record?.decisions ?? [])
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

async function minutesOf(own: OwnReports, takes: readonly { documentId: string }[]): Promise<Statement[]> {
  const found: Statement[] = []
  for (const params of takes) found.push(await own.run({ report: 'stockTakeMinutes', params }))
  return found
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
