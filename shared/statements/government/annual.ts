import { comparedColumns, comparedLine, memberFlow, organisation } from '../meeting-book/board-report.ts'
import { type BookOf, chapter, numbered, told } from '../meeting-book/chapters.ts'
import { attendance, dayOf, decisions, meetingRecord } from '../meeting-book/documents.ts'
import type { MeetingBookFacts } from '../meeting-book/facts.ts'
import { officersSigning, undated } from '../meeting-book/signing.ts'
import { bookTexts } from '../meeting-book/texts.ts'
import { fact } from '../parts.ts'
import type { Part, Statement } from '../statement.ts'
import { filled, reportTexts } from '../texts.ts'
import { packageCover, packageOf } from './package.ts'
import { governmentTexts } from './texts.ts'

/** What the yearly package tells: a part of what the book of the annual meeting is made of. */
export type GovernmentAnnualFacts = Pick<
  MeetingBookFacts,
  | 'language'
  | 'year'
  | 'isClosed'
  | 'surplus'
  | 'meeting'
  | 'cooperative'
  | 'officers'
  | 'members'
  | 'listed'
  | 'business'
  | 'finance'
>

/**
 * The package for the government office after the annual meeting (domain notes on reports, section 8): the fields its
 * form asks for, the papers of the meeting, the statements and the health score.
 */
export function governmentAnnual(told: GovernmentAnnualFacts): Statement {
  const { language, year, isClosed, business } = told
  const texts = governmentTexts(language)
  const book = { ...told, ...bookOf(told) }
  const subtitle = filled(texts.annual.coverYear, { year })
  const state = filled(bookTexts(language)[isClosed ? 'closedYear' : 'openYear'], { year })
  const cover = packageCover(book, texts.annual.cover, subtitle, [texts.annual.to])
  const { assets, ownCapital, outsideCapital, volume, surplus } = business.current
  const members = told.members.end.female + told.members.end.male
  return packageOf(bookOf(told), {
    title: reportTexts(language).title.governmentAnnual,
    subtitle,
    chapters: [cover, ...body(book)],
    totals: { assets, ownCapital, outsideCapital, volume, surplus, members },
    notes: [state],
  })
}

function bookOf({ language, year }: GovernmentAnnualFacts) {
  return { ...{ language, year, report: 'governmentAnnual' as const }, date: `${year}-12-31`, label: String(year) }
}

function body(book: GovernmentAnnualFacts & BookOf): Statement[] {
  const { annual } = governmentTexts(book.language)
  const papers = [meetingRecord(book), decisions(book), attendance(book)]
  return [
    ...numbered('1', [fieldSheet(book)]),
    ...numbered('2', [chapter(book, { title: annual.meetingPapers, parts: [] }), ...papers]),
    ...numbered('3', [
      chapter(book, { title: annual.finance, parts: [] }),
      ...book.finance.map((statement) => told(book, statement)),
    ]),
  ]
}

/** The fields of the report on the annual meeting, in the order they are typed into the form of the office. */
function fieldSheet(book: GovernmentAnnualFacts & BookOf): Statement {
  const { language, cooperative } = book
  const texts = governmentTexts(language)
  const head = (text: string): Part => ({ kind: 'heading', text })
  const address = [cooperative.address, cooperative.village, cooperative.district, cooperative.regency].filter(Boolean)
  return chapter(undated(book), {
    title: texts.annual.sheet,
    parts: [
      ...[head(texts.heading.identity), fact(texts.identity.name, cooperative.name)],
      ...[fact(texts.identity.address, address.join(', ') || null), ...organisation(book)],
      ...[head(texts.heading.meeting), ...meetingFields(book)],
      ...[head(texts.heading.members), memberFlow(book)],
      ...[head(texts.heading.figures), figures(book)],
      ...[head(texts.heading.staff), fact(texts.staffFemale, null), fact(texts.staffMale, null)],
    ],
    notes: [...texts.sheetNotes],
    signers: officersSigning(book, 'chair', 'secretary'),
  })
}

function meetingFields({ meeting, ...book }: GovernmentAnnualFacts & BookOf): Part[] {
  const { record: texts } = bookTexts(book.language)
  const { record } = meeting
  const count = (amount: number | null | undefined) => (amount == null ? null : String(amount))
  return [
    fact(governmentTexts(book.language).meetingNumber, null),
    fact(texts.day, dayOf({ ...book, meeting })),
    fact(texts.place, record?.place ?? null),
    fact(texts.members, count(meeting.members)),
    fact(texts.invited, count(record?.invited)),
    fact(texts.present, meeting.hasQuorum === null ? null : count(record?.present)),
  ]
}

function figures(book: GovernmentAnnualFacts & BookOf): Part {
  const { capital, surplusLine, figures: mainFigures } = bookTexts(book.language)
  const texts = governmentTexts(book.language)
  return {
    ...{ kind: 'table', title: mainFigures, columns: comparedColumns(book) },
    rows: [
      comparedLine(book, capital.assets, 'assets'),
      comparedLine(book, capital.own, 'ownCapital'),
      comparedLine(book, capital.outside, 'outsideCapital'),
      comparedLine(book, texts.volume, 'volume'),
      comparedLine(book, texts.granted, 'granted'),
      comparedLine(book, surplusLine, 'surplus'),
    ],
  }
}
