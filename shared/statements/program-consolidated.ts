import type { Language } from '../calendar.ts'
import type { ProgramContent } from '../contract/program-file.ts'
import { sumSen } from '../rules/money.ts'
import { quarterAfter, quarterSpan } from '../rules/quarters.ts'
import { definitions, growthPct, type MoneyKey, programTexts } from './program-indicators.ts'
import { mergedNotes, mergedTexts, quarterText } from './program-merged-notes.ts'
import { mergedPeople, summed } from './program-merged-people.ts'
import type { Column, Part, Row, Statement } from './statement.ts'
import { filled, reportTexts } from './texts.ts'

/** A proven file, with the code of the key it was signed with. */
export type ToldFile = ProgramContent & { readonly keyCode: string }

export interface ProgramConsolidatedFacts {
  readonly language: Language
  /** In an order that does not hang on how they were chosen. */
  readonly files: readonly ToldFile[]
  /** Says which files these were. */
  readonly code: string
}

/** A cooperative with its files, its quarters in order. */
export interface MergedCooperative {
  readonly name: string
  readonly first: ToldFile
  readonly last: ToldFile
  readonly files: readonly ToldFile[]
}

/**
 * Several cooperatives' programme files as one report (domain notes on reports, section 8): a row for each and their total,
 * growth of assets and own capital, members by sex, loans and savings, the groups of people, and what each word means. Every
 * cell is made of cells that the files tell, so what they hide stays hidden; a sum of which a part is hidden says so.
 */
export function programConsolidated({ language, files, code }: ProgramConsolidatedFacts): Statement {
  const texts = mergedTexts(language)
  const cooperatives = cooperativesOf(files)
  const quarters = files.map(({ quarter }) => quarter).sort()
  const [from = '', to = from] = [quarters[0], quarters.at(-1)]
  const span =
    from === to
      ? quarterText(from, language)
      : filled(texts.quarters, { from: quarterText(from, language), to: quarterText(to, language) })
  const count = cooperatives.length
  return {
    ...{ report: 'programConsolidated', language, title: reportTexts(language).title.programConsolidated },
    subtitle: filled(texts.subtitle, { count, quarters: span }),
    ...{
      date: quarterSpan(to).to,
      label: from === to ? to : filled(reportTexts(language).period.fileSpan, { from, to }),
    },
    particulars: [],
    ...mainTable(cooperatives, language),
    after: [
      growthTable(cooperatives, language, texts.growth, ['assets', 'ownCapital']),
      growthTable(cooperatives, language, texts.business, ['savings', 'loans']),
      mergedPeople(cooperatives, language),
      fileTable(files, language),
      definitions(programTexts(language)),
    ],
    totals: totalsOf(cooperatives),
    notes: mergedNotes(cooperatives, everyQuarter(from, to), language),
    merged: {
      ...{ of: filled(texts.of, { count }), code, files: files.length },
      madeOn:
        files
          .map(({ madeOn }) => madeOn)
          .sort()
          .at(-1) ?? to,
      kind: files[0]?.cooperative.kind ?? 'real',
    },
  }
}

function cooperativesOf(files: readonly ToldFile[]): MergedCooperative[] {
  return [...Map.groupBy(files, ({ cooperative }) => cooperative.id).values()].flatMap((own) => {
    const inOrder = own.toSorted((a, b) => (a.quarter < b.quarter ? -1 : 1))
    const [first, last] = [inOrder[0], inOrder.at(-1)]
    return first && last ? [{ name: last.cooperative.name, first, last, files: inOrder }] : []
  })
}

function everyQuarter(from: string, to: string): string[] {
  const quarters = [from]
  for (let next = quarterAfter(from); next <= to; next = quarterAfter(next)) quarters.push(next)
  return quarters
}

const moneyKeys = ['assets', 'ownCapital', 'savings', 'loans'] as const

function mainTable(
  cooperatives: readonly MergedCooperative[],
  language: Language,
): Pick<Statement, 'columns' | 'rows'> {
  const texts = mergedTexts(language)
  const { hidden } = programTexts(language)
  const rows = cooperatives.map(({ name, first, last }): Row => {
    const { people, money, cooperative } = last
    const at = (quarter: string) => quarterText(quarter, language, 'quarterShort')
    const spoken = { ...people.total, female: people.sex.female.members, male: people.sex.male.members }
    const place = [name, cooperative.village].filter(Boolean).join(', ')
    const period = first === last ? at(first.quarter) : `${at(first.quarter)} - ${at(last.quarter)}`
    const counts = Object.fromEntries(countKeys.map((key) => [key, spoken[key] === 'hidden' ? hidden : spoken[key]]))
    const amounts = Object.fromEntries(moneyKeys.map((key) => [key, money[key].end]))
    return { kind: 'line', level: 0, cooperative: place, quarters: period, ...counts, ...amounts }
  })
  const sums = countKeys.map((key) => [
    key,
    summed(
      cooperatives.map(({ last: { people } }) =>
        key === 'female' || key === 'male' ? people.sex[key].members : people.total[key],
      ),
      language,
    ),
  ])
  const amounts = moneyKeys.map((key) => [key, sumSen(cooperatives.map(({ last }) => last.money[key].end))])
  const total: Row = {
    ...{ kind: 'total', level: 0, cooperative: texts.all, quarters: null },
    ...Object.fromEntries([...sums, ...amounts]),
  }
  return { columns: mainColumns(language), rows: [...rows, total] }
}

const countKeys = ['members', 'female', 'male', 'borrowers', 'savers'] as const

function mainColumns(language: Language): Column[] {
  const { column } = mergedTexts(language)
  return [
    ...(['cooperative', 'quarters'] as const).map((key) => ({ key, title: column[key], kind: 'text' as const })),
    ...countKeys.map((key) => ({ key, title: column[key], kind: 'number' as const })),
    ...moneyKeys.map((key) => ({ key, title: column[key], kind: 'money' as const })),
  ]
}

/** How two amounts of every cooperative grew from its first file to its last. */
function growthTable(
  cooperatives: readonly MergedCooperative[],
  language: Language,
  title: string,
  what: readonly [MoneyKey, MoneyKey],
): Part {
  const { column, all } = mergedTexts(language)
  const isLending = what.includes('loans')
  const cells = (own: readonly MergedCooperative[]) => {
    const grown = what.map((key) => {
      const start = sumSen(own.map(({ first }) => first.money[key].start))
      const end = sumSen(own.map(({ last }) => last.money[key].end))
      return { [`${key}Start`]: start, [`${key}End`]: end, [`${key}Pct`]: growthPct(start, end) }
    })
    const granted = sumSen(own.flatMap(({ files }) => files.map(({ money }) => money.granted)))
    return Object.assign({}, ...grown, isLending ? { granted } : {}) as Record<string, string | number | null>
  }
  return {
    ...{ kind: 'table', title },
    columns: [
      { key: 'cooperative', title: column.cooperative, kind: 'text' },
      ...what.flatMap((key): Column[] => [
        { key: `${key}Start`, title: filled(column.start, { what: column[key] }), kind: 'money' },
        { key: `${key}End`, title: filled(column.end, { what: column[key] }), kind: 'money' },
        { key: `${key}Pct`, title: column.growthPct, kind: 'decimal' },
      ]),
      ...(isLending ? [{ key: 'granted', title: column.granted, kind: 'money' as const }] : []),
    ],
    rows: [
      ...cooperatives.map((one): Row => ({ kind: 'line', level: 0, cooperative: one.name, ...cells([one]) })),
      { kind: 'total', level: 0, cooperative: all, ...cells(cooperatives) },
    ],
  }
}

/** Which files these were, so that a key can be compared by telephone. */
function fileTable(files: readonly ToldFile[], language: Language): Part {
  const texts = mergedTexts(language)
  const { column } = texts
  return {
    ...{ kind: 'table', title: texts.files },
    columns: [
      { key: 'cooperative', title: column.cooperative, kind: 'text' },
      { key: 'quarters', title: column.quarters, kind: 'text' },
      { key: 'state', title: column.state, kind: 'text' },
      { key: 'madeOn', title: column.madeOn, kind: 'date' },
      { key: 'key', title: column.key, kind: 'text' },
    ],
    rows: files.map(({ cooperative: { name }, quarter, book, madeOn, keyCode }): Row => {
      const state = book.hasAlarm ? texts.hasAlarm : book.isFinal ? texts.isFinal : texts.isOpen
      const quarters = quarterText(quarter, language, 'quarterShort')
      return { kind: 'line', level: 0, cooperative: name, quarters, state, madeOn, key: keyCode }
    }),
  }
}

function totalsOf(cooperatives: readonly MergedCooperative[]): Statement['totals'] {
  const sum = (amount: (one: MergedCooperative) => number) => sumSen(cooperatives.map(amount))
  return {
    cooperatives: cooperatives.length,
    ...Object.fromEntries(moneyKeys.map((key) => [key, sum(({ last }) => last.money[key].end)])),
    ...Object.fromEntries(moneyKeys.map((key) => [`${key}Start`, sum(({ first }) => first.money[key].start)])),
    granted: sum(({ files }) => sumSen(files.map(({ money }) => money.granted))),
  }
}
