import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../db/tables.ts'

/** A period, and a unit or the whole cooperative. */
export interface EntryScope {
  readonly from: string
  readonly to: string
  readonly unit: string | undefined
}

/** What an account moved in the period, sen, and the line of a statement it belongs to. */
export interface LineMoved {
  readonly account: string
  readonly line: string
  readonly debit: number
  readonly credit: number
}

/**
 * The entries of a period with lines on both sides of one line of a statement: of those only the difference came or went,
 * which the sums of accounts do not tell. The sums say where to look at all: nothing is read of a line that moved to one
 * side alone, and of the others only what stands on the side of debit.
 */
export async function entriesWithBothSides(
  db: Reader,
  { from, to, unit }: EntryScope,
  moved: readonly LineMoved[],
): Promise<number[]> {
  const credited = moved.filter(({ credit }) => credit > 0)
  const ends = new Set(credited.map(({ line }) => line))
  const debited = moved.filter(({ debit, line }) => debit > 0 && ends.has(line))
  if (debited.length === 0) return []
  const ofUnit = unit === undefined ? sql`` : sql`AND d.unit = ${unit} AND c.unit = ${unit}`
  const { rows } = await sql<{ seq: number }>`
    WITH debited (account, line) AS MATERIALIZED (${listed(debited)}),
      credited (account, line) AS MATERIALIZED (${listed(credited)})
    SELECT DISTINCT d.seq FROM debited
      CROSS JOIN journal_line d ON d.account = debited.account
      CROSS JOIN journal_line c ON c.seq = d.seq
    WHERE d.entry_date BETWEEN ${from} AND ${to} AND d.debit > 0 AND c.credit > 0 ${ofUnit}
      AND EXISTS (SELECT 1 FROM credited WHERE credited.account = c.account AND credited.line = debited.line)`.execute(
    db,
  )
  return rows.map(({ seq }) => seq)
}

function listed(moved: readonly LineMoved[]): RawBuilder<unknown> {
  const pairs = moved.map(({ account, line }) => ({ account, line }))
  return sql`SELECT value ->> 'account', value ->> 'line' FROM json_each(${JSON.stringify(pairs)})`
}
