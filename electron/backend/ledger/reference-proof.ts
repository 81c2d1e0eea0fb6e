import { sql } from 'kysely'
import { defaultChart } from '../../../shared/rules/default-chart.ts'
import type { Reader } from '../db/tables.ts'
import type { Problem } from './verify.ts'
import { voucherName } from './vouchers.ts'

/**
 * What lines point at lies outside the chain, so that names can be corrected. What must not change there is proven
 * against the lines, which are in it, and against the chart the program brings along.
 */
export async function referenceProblems(db: Reader): Promise<Problem[]> {
  return [
    ...(await movedCards(db)),
    ...(await strandedSavings(db)),
    ...(await forgottenRequests(db)),
    ...(await changedAccounts(db)),
  ]
}

interface Named {
  readonly id: string
  readonly book: string
  readonly year: number
  readonly number: number
}

function problem(row: Named, detail: string): Problem {
  return { kind: 'reference', entryId: row.id, voucher: voucherName(row), detail }
}

/** A savings account whose lines name another member or another account than it now has. */
async function movedCards(db: Reader): Promise<Problem[]> {
  const result = await sql<Named & { code: string }>`
    SELECT e.id, e.book, e.year, e.number, s.code
    FROM savings_account s
    JOIN journal_line l ON l.savings_account_id = s.id
    JOIN account a ON a.code = l.account
    JOIN journal_entry e ON e.seq = l.seq
    WHERE l.member_id <> s.member_id OR (a.subledger = 'savings' AND l.account <> s.account AND NOT EXISTS
      (SELECT 1 FROM savings_account_former f WHERE f.savings_account_id = s.id AND f.account = l.account))
    GROUP BY s.id HAVING e.seq = min(e.seq) ORDER BY e.seq LIMIT 20`.execute(db)
  return result.rows.map((row) => problem(row, `savings account ${row.code} is now another member's or another kind`))
}

/** A savings account with money on an account of the chart that its product has left. */
async function strandedSavings(db: Reader): Promise<Problem[]> {
  const result = await sql<Named & { code: string; account: string }>`
    SELECT e.id, e.book, e.year, e.number, s.code, b.account
    FROM (SELECT reference, account FROM balance_subledger WHERE subledger = 'savings'
      GROUP BY reference, account HAVING sum(debit) <> sum(credit)) b
    JOIN savings_account s ON s.id = b.reference AND s.account <> b.account
    JOIN journal_line l ON l.savings_account_id = s.id AND l.account = b.account
    JOIN journal_entry e ON e.seq = l.seq
    GROUP BY s.id, b.account HAVING e.seq = max(e.seq) ORDER BY e.seq LIMIT 20`.execute(db)
  return result.rows.map((row) =>
    problem(row, `savings account ${row.code} has money on ${row.account}, which it left`),
  )
}

/** Entries whose request is not remembered: sent again it would be done again, and it could not be undone. */
async function forgottenRequests(db: Reader): Promise<Problem[]> {
  const rows = await db
    .selectFrom('journal_entry as e')
    .leftJoin('request as r', 'r.id', 'e.request_id')
    .select(['e.id', 'e.book', 'e.year', 'e.number'])
    .where('e.request_id', 'is not', null)
    .where((eb) => eb.or([eb('r.id', 'is', null), eb('r.last_seq', '<', eb.ref('e.seq'))]))
    .limit(20)
    .execute()
  return rows.map((row) => problem(row, 'comes from a request that the book does not remember'))
}

/** Accounts of the default chart may be renamed or missing in an older book, but an asset stays an asset. */
async function changedAccounts(db: Reader): Promise<Problem[]> {
  const rows = await db.selectFrom('account').selectAll().execute()
  const found = new Map(rows.map((row) => [row.code, row]))
  return defaultChart
    .filter(({ code, type, normal, subledger, postable, parent, cashFlow }) => {
      const row = found.get(code)
      if (!row) return false
      const isSame = row.type === type && row.normal === normal && row.subledger === subledger
      return !isSame || (row.postable === 1) !== postable || row.parent !== parent || row.cash_flow !== cashFlow
    })
    .map(({ code }) => ({
      kind: 'schema',
      entryId: null,
      voucher: null,
      detail: `account ${code} is no longer what the chart says it is`,
    }))
}
