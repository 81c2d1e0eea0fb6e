import { firstDayOfYear } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { quarterSpan } from '../../../../shared/rules/quarters.ts'
import type { GovernmentAnnualFacts } from '../../../../shared/statements/government/annual.ts'
import type { GovernmentQuarterlyFacts } from '../../../../shared/statements/government/quarterly.ts'
import { lastAct } from '../../ledger/periods.ts'
import { getCooperative } from '../../services/cooperative.ts'
import { meetingOf } from '../../services/meeting/meeting.ts'
import { listOfficers } from '../../services/officers.ts'
import type { Reading } from '../../work.ts'
import type { OwnReports } from '../meeting-book/own-reports.ts'
import { listedMembers, memberFigures } from '../meeting-book/people.ts'
import { business, financeOf, reportsOfYear } from '../meeting-book/year-statements.ts'

/** What the yearly package for the government office tells, out of the statements themselves. */
export async function governmentAnnualFacts(
  reading: Reading,
  { year }: ReportParams<'governmentAnnual'>,
  own: OwnReports,
): Promise<GovernmentAnnualFacts> {
  const { db, today } = reading
  const { language } = own
  own.expect(await reportsOfYear(db, year))
  const current = await business(own, year)
  const meeting = await meetingOf(db, today, year)
  return {
    ...{ language, year, surplus: current.surplus },
    isClosed: (await lastAct(db, String(year)))?.act === 'close',
    meeting,
    cooperative: await getCooperative(reading),
    officers: (await listOfficers(reading)).rows,
    members: await memberFigures(db, year),
    listed: await listedMembers(db, meeting.date ?? today),
    business: { current, before: await business(own, year - 1) },
    finance: await financeOf(own, reading, year),
  }
}

/** The statements of a quarter and of the year up to its end. */
export async function governmentQuarterlyFacts(
  { today }: Reading,
  { quarter }: ReportParams<'governmentQuarterly'>,
  own: OwnReports,
): Promise<GovernmentQuarterlyFacts> {
  const { language } = own
  const { year, from, to } = quarterSpan(quarter)
  return {
    ...{ language, quarter, isOver: to < today },
    balance: await own.run({ report: 'balanceSheet', params: { asOf: to } }),
    surplus: await own.run({ report: 'surplus', params: { from, to } }),
    surplusSoFar: await own.run({ report: 'surplus', params: { from: firstDayOfYear(year), to } }),
    loans: await own.told({ report: 'collectibility', params: { asOf: to } }),
  }
}
