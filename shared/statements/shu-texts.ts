import { formatDate, type Language, lastDayOfYear } from '../calendar.ts'
import type { Answers } from '../contract/index.ts'
import type { BylawShare } from '../rules/surplus-bylaw.ts'
import { shuPapers as en } from '../text/en/shu-papers.ts'
import { shuPapers as id } from '../text/id/shu-papers.ts'
import type { Shape } from '../text/shape.ts'
import { pctText } from './loan-terms.ts'
import type { Particular, Statement } from './statement.ts'
import { filled, reportTexts } from './texts.ts'

export type ShuTexts = Shape<typeof id>

export type Division = Answers['closing']['simulateShu']

/** What the meeting of members decided, as a paper names it. */
export interface ShuDecision {
  readonly date: string
  readonly decision: string
  readonly voucher: string
}

/** What every paper about a year's surplus knows. */
export interface ShuFacts {
  readonly language: Language
  readonly year: number
  readonly isClosed: boolean
  /** Nothing while the meeting has not decided: every page says that it is a proposal. */
  readonly decided: ShuDecision | null
}

/** The words of papers about the surplus in a language. */
export function shuTexts(language: Language): ShuTexts {
  return language === 'en' ? en : id
}

/** The name of a part of the surplus: the program's word for a usual one, else what the bylaws call it. */
export function shareName(key: string, language: Language): string {
  const names: Readonly<Record<string, string>> = shuTexts(language).share
  return Object.hasOwn(names, key) ? (names[key] ?? key) : key
}

/** `jasa pinjaman, belanja × 2`: what counts of a member's business. */
export function basesText(bases: BylawShare['bases'] = [], language: Language): string {
  const texts = shuTexts(language)
  const counted = bases.map(({ basis, weight }) =>
    Number(weight) === 1
      ? texts.basis[basis]
      : filled(texts.weighted, { basis: texts.basis[basis], weight: pctText(weight, language) }),
  )
  return counted.join(', ')
}

/** Title, year and state of a paper about a year's surplus. */
export function shuHead(report: 'shuComponents' | 'shuMembers' | 'shuMember', facts: ShuFacts) {
  const { language, year, decided } = facts
  const texts = shuTexts(language)
  const state: Particular = { key: 'state', title: texts.state, text: stateText(facts) }
  return {
    ...{ report, language, title: reportTexts(language).title[report] },
    subtitle: filled(reportTexts(language).period.year, { year }),
    date: decided?.date ?? lastDayOfYear(year),
    label: String(year),
    particulars: [state],
    ...(decided === null && { isProposal: true as const }),
  } satisfies Partial<Statement>
}

/** The decision with its day and voucher, or that there is none yet. */
export function stateText({ decided, language }: ShuFacts): string {
  const texts = shuTexts(language)
  if (!decided) return texts.proposed
  return filled(texts.decided, { ...decided, date: formatDate(decided.date, language) })
}

/** What must be known while the year can still change. */
export function openNotes({ isClosed, language, year }: ShuFacts): string[] {
  return isClosed ? [] : [filled(shuTexts(language).notClosed, { year })]
}
