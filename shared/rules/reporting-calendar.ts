import { addMonths, type CalendarDate, dateOf, daysBetween, daysInMonth } from '../calendar.ts'

/** When a report about a book year is due: on a day of that year or of the next, or so many months after the annual meeting. */
export type DueWhen =
  | { readonly kind: 'date'; readonly month: number; readonly day: number; readonly isNextYear: boolean }
  | { readonly kind: 'afterMeeting'; readonly months: number }

export const duePackages = [
  'governmentAnnual',
  'governmentQuarterly',
  'annualMeetingBook',
  'programIndicators',
] as const

/** A report somebody waits for: what, for whom, by which rule, and what the program makes for it. */
export interface DueRule {
  readonly key: string
  readonly name: string
  readonly recipient: string
  readonly law: string
  readonly package: (typeof duePackages)[number] | null
  readonly when: DueWhen
}

const office = 'Dinas yang membidangi koperasi'
const statementsLaw = 'PermenKopUKM 2/2024 pasal 11'
const meetingLaw = 'Permen 19/2015'
const quarterly = { recipient: office, law: statementsLaw, package: 'governmentQuarterly' } as const
const on = (day: number, month: number, isNextYear = false): DueWhen => ({ kind: 'date', month, day, isNextYear })

/** The dates of accounting.md section 1 for a primary cooperative, until a circular says otherwise. */
export const usualDueRules: readonly DueRule[] = [
  { ...quarterly, key: 'quarter_1', name: 'Laporan triwulan I', when: on(20, 4) },
  { ...quarterly, key: 'quarter_2', name: 'Laporan triwulan II dan setengah tahun', when: on(20, 7) },
  { ...quarterly, key: 'quarter_3', name: 'Laporan triwulan III', when: on(20, 10) },
  {
    ...{ key: 'annual', name: 'Laporan keuangan tahunan', recipient: office, law: statementsLaw },
    ...{ package: 'governmentAnnual', when: on(30, 4, true) },
  },
  {
    ...{ key: 'meeting', name: 'Rapat anggota tahunan', recipient: 'Anggota', law: meetingLaw },
    ...{ package: 'annualMeetingBook', when: on(30, 6, true) },
  },
  {
    ...{ key: 'meeting_report', name: 'Laporan RAT', recipient: office, law: meetingLaw },
    ...{ package: 'governmentAnnual', when: { kind: 'afterMeeting', months: 1 } },
  },
]

/** Months after the end of its year until when the annual meeting has to be held (Permen 19/2015). */
const meetingMonths = 6

/**
 * The day a report about a book year is due. What counts from the annual meeting counts from the last day it may be held on
 * while it was not. A day the month does not have in that year is its last.
 */
export function dueOn(when: DueWhen, year: number, meetingOn: CalendarDate | null): CalendarDate {
  if (when.kind === 'afterMeeting') return addMonths(meetingOn ?? dateOf(year + 1, meetingMonths, 30), when.months)
  const of = when.isNextYear ? year + 1 : year
  return dateOf(of, when.month, Math.min(when.day, daysInMonth(of, when.month)))
}

/** Days before its day from which a report waits to be done. */
const noticeDays = 30

export type DueState = 'sent' | 'late' | 'due' | 'later'

/** How it stands with a report on a day: sent; late; due within 30 days; or later. */
export function dueState(due: CalendarDate, sentOn: CalendarDate | null, today: CalendarDate): DueState {
  if (sentOn !== null) return 'sent'
  const days = daysBetween(today, due)
  if (days < 0) return 'late'
  return days <= noticeDays ? 'due' : 'later'
}
