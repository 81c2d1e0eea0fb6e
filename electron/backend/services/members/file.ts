import type { Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import type { MemberCells } from '../../../../shared/rules/imported-member.ts'
import {
  type MemberColumn,
  type RecognisedHeadings,
  recognisedHeadings,
  requiredColumns,
} from '../../../../shared/rules/member-columns.ts'
import { separatedValues } from '../../../../shared/rules/separated-values.ts'
import { type Cell, type Sheet, sheetOfText } from '../../../../shared/rules/sheet.ts'
import { readSpreadsheet } from '../spreadsheets/spreadsheet.ts'

/** A row of a list, by the number it has in its spreadsheet. */
export interface MemberRow {
  readonly line: number
  readonly cells: MemberCells
  /** A field that stands in a merged area: whose it is cannot be told. */
  readonly merged: MemberColumn | null
}

/** A list of members as it was in its file, nothing of it judged yet. */
export interface MemberFile {
  readonly headings: RecognisedHeadings['headings']
  readonly rows: readonly MemberRow[]
}

type Import = Pick<Inputs['members']['import'], 'csv' | 'xlsx'>

const rowsMax = 50_000

/**
 * Reads a list of members. Refuses INVALID_INPUT for the file as a whole: `not_a_spreadsheet`, `spreadsheet_old`,
 * `quote_open`, `file_empty`, `too_many_rows` and `columns_missing`, which names the columns.
 */
export async function readMemberFile(input: Import): Promise<MemberFile> {
  const path = [input.csv === undefined ? 'xlsx' : 'csv']
  const sheets = input.csv === undefined ? await readSpreadsheet(input.xlsx ?? '') : [readText(input.csv)]
  const [sheet, found] = bestSheet(sheets)
  if (!sheet || !found || sheet.rows.every(isEmpty)) throw invalidInput(path, 'file_empty')
  if (found.missing.length > 0) {
    const columns = found.missing.map((column) => requiredColumns[column])
    throw invalidInput(path, 'columns_missing', { columns, fields: found.missing })
  }
  if (sheet.rows.length > rowsMax) throw invalidInput(path, 'too_many_rows', { rows: sheet.rows.length, rowsMax })
  return { headings: found.headings, rows: memberRows(sheet, found) }
}

/** How spreadsheets and documents begin when they are read as text. */
const otherFiles = ['PK\u0003\u0004', '%PDF', '\u00d0\u00cf', '{\\rtf']

function readText(csv: string): Sheet {
  const isText = !csv.includes('\0') && !otherFiles.some((beginning) => csv.startsWith(beginning))
  if (!isText) throw invalidInput(['csv'], 'not_a_spreadsheet')
  const { rows, openQuoteAt } = separatedValues(csv)
  if (openQuoteAt !== null) throw invalidInput(['csv'], 'quote_open', { line: openQuoteAt })
  return sheetOfText(rows)
}

/** The sheet whose headings name most of what is needed: the list is not always on the first one. */
function bestSheet(sheets: readonly Sheet[]): readonly [Sheet | undefined, RecognisedHeadings | undefined] {
  const found = sheets.map((sheet) => [sheet, recognisedHeadings(sheet.rows)] as const)
  return found.toSorted(([, a], [, b]) => a.missing.length - b.missing.length)[0] ?? [undefined, undefined]
}

function isEmpty(row: readonly (Cell | null)[]): boolean {
  return row.every((cell) => cell === null)
}

function memberRows(sheet: Sheet, { row: headingRow, places, countsRows }: RecognisedHeadings): MemberRow[] {
  const mergedIn = mergedFields(sheet, headingRow, places)
  return sheet.rows.slice(headingRow + 1).flatMap((row, index) => {
    const cells = new Map<MemberColumn, Cell>()
    for (const [column, place] of places) {
      const cell = row[place]
      if (cell) cells.set(column, cell)
    }
    const isUnused = cells.size === 0 || (countsRows && cells.size === 1 && cells.has('number'))
    const at = headingRow + 1 + index
    return isUnused ? [] : [{ line: at + 1, cells, merged: mergedIn.get(at) ?? null }]
  })
}

function mergedFields({ rows, merged }: Sheet, headingRow: number, places: ReadonlyMap<MemberColumn, number>) {
  const fields = new Map<number, MemberColumn>()
  for (const { top, bottom, left, right } of merged) {
    const touched = [...places].find(([, place]) => place >= left && place <= right)
    if (!touched) continue
    const last = Math.min(bottom, rows.length - 1)
    for (let row = Math.max(top, headingRow + 1); row <= last; row += 1) fields.set(row, touched[0])
  }
  return fields
}
