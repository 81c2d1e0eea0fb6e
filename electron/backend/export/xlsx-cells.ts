import type { CellObject, Row, Sheet } from 'write-excel-file/node'
import { dayNumber } from '../../../shared/calendar.ts'

/** A column of a sheet: what stands above it and its width in characters. */
export type SheetColumn = readonly [heading: string, width: number]

/**
 * Text is typed as text: whatever it begins with, no spreadsheet calculates it. In a workbook `_x003D_` means `=`, so
 * an underscore that begins such a word is written as one itself.
 */
export function textCell(text: string | null): CellObject | null {
  return text === null ? null : { value: text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_'), type: String }
}

/** Sen as a number of rupiah; nothing stays an empty cell. */
export function moneyCell(amount: number): CellObject | null {
  return amount === 0 ? null : { value: amount / 100, type: Number, format: '#,##0.00' }
}

/** Day numbers of spreadsheets count from 30 December 1899. */
const epoch = dayNumber('1899-12-30')

export function dateCell(date: string | null): CellObject | null {
  return date === null ? null : { value: dayNumber(date) - epoch, type: Number, format: 'dd/mm/yyyy' }
}

/** A sheet whose headings stay in sight. */
export function sheetOf(sheet: string, columns: readonly SheetColumn[], rows: readonly Row[]): Sheet<never> {
  const headings = columns.map(([heading]) => ({ value: heading, type: String, fontWeight: 'bold' as const }))
  return { sheet, data: [headings, ...rows], columns: columns.map(([, width]) => ({ width })), stickyRowsCount: 1 }
}
