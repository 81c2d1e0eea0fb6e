import { formatDate, type Language } from '../../calendar.ts'
import type { ReportName } from '../../contract/reports.ts'
import type { MeetingPart } from '../../rules/meeting-parts.ts'
import { paragraph } from '../parts.ts'
import type { Part, Statement, Table } from '../statement.ts'
import { filled } from '../texts.ts'
import type { MeetingBookFacts, ToldStatement } from './facts.ts'
import { bookTexts, usualPart } from './texts.ts'

/** A chapter without figures of its own statement: what stands in it, and who signs. */
interface Written {
  readonly title: string
  readonly parts: Part[]
  readonly table?: Table
  readonly signers?: Statement['signers']
  readonly notes?: string[]
}

/** What a chapter must know of the book it stands in; one of the annual meeting where nothing else is said. */
export interface BookOf {
  readonly language: Language
  readonly year: number
  readonly report?: ReportName
  readonly date?: string
  readonly label?: string
  /** Signed on a day that is not known yet. */
  readonly isUndated?: boolean
}

/** A chapter of the book that is no statement of its own. */
export function chapter(
  {
    language,
    year,
    report = 'annualMeetingBook',
    date = `${year}-12-31`,
    label = String(year),
    isUndated = false,
  }: BookOf,
  { title, parts, table, signers = [], notes = [] }: Written,
): Statement {
  return {
    ...{ report, language, title, subtitle: '', label },
    ...{ date, isUndated, particulars: [], totals: {}, notes, signers },
    before: parts,
    columns: table?.columns ?? [],
    rows: table?.rows ?? [],
  }
}

/** A statement as a chapter: signed in the records of the meeting, not here. One that is missing says why. */
export function told(facts: BookOf, statement: ToldStatement): Statement {
  if (!('missing' in statement)) return { ...statement, signers: [] }
  const sentence = filled(bookTexts(facts.language).missing, { reason: statement.missing })
  return chapter(facts, { title: statement.title, parts: [paragraph(sentence)] })
}

/** Numbers a part of the book: its first chapter is the part itself and names the others, which stand in it. */
export function numbered(number: string, [part, ...chapters]: readonly [Statement, ...Statement[]]): Statement[] {
  const inside = chapters.map(
    (one, index): Statement => ({
      ...one,
      place: { number: `${number}.${index + 1}`, level: 2 },
    }),
  )
  const named = inside.map(({ place, title }): Part => ({ kind: 'clause', label: place?.number ?? '', text: title }))
  const heading: Part = { kind: 'heading', text: bookTexts(part.language).inside }
  const after = [...(part.after ?? []), ...(named.length > 1 ? [heading, ...named] : [])]
  return [{ ...part, after, place: { number, level: 1 } }, ...inside]
}

/** What the board wrote, or what stands there until it does. */
export function writtenPart(facts: MeetingBookFacts, part: MeetingPart): Part[] {
  const written = facts.meeting.texts.find((one) => one.part === part)?.paragraphs ?? []
  const usual = usualPart(part, facts.language, facts.year)
  const told = written.length > 0 ? written : usual
  return (told.length > 0 ? told : roomToWrite).filter((text) => text !== '').map(paragraph)
}

/** Dotted lines to write on by hand. */
const roomToWrite = Array.from({ length: 4 }, () => '.'.repeat(118))

/** The day of the meeting where it is known, else room to write it. */
export function heldOn({ meeting, language }: Pick<MeetingBookFacts, 'meeting' | 'language'>): string {
  return meeting.date === null ? '.'.repeat(28) : formatDate(meeting.date, language)
}
