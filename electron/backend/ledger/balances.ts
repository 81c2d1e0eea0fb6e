import { type RawBuilder, sql } from 'kysely'
import { monthOf, yearOf } from '../../../shared/calendar.ts'
import type { AccountTable, JournalEntryTable, Reader } from '../db/tables.ts'

/** What moved on an account up to a day, sums in sen. */
export interface AccountMovement {
  readonly account: string
  readonly debit: number
  readonly credit: number
}

export interface BalanceScope {
  /** Leave out closing entries, as surplus, cash flow and budget do. */
  readonly beforeClosing?: boolean | undefined
  /** Leave out opening entries too: only what happened. */
  readonly ordinaryOnly?: boolean | undefined
  readonly unit?: string | undefined
}

/**
 * Everything that moved up to the end of `asOf`, per account: whole years before its year, whole months before its
 * month, days of its month. Reads the balances the database keeps, never the lines.
 */
export async function movementsUntil(db: Reader, asOf: string, scope: BalanceScope = {}): Promise<AccountMovement[]> {
  return summed(db, [
    piece('balance_year', scope, sql`year < ${String(yearOf(asOf))}`),
    piece('balance_month', scope, sql`month >= ${`${yearOf(asOf)}-01`} AND month < ${monthOf(asOf)}`),
    piece('balance_day', scope, sql`day >= ${`${monthOf(asOf)}-01`} AND day <= ${asOf}`),
  ])
}

/** What moved from `from` to `to`, both days included, per account. */
export async function movementsBetween(
  db: Reader,
  from: string,
  to: string,
  scope: BalanceScope = {},
): Promise<AccountMovement[]> {
  if (from > to) return []
  if (monthOf(from) === monthOf(to))
    return summed(db, [piece('balance_day', scope, sql`day >= ${from} AND day <= ${to}`)])
  const firstDays = piece('balance_day', scope, sql`day >= ${from} AND day <= ${`${monthOf(from)}-31`}`)
  const lastDays = piece('balance_day', scope, sql`day >= ${`${monthOf(to)}-01`} AND day <= ${to}`)
  const [fromYear, toYear] = [yearOf(from), yearOf(to)]
  if (fromYear === toYear) {
    const months = piece('balance_month', scope, sql`month > ${monthOf(from)} AND month < ${monthOf(to)}`)
    return summed(db, [firstDays, months, lastDays])
  }
  return summed(db, [
    firstDays,
    piece('balance_month', scope, sql`month > ${monthOf(from)} AND month <= ${`${fromYear}-12`}`),
    piece('balance_year', scope, sql`year > ${String(fromYear)} AND year < ${String(toYear)}`),
    piece('balance_month', scope, sql`month >= ${`${toYear}-01`} AND month < ${monthOf(to)}`),
    lastDays,
  ])
}

/** What moved in a month on accounts of one nature, debit less credit in sen. */
export interface NatureMovement extends Pick<AccountTable, 'type' | 'subledger'> {
  readonly month: string
  readonly kind: JournalEntryTable['kind']
  readonly net: number
}

/**
 * What moved month by month up to the end of the day `asOf`, per nature of the accounts; all that lies before the year
 * of `first` comes in whole years, in the month each ended with.
 */
export async function movementsByMonth(db: Reader, first: string, asOf: string): Promise<NatureMovement[]> {
  const year = first.slice(0, 4)
  const last = monthOf(asOf)
  const result = await sql<NatureMovement>`
    SELECT b.month, a.type, a.subledger, b.kind, sum(b.debit - b.credit) AS net
    FROM (
      SELECT account, year || '-12' AS month, kind, debit, credit FROM balance_year WHERE year < ${year}
      UNION ALL
      SELECT account, month, kind, debit, credit FROM balance_month WHERE month >= ${`${year}-01`} AND month < ${last}
      UNION ALL
      SELECT b.account, ${last}, b.kind, b.debit, b.credit
      FROM account a CROSS JOIN balance_day b ON b.account = a.code WHERE b.day >= ${`${last}-01`} AND b.day <= ${asOf}
    ) b JOIN account a ON a.code = b.account
    GROUP BY b.month, a.type, a.subledger, b.kind`.execute(db)
  return result.rows
}

export type KeptBalance = 'balance_day' | 'balance_month' | 'balance_year'

/** Goes from account to account and reads each one's few rows: the kept balances are stored by account, then time. */
function piece(table: KeptBalance, scope: BalanceScope, when: RawBuilder<unknown>): RawBuilder<unknown> {
  const unit = scope.unit === undefined ? sql`` : sql` AND b.unit = ${scope.unit}`
  const kind = scope.ordinaryOnly
    ? sql` AND b.kind = 'ordinary'`
    : scope.beforeClosing
      ? sql` AND b.kind <> 'closing'`
      : sql``
  return sql`SELECT b.account, b.debit, b.credit FROM account a CROSS JOIN ${sql.table(table)} b ON b.account = a.code
    WHERE ${when}${unit}${kind}`
}

async function summed(db: Reader, pieces: readonly RawBuilder<unknown>[]): Promise<AccountMovement[]> {
  const all = sql.join(pieces, sql` UNION ALL `)
  const result = await sql<AccountMovement>`
    SELECT account, sum(debit) AS debit, sum(credit) AS credit FROM (${all}) GROUP BY account ORDER BY account`.execute(
    db,
  )
  return result.rows
}
