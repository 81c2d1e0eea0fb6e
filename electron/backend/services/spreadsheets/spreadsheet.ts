import readXlsxFile from 'read-excel-file/universal'
import { invalidInput } from '../../../../shared/errors.ts'
import { type Cell, filledCell, type MergedCells, type Sheet } from '../../../../shared/rules/sheet.ts'
import { UnreadableArchive, unpackedParts } from './archive.ts'

/** Old Excel files and newer ones with a password are containers of another kind (OLE2). */
const oldContainer = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/**
 * The sheets of an XLSX file, in their order, with their merged areas. Refuses INVALID_INPUT at `xlsx`:
 * `spreadsheet_old` (an .xls file, or one with a password) and `not_a_spreadsheet`.
 */
export async function readSpreadsheet(base64: string): Promise<Sheet[]> {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.subarray(0, oldContainer.length).equals(oldContainer)) throw invalidInput(['xlsx'], 'spreadsheet_old')
  try {
    const sheetParts = partsOfSheets(unpackedParts(bytes))
    for (const part of sheetParts) assertModestSize(part)
    const sheets = await cellsOf(bytes)
    return sheets.map(({ data }, index) => ({
      rows: data.map((row) => row.map(cellOf)),
      merged: mergedAreas(sheetParts[index] ?? ''),
    }))
  } catch (cause) {
    // Whatever goes wrong while a foreign file is taken apart, the file is what is wrong.
    throw Object.assign(invalidInput(['xlsx'], 'not_a_spreadsheet'), { cause })
  }
}

/** A number as the digits of the file: a sixteen-digit identity number is no number to count with. */
class Digits {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

async function cellsOf(bytes: Buffer) {
  const copy = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(copy).set(bytes)
  return readXlsxFile<Digits>(copy, { trim: false, parseNumber: (text) => new Digits(text) })
}

/** The reader hands out dates as Date objects at midnight UTC, though its types say otherwise. */
function cellOf(value: unknown): Cell | null {
  if (value === null || value === undefined) return null
  if (value instanceof Digits) return filledCell(value.text, 'number')
  if (value instanceof Date) return filledCell(value.toISOString().slice(0, 10), 'date')
  return filledCell(String(value))
}

/** The XML of each sheet, in the order in which the workbook lists them. */
function partsOfSheets(parts: ReadonlyMap<string, string>): string[] {
  const links = [...(parts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship\b[^>]*>/g)].map(
    ([tag]) => [attribute(tag, 'Id'), attribute(tag, 'Target')] as const,
  )
  const targetOf = new Map(links)
  return [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => {
    const target = targetOf.get(attribute(tag, 'r:id')) ?? ''
    return parts.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`) ?? ''
  })
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
}

/** As many cells as the reader is asked to lay out, empty ones included. */
const cellsMax = 5_000_000

/** A single cell far out makes the reader lay out every cell before it; a row number beyond Excel's never ends. */
function assertModestSize(part: string): void {
  let rows = 0
  let columns = 0
  for (const [, row] of part.matchAll(/<row\b[^>]*\sr="(\d+)"/g)) rows = Math.max(rows, Number(row))
  for (const [, column = '', row] of part.matchAll(/<c\b[^>]*\sr="([A-Z]+)(\d+)"[^>]*[^/>]>/g)) {
    rows = Math.max(rows, Number(row))
    columns = Math.max(columns, columnNumber(column))
  }
  if (rows > 1_048_576 || rows * columns > cellsMax) throw new UnreadableArchive('lays out too many cells')
}

function mergedAreas(part: string): MergedCells[] {
  return [...part.matchAll(/<mergeCell\b[^>]*\sref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)].map(
    ([, left = '', top, right = '', bottom]) => ({
      top: Number(top) - 1,
      bottom: Number(bottom) - 1,
      left: columnNumber(left) - 1,
      right: columnNumber(right) - 1,
    }),
  )
}

/** A is 1, Z 26, AA 27. */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}
