import { type RawBuilder, sql } from 'kysely'
import { accruedInterestAccount } from '../../../shared/rules/entries/loan-line.ts'
import type { Reader } from '../db/tables.ts'
import type { KeptBalance } from './balances.ts'
import { clearingAccount } from './inter-unit.ts'
import type { Problem } from './verify.ts'
import { voucherName } from './vouchers.ts'

/** Balances the database keeps against the lines they were kept from, and subledgers against their control accounts. */
export async function balanceProblems(db: Reader): Promise<Problem[]> {
  return [
    ...(await keptAgainstLines(db, 'balance_day', 'day', sql`l.entry_date`)),
    ...(await keptAgainstLines(db, 'balance_month', 'month', sql`substr(l.entry_date, 1, 7)`)),
    ...(await keptAgainstLines(db, 'balance_year', 'year', sql`substr(l.entry_date, 1, 4)`)),
    ...(await subledgerProblems(db)),
    ...(await belowZeroProblems(db)),
    ...(await loanProblems(db)),
    ...(await clearingProblems(db)),
  ]
}

const shown = sql.lit(20)

async function keptAgainstLines(
  db: Reader,
  table: KeptBalance,
  column: string,
  period: RawBuilder<unknown>,
): Promise<Problem[]> {
  const result = await sql<{ account: string; period: string }>`
    SELECT account, period FROM (
      SELECT account, ${sql.ref(column)} AS period, unit, kind, debit, credit, lines FROM ${sql.table(table)}
      UNION ALL
      SELECT l.account, ${period}, l.unit, e.kind, -sum(l.debit), -sum(l.credit), -count(*)
      FROM journal_line l JOIN journal_entry e ON e.seq = l.seq GROUP BY 1, 2, 3, 4
    ) GROUP BY account, period, unit, kind
    HAVING sum(debit) <> 0 OR sum(credit) <> 0 OR sum(lines) <> 0
    ORDER BY period, account LIMIT ${shown}`.execute(db)
  return result.rows.map((row) => ({
    kind: 'balance',
    entryId: null,
    voucher: null,
    detail: `the kept balance of account ${row.account} in ${row.period} differs from its lines`,
  }))
}

/** What each card holds, kept by the year, against the lines that name it; a control account's lines all name theirs. */
async function subledgerProblems(db: Reader): Promise<Problem[]> {
  const result = await sql<{ account: string }>`
    SELECT account FROM (
      SELECT subledger, reference, account, unit, year AS period, debit, credit, lines FROM balance_subledger
      UNION ALL
      SELECT a.subledger, ${cardOfLine}, l.account, l.unit, substr(l.entry_date, 1, 4), -l.debit, -l.credit, -1
      FROM journal_line l JOIN account a ON a.code = l.account WHERE a.subledger IS NOT NULL
    ) GROUP BY subledger, reference, account, unit, period
    HAVING sum(debit) <> 0 OR sum(credit) <> 0 OR sum(lines) <> 0
    ORDER BY account LIMIT ${shown}`.execute(db)
  return [...new Set(result.rows.map(({ account }) => account))].map((account) => ({
    kind: 'subledger',
    entryId: null,
    voucher: null,
    detail: `the kept cards of account ${account} differ from their lines`,
  }))
}

const cardOfLine = sql`CASE a.subledger
  WHEN 'savings' THEN l.savings_account_id WHEN 'loan' THEN l.loan_id WHEN 'member' THEN l.member_id
  WHEN 'partner' THEN l.partner_id WHEN 'borrowing' THEN l.borrowing_id WHEN 'fund' THEN l.fund_id
  WHEN 'item' THEN l.item_id WHEN 'asset' THEN l.asset_id WHEN 'person' THEN l.person_id END`

/**
 * Cash in the hand and savings are never below zero at the end of any day, for whatever path an entry took: it was
 * refused, or somebody switched the guard off.
 */
async function belowZeroProblems(db: Reader): Promise<Problem[]> {
  const cash = await sql<{ account: string; day: string }>`
    SELECT account, min(day) AS day FROM (
      SELECT account, day, sum(moved) OVER (PARTITION BY account ORDER BY day) AS held FROM (
        SELECT account, day, sum(debit - credit) AS moved FROM balance_day
        WHERE substr(account, 1, 3) IN ('111', '114') GROUP BY account, day
      )
    ) WHERE held < 0 GROUP BY account`.execute(db)
  const savings = await sql<{ code: string; day: string }>`
    SELECT s.code, min(day) AS day FROM (
      SELECT card, day, sum(moved) OVER (PARTITION BY card ORDER BY day) AS held FROM (
        SELECT l.savings_account_id AS card, l.entry_date AS day, sum(l.credit - l.debit) AS moved
        FROM journal_line l JOIN account a ON a.code = l.account
        WHERE a.subledger = 'savings' GROUP BY l.savings_account_id, l.entry_date
      )
    ) JOIN savings_account s ON s.id = card WHERE held < 0 GROUP BY s.code ORDER BY s.code LIMIT ${shown}`.execute(db)
  const below = (what: string, day: string): Problem => ({
    ...{ kind: 'balance', entryId: null, voucher: null },
    detail: `${what} is below zero on ${day}`,
  })
  return [
    ...cash.rows.map(({ account, day }) => below(`cash account ${account}`, day)),
    ...savings.rows.map(({ code, day }) => below(`savings account ${code}`, day)),
  ]
}

/** Loans owed less than nothing or more than was approved, by somebody else, or under a schedule that is not their payout's. */
async function loanProblems(db: Reader): Promise<Problem[]> {
  const owed = await sql<{ code: string; day: string }>`
    SELECT l.code, min(day) AS day FROM (
      SELECT loan_id, day, sum(moved) OVER (PARTITION BY loan_id ORDER BY day) AS held FROM (
        SELECT l.loan_id, l.entry_date AS day, sum(l.debit - l.credit) AS moved
        FROM journal_line l JOIN account a ON a.code = l.account
        WHERE a.subledger = 'loan' AND l.account <> ${accruedInterestAccount} GROUP BY l.loan_id, l.entry_date
      )
    ) JOIN loan_agreement g USING (loan_id) JOIN loan l ON l.id = loan_id
    WHERE held < 0 OR held > g.principal GROUP BY l.code ORDER BY l.code LIMIT ${shown}`.execute(db)
  const foreign = await sql<{ code: string }>`
    SELECT DISTINCT o.code FROM journal_line l JOIN account a ON a.code = l.account
    JOIN loan_agreement g USING (loan_id) JOIN loan o ON o.id = g.loan_id
    WHERE a.subledger = 'loan'
      AND (l.account NOT IN (g.account, ${accruedInterestAccount}) OR l.member_id <> g.member_id) LIMIT ${shown}`.execute(
    db,
  )
  const untagged = await sql<{ code: string }>`
    SELECT DISTINCT o.code FROM journal_line l
    JOIN loan_agreement g USING (loan_id) JOIN loan o ON o.id = g.loan_id
    WHERE l.fund_id IS NOT g.fund_id LIMIT ${shown}`.execute(db)
  const schedules = await sql<{ code: string }>`
    SELECT o.code FROM journal_entry e JOIN journal_line l ON l.seq = e.seq
    JOIN loan_agreement g USING (loan_id) JOIN loan o ON o.id = g.loan_id
    LEFT JOIN (SELECT entry_id, loan_id, sum(principal) AS principal, count(*) AS rows, max(n) AS last
      FROM loan_instalment GROUP BY entry_id, loan_id) i ON i.entry_id = e.id AND i.loan_id = l.loan_id
    WHERE e.procedure IN ('loans.disburse', 'loans.restructure') AND e.reverses_id IS NULL AND l.account = g.account
      AND l.debit > 0 AND (i.principal IS NOT l.debit OR i.rows IS NOT i.last) LIMIT ${shown}`.execute(db)
  const problem = (detail: string): Problem => ({ kind: 'subledger', entryId: null, voucher: null, detail })
  return [
    ...owed.rows.map(({ code, day }) =>
      problem(`loan ${code} is owed less than nothing or more than was approved on ${day}`),
    ),
    ...foreign.rows.map(({ code }) => problem(`loan ${code} is now another member's or another kind`)),
    ...untagged.rows.map(({ code }) => problem(`lines of loan ${code} name another fund than the loan`)),
    ...schedules.rows.map(({ code }) => problem(`the schedule of loan ${code} does not add up to its payout`)),
  ]
}

/** What units owe each other is nil in every entry: combined statements leave it out. */
async function clearingProblems(db: Reader): Promise<Problem[]> {
  const rows = await sql<{ id: string; book: string; year: number; number: number }>`
    SELECT e.id, e.book, e.year, e.number FROM journal_line l JOIN journal_entry e ON e.seq = l.seq
    WHERE l.account = ${clearingAccount} GROUP BY e.seq HAVING sum(l.debit) <> sum(l.credit) LIMIT ${shown}`.execute(db)
  return rows.rows.map((row) => ({
    ...{ kind: 'balance', entryId: row.id, voucher: voucherName(row) },
    detail: `account ${clearingAccount} does not cancel out`,
  }))
}
