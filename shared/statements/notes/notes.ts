import { formatDate, type Language } from '../../calendar.ts'
import type { MeetingPart } from '../../rules/meeting-parts.ts'
import { formatRupiah, sumSen } from '../../rules/money.ts'
import { notesPapers as en } from '../../text/en/notes-papers.ts'
import { paper as paperEn } from '../../text/en/paper.ts'
import { taxPapers as taxEn } from '../../text/en/tax-papers.ts'
import { notesPapers as id } from '../../text/id/notes-papers.ts'
import { paper as paperId } from '../../text/id/paper.ts'
import { taxPapers as taxId } from '../../text/id/tax-papers.ts'
import { pctText, rateText } from '../loan-terms.ts'
import { usualPart } from '../meeting-book/texts.ts'
import type { Part, Statement } from '../statement.ts'
import { filled, reportTexts } from '../texts.ts'
import type { NotesFacts } from './facts.ts'
import { type NoteSection, noteNumber } from './sections.ts'
import {
  assetTables,
  borrowingTable,
  breakdownTables,
  divisionTables,
  fundTable,
  loanTables,
  type NotesTexts,
  savingsTable,
  serviceTable,
  taxTable,
} from './tables.ts'

/** Catatan atas Laporan Keuangan (reports.md section 5): fourteen notes out of the book; amounts in sen. */
export function notes(facts: NotesFacts): Statement {
  const { language, year, asOf } = facts
  const texts: NotesTexts = language === 'en' ? en : id
  return {
    report: 'notes',
    language,
    title: reportTexts(language).title.notes,
    subtitle: filled(reportTexts(language).period.year, { year }),
    date: asOf,
    label: String(year),
    particulars: [],
    before: partsOf(facts, texts),
    columns: [],
    rows: [],
    totals: { loans: sumSen(facts.loans.map(({ outstanding }) => outstanding)) },
    notes: facts.isClosed ? [] : [filled(texts.draft, { year })],
  }
}

function partsOf(facts: NotesFacts, texts: NotesTexts): Part[] {
  const { heading } = texts
  const section = (key: NoteSection, ...parts: readonly Part[]): Part[] => [
    { kind: 'heading', text: `${noteNumber(key)}. ${heading[key]}` },
    ...(parts.length === 0 ? [paragraph(texts.none)] : parts),
  ]
  return [
    ...section('identity', ...identity(facts, texts), ...ownWords(facts, 'notesGeneral').map(paragraph)),
    ...section('compliance', paragraph(texts.compliance)),
    ...section('policies', ...policies(facts, texts)),
    ...section('breakdown', ...breakdownTables(facts, texts)),
    ...section('loans', ...loanTables(facts, texts)),
    ...section('savings', ...savingsTable(facts, texts)),
    ...section('assets', ...assetTables(facts, texts)),
    ...section('borrowings', ...borrowingTable(facts, texts)),
    ...section('surplus', ...divisionTables(facts, texts)),
    ...section('funds', ...fundTable(facts, texts)),
    ...section('services', serviceTable(facts, texts)),
    ...section('tax', ...taxParts(facts, texts)),
    ...section('related', paragraph(relatedText(facts, texts))),
    ...section('events', ...events(facts, texts)),
    ...section('commitments', ...commitments(facts, texts)),
  ]
}

const paragraph = (text: string): Part => ({ kind: 'paragraph', text })
const fact = (title: string, text: string): Part => ({ kind: 'fact', title, text })

function identity({ cooperative, officers, units, members, language }: NotesFacts, texts: NotesTexts): Part[] {
  const { founded, ...told } = cooperative
  const { role: roles } = language === 'en' ? paperEn : paperId
  const keys = ['name', 'legal', 'registration', 'taxId', 'businessId', 'address'] as const
  return [
    ...keys.map((key) => fact(texts.fact[key], told[key] ?? '')),
    ...(founded === null ? [] : [fact(texts.fact.founded, formatDate(founded, language))]),
    fact(texts.fact.units, units.join(', ')),
    ...officers.map(({ role, name }) => fact(roles[role], name)),
    fact(texts.fact.members, filled(texts.fact.membersText, members)),
  ]
}

/** Sentences about how the books are kept, each with its number. */
function policies(facts: NotesFacts, texts: NotesTexts): Part[] {
  const { language, loanProducts, accruesInterest, allowance } = facts
  const { policy } = texts
  const rates = Object.fromEntries(Object.entries(allowance).map(([name, pct]) => [name, pctText(pct, language)]))
  const sentences = [
    policy.income,
    accruesInterest ? policy.accrued : policy.cash,
    ...loanProducts.map(({ name, ...terms }) =>
      filled(policy.product, { product: name, rate: rateText(terms, language) }),
    ),
    filled(policy.allowance, rates),
    ...[policy.stock, policy.depreciation, policy.grants, policy.reserves],
    ...ownWords(facts, 'notesPolicies'),
  ]
  return sentences.map((text, at): Part => ({ kind: 'clause', label: `(${at + 1})`, text }))
}

function taxParts(facts: NotesFacts, texts: NotesTexts): Part[] {
  const { regimes } = taxWords(facts.language)
  return [fact(texts.regime, regimes[facts.regime ?? 'undecided']), taxTable(facts, texts)]
}

const taxWords = (language: Language) => (language === 'en' ? taxEn : taxId)

function relatedText({ loans }: NotesFacts, { related, unrelated }: NotesTexts): string {
  const own = loans.filter(({ relatedParty }) => relatedParty)
  if (own.length === 0) return unrelated
  const amount = formatRupiah(sumSen(own.map(({ outstanding }) => outstanding)))
  return filled(related, { count: own.length, amount })
}

/** What the book knows of, and room to write what it does not. */
function events(facts: NotesFacts, texts: NotesTexts): Part[] {
  const { divisions, asOf, language } = facts
  const written = ownWords(facts, 'notesEvents')
  const after = divisions.flatMap(({ year, decided }) =>
    decided && decided.date > asOf
      ? [filled(texts.decidedAfter, { ...decided, year, date: formatDate(decided.date, language) })]
      : [],
  )
  return [...[...after, ...written].map(paragraph), ...(written.length > 0 ? [] : [fact(texts.otherEvents, '')])]
}

function commitments(facts: NotesFacts, texts: NotesTexts): Part[] {
  const written = ownWords(facts, 'notesCommitments')
  return written.length > 0 ? written.map(paragraph) : [fact(texts.commitments, '')]
}

/** What the board wrote, or what usually stands there until it does. */
function ownWords({ written, language, year }: NotesFacts, part: MeetingPart): readonly string[] {
  const own = written.find((one) => one.part === part)?.paragraphs ?? []
  return (own.length > 0 ? own : usualPart(part, language, year)).filter((text) => text.trim() !== '')
}
