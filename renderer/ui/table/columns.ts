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

const trackOf: Readonly<Record<ColumnKind, string>> = {
  text: 'minmax(10rem, 1fr)',
  code: '8.5rem',
  date: '7rem',
  money: '9.5rem',
  number: '5rem',
}

/**
 * The tracks of the whole table and the least width they need. Every row is a grid of its own, so a track's width must
 * not depend on what stands in it: lengths and `minmax(length, fr)` only.
 */
export function tracks<Row>(columns: readonly Column<Row>[]): { columns: string; minWidth: string } {
  const widths = columns.map(({ kind = 'text', width }) => width ?? trackOf[kind])
  const least = widths.map((width) => /^minmax\(([^,]+),/.exec(width)?.[1] ?? width)
  return { columns: widths.join(' '), minWidth: `calc(${least.join(' + ')})` }
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
