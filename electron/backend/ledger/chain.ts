import { hash } from 'node:crypto'
import type { JournalEntryTable, JournalLineTable } from '../db/tables.ts'

/** The `prev_hash` of a book's first entry. */
export const chainStart = '0'.repeat(64)

type Header = Omit<JournalEntryTable, 'hash'>

/** The columns of version 1 in their order. A column added later joins a new version and is null in old rows. */
export const headerColumns = [
  'seq',
  'id',
  'kind',
  'book',
  'year',
  'number',
  'date',
  'description',
  'unit',
  'procedure',
  'request_id',
  'reverses_id',
  'reason',
  'created_at',
  'created_by',
  'approved_by',
  'terms_hash',
  'stock_hash',
] as const satisfies readonly (keyof Header)[]

/** What of a line takes part; `entry_id`, `entry_date` and `seq` repeat the header. */
export const lineColumns = [
  'line_no',
  'account',
  'debit',
  'credit',
  'unit',
  'member_id',
  'savings_account_id',
  'loan_id',
  'partner_id',
  'item_id',
  'fund_id',
  'budget_line_id',
  'asset_id',
  'borrowing_id',
  'person_id',
  'cash_flow_line',
  'memo',
] as const satisfies readonly (keyof JournalLineTable)[]

/**
 * SHA-256 over the UTF-8 JSON of `[hash_version, prev_hash, header pairs, lines by number]`, null columns left out.
 * `entry_id`, `entry_date` and `seq` of a line repeat the header and are compared with it instead.
 */
export function entryHash(header: Header, lines: readonly JournalLineTable[]): string {
  const text = JSON.stringify([
    header.hash_version,
    header.prev_hash,
    pairs(header, headerColumns),
    lines.map((line) => pairs(line, lineColumns)),
  ])
  return hash('sha256', text, 'hex')
}

function pairs<Row, Column extends keyof Row>(
  row: Row,
  columns: readonly Column[],
): [Column, NonNullable<Row[Column]>][] {
  const present: [Column, NonNullable<Row[Column]>][] = []
  for (const column of columns) {
    const value = row[column]
    if (value !== null && value !== undefined) present.push([column, value])
  }
  return present
}
