import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  addMonths,
  addMonthsToMonth,
  type CalendarDate,
  firstDayOfMonth,
  firstDayOfYear,
  lastDayOfMonth,
  lastDayOfYear,
  monthOf,
  yearOf,
} from '../../../shared/calendar.ts'
import type { AskedReport } from '../../../shared/contract/reports.ts'
import type { Client } from './call.ts'
import { bankAccount, cashAccount } from './simulation.ts'

/** Prints what a cooperative keeps in its binders into a new folder; answers the files' paths. */
export async function printPapers(api: Client, folder: string, endsOn: CalendarDate): Promise<string[]> {
  const asked = [
    ...statements(endsOn),
    ...(await meetingPapers(api)),
    ...(await cards(api)),
    ...(await loanPapers(api)),
    ...(await leaverPapers(api)),
    ...(await receipts(api, endsOn)),
  ]
  mkdirSync(folder)
  const paths: string[] = []
  for (const report of asked) {
    const file = await api.reports.pdf(report)
    const path = join(folder, file.name)
    writeFileSync(path, await file.bytes())
    paths.push(path)
  }
  return paths
}

/** Lists and statements of the last day, compared with the year before; the books of its month. */
function statements(endsOn: CalendarDate): AskedReport[] {
  const yearBefore = yearOf(endsOn) - 1
  const month = { from: firstDayOfMonth(monthOf(endsOn)), to: endsOn }
  const asOf = { asOf: endsOn }
  return [
    { report: 'balanceSheet', params: { ...asOf, compareTo: lastDayOfYear(yearBefore) } },
    {
      report: 'surplus',
      params: {
        from: firstDayOfYear(yearOf(endsOn)),
        to: endsOn,
        compareFrom: firstDayOfYear(yearBefore),
        compareTo: addMonths(endsOn, -12),
      },
    },
    { report: 'trialBalance', params: asOf },
    { report: 'cashBook', params: { ...month, cashAccount } },
    { report: 'cashBook', params: { ...month, cashAccount: bankAccount } },
    { report: 'journal', params: month },
    { report: 'ledgerAccount', params: { ...month, code: '42103' } },
    { report: 'savingsList', params: asOf },
    { report: 'loanList', params: asOf },
    { report: 'arrears', params: asOf },
    { report: 'collectibility', params: asOf },
    { report: 'memberRegister', params: asOf },
    { report: 'collectionForm', params: { date: `${addMonthsToMonth(monthOf(endsOn), 1)}-10` } },
  ]
}

/** The book of the last annual meeting, with how the surplus is divided. */
async function meetingPapers(api: Client): Promise<AskedReport[]> {
  const { rows } = await api.closing.years()
  const year = rows.find(({ state }) => state === 'closed')?.year
  if (year === undefined) return []
  const { decided } = await api.closing.distribution({ year })
  return [
    { report: 'annualMeetingBook', params: { year } },
    ...(decided ? [{ report: 'shuComponents', params: { year } } as const] : []),
  ]
}

/** Every card of the two members who joined first. */
async function cards(api: Client): Promise<AskedReport[]> {
  const { rows } = await api.members.list({ limit: 2 })
  const members = await Promise.all(rows.map(({ memberId }) => api.members.get({ memberId })))
  return members
    .flatMap(({ savings }) => savings)
    .map(({ savingsAccountId }) => ({ report: 'savingsCard', params: { savingsAccountId } }))
}

/** Card and agreement of the first loan that still runs, and of one whose borrower pledged something. */
async function loanPapers(api: Client): Promise<AskedReport[]> {
  const { rows } = await api.loans.list({ state: 'disbursed', limit: 10_000 })
  const pledged = rows.find(({ collateral }) => collateral.length > 0)
  const loans = [...new Set([rows[0]?.loanId, pledged?.loanId])].filter((loanId) => loanId !== undefined)
  return loans.flatMap((loanId): AskedReport[] => [
    { report: 'loanAgreement', params: { loanId } },
    { report: 'loanCard', params: { loanId } },
  ])
}

/** What the first member who left signed. */
async function leaverPapers(api: Client): Promise<AskedReport[]> {
  const { rows } = await api.members.list({ status: 'left', limit: 1 })
  return rows.map(({ memberId }) => ({ report: 'exitSettlement', params: { memberId } }))
}

/** The newest voucher of each book and kind of savings and loan work; of the shop and of funds one of each book. */
async function receipts(api: Client, endsOn: CalendarDate): Promise<AskedReport[]> {
  const lastMonth = { from: firstDayOfMonth(monthOf(endsOn)), to: lastDayOfMonth(monthOf(endsOn)) }
  const { rows } = await api.journal.list({ ...lastMonth, order: 'newest', limit: 1_000 })
  const kindOf = ({ voucher, procedure }: (typeof rows)[number]) => {
    const isOfMembers = /^(savings|loans|collection|members|cash)\./.test(procedure)
    return `${voucher.split('-')[0]} ${isOfMembers ? procedure : ''}`
  }
  const newest = new Map(rows.toReversed().map((row) => [kindOf(row), row.entryId]))
  return [...newest.values()].map((entryId) => ({ report: 'receipt', params: { entryId } }))
}
