import type { Column, Statement } from '../../../../shared/statements/statement.ts'
import { cellText } from './cell-text.ts'
import { type Geometry, geometryOf } from './geometry.ts'
import type { PaperStyle } from './style.ts'
import type { Face, Typesetter } from './typesetter.ts'

/** Space between a cell's text and its borders, and the thickness of a rule. */
export const padding = { x: 3, y: 1.6 }
export const ruleWidth = 0.5

export interface PlannedColumn extends Column {
  readonly width: number
  readonly align: 'left' | 'right'
}

/** How a statement's table fits its paper: the columns, the size of type and which way round the page lies. */
export interface TablePlan {
  readonly geometry: Geometry
  readonly face: Face
  readonly headFace: Face
  readonly columns: readonly PlannedColumn[]
  /** The column of text that levels are shown in. */
  readonly indented: string | undefined
  /** True where some amount has sen: then all show them, so that figures stand below each other. */
  readonly showsSen: boolean
}

/** The smallest type that is still read without glasses. */
const fontSizeMin = 6.5
/** Room the widest column of text has at least, and any. */
const textWidthMin = 110
const anyTextWidthMin = 24

/** Tries smaller type, then the page turned round, until every figure stands on one line. */
export function planTable(statement: Statement, style: PaperStyle, setter: Typesetter): TablePlan {
  const showsSen = hasSen(statement)
  let plan = planColumns(statement, style, setter, showsSen)
  for (const isLandscape of style.isLandscape ? [true] : [false, true]) {
    for (let fontSize = style.fontSize; fontSize >= fontSizeMin; fontSize -= 0.5) {
      plan = planColumns(statement, { ...style, isLandscape, fontSize }, setter, showsSen)
      if (isRoomy(plan)) return plan
    }
  }
  return plan
}

function hasSen({ columns, rows }: Statement): boolean {
  const keys = columns.filter((column) => column.kind === 'money').map((column) => column.key)
  return rows.some((row) => keys.some((key) => Number(row[key] ?? 0) % 100 !== 0))
}

function isRoomy({ columns }: TablePlan): boolean {
  const widths = columns.filter((column) => column.kind === 'text').map((column) => column.width)
  return Math.max(...widths) >= textWidthMin && Math.min(...widths) >= anyTextWidthMin
}

function planColumns(statement: Statement, style: PaperStyle, setter: Typesetter, showsSen: boolean): TablePlan {
  const geometry = geometryOf(style)
  const measure: Measure = {
    statement,
    style,
    setter,
    showsSen,
    face: { size: style.fontSize, bold: true },
    headFace: { size: style.fontSize - 0.5, bold: true },
  }
  const widths = new Map(statement.columns.map((column) => [column.key, fixedWidth(column, measure)]))
  const shareOf = ({ key }: Column) => (widths.get(key) === undefined ? (style.weights[key] ?? 1) : 0)
  const shares = sum(statement.columns.map(shareOf))
  const rest = geometry.width - edges(statement.columns.length, style) - sum([...widths.values()])
  const columns = statement.columns.map((column) => ({
    ...column,
    width: widths.get(column.key) ?? Math.max(anyTextWidthMin - 1, (rest * shareOf(column)) / shares),
    align: column.kind === 'money' || column.kind === 'number' ? ('right' as const) : ('left' as const),
  }))
  const indented = columns.find((column) => column.kind === 'text')?.key
  return { geometry, face: { size: style.fontSize }, headFace: measure.headFace, columns, indented, showsSen }
}

/** What paddings and lines between columns take of the page's width. */
function edges(columns: number, { hasGrid }: PaperStyle): number {
  return columns * 2 * padding.x + (hasGrid ? (columns + 1) * ruleWidth : 0)
}

interface Measure {
  readonly statement: Statement
  readonly style: PaperStyle
  readonly setter: Typesetter
  readonly showsSen: boolean
  readonly face: Face
  readonly headFace: Face
}

/** Words of a column's name longer than this are broken. */
const headWordMax = 64

/** Figures, dates and codes never break: their column is as wide as the widest of them. Undefined shares what is left. */
function fixedWidth(column: Column, measure: Measure): number | undefined {
  const { style, setter, face, headFace } = measure
  const given = style.widths[column.key]
  if (given !== undefined) return given
  if (column.kind === 'text') return undefined
  const texts = longestTexts(column, measure).map((text) => setter.width(setter.clean(text), face))
  const words = column.title.split(/\s+/).map((word) => setter.width(setter.clean(word), headFace))
  const least = { money: style.moneyWidth, date: setter.width('00/00/0000', face), code: 0, number: 0 }[column.kind]
  return Math.ceil(Math.max(...texts, Math.min(Math.max(...words), headWordMax), least)) + 1
}

/** Figures are all of one width, so of thousands of texts only the longest few are worth measuring. */
function longestTexts(column: Column, { statement, showsSen }: Measure): string[] {
  let longest: string[] = []
  let length = 0
  for (const row of statement.rows) {
    const text = cellText(column, row[column.key] ?? null, showsSen)
    if (text.length > length) {
      longest = [text]
      length = text.length
    } else if (text.length === length && longest.length < 40) longest.push(text)
  }
  return longest
}

function sum(lengths: readonly (number | undefined)[]): number {
  return lengths.reduce<number>((total, length) => total + (length ?? 0), 0)
}
