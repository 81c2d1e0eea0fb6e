import { sql } from 'kysely'
import { firstDayOfYear, lastDayOfYear } from '../../../shared/calendar.ts'
import { among } from '../db/among.ts'
import type { Reader } from '../db/tables.ts'

/** What one voucher and what took it back moved together on an account; `amount` put in, taken out below zero, sen. */
export interface NetMove<Account extends string = string> {
  readonly id: string
  readonly date: string
  readonly book: string
  readonly year: number
  readonly number: number
  readonly description: string
  readonly account: Account
  readonly amount: number
}

/** What moved on accounts in a year, voucher by voucher in the order of their days, without what was taken back and openings. */
export async function netMovesIn<Account extends string>(
  db: Reader,
  year: number,
  accounts: readonly Account[],
): Promise<NetMove<Account>[]> {
  const result = await sql<NetMove<Account>>`
    SELECT o.id, o.date, o.book, o.year, o.number, o.description, moved.account, moved.amount FROM (
      SELECT coalesce(e.reverses_id, e.id) AS origin, l.account, sum(l.credit - l.debit) AS amount
      FROM journal_line l JOIN journal_entry e ON e.seq = l.seq
      WHERE l.account IN ${among(JSON.stringify(accounts))} AND e.kind <> 'opening'
        AND l.entry_date BETWEEN ${firstDayOfYear(year)} AND ${lastDayOfYear(year)}
      GROUP BY origin, l.account HAVING sum(l.credit - l.debit) <> 0
    ) moved JOIN journal_entry o ON o.id = moved.origin
    ORDER BY o.date, o.seq, moved.account`.execute(db)
  return [...result.rows]
}
