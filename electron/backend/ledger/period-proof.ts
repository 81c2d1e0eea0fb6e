import { sql } from 'kysely'
import type { Reader } from '../db/tables.ts'
import type { Problem } from './verify.ts'
import { voucherName } from './vouchers.ts'

/** A month is locked over a certain head of the chain; that entry must still stand there with the same hash. */
export async function periodProblems(db: Reader): Promise<Problem[]> {
  const rows = await db
    .selectFrom('period_act as p')
    .leftJoin('journal_entry as e', 'e.seq', 'p.head_seq')
    .select(['p.period', 'p.head_seq', 'e.id', 'e.book', 'e.year', 'e.number'])
    .where('p.head_seq', '>', 0)
    .where(sql<boolean>`e.hash IS NOT p.head_hash`)
    .limit(20)
    .execute()
  return [...rows.map(changedHead), ...(await insidersOf(db))]
}

interface ChangedHead {
  readonly period: string
  readonly head_seq: number
  readonly id: string | null
  readonly book: string | null
  readonly year: number | null
  readonly number: number | null
}

function changedHead(row: ChangedHead): Problem {
  const { book, year, number } = row
  const voucher = book !== null && year !== null && number !== null ? voucherName({ book, year, number }) : null
  const detail = `entry number ${row.head_seq} is not the one over which ${row.period} was locked`
  return { kind: 'period', entryId: row.id, voucher, detail }
}

/** Entries dated into a month or year after it was locked and before it was opened again; a month takes its year's closing. */
async function insidersOf(db: Reader): Promise<Problem[]> {
  const rows = await sql<{ id: string; book: string; year: number; number: number; period: string }>`
    WITH closed AS (
      SELECT period, act, head_seq AS after_seq,
        coalesce(lead(head_seq) OVER (PARTITION BY period ORDER BY seq), 9007199254740991) AS until_seq
      FROM period_act
    )
    SELECT e.id, e.book, e.year, e.number, closed.period FROM closed
    JOIN journal_entry e ON e.date >= closed.period AND e.date < closed.period || '~'
      AND e.seq > closed.after_seq AND e.seq <= closed.until_seq
    WHERE closed.act = 'close' OR (closed.act = 'lock' AND e.kind <> 'closing') LIMIT 20`.execute(db)
  return rows.rows.map((row) => ({
    kind: 'period',
    entryId: row.id,
    voucher: voucherName(row),
    detail: `is dated into ${row.period}, which was locked`,
  }))
}
