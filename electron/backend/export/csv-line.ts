import { decimalRupiah } from './decimal-rupiah.ts'

/** Text, a plain number, an amount in sen, or nothing. */
export type CsvCell = string | number | { readonly sen: number } | null

/** What makes a spreadsheet take a text for a formula, the full-width signs included. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * One line of a CSV file. Text that a spreadsheet would calculate gets an apostrophe before it; numbers and amounts
 * stay numbers, also negative ones.
 */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'object') return decimalRupiah(cell.sen)
  const text = formulaStart.test(cell) ? `'${cell}` : cell
  return /[",\r\n;\t']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
