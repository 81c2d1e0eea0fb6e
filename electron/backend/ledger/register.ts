import { type RawBuilder, sql } from 'kysely'
import { addDays, monthOf, yearOf } from '../../../shared/calendar.ts'
import type { Reader } from '../db/tables.ts'
import { voucherName } from './vouchers.ts'

/** One account over some days, in all units or one. */
export interface RegisterScope {
  readonly account: string
  readonly from: string
  readonly to: string
  readonly unit?: string | undefined
}

/** A line as a register shows it, amounts in sen; `balance` is debit less credit after it. */
export interface RegisterLine {
  readonly entryId: string
  readonly seq: number
  readonly voucher: string
  readonly date: string
  readonly description: string
  readonly memo: string | null
  readonly debit: number
  readonly credit: number
  readonly balance: number
  /** The member the line or else the whole entry is about; null where there are several. */
  readonly memberName: string | null
  readonly members: number
}

/** What an account moved, sums in sen, and with how many lines. */
export interface Moved {
  readonly debit: number
  readonly credit: number
  readonly lines: number
}

/** An account's days: what stood before, what moved, and some of the lines in order of day and posting. */
export interface Register {
  readonly before: Moved
  readonly within: Moved
  readonly rows: RegisterLine[]
}

/**
 * Lines `offset` to `offset + limit` of an account's days. The kept balances count lines per year, month and day, so any
 * position of a long account is found without walking there.
 */
export async function readRegister(db: Reader, scope: RegisterScope, offset = 0, limit?: number): Promise<Register> {
  const before = await movedBefore(db, scope, scope.from)
  const until = scope.from > scope.to ? before : await movedBefore(db, scope, addDays(scope.to, 1))
  const within = less(until, before)
  const wanted = Math.min(limit ?? within.lines, within.lines - offset)
  if (wanted <= 0) return { before, within, rows: [] }
  const start = await findPosition(db, scope, before.lines + offset)
  return { before, within, rows: await linesFrom(db, scope, start, wanted) }
}

/** Debit less credit of an account at the end of the day before `day`, with the number of lines until then. */
async function movedBefore(db: Reader, scope: RegisterScope, day: string): Promise<Moved> {
  const [year, month] = [String(yearOf(day)), monthOf(day)]
  const pieces = [
    kept('balance_year', scope, sql`year < ${year}`),
    kept('balance_month', scope, sql`month >= ${`${year}-01`} AND month < ${month}`),
    kept('balance_day', scope, sql`day >= ${`${month}-01`} AND day < ${day}`),
  ]
  const result = await sql<Moved>`
    SELECT coalesce(sum(debit), 0) AS debit, coalesce(sum(credit), 0) AS credit, coalesce(sum(lines), 0) AS lines
    FROM (${sql.join(pieces, sql` UNION ALL `)})`.execute(db)
  return result.rows[0] ?? nothing
}

const nothing: Moved = { debit: 0, credit: 0, lines: 0 }

function kept(table: string, { account, unit }: RegisterScope, when: RawBuilder<unknown>): RawBuilder<unknown> {
  const inUnit = unit === undefined ? sql`` : sql` AND unit = ${unit}`
  return sql`SELECT debit, credit, lines FROM ${sql.table(table)} WHERE account = ${account} AND ${when}${inUnit}`
}

/** A place among an account's lines: a day, what moved before it, and how many of its lines to skip. */
interface Position {
  readonly day: string
  readonly before: Moved
  readonly skip: number
}

/** Goes down from years to months to days to the line with this many lines before it. */
async function findPosition(db: Reader, scope: RegisterScope, linesBefore: number): Promise<Position> {
  let before = nothing
  let within = ''
  for (const [table, column] of levels) {
    for (const period of await periodsOf(db, scope, table, column, within)) {
      within = period.period
      if (before.lines + period.lines > linesBefore) break
      before = plus(before, period)
    }
  }
  return { day: within, before, skip: linesBefore - before.lines }
}

const levels = [
  ['balance_year', 'year'],
  ['balance_month', 'month'],
  ['balance_day', 'day'],
] as const

async function periodsOf(db: Reader, { account, unit }: RegisterScope, table: string, column: string, within: string) {
  const period = sql.ref(column)
  const inUnit = unit === undefined ? sql`` : sql` AND unit = ${unit}`
  const result = await sql<Moved & { period: string }>`
    SELECT ${period} AS period, sum(debit) AS debit, sum(credit) AS credit, sum(lines) AS lines
    FROM ${sql.table(table)}
    WHERE account = ${account} AND ${period} >= ${within} AND ${period} < ${`${within}~`}${inUnit}
    GROUP BY 1 ORDER BY 1`.execute(db)
  return result.rows
}

interface LineRow {
  seq: number
  id: string
  book: string
  year: number
  number: number
  date: string
  description: string
  memo: string | null
  debit: number
  credit: number
  own_member: string | null
  member: string | null
  members: number
}

async function linesFrom(db: Reader, scope: RegisterScope, start: Position, limit: number): Promise<RegisterLine[]> {
  const rows = await fetchLines(db, scope, start, limit)
  const skipped = await skippedOnDay(db, scope, start)
  let balance = start.before.debit - start.before.credit + skipped.debit - skipped.credit
  return rows.map((row) => {
    balance += row.debit - row.credit
    return {
      entryId: row.id,
      seq: row.seq,
      voucher: voucherName(row),
      date: row.date,
      description: row.description,
      memo: row.memo,
      debit: row.debit,
      credit: row.credit,
      balance,
      memberName: row.own_member ?? (row.members === 1 ? row.member : null),
      members: row.own_member === null ? row.members : 1,
    }
  })
}

/** A line's own member, or of an entry about one member that one: a cash line itself names nobody. */
const membersOfEntry = sql`FROM journal_line o LEFT JOIN savings_account os ON os.id = o.savings_account_id
  JOIN member om ON om.id = coalesce(o.member_id, os.member_id) WHERE o.seq = l.seq`

async function fetchLines(db: Reader, scope: RegisterScope, start: Position, limit: number): Promise<LineRow[]> {
  const result = await sql<LineRow>`
    SELECT e.seq, e.id, e.book, e.year, e.number, e.date, e.description, l.memo, l.debit, l.credit, m.name AS own_member,
      CASE WHEN m.id IS NULL THEN (SELECT min(om.name) ${membersOfEntry}) END AS member,
      CASE WHEN m.id IS NULL THEN (SELECT count(DISTINCT om.id) ${membersOfEntry}) ELSE 1 END AS members
    FROM (${linesOnFrom(scope, sql`entry_date >= ${start.day} AND entry_date <= ${scope.to}`)}
      LIMIT ${limit} OFFSET ${start.skip}) l
    CROSS JOIN journal_entry e ON e.seq = l.seq
    LEFT JOIN savings_account s ON s.id = l.savings_account_id
    LEFT JOIN member m ON m.id = coalesce(l.member_id, s.member_id)
    ORDER BY l.entry_date, l.seq, l.line_no`.execute(db)
  return result.rows
}

async function skippedOnDay(db: Reader, scope: RegisterScope, { day, skip }: Position): Promise<Moved> {
  if (skip === 0) return nothing
  const result = await sql<Moved>`
    SELECT coalesce(sum(debit), 0) AS debit, coalesce(sum(credit), 0) AS credit, count(*) AS lines
    FROM (${linesOnFrom(scope, sql`entry_date = ${day}`)} LIMIT ${skip})`.execute(db)
  return result.rows[0] ?? nothing
}

function linesOnFrom({ account, unit }: RegisterScope, when: RawBuilder<unknown>): RawBuilder<unknown> {
  const inUnit = unit === undefined ? sql`` : sql` AND unit = ${unit}`
  return sql`SELECT seq, line_no, entry_date, debit, credit, memo, member_id, savings_account_id FROM journal_line
    WHERE account = ${account} AND ${when}${inUnit} ORDER BY entry_date, seq, line_no`
}

function plus(a: Moved, b: Moved): Moved {
  return { debit: a.debit + b.debit, credit: a.credit + b.credit, lines: a.lines + b.lines }
}

function less(a: Moved, b: Moved): Moved {
  return { debit: a.debit - b.debit, credit: a.credit - b.credit, lines: a.lines - b.lines }
}
