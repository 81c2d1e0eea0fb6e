import type { Language } from '../calendar.ts'
import { formatQuantity } from '../rules/quantity.ts'
import type { Told } from '../rules/small-cells.ts'
import type { MergedCooperative } from './program-consolidated.ts'
import { programTexts } from './program-indicators.ts'
import { mergedTexts } from './program-merged-notes.ts'
import {
  type CountedAs,
  countedAs,
  type Dimension,
  dimensions,
  type GroupKey,
  groupsOf,
  type ToldCounts,
} from './program-people.ts'
import type { Cell, Part, Row } from './statement.ts'
import { filled } from './texts.ts'

/**
 * What several counts come to: the told ones together, and a sign where there are hidden ones beside them. What is hidden
 * never enters the sum, so nobody reckons it back from there.
 */
export function summed(counts: readonly Told[], language: Language): Cell {
  const told = counts.filter((count) => count !== 'hidden')
  const sum = told.reduce((total, count) => total + count, 0)
  if (told.length === counts.length) return sum
  if (told.length === 0) return programTexts(language).hidden
  return filled(mergedTexts(language).someHidden, { told: formatQuantity(sum * 1000) })
}

/** The groups of people of all cooperatives, each at the end of its last quarter. */
export function mergedPeople(cooperatives: readonly MergedCooperative[], language: Language): Part {
  const texts = programTexts(language)
  const merged = mergedTexts(language)
  const cells = (countsOf: (one: MergedCooperative) => ToldCounts | undefined) => {
    // A group that a file leaves out has nobody in it.
    const told = (key: CountedAs) => cooperatives.map((one): Told => countsOf(one)?.[key] ?? 0)
    return Object.fromEntries(countedAs.map((key) => [key, summed(told(key), language)]))
  }
  const nothing = { members: null, borrowers: null, savers: null }
  const rows = dimensions.flatMap((dimension): Row[] => [
    { kind: 'heading', level: 0, group: texts.dimension[dimension], ...nothing },
    ...(groupsOf[dimension] as readonly GroupKey[])
      .filter((group) => cooperatives.some((one) => groupIn(one, dimension, group) !== undefined))
      .map((group): Row => {
        return { kind: 'line', level: 1, group: texts.group[group], ...cells((one) => groupIn(one, dimension, group)) }
      }),
  ])
  const total: Row = { kind: 'total', level: 0, group: texts.everybody, ...cells(({ last }) => last.people.total) }
  return {
    ...{ kind: 'table', title: merged.people },
    columns: [
      { key: 'group', title: merged.group, kind: 'text' },
      ...countedAs.map((key) => ({ key, title: texts.column[key], kind: 'number' as const })),
    ],
    rows: [...rows, total],
  }
}

function groupIn({ last }: MergedCooperative, dimension: Dimension, group: GroupKey): ToldCounts | undefined {
  return (last.people[dimension] as Readonly<Partial<Record<GroupKey, ToldCounts>>>)[group]
}
