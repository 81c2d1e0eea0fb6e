import { type Column, isFigure, type Statement, type Table, tablesOf } from '../../../../shared/statements/statement.ts'
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

/** How a statement fits its paper: which way round the page lies, the size of type, and each of its tables. */
export interface PaperPlan {
  readonly geometry: Geometry
  readonly fontSize: number
  readonly tables: ReadonlyMap<Table, TablePlan>
}

/** How a table fits its paper. */
export interface TablePlan {
  readonly geometry: Geometry
  readonly face: Face
  readonly headFace: Face
  readonly columns: readonly PlannedColumn[]
  /** The column of text that levels are shown in. */
  readonly indented: string | undefined
  /** Width that columns of figures leave, in points; negative where they do not fit. */
  readonly spare: number
  /** True where some amount has sen: then all show them, so that figures stand below each other. */
  readonly showsSen: boolean
}

/** The smallest type that is still read without glasses. */
const fontSizeMin = 6.5
/** Room every column of text has at least. */
const anyTextWidthMin = 24

/** Tries smaller type, then the page turned round, until every figure of every table stands on one line. */
export function planTables(statement: Statement, style: PaperStyle, setter: Typesetter): PaperPlan {
  const tables = style.isBare ? [] : tablesOf(statement)
  let plan = planAll(tables, style, setter)
  for (const isLandscape of style.isLandscape ? [true] : [false, true]) {
    for (let fontSize = style.fontSize; fontSize >= fontSizeMin; fontSize -= 0.5) {
      plan = planAll(tables, { ...style, isLandscape, fontSize }, setter)
      if ([...plan.tables.values()].every((table) => isRoomy(table, style))) return plan
    }
  }
  return plan
}

function planAll(tables: readonly Table[], style: PaperStyle, setter: Typesetter): PaperPlan {
  const plans = tables.map((table) => [table, planColumns(table, style, setter, hasSen(table))] as const)
  return { geometry: geometryOf(style), fontSize: style.fontSize, tables: new Map(plans) }
}

/** True where any amount has sen: then all of them show theirs. */
export function hasSen({ columns, rows }: Table): boolean {
  const keys = columns.filter((column) => column.kind === 'money').map((column) => column.key)
  return rows.some((row) => keys.some((key) => Number(row[key] ?? 0) % 100 !== 0))
}

function isRoomy({ columns, spare }: TablePlan, { textWidth }: PaperStyle): boolean {
  const widths = columns.filter((column) => column.kind === 'text').map((column) => column.width)
  if (widths.length === 0) return spare >= 0
  return Math.max(...widths) >= textWidth && Math.min(...widths) >= anyTextWidthMin
}

function planColumns(table: Table, style: PaperStyle, setter: Typesetter, showsSen: boolean): TablePlan {
  const geometry = geometryOf(style)
  const measure: Measure = {
    table,
    style,
    setter,
    showsSen,
    face: { size: style.fontSize, bold: true },
    headFace: { size: style.fontSize - 0.5, bold: true },
  }
  const widths = new Map(table.columns.map((column) => [column.key, fixedWidth(column, measure)]))
  const shareOf = ({ key }: Column) => (widths.get(key) === undefined ? (style.weights[key] ?? 1) : 0)
  const shares = sum(table.columns.map(shareOf))
  const spare = geometry.width - edges(table.columns.length, style) - sum([...widths.values()])
  // Where no text takes what is left, every column gets some of it.
  const more = shares === 0 ? Math.max(0, spare / table.columns.length) : 0
  const columns = table.columns.map((column) => ({
    ...column,
    width: (widths.get(column.key) ?? Math.max(anyTextWidthMin - 1, (spare * shareOf(column)) / shares)) + more,
    align: isFigure(column.kind) ? ('right' as const) : ('left' as const),
  }))
  const indented = columns.find((column) => column.kind === 'text')?.key
  return { geometry, face: { size: style.fontSize }, headFace: measure.headFace, columns, indented, showsSen, spare }
}

/** What paddings and lines between columns take of the page's width. */
function edges(columns: number, { hasGrid }: PaperStyle): number {
  return columns * 2 * padding.x + (hasGrid ? (columns + 1) * ruleWidth : 0)
}

interface Measure {
  readonly table: Table
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
  const least =
    column.kind === 'money' ? style.moneyWidth : column.kind === 'date' ? setter.width('00/00/0000', face) : 0
  return Math.ceil(Math.max(...texts, Math.min(Math.max(...words), headWordMax), least)) + 1
}

/** Figures are all of one width, so of thousands of texts only the longest few are worth measuring. */
function longestTexts(column: Column, { table, showsSen }: Measure): string[] {
  let longest: string[] = []
  let length = 0
  for (const row of table.rows) {
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
