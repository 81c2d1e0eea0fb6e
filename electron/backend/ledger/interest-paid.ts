import { sql } from 'kysely'
import { firstDayOfMonth, lastDayOfMonth } from '../../../shared/calendar.ts'
import { savingsInterestAccount, withheldTaxAccount } from '../../../shared/rules/entries/savings-interest.ts'
import { accruedTermInterestAccount, termInterestAccount } from '../../../shared/rules/entries/term-deposit.ts'
import { sen } from '../../../shared/rules/money.ts'
import type { PaidInterest } from '../../../shared/rules/savings-withholding.ts'
import type { Reader } from '../db/tables.ts'

/**
 * What every member was paid of interest for a month, and what was kept of it for the state, in sen, from the lines that
 * name her: cost of interest (51101, 51102) as far as it is not put aside (24101), what was put aside and is paid now,
 * and tax owed to the state (23103). A run belongs to its month, anything else to the month of its day; what was
 * reversed was never paid.
 */
export async function interestPaid(db: Reader, month: string): Promise<Map<string, PaidInterest>> {
  const result = await sql<{ member: string; gross: number; tax: number }>`
    WITH standing AS (
      SELECT l.member_id, l.account, l.debit, l.credit
      FROM journal_line l
      JOIN journal_entry e ON e.seq = l.seq
      LEFT JOIN savings_interest_run i ON i.entry_id = e.id
      WHERE l.member_id IS NOT NULL AND l.account IN (
          ${savingsInterestAccount}, ${termInterestAccount}, ${accruedTermInterestAccount}, ${withheldTaxAccount})
        AND (i.month = ${month}
          OR (i.month IS NULL AND l.entry_date BETWEEN ${firstDayOfMonth(month)} AND ${lastDayOfMonth(month)}))
        AND l.entry_date >= ${firstDayOfMonth(month)}
        AND e.reverses_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = e.id)
    )
    SELECT member_id AS member,
      coalesce(sum(debit - credit) FILTER (WHERE account <> ${withheldTaxAccount}), 0) AS gross,
      coalesce(sum(credit - debit) FILTER (WHERE account = ${withheldTaxAccount}), 0) AS tax
    FROM standing GROUP BY member_id`.execute(db)
  return new Map(result.rows.map(({ member, gross, tax }) => [member, { gross: sen(gross), tax: sen(tax) }]))
}
