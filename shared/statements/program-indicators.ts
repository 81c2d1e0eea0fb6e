import { type CalendarDate, formatDate, type Language } from '../calendar.ts'
import { pctOf } from '../rules/percent.ts'
import type { Told } from '../rules/small-cells.ts'
import { programPapers as en } from '../text/en/program-papers.ts'
import { programPapers as id } from '../text/id/program-papers.ts'
import type { Shape } from '../text/shape.ts'
import { periodLabel } from './period-text.ts'
import { type CountedMember, countedAs, dimensions, type ToldCounts, toldPeople } from './program-people.ts'
import type { Part, Row, Statement } from './statement.ts'
import { filled, reportTexts } from './texts.ts'

type Texts = Shape<typeof id>

/** The words of the indicators in a language. */
export function programTexts(language: Language): Texts {
  return language === 'en' ? en : id
}

const { title: _, what: __, means: ___, ...meanings } = id.definitions
/** What each indicator means, as it stands in a programme file. */
export const indicatorDefinitions = meanings

/** An amount at the end of the day before a period and of its last day, sen. */
export interface Growing {
  readonly start: number
  readonly end: number
}

export type MoneyKey = 'assets' | 'ownCapital' | 'savings' | 'loans'

export interface ProgramIndicatorsFacts {
  readonly language: Language
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly members: readonly CountedMember[]
  readonly money: Readonly<Record<MoneyKey, Growing>>
  /** Principal paid out in the period, sen. */
  readonly granted: number
}

/**
 * What a programme is told (domain notes on reports, section 8): members, borrowers and savers by sex, age, disability and
 * returnee status, and the growth of assets, capital, savings and loans. Counts below five are hidden as `hideSmall` does it.
 */
export function programIndicators(facts: ProgramIndicatorsFacts): Statement {
  const { language, from, to, money, granted } = facts
  const texts = programTexts(language)
  const { assets, ownCapital, savings, loans } = money
  return {
    ...{ report: 'programIndicators', language, title: reportTexts(language).title.programIndicators },
    subtitle: filled(texts.period, { from: formatDate(from, language), to: formatDate(to, language) }),
    ...{ date: to, label: periodLabel(from, to, language), particulars: [] },
    columns: [
      { key: 'group', title: texts.column.group, kind: 'text' },
      ...countedAs.map((key) => ({ key, title: texts.column[key], kind: 'number' as const })),
    ],
    rows: peopleRows(facts, texts),
    after: [moneyTable(facts, texts), definitions(texts)],
    totals: { assets: assets.end, ownCapital: ownCapital.end, savings: savings.end, loans: loans.end, granted },
    notes: [texts.hiddenNote],
  }
}

function peopleRows({ members, to }: ProgramIndicatorsFacts, texts: Texts): Row[] {
  const { total, groups } = toldPeople(members, to)
  const rows = dimensions.flatMap((dimension): Row[] => [
    { kind: 'heading', level: 0, group: texts.dimension[dimension], members: null, borrowers: null, savers: null },
    ...groups[dimension].map(
      ({ group, ...counts }): Row => ({ kind: 'line', level: 1, group: texts.group[group], ...shown(counts, texts) }),
    ),
  ])
  return [...rows, { kind: 'total', level: 0, group: texts.everybody, ...shown(total, texts) }]
}

function shown({ members, borrowers, savers }: ToldCounts, { hidden }: Texts) {
  const cell = (told: Told) => (told === 'hidden' ? hidden : told)
  return { members: cell(members), borrowers: cell(borrowers), savers: cell(savers) }
}

function moneyTable({ money, granted }: ProgramIndicatorsFacts, { money: texts }: Texts): Part {
  const grown = (what: MoneyKey): Row => {
    const { start, end } = money[what]
    const grownBy = { growth: end - start, growthPct: growthPct(start, end) }
    return { kind: 'line', level: 0, what: texts[what], start, end, ...grownBy }
  }
  const rows = (['assets', 'ownCapital', 'savings', 'loans'] as const).map(grown)
  const paidOut = { start: null, end: granted, growth: null, growthPct: null }
  return {
    ...{ kind: 'table', title: texts.title },
    columns: [
      { key: 'what', title: texts.what, kind: 'text' },
      ...(['start', 'end', 'growth'] as const).map((key) => ({ key, title: texts[key], kind: 'money' as const })),
      { key: 'growthPct', title: texts.growthPct, kind: 'decimal' },
    ],
    rows: [...rows, { kind: 'line', level: 0, what: texts.granted, ...paidOut }],
  }
}

/** By how many percent an amount grew, a decimal string; null where it grew from nothing. */
export function growthPct(start: number, end: number): string | null {
  return start > 0 ? pctOf(end - start, start) : null
}

/** What each indicator means, in the order of the sheet. */
export function definitions({ definitions: texts, column, dimension, money }: Texts): Part {
  const named = [
    ...[[column.members, texts.members] as const, [column.borrowers, texts.borrowers] as const],
    ...[[column.savers, texts.savers] as const, [dimension.age, texts.age] as const],
    ...[[dimension.disability, texts.disability] as const, [dimension.returnee, texts.returnee] as const],
    ...(['assets', 'ownCapital', 'savings', 'loans', 'granted'] as const).map(
      (key) => [money[key], texts[key]] as const,
    ),
  ]
  return {
    ...{ kind: 'table', title: texts.title },
    columns: [
      { key: 'what', title: texts.what, kind: 'text' },
      { key: 'means', title: texts.means, kind: 'text' },
    ],
    rows: named.map(([what, means]) => ({ kind: 'line', level: 0, what, means })),
  }
}
