import { sql } from 'kysely'
import { firstDayOfYear, lastDayOfYear } from '../../../shared/calendar.ts'
import type { ServiceBasis } from '../../../shared/rules/surplus-bylaw.ts'
import { among } from '../db/among.ts'
import type { Reader } from '../db/tables.ts'

/**
 * What members held of some products of savings, sen by member: at the end of a year, or the sum of its twelve month
 * ends, from what the database keeps of earlier years and the lines of this one.
 */
export async function savedInYear(
  db: Reader,
  year: number,
  { products, basis }: { readonly products: readonly string[]; readonly basis: 'year_end' | 'month_ends' },
): Promise<Map<string, number>> {
  const [from, to] = [firstDayOfYear(year), lastDayOfYear(year)]
  const [ends, left] =
    basis === 'year_end' ? [sql`1`, sql`1`] : [sql`12`, sql`13 - CAST(substr(l.entry_date, 6, 2) AS INTEGER)`]
  const result = await sql<{ member: string; saved: number }>`
    SELECT s.member_id AS member, sum(moved.saved) AS saved FROM (
      SELECT reference AS id, sum(credit - debit) * ${ends} AS saved FROM balance_subledger
        WHERE subledger = 'savings' AND year < ${String(year)} GROUP BY reference
      UNION ALL
      SELECT l.savings_account_id, sum((l.credit - l.debit) * (${left})) FROM journal_line l
        JOIN account a ON a.code = l.account AND a.subledger = 'savings'
        WHERE l.entry_date BETWEEN ${from} AND ${to} GROUP BY l.savings_account_id
    ) moved JOIN savings_account s ON s.id = moved.id
    WHERE s.product IN ${among(JSON.stringify(products))}
    GROUP BY s.member_id`.execute(db)
  return new Map(result.rows.map(({ member, saved }) => [member, saved]))
}

export type Business = Readonly<Record<ServiceBasis, number>>

/**
 * What each member did with the cooperative in a year, sen, from the lines that name her: loan interest (H01), what she
 * bought less what she gave back (H03) and services (42104), what was left of that after cost, and the commission on
 * goods of hers that were sold (42103). What was reversed is none.
 */
export async function businessInYear(db: Reader, year: number): Promise<Map<string, Business>> {
  const result = await sql<{ member: string; interest: number; bought: number; commission: number; cost: number }>`
    WITH named AS MATERIALIZED (
      SELECT l.seq, l.member_id AS member, l.account, a.report_line AS line, l.credit - l.debit AS amount
      FROM account a JOIN journal_line l ON l.account = a.code
      WHERE (a.report_line IN ('H01', 'H03') OR a.code IN ('42103', '42104')) AND l.member_id IS NOT NULL
        AND l.entry_date BETWEEN ${firstDayOfYear(year)} AND ${lastDayOfYear(year)}
    ),
    buyer AS (SELECT seq, min(member) AS member FROM named WHERE line = 'H03' GROUP BY seq HAVING count(DISTINCT member) = 1),
    spent AS MATERIALIZED (
      SELECT b.member, sum(l.debit - l.credit) AS cost FROM buyer b
      JOIN journal_line l ON l.seq = b.seq JOIN account a ON a.code = l.account AND a.report_line = 'H06'
      GROUP BY b.member
    ),
    did AS MATERIALIZED (
      SELECT member,
        coalesce(sum(amount) FILTER (WHERE line = 'H01'), 0) AS interest,
        coalesce(sum(amount) FILTER (WHERE line = 'H03' OR account = '42104'), 0) AS bought,
        coalesce(sum(amount) FILTER (WHERE account = '42103'), 0) AS commission
      FROM named GROUP BY member
    )
    SELECT did.member, interest, bought, commission, coalesce(cost, 0) AS cost
    FROM did LEFT JOIN spent ON spent.member = did.member`.execute(db)
  return new Map(
    result.rows.map(({ member, interest, bought, commission, cost }) => [
      member,
      { loan_interest: interest, purchases: bought, gross_margin: bought - cost, commission },
    ]),
  )
}
