import { ageAt, type CalendarDate, formatDate, type Language } from '../calendar.ts'
import { formatPct, pctOf } from '../rules/percent.ts'
import { type Grouped, hideSmall, type Told } from '../rules/small-cells.ts'
import { programPapers as en } from '../text/en/program-papers.ts'
import { programPapers as id } from '../text/id/program-papers.ts'
import type { Shape } from '../text/shape.ts'
import { periodLabel } from './period-text.ts'
import type { Part, Row, Statement } from './statement.ts'
import { filled, reportTexts } from './texts.ts'

type Texts = Shape<typeof id>

/** What is counted of a member; never who it is. */
export interface CountedMember {
  readonly sex: 'female' | 'male'
  readonly birthDate: CalendarDate | null
  /** The hardest of the six short questions, 1 (no difficulty) to 4 (cannot); null where none was answered. */
  readonly hardest: number | null
  readonly returnee: 'returnee' | 'family' | 'none' | null
  readonly isBorrower: boolean
  readonly isSaver: boolean
}

/** An amount at the end of the day before a period and of its last day, sen. */
export interface Growing {
  readonly start: number
  readonly end: number
}

type MoneyKey = 'assets' | 'ownCapital' | 'savings' | 'loans'

export interface ProgramIndicatorsFacts {
  readonly language: Language
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly members: readonly CountedMember[]
  readonly money: Readonly<Record<MoneyKey, Growing>>
  /** Principal paid out in the period, sen. */
  readonly granted: number
}

type GroupKey = keyof Texts['group']
type Dimension = keyof Texts['dimension']
type Counted = Readonly<Record<'members' | 'borrowers' | 'savers', Grouped>> & { readonly groups: readonly GroupKey[] }

/** The groups of each way to look at people, each person in exactly one of them. */
const groupsOf: Readonly<Record<Dimension, readonly GroupKey[]>> = {
  sex: ['female', 'male'],
  age: ['age15', 'age25', 'age35', 'age45', 'age60', 'ageOther'],
  disability: ['disabled', 'notDisabled', 'disabilityUnknown'],
  returnee: ['returnee', 'family', 'none', 'returneeUnknown'],
}
/** Of whom nothing is known: left out where it is known of everybody, which tells nothing about anybody. */
const unknown: ReadonlySet<GroupKey> = new Set(['ageOther', 'disabilityUnknown', 'returneeUnknown'])
const dimensions = Object.keys(groupsOf) as Dimension[]

/**
 * What a programme is told (domain notes on reports, section 8): members, borrowers and savers by sex, age, disability and
 * returnee status, and the growth of assets, capital, savings and loans. Counts below five are hidden as `hideSmall` does it.
 */
export function programIndicators(facts: ProgramIndicatorsFacts): Statement {
  const { language, from, to, money, granted } = facts
  const texts = language === 'en' ? en : id
  const columns = ['members', 'borrowers', 'savers'] as const
  const { assets, ownCapital, savings, loans } = money
  return {
    ...{ report: 'programIndicators', language, title: reportTexts(language).title.programIndicators },
    subtitle: filled(texts.period, { from: formatDate(from, language), to: formatDate(to, language) }),
    ...{ date: to, label: periodLabel(from, to, language), particulars: [] },
    columns: [
      { key: 'group', title: texts.column.group, kind: 'text' },
      ...columns.map((key) => ({ key, title: texts.column[key], kind: 'number' as const })),
    ],
    rows: peopleRows(facts, texts),
    after: [moneyTable(facts, texts), definitions(texts)],
    totals: { assets: assets.end, ownCapital: ownCapital.end, savings: savings.end, loans: loans.end, granted },
    notes: [texts.hiddenNote],
  }
}

function peopleRows({ members, to }: ProgramIndicatorsFacts, texts: Texts): Row[] {
  const shown = (told: Told | undefined) => (typeof told === 'number' ? told : texts.hidden)
  const first = counted(members, 'sex', to)
  const total: Row = {
    ...{ kind: 'total', level: 0, group: texts.everybody, members: shown(first.members.total) },
    ...{ borrowers: shown(first.borrowers.total), savers: shown(first.savers.total) },
  }
  const rows = dimensions.flatMap((dimension): Row[] => {
    const told = counted(members, dimension, to)
    return [
      { kind: 'heading', level: 0, group: texts.dimension[dimension], members: null, borrowers: null, savers: null },
      ...told.groups.map(
        (group, index): Row => ({
          ...{ kind: 'line', level: 1, group: texts.group[group], members: shown(told.members.groups[index]) },
          ...{ borrowers: shown(told.borrowers.groups[index]), savers: shown(told.savers.groups[index]) },
        }),
      ),
    ]
  })
  return [...rows, total]
}

function counted(members: readonly CountedMember[], dimension: Dimension, day: CalendarDate): Counted {
  const groups = groupsOf[dimension].filter(
    (group) => !unknown.has(group) || members.some((person) => groupOf(person, dimension, day) === group),
  )
  const count = (people: readonly CountedMember[]) =>
    groups.map((group) => people.filter((person) => groupOf(person, dimension, day) === group).length)
  const all = hideSmall(count(members))
  return {
    ...{ groups, members: all },
    borrowers: hideSmall(count(members.filter(({ isBorrower }) => isBorrower)), all),
    savers: hideSmall(count(members.filter(({ isSaver }) => isSaver)), all),
  }
}

/** From this answer to one of the six questions on, somebody is counted as disabled. */
const disabledFrom = 3

function groupOf(person: CountedMember, dimension: Dimension, day: CalendarDate): GroupKey {
  switch (dimension) {
    case 'sex':
      return person.sex
    case 'age':
      return person.birthDate === null ? 'ageOther' : bandOf(ageAt(person.birthDate, day))
    case 'disability':
      if (person.hardest === null) return 'disabilityUnknown'
      return person.hardest >= disabledFrom ? 'disabled' : 'notDisabled'
    case 'returnee':
      return person.returnee ?? 'returneeUnknown'
  }
}

function bandOf(age: number): GroupKey {
  if (age >= 60) return 'age60'
  if (age >= 45) return 'age45'
  if (age >= 35) return 'age35'
  if (age >= 25) return 'age25'
  return age >= 15 ? 'age15' : 'ageOther'
}

function moneyTable({ money, granted, language }: ProgramIndicatorsFacts, { money: texts }: Texts): Part {
  const grown = (what: MoneyKey): Row => {
    const { start, end } = money[what]
    const pct = start > 0 ? pctOf(end - start, start) : null
    const growthPct = pct === null ? null : formatPct(pct, language)
    return { kind: 'line', level: 0, what: texts[what], start, end, growth: end - start, growthPct }
  }
  const rows = (['assets', 'ownCapital', 'savings', 'loans'] as const).map(grown)
  const paidOut = { start: null, end: granted, growth: null, growthPct: null }
  return {
    ...{ kind: 'table', title: texts.title },
    columns: [
      { key: 'what', title: texts.what, kind: 'text' },
      ...(['start', 'end', 'growth'] as const).map((key) => ({ key, title: texts[key], kind: 'money' as const })),
      { key: 'growthPct', title: texts.growthPct, kind: 'number' },
    ],
    rows: [...rows, { kind: 'line', level: 0, what: texts.granted, ...paidOut }],
  }
}

/** What each indicator means, in the order of the sheet. */
function definitions({ definitions: texts, column, dimension, money }: Texts): Part {
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
