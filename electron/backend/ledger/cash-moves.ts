import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../db/tables.ts'
import { movementsBetween } from './balances.ts'
import type { EntryScope } from './both-sides.ts'

/** A period, a unit or the whole cooperative, and the codes of all accounts of cash. */
export interface CashScope extends EntryScope {
  readonly cash: readonly string[]
}

/** What entries moved on an account, sen. */
interface Moved {
  readonly account: string
  readonly debit: number
  readonly credit: number
}

/** The same of entries that moved cash; a reversal takes away from what it reverses. */
export interface CashMove extends Moved {
  readonly isReversal: boolean
}

type Entries = RawBuilder<unknown>

const reversals = sql`SELECT seq FROM journal_entry WHERE reverses_id IS NOT NULL`
const openingOrClosing = sql`SELECT seq FROM journal_entry WHERE kind <> 'ordinary'`
const naming = sql`SELECT seq FROM journal_line WHERE cash_flow_line IS NOT NULL`

/** The entries of a period in which a line names its flow itself. */
export async function namingEntries(db: Reader, { from, to }: CashScope): Promise<number[]> {
  const { rows } = await sql<{ seq: number }>`${naming} AND +entry_date BETWEEN ${from} AND ${to}`.execute(db)
  return rows.map(({ seq }) => seq)
}

/**
 * What the entries that moved cash, but for those told `apart`, moved on the other accounts. Of one unit only its own lines
 * count, which balance by what it is owed by others.
 */
export async function movedWithCash(db: Reader, scope: CashScope, apart: readonly number[]): Promise<CashMove[]> {
  const byThemselves = sql`SELECT value FROM json_each(${JSON.stringify(apart)})`
  const told = sql`${withCash(scope)} AND seq NOT IN (${byThemselves}) AND seq NOT IN (${openingOrClosing})`
  const takenBack = await movedBy(db, scope, sql`${told} AND seq IN (${reversals})`)
  const others =
    scope.unit === undefined
      ? await movedButBy(db, scope, entriesApart(scope, byThemselves))
      : await movedBy(db, scope, sql`${told} AND seq NOT IN (${reversals})`)
  return [
    ...others.map((moved) => ({ ...moved, isReversal: false })),
    ...takenBack.map((moved) => ({ ...moved, isReversal: true })),
  ].filter(({ account }) => !scope.cash.includes(account))
}

/** The entries of a period with a line of cash, in the unit asked for. */
function withCash({ from, to, unit, cash }: CashScope): Entries {
  return sql`SELECT DISTINCT seq FROM journal_line
    WHERE account IN (SELECT value FROM json_each(${JSON.stringify(cash)})) AND entry_date BETWEEN ${from} AND ${to}
      ${unit === undefined ? sql`` : sql`AND unit = ${unit}`}`
}

/** The ordinary entries of a period that moved no cash, or are told by themselves. */
function entriesApart(scope: CashScope, byThemselves: Entries): Entries {
  const { from, to } = scope
  // The plus signs keep SQLite from walking through the whole period where a few entries of all periods are meant.
  return sql`SELECT DISTINCT seq FROM (
      SELECT seq FROM (SELECT seq FROM journal_entry WHERE date BETWEEN ${from} AND ${to} EXCEPT ${withCash(scope)})
      UNION ALL ${byThemselves}
      UNION ALL ${reversals} AND +date BETWEEN ${from} AND ${to}
    ) WHERE seq NOT IN (${openingOrClosing})`
}

/** What some entries moved on each account, from their lines in the unit asked for. */
async function movedBy(db: Reader, { unit }: CashScope, entries: Entries): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    WITH entries (seq) AS MATERIALIZED (${entries})
    SELECT l.account, sum(l.debit) AS debit, sum(l.credit) AS credit FROM entries CROSS JOIN journal_line l ON l.seq = entries.seq
    ${unit === undefined ? sql`` : sql`WHERE l.unit = ${unit}`}
    GROUP BY l.account`.execute(db)
  return rows
}

/**
 * What all ordinary entries of a period but these moved on each account. Nearly every entry moves cash, and what all of
 * them moved is kept: so a year of a large book is told without reading its lines.
 */
async function movedButBy(db: Reader, scope: CashScope, entries: Entries): Promise<Moved[]> {
  const all = await movementsBetween(db, scope.from, scope.to, { ordinaryOnly: true })
  const less = new Map((await movedBy(db, scope, entries)).map((moved) => [moved.account, moved]))
  return all.map(({ account, debit, credit }) => {
    const apart = less.get(account)
    return { account, debit: debit - (apart?.debit ?? 0), credit: credit - (apart?.credit ?? 0) }
  })
}
