import { sql } from 'kysely'
import { lastDayOfMonth } from '../../../shared/calendar.ts'
import { accruedInterestAccount, allowanceAccount } from '../../../shared/rules/entries/loan-line.ts'
import type { Reader } from '../db/tables.ts'
import { setAsideByUnit } from './allowance-bounds.ts'
import type { Problem } from './verify.ts'
import { voucherName } from './vouchers.ts'

/**
 * Month ends of loans against the lines as they were when they were done: what was written later is told by its number.
 * So those are proven too that were taken back since.
 */
export async function monthEndProblems(db: Reader): Promise<Problem[]> {
  const problems = [...(await strayMonthEnds(db)), ...(await interestBelowZero(db)), ...(await allowanceBelowZero(db))]
  for (const monthEnd of await allowanceMonths(db)) {
    problems.push(...(await classProblems(db, monthEnd)), ...(await allowanceProblems(db, monthEnd)))
  }
  return problems
}

/** Month ends whose entry is another one's, and entries that no month end knows: their month could be done twice. */
async function strayMonthEnds(db: Reader): Promise<Problem[]> {
  const rows = await sql<{ id: string; book: string; year: number; number: number }>`
    SELECT e.id, e.book, e.year, e.number FROM journal_entry e LEFT JOIN loan_month_end m ON m.entry_id = e.id
    WHERE e.reverses_id IS NULL AND (
      (m.request_id IS NULL AND e.procedure IN ('loans.accrueInterest', 'loans.accrueAllowance'))
      OR (m.request_id IS NOT NULL AND (m.request_id IS NOT e.request_id OR m.month <> substr(e.date, 1, 7)
        OR e.procedure <> CASE m.step WHEN 'interest' THEN 'loans.accrueInterest' ELSE 'loans.accrueAllowance' END)))
    ORDER BY e.seq LIMIT 20`.execute(db)
  return rows.rows.map((row) => ({
    ...{ kind: 'reference', entryId: row.id, voucher: voucherName(row) },
    detail: 'is not the month end of the loans it was written as',
  }))
}

/** Interest of a loan that came in without having been booked. */
async function interestBelowZero(db: Reader): Promise<Problem[]> {
  const rows = await sql<{ code: string; day: string }>`
    SELECT o.code, min(day) AS day FROM (
      SELECT loan_id, day, sum(moved) OVER (PARTITION BY loan_id ORDER BY day) AS held FROM (
        SELECT loan_id, entry_date AS day, sum(debit - credit) AS moved FROM journal_line
        WHERE account = ${accruedInterestAccount} AND loan_id IS NOT NULL GROUP BY loan_id, entry_date
      )
    ) JOIN loan o ON o.id = loan_id WHERE held < 0 GROUP BY o.code ORDER BY o.code LIMIT 20`.execute(db)
  return rows.rows.map(({ code, day }) => subledger(`booked interest of loan ${code} is below zero on ${day}`))
}

interface MonthEnd {
  readonly requestId: string
  readonly month: string
  /** The newest entry when it was done. */
  readonly seq: number
}

async function allowanceMonths(db: Reader): Promise<MonthEnd[]> {
  return db
    .selectFrom('loan_month_end as m')
    .innerJoin('request as q', 'q.id', 'm.request_id')
    .select(['m.request_id as requestId', 'm.month', 'q.last_seq as seq'])
    .where('m.step', '=', 'allowance')
    .orderBy('m.month')
    .execute()
}

/** Loans whose class says another principal than was owed, or that have none while they were owed. */
async function classProblems(db: Reader, { requestId, month, seq }: MonthEnd): Promise<Problem[]> {
  const rows = await sql<{ code: string }>`
    SELECT o.code FROM (
      SELECT loan_id, debit - credit AS amount FROM journal_line
      WHERE loan_id IS NOT NULL AND entry_date <= ${lastDayOfMonth(month)} AND seq <= ${seq}
        AND account IN (SELECT code FROM account WHERE subledger = 'loan' AND code <> ${accruedInterestAccount})
      UNION ALL SELECT loan_id, -outstanding FROM loan_class WHERE request_id = ${requestId}
    ) JOIN loan o ON o.id = loan_id
    GROUP BY o.code HAVING sum(amount) <> 0 ORDER BY o.code LIMIT 20`.execute(db)
  return rows.rows.map(({ code }) => subledger(`the class of loan ${code} in ${month} is not of what was owed then`))
}

/** Less than nothing set aside, which no write-off may leave. */
async function allowanceBelowZero(db: Reader): Promise<Problem[]> {
  const { rows } = await sql<{ unit: string; day: string }>`
    SELECT unit, min(day) AS day FROM (
      SELECT unit, day, sum(moved) OVER (PARTITION BY unit ORDER BY day) AS held FROM (
        SELECT unit, entry_date AS day, sum(credit - debit) AS moved FROM journal_line
        WHERE account = ${allowanceAccount} GROUP BY unit, entry_date
      )
    ) WHERE held < 0 GROUP BY unit ORDER BY unit`.execute(db)
  return rows.map(({ unit, day }) => subledger(`what is set aside for loans in ${unit} is below zero on ${day}`))
}

/**
 * What was set aside in all is what the classes of the month ask for, or more of it where a write-off of a later day was
 * borne by all that is left of the rest.
 */
async function allowanceProblems(db: Reader, { requestId, month, seq }: MonthEnd): Promise<Problem[]> {
  const date = lastDayOfMonth(month)
  const moved = await sql<{ unit: string; day: string; moved: number }>`
    SELECT unit, entry_date AS day, sum(credit - debit) AS moved FROM journal_line
    WHERE account = ${allowanceAccount} AND seq <= ${seq} GROUP BY unit, entry_date ORDER BY unit, entry_date`.execute(
    db,
  )
  const asked = await sql<{ amount: number }>`
    SELECT coalesce(sum(allowance), 0) AS amount FROM loan_class WHERE request_id = ${requestId}`.execute(db)
  const units = [...setAsideByUnit(moved.rows, date).values()]
  const over = units.reduce((sum, { onDay }) => sum + onDay, 0) - (asked.rows[0]?.amount ?? 0)
  const isBorne = units.some(({ onDay, least }) => onDay > 0 && least === 0)
  if (over === 0 || (over > 0 && isBorne)) return []
  return [subledger(`what was set aside for loans in ${month} is not what their classes ask for`)]
}

function subledger(detail: string): Problem {
  return { kind: 'subledger', entryId: null, voucher: null, detail }
}
