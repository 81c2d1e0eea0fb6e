import type { ReactNode } from 'react'
import { formatDateShort, isDate } from '../../../shared/calendar.ts'
import { formatAmount, formatStatementAmount } from '../../../shared/rules/money.ts'
import { decimalText, percentText } from '../../../shared/rules/percent.ts'
import { formatQuantity } from '../../../shared/rules/quantity.ts'

/** What a cell may hold before it is shown: money is sen, dates `YYYY-MM-DD`. */
export type CellValue = string | number | null | undefined

export type ColumnKind = 'text' | 'code' | 'date' | 'money' | 'number' | 'quantity' | 'decimal' | 'percent'

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
  quantity: '5rem',
  decimal: '5rem',
  percent: '5rem',
}

/** Room for a figure or letter, for a capital and for the dot of an amount, in hundredths of a rem. */
const [letterWidth, capitalWidth, separatorWidth] = [62, 76, 36]

/** Room for the two sides of a cell, which do not grow with the text, in pixels. */
const cellPadding = 28

/** Text gives way first where a table is cramped: to so many pixels for each rem it likes, whatever the text size. */
const textLeastPx = 12

/** Longer heads than this, in characters, are set in two lines. */
const headOnOneLine = 18

/** A grid track and the least width it needs. */
interface Track {
  readonly track: string
  readonly least: string
}

/**
 * The tracks of the whole table and the least width they need. Every row is a grid of its own, so a track's width must
 * not depend on what the grid finds in it: lengths, `minmax(length, length)` and `minmax(length, fr)` only. Columns get
 * the width they like where there is room; a large text makes texts wrap between words before an amount leaves the screen.
 */
export function tracks<Row>(
  columns: readonly Column<Row>[],
  rows: readonly (Row | undefined)[],
  totals: Readonly<Record<string, CellValue>> = {},
): { columns: string; minWidth: string } {
  const widths = columns.map((column) => {
    const { kind = 'text', width } = column
    if (kind === 'money') return width === undefined ? moneyTrack(column, rows, totals) : declaredTrack(width)
    return kind === 'date' ? declaredTrack(width ?? trackOf.date) : wordsTrack(column, rows, width ?? trackOf[kind])
  })
  return {
    columns: widths.map(({ track }) => track).join(' '),
    minWidth: `calc(${widths.map(({ least }) => least).join(' + ')})`,
  }
}

function declaredTrack(width: string): Track {
  return { track: width, least: /^minmax\(([^,]+),/.exec(width)?.[1] ?? width }
}

/** As narrow as its longest word, or its longest code, allows; as wide as it likes, codes no wider than they are. */
function wordsTrack<Row>(column: Column<Row>, rows: readonly (Row | undefined)[], width: string): Track {
  const [, least = width.replace('rem', ''), share] = /^minmax\(([\d.]+)rem, ([\d.]+fr)\)$/.exec(width) ?? []
  const liked = Number(least)
  if (Number.isNaN(liked)) return declaredTrack(width)
  const { kind = 'text', title, value } = column
  let widest = longestWord(title)
  for (const row of rows) {
    if (row === undefined) continue
    const shown = value(row)
    if (shown !== null && shown !== undefined) widest = Math.max(widest, longestWord(String(shown), kind !== 'text'))
  }
  const needed = `min(${liked}rem, ${room(widest)})`
  if (kind === 'code') {
    return flexible(needed, `min(${liked}rem, ${room(Math.max(widest, longestWord(title, true)))})`)
  }
  return share === undefined
    ? flexible(needed, `${liked}rem`)
    : flexible(`max(${needed}, ${liked * textLeastPx}px)`, share)
}

/** The width of a cell around so many hundredths of a rem. */
function room(hundredths: number): string {
  return `calc(${hundredths / 100}rem + ${cellPadding}px)`
}

function flexible(least: string, most: string): Track {
  return { track: `minmax(${least}, ${most})`, least }
}

/** The width of the longest word of a text, in hundredths of a rem; codes and numbers are never broken. */
function longestWord(text: string, isWhole = false): number {
  let [longest, word] = [0, 0]
  for (const letter of text) {
    if (letter === ' ' && !isWhole) word = 0
    else word += letter >= 'A' && letter <= 'Z' ? capitalWidth : letterWidth
    if (word > longest) longest = word
  }
  return longest
}

/** The width of an amount, in hundredths of a rem: between its figures stand dots, which are narrow. */
function amountWidth(text: string): number {
  const separators = text.replace(/[^.,]/g, '').length
  return (text.length - separators) * letterWidth + separators * separatorWidth
}

/** Wide enough for the longest amount of the column; its head wraps where it must. */
function moneyTrack<Row>(
  { key, title, value }: Column<Row>,
  rows: readonly (Row | undefined)[],
  totals: Readonly<Record<string, CellValue>>,
): Track {
  let [largest, hasSen, hasMinus, longest] = [0, false, false, 0]
  const note = (amount: CellValue) => {
    if (typeof amount === 'string') longest = Math.max(longest, amountWidth(amount))
    if (typeof amount !== 'number') return
    largest = Math.max(largest, Math.abs(amount))
    hasSen ||= amount % 100 !== 0
    hasMinus ||= amount < 0
  }
  note(totals[key])
  for (const row of rows) if (row !== undefined) note(value(row))
  const sign = hasMinus ? letterWidth : 0
  longest = Math.max(longest, sign + amountWidth(formatAmount(largest - (largest % 100)) + (hasSen ? ',00' : '')))
  const head = title.length <= headOnOneLine ? title.length + 1 : Math.ceil(title.length / 2) + 3
  const least = Math.max(longest, longestWord(title))
  const liked = Math.max(least, Math.max(head, 9) * letterWidth)
  return flexible(room(least), room(liked))
}

/** A value as its column shows it. */
export function cellText(kind: ColumnKind, value: CellValue, hideZero = false): string {
  if (value === null || value === undefined || value === '') return ''
  if (kind === 'money' && typeof value === 'number') return value === 0 && hideZero ? '' : formatAmount(value)
  if (kind === 'quantity' && typeof value === 'number') return formatQuantity(value)
  if (kind === 'decimal') return decimalText(String(value))
  if (kind === 'percent') return percentText(String(value))
  if (kind === 'date' && typeof value === 'string' && isDate(value)) return formatDateShort(value)
  return String(value)
}

/** A cell of a statement as its paper shows it: an amount below zero stands in brackets. */
export function statementText(kind: ColumnKind, value: CellValue): string {
  const isBelowZero = kind === 'money' && typeof value === 'number' && value < 0
  return isBelowZero ? formatStatementAmount(value) : cellText(kind, value)
}

/** True for columns whose figures stand on the right. */
export function isRightAligned(kind: ColumnKind | undefined): boolean {
  return kind !== undefined && kind !== 'text' && kind !== 'code' && kind !== 'date'
}
