import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces'
import { formatMonth, monthOf } from '../../../../shared/calendar.ts'
import type { Row, Statement } from '../../../../shared/statements/statement.ts'
import { filled } from '../../../../shared/statements/texts.ts'
import { faceStyle, outlined } from './block.ts'
import { type Page, type Run, type Section, sectionGap } from './pagination.ts'
import { paperTexts } from './paper-texts.ts'
import { faceOf, indentOf, lineArea, type PlannedRow } from './row-plan.ts'
import { titleFace } from './sections.ts'
import type { PaperStyle } from './style.ts'
import { type PlannedColumn, padding, ruleWidth } from './table-plan.ts'
import type { Typesetter } from './typesetter.ts'

/** Everything a page is drawn from. */
export interface Drawing {
  readonly statement: Statement
  readonly style: PaperStyle
  readonly setter: Typesetter
}

const grey = '#a0a0a0'

/** The texts and tables of one page. */
export function pageItems(drawing: Drawing, { items }: Page): Content[] {
  return items.map((item, index) => {
    if (!('section' in item)) return item.content
    const above = items[index - 1]
    return runTable(drawing, item, above && 'section' in above ? sectionGap : 0)
  })
}

function runTable(drawing: Drawing, run: Run, above: number): Content {
  const { setter, style } = drawing
  const { section } = run
  const { plan } = section
  const rows = section.rows.slice(run.from, run.to)
  const heads = headRows(drawing, run)
  const body = [...heads, ...rows.map((row, index) => rowCells(drawing, row, run.from + index, section))]
  // What a row is higher than its text, for writing by hand.
  const spare = rows.map(({ row, lines, height }) => height - lineArea(lines, faceOf(row, plan), setter))
  return {
    table: { widths: plan.columns.map((column) => column.width), body },
    layout: tableLayout(heads.length, rows, spare, style),
    margin: [0, above, 0, 0],
    fontSize: plan.face.size,
  }
}

/** The section's name, marked where it goes on from the page before, and the names of the columns. */
function headRows({ statement, setter }: Drawing, { section, from }: Run): TableCell[][] {
  const { plan } = section
  const titles = plan.columns.map((column): TableCell => {
    const lines = setter.wrap(column.title, column.width, plan.headFace)
    return { ...linesCell(lines), alignment: column.align, ...faceStyle(plan.headFace) }
  })
  if (section.title === null) return [titles]
  const face = titleFace(plan)
  const { continued } = paperTexts(statement.language)
  const width = plan.geometry.width - 2 * padding.x
  const text = setter.fit(from === 0 ? section.title : filled(continued, { title: section.title }), width, face)
  const bookmark = from === 0 && !statement.place ? outlined({ text: section.title, under: 'statement' }) : {}
  const title: TableCell = { text, noWrap: true, colSpan: plan.columns.length, ...faceStyle(face), ...bookmark }
  return [[title, ...plan.columns.slice(1).map((): TableCell => ({}))], titles]
}

function rowCells(drawing: Drawing, { row, cells }: PlannedRow, index: number, section: Section): TableCell[] {
  const { plan } = section
  const { size: _, ...face } = faceStyle(faceOf(row, plan)) as { size?: number; bold?: boolean; italics?: boolean }
  return plan.columns.map((column, position): TableCell => {
    const indent = indentOf(row, column, plan)
    return {
      ...linesCell(cells[position] ?? ['']),
      ...(column.align === 'right' ? { alignment: 'right' } : {}),
      ...(indent === 0 ? {} : { margin: [indent, 0, 0, 0] }),
      ...(row.kind === 'line' ? {} : face),
      ...monthMark(drawing, column, row, index, section),
    } as TableCell
  })
}

function linesCell(lines: readonly string[]): { text: string; noWrap: true } | { stack: Content[] } {
  if (lines.length === 1) return { text: lines[0] ?? '', noWrap: true }
  return { stack: lines.map((text) => ({ text, noWrap: true })) }
}

/** An entry of the outline where a new month begins, so that one finds March in a register of the year. */
function monthMark({ statement }: Drawing, column: PlannedColumn, row: Row, index: number, section: Section) {
  if (column.kind !== 'date' || column.key !== 'date' || section.title !== null) return {}
  const date = row.date
  const before = lastDateBefore(section.rows, index)
  if (typeof date !== 'string' || row.kind === 'closing' || (before && monthOf(before) === monthOf(date))) return {}
  return outlined({ text: formatMonth(monthOf(date), statement.language), under: 'statement' })
}

function lastDateBefore(rows: readonly PlannedRow[], index: number): string | undefined {
  for (let before = index - 1; before >= 0; before -= 1) {
    const date = rows[before]?.row.date
    if (typeof date === 'string') return date
  }
  return undefined
}

const ends: ReadonlySet<string> = new Set(['subtotal', 'total', 'closing'])

/** Black rules around the heads and the end, and above totals; grey ones between rows, or between headed groups of them. */
function tableLayout(
  heads: number,
  rows: readonly PlannedRow[],
  spare: readonly number[],
  style: PaperStyle,
): CustomTableLayout {
  const kindOf = (line: number) => rows[line - heads]?.row.kind
  const isGrouped = rows.some(({ row }) => row.kind === 'heading')
  const isStrong = (line: number) => {
    if (line <= heads || line === heads + rows.length || kindOf(line) === 'total') return true
    return kindOf(line - 1) === 'total' || (!style.hidesZeroLines && ends.has(kindOf(line) ?? ''))
  }
  const isFine = (line: number) => {
    if (style.hasGrid) return true
    if (style.hidesZeroLines) return ends.has(kindOf(line) ?? '')
    return isGrouped ? kindOf(line) === 'heading' : true
  }
  const hasLine = (line: number) => isStrong(line) || isFine(line)
  return {
    hLineWidth: (line) => (hasLine(line) ? ruleWidth : 0),
    vLineWidth: () => (style.hasGrid ? ruleWidth : 0),
    hLineColor: (line) => (isStrong(line) ? 'black' : grey),
    vLineColor: () => grey,
    paddingLeft: () => padding.x,
    paddingRight: () => padding.x,
    paddingTop: (row) => padding.y + (hasLine(row) ? 0 : ruleWidth),
    paddingBottom: (row) => padding.y + (spare[row - heads] ?? 0),
  }
}
