import writeSheets, { type CellObject, type SheetData } from 'write-excel-file/node'
import { instantOf } from '../../../../shared/calendar.ts'
import { Exact } from '../../../../shared/rules/money.ts'
import { isDecimal } from '../../../../shared/rules/percent.ts'
import {
  type Cell,
  type Column,
  isFigure,
  type Part,
  type Row,
  type Statement,
  type Table,
} from '../../../../shared/statements/statement.ts'
import type { Frame } from './frame.ts'

/**
 * A statement as a spreadsheet: the same rows, amounts as numbers in rupiah, dates as dates. Text is always written as
 * text, so that a name beginning with `=` stays a name. A book has a sheet for each of its chapters.
 */
export async function pressSheet(statement: Statement, frame: Frame): Promise<Uint8Array> {
  const chapters = statement.chapters ?? [statement]
  const names = sheetNames(chapters)
  const sheets = chapters.map((chapter, index) => ({ ...sheetOf(chapter, frame), sheet: names[index] ?? '' }))
  return new Uint8Array(await writeSheets(sheets, face).toBuffer())
}

function sheetOf(statement: Statement, frame: Frame) {
  const { columns, rows, particulars, notes, before = [], after = [] } = statement
  const above: SheetData = [
    [bold(frame.cooperative.name)],
    [bold(statement.title)],
    [text(statement.subtitle)],
    ...particulars.map((particular) => [text(particular.title), text(particular.text)]),
    [],
  ]
  const parts = [...before, ...after].flatMap(partRows)
  const below: SheetData = notes.length === 0 ? [] : [[], ...notes.map((note) => [text(note)])]
  return {
    data: [...above, ...tableRows(statement), ...parts, ...below],
    columns: columns.map((column) => ({ width: widthOf(column, rows) })),
    stickyRowsCount: above.length + 1,
    ...(columns.length > 7 ? { orientation: 'landscape' as const } : {}),
  }
}

function tableRows({ columns, rows }: Table): SheetData {
  return [columns.map((column) => headCell(column)), ...rows.map((row) => rowCells(row, columns))]
}

/** Sentences and lesser tables come after the statement's own rows, so that its columns stay where they are. */
function partRows(part: Part): SheetData {
  switch (part.kind) {
    case 'heading':
      return [[], [bold(part.text)]]
    case 'paragraph':
      return [[text(part.text)]]
    case 'clause':
      return [[text(`${part.label} ${part.text}`)]]
    case 'fact':
      return [[text(part.title), text(part.text)]]
    case 'table':
      return [[], [bold(part.title)], ...tableRows(part)]
    case 'slip':
      return [
        [],
        [bold(`${part.title} ${part.subtitle}`)],
        ...part.facts.map((fact) => [text(fact.title), text(fact.text)]),
        ...tableRows(part),
      ]
    case 'bars':
      return [
        [],
        [bold(part.title)],
        ...part.bars.map(({ label, amount }) => [text(label), barCell(part.unit, amount)]),
      ]
    case 'labels':
      return part.labels.map(({ code, title, lines }) => [code, title, ...lines].map(text))
  }
}

/** Without a name of its own, bold text is set in whatever the other program takes for its default. */
const face = { fontFamily: 'Calibri', fontSize: 11 }

function text(value: string): CellObject {
  return { value, type: String }
}

function bold(value: string): CellObject {
  return { ...text(value), fontWeight: 'bold' }
}

function headCell({ title, kind }: Column): CellObject {
  const align = isFigure(kind) ? 'right' : 'left'
  return { ...bold(title), align, wrap: true, bottomBorderStyle: 'thin' }
}

function rowCells(row: Row, columns: readonly Column[]): (CellObject | null)[] {
  const indented = columns.find((column) => column.kind === 'text')?.key
  const isStrong = row.kind !== 'line' && row.kind !== 'opening'
  const isSum = row.kind === 'total' || row.kind === 'subtotal'
  return columns.map((column) => {
    const cell = valueCell(column, row[column.key] ?? null)
    if (cell === null) return null
    return {
      ...cell,
      ...(isStrong ? { fontWeight: 'bold' as const } : {}),
      ...(isSum ? { topBorderStyle: 'thin' as const } : {}),
      ...(column.key === indented && row.level > 0 ? { align: 'left' as const, indent: row.level } : {}),
    }
  })
}

function valueCell({ kind }: Column, value: Cell): CellObject | null {
  if (value === null) return null
  if (kind === 'money' && typeof value === 'number') return { value: value / 100, type: Number, format: '#,##0.00' }
  if (kind === 'number' && typeof value === 'number') return { value, type: Number, format: '#,##0' }
  if (kind === 'quantity' && typeof value === 'number')
    return { value: value / 1000, type: Number, format: '#,##0.###' }
  if ((kind === 'decimal' || kind === 'percent') && isDecimal(String(value))) return decimalCell(String(value), kind)
  if (kind === 'date' && typeof value === 'string') return dateCell(value)
  return text(String(value))
}

/** With the places it is shown with; a percent is a hundredth, so that it can be multiplied by. */
function decimalCell(value: string, kind: 'decimal' | 'percent'): CellObject {
  const places = '0'.repeat(value.split('.')[1]?.length ?? 0)
  const format = places === '' ? '#,##0' : `#,##0.${places}`
  if (kind === 'decimal') return { value: Number(value), type: Number, format }
  return { value: new Exact(value).div(100).toNumber(), type: Number, format: `${format}%` }
}

function dateCell(day: string): CellObject {
  return { value: instantOf(day), type: Date, format: 'dd/mm/yyyy', align: 'left' }
}

/** Widths in characters: enough for what stands there, within reason. */
function widthOf({ key, kind, title }: Column, rows: readonly Row[]): number {
  if (kind === 'money') return 18
  if (kind === 'date') return 12
  const longest = rows.reduce((length, row) => Math.max(length, String(row[key] ?? '').length), title.length)
  return Math.min(60, Math.max(8, longest + 2))
}

const sheetNameMax = 31

/** What a spreadsheet program takes as names of sheets: 31 characters, some signs excepted, each once whatever its case. */
function sheetNames(statements: readonly Statement[]): string[] {
  const taken = new Set<string>()
  return statements.map(({ title, place }) => {
    const whole = `${place?.number ?? ''} ${title}`.replace(/[\\/?*[\]:]/g, ' ').trim()
    let name = whole.slice(0, sheetNameMax)
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) {
      name = `${whole.slice(0, sheetNameMax - 4)} ${copy}`
    }
    taken.add(name.toLowerCase())
    return name
  })
}

function barCell(unit: 'money' | 'number', amount: number): CellObject | null {
  return valueCell({ key: '', title: '', kind: unit }, amount)
}
