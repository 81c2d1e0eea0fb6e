import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { searchText, searchWords } from '../../../../shared/rules/search-text.ts'
import type { StockReason } from './stock-reasons.ts'

export type CountSheet = Answers['trade']['countSheet']
export type SheetRow = CountSheet['rows'][number]

/** What was typed for one item. */
export interface Counted {
  /** Thousandths; null while nothing usable is typed. */
  readonly counted: number | null
  readonly reason: StockReason
}

export interface StockTakeValues {
  readonly counts: Readonly<Record<string, Counted>>
  readonly first: string
  readonly second: string
  readonly note: string
}

export const rowsPerPage = 50

/** The lines that were counted, in the order of the sheet; what was not typed is not counted. */
export function countedLines(
  { rows }: CountSheet,
  counts: StockTakeValues['counts'],
): Inputs['trade']['stockTake']['lines'] {
  return rows.flatMap(({ itemId, expected }) => {
    const { counted = null, reason } = counts[itemId] ?? {}
    if (counted === null) return []
    return [{ itemId, counted, ...(counted !== expected && reason && { reason }) }]
  })
}

/** What is looked for by any part of name, number and owner, or by its barcode. */
export function foundRows({ rows }: CountSheet, text: string): readonly SheetRow[] {
  const words = searchWords(text)
  if (words.length === 0) return rows
  return rows.filter(({ name, number, ownerName, barcode }) => {
    const known = searchText(name, number, ownerName)
    return barcode === text.trim() || words.every((word) => known.includes(word))
  })
}

/** Which field a problem of the input belongs to. */
export function takeField(sheet: CountSheet): (path: string, values: StockTakeValues) => string {
  return (path, { counts }) => {
    const [, index] = /^lines\.(\d+)\./.exec(path) ?? []
    if (index !== undefined) return `counts.${countedLines(sheet, counts)[Number(index)]?.itemId}`
    if (path === 'countedBy.0') return 'first'
    return path.startsWith('countedBy') ? 'second' : path
  }
}
