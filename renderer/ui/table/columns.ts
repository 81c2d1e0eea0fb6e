import type { ReactNode } from 'react'
import { formatDateShort, isDate } from '../../../shared/calendar.ts'
import { formatAmount } from '../../../shared/rules/money.ts'

/** What a cell may hold before it is shown: money is sen, dates `YYYY-MM-DD`. */
export type CellValue = string | number | null | undefined

export type ColumnKind = 'text' | 'code' | 'date' | 'money' | 'number'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  readonly kind?: ColumnKind
  /** A grid track, `8rem` or `minmax(12rem, 2fr)`; by default what the kind needs. */
  readonly width?: string
  readonly value: (row: Row) => CellValue
  /** Drawn instead of the value; the value still says what is read out and sorted. */
  readonly render?: (row: Row) => ReactNode
  /** Zero is shown as an empty cell: cards and cash books have a masuk and a keluar side. */
  readonly hideZero?: boolean
}

const trackOf: Readonly<Record<Exclude<ColumnKind, 'money'>, string>> = {
  text: 'minmax(10rem, 1fr)',
  code: '9.5rem',
  date: '7.75rem',
  number: '5rem',
}

/** Room for one figure of an amount, and for the two sides of a cell, in rem. */
const [figureWidth, cellPadding] = [0.62, 1.75]

/**
 * The tracks of the whole table and the least width they need. Every row is a grid of its own, so a track's width must
 * not depend on what stands in it: lengths and `minmax(length, fr)` only.
 */
export function tracks<Row>(
  columns: readonly Column<Row>[],
  rows: readonly (Row | undefined)[],
  totals: Readonly<Record<string, CellValue>> = {},
): { columns: string; minWidth: string } {
  const widths = columns.map((column) => {
    const { kind = 'text', width } = column
    return width ?? (kind === 'money' ? moneyTrack(column, rows, totals) : trackOf[kind])
  })
  const least = widths.map((width) => /^minmax\(([^,]+),/.exec(width)?.[1] ?? width)
  return { columns: widths.join(' '), minWidth: `calc(${least.join(' + ')})` }
}

/** Wide enough for the longest amount of the column and for its head. */
function moneyTrack<Row>(
  { key, title, value }: Column<Row>,
  rows: readonly (Row | undefined)[],
  totals: Readonly<Record<string, CellValue>>,
): string {
  let [largest, hasSen, hasMinus] = [0, false, false]
  const note = (amount: CellValue) => {
    if (typeof amount !== 'number') return
    largest = Math.max(largest, Math.abs(amount))
    hasSen ||= amount % 100 !== 0
    hasMinus ||= amount < 0
  }
  note(totals[key])
  for (const row of rows) if (row !== undefined) note(value(row))
  const longest = formatAmount(largest - (largest % 100)).length + (hasSen ? 3 : 0) + (hasMinus ? 1 : 0)
  return `${Math.max(longest, title.length + 1, 9) * figureWidth + cellPadding}rem`
}

/** A value as its column shows it. */
export function cellText(kind: ColumnKind, value: CellValue, hideZero = false): string {
  if (value === null || value === undefined || value === '') return ''
  if (kind === 'money' && typeof value === 'number') return value === 0 && hideZero ? '' : formatAmount(value)
  if (kind === 'date' && typeof value === 'string' && isDate(value)) return formatDateShort(value)
  return String(value)
}

/** True for columns whose figures stand on the right. */
export function isRightAligned(kind: ColumnKind | undefined): boolean {
  return kind === 'money' || kind === 'number'
}
