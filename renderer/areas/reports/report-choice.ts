import {
  addDays,
  type CalendarDate,
  firstDayOfMonth,
  firstDayOfYear,
  monthOf,
  yearOf,
} from '../../../shared/calendar.ts'
import type { AskedReport, ReportName } from '../../../shared/contract/reports.ts'
import { quarterOf, quarterSpan } from '../../../shared/rules/quarters.ts'
import type { buyerKinds, lookGroups } from '../../../shared/rules/sales-look.ts'
import type { PickedItem } from '../../app/ItemPicker.tsx'
import type { Unit } from '../../app/unit.ts'

/** Reports that stand in the menu; cards and vouchers are printed where they are. */
export const menu = {
  statements: ['balanceSheet', 'surplus', 'equityChanges', 'cashFlow', 'trialBalance'],
  meeting: [
    'shuComponents',
    'shuMembers',
    'shuMember',
    'budgetPlan',
    'budgetComparison',
    'notes',
    'promotion',
    'healthScore',
    'annualMeetingBook',
  ],
  government: ['governmentAnnual', 'governmentQuarterly', 'supervisionIndicators', 'programIndicators'],
  books: ['cashBook', 'journal', 'ledgerAccount'],
  members: ['savingsList', 'termList', 'interestRun', 'withholdingList', 'memberRegister', 'collectionForm'],
  loans: ['loanList', 'arrears', 'collectibility'],
  trade: [
    'stockList',
    'stockCard',
    'sales',
    'salesRecap',
    'consignments',
    'tradeReceivables',
    'tradePayables',
    'assetRegister',
    'taxSheet',
  ],
} as const satisfies Record<string, readonly ReportName[]>

export type MenuReport = (typeof menu)[keyof typeof menu][number]

/** What a person may choose before a report; each report uses its part of it. */
export interface Choice {
  readonly asOf: CalendarDate
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** A book year, for what is made for the meeting of members: the one before today's where nothing is chosen. */
  readonly year: number
  readonly hasSignatures: boolean
  readonly unit: Unit | undefined
  readonly cashAccount: string | null
  readonly account: string | null
  readonly item: PickedItem | null
  /** One place of goods; all of them where none is chosen. */
  readonly place: string | undefined
  /** How sales are grouped, and to whom; each item with its buyers where nothing is chosen. */
  readonly by: (typeof lookGroups)[number] | undefined
  readonly buyer: (typeof buyerKinds)[number] | undefined
}

/** A year so far for statements, a month so far for books: what is asked for most. */
export function usualChoice(report: MenuReport, today: CalendarDate): Choice {
  const from = isOfYear(report) ? firstDayOfYear(yearOf(today)) : firstDayOfMonth(monthOf(today))
  return {
    ...{
      asOf: report === 'governmentQuarterly' ? lastQuarterEnd(today) : today,
      from,
      to: today,
      year: yearOf(today) - 1,
      hasSignatures: false,
    },
    ...{ unit: undefined, cashAccount: null, account: null, item: null },
    ...{ place: undefined, by: undefined, buyer: undefined },
  }
}

/** The last day of the quarter before the one a day lies in: the newest that can be told whole. */
function lastQuarterEnd(today: CalendarDate): CalendarDate {
  return addDays(quarterSpan(quarterOf(today)).from, -1)
}

/** True for the statements that are asked for of a year. */
function isOfYear(report: MenuReport): boolean {
  return report === 'programIndicators' || report === 'surplus' || report === 'equityChanges' || report === 'cashFlow'
}

export function isMenuReport(report: string | undefined): report is MenuReport {
  return Object.values(menu).some((reports) => reports.some((known) => known === report))
}

/** The report as the API is asked for it; undefined while something is still to be chosen. */
export function askedFor(report: MenuReport, choice: Choice): AskedReport | undefined {
  const { asOf, from, to, unit, cashAccount, account, item, place, by, buyer } = choice
  const at = place === undefined ? {} : { locationId: place }
  const within = { from, to, ...(unit && { unit }) }
  const onDay = { asOf, ...(unit && { unit }) }
  if (isOfMeeting(report)) return askedOfYear(report, choice)
  if (isForOthers(report)) return askedForOthers(report, choice)
  switch (report) {
    case 'balanceSheet':
    case 'trialBalance':
      return { report, params: onDay }
    case 'surplus':
    case 'equityChanges':
    case 'cashFlow':
    case 'journal':
      return { report, params: within }
    case 'cashBook':
      return cashAccount === null ? undefined : { report, params: { ...within, cashAccount } }
    case 'ledgerAccount':
      return account === null ? undefined : { report, params: { ...within, code: account } }
    case 'memberRegister':
    case 'savingsList':
    case 'termList':
    case 'loanList':
    case 'arrears':
    case 'collectibility':
    case 'assetRegister':
    case 'consignments':
    case 'tradeReceivables':
    case 'tradePayables':
      return { report, params: { asOf } }
    case 'stockList':
      return { report, params: { asOf, ...at } }
    case 'stockCard':
      return item === null ? undefined : { report, params: { itemId: item.id, from, to, ...at } }
    case 'taxSheet':
      return { report, params: { year: yearOf(asOf) } }
    case 'sales':
      return { report, params: { from, to, ...(by && { by }), ...(by && buyer && { buyer }) } }
    case 'interestRun':
    case 'withholdingList':
      return { report, params: { month: monthOf(asOf) } }
    case 'salesRecap':
    case 'collectionForm':
      return { report, params: { date: asOf } }
  }
}

type MeetingReport = (typeof menu.meeting)[number]

/** True for what is made for the meeting of members of a year. */
function isOfMeeting(report: MenuReport): report is MeetingReport {
  return menu.meeting.some((known) => known === report)
}

function askedOfYear(report: MeetingReport, { year, unit, hasSignatures }: Choice): AskedReport | undefined {
  switch (report) {
    case 'shuComponents':
    case 'shuMember':
    case 'healthScore':
    case 'notes':
    case 'promotion':
    case 'annualMeetingBook':
      return { report, params: { year } }
    case 'shuMembers':
      return { report, params: { year, ...(hasSignatures && { signature: true }) } }
    case 'budgetPlan':
    case 'budgetComparison':
      return { report, params: { year, ...(unit && { unit }) } }
  }
}

type ReportForOthers = (typeof menu.government)[number]

/** True for what the government office or a programme asks for. */
function isForOthers(report: MenuReport): report is ReportForOthers {
  return menu.government.some((known) => known === report)
}

function askedForOthers(report: ReportForOthers, { year, asOf, from, to }: Choice): AskedReport {
  switch (report) {
    case 'governmentAnnual':
    case 'supervisionIndicators':
      return { report, params: { year } }
    case 'governmentQuarterly':
      return { report, params: { quarter: quarterOf(asOf) } }
    case 'programIndicators':
      return { report, params: { from, to } }
  }
}
