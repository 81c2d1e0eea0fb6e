import { sql } from 'kysely'
import { leaversAccount } from '../../../shared/rules/member-settlement.ts'
import type { Reader } from '../db/tables.ts'
import { standingExits } from './exits.ts'
import type { Problem } from './verify.ts'
import { voucherName } from './vouchers.ts'

const shownMax = 20

/** Who left is a member no more, closed savings hold nothing, and nobody who left was paid more than was owed. */
export async function exitProblems(db: Reader): Promise<Problem[]> {
  return [
    ...(await strayExits(db)),
    ...(await stillMembers(db)),
    ...(await closedWithMoney(db)),
    ...(await openAgain(db)),
    ...(await paidTooMuch(db)),
  ]
}

/** Settlements that no leaving knows, or that settle what is another member's: somebody could leave twice. */
async function strayExits(db: Reader): Promise<Problem[]> {
  const { rows } = await sql<{ id: string; book: string; year: number; number: number }>`
    SELECT e.id, e.book, e.year, e.number FROM journal_entry e LEFT JOIN member_exit x ON x.entry_id = e.id
    WHERE e.reverses_id IS NULL AND (
      (x.id IS NULL AND e.procedure = 'members.exit')
      OR (x.id IS NOT NULL AND (e.procedure <> 'members.exit' OR x.request_id IS NOT e.request_id
        OR EXISTS (SELECT 1 FROM journal_line l WHERE l.seq = e.seq AND l.member_id <> x.member_id))))
    ORDER BY e.seq LIMIT ${shownMax}`.execute(db)
  return rows.map((row) => ({
    ...{ kind: 'reference', entryId: row.id, voucher: voucherName(row) },
    detail: 'is not the leaving it was written as',
  }))
}

async function stillMembers(db: Reader): Promise<Problem[]> {
  const rows = await standingExits(db)
    .select(['m.code', 'x.date', 'e.id', 'e.book', 'e.year', 'e.number'])
    .where((eb) => eb.or([eb('m.active', '=', 1), eb('m.left_on', 'is not', eb.ref('x.date'))]))
    .orderBy('m.sort')
    .limit(shownMax)
    .execute()
  return rows.map(({ code, date, id, book, year, number }) => ({
    kind: 'reference',
    entryId: id,
    voucher: book === null || year === null || number === null ? null : voucherName({ book, year, number }),
    detail: `member ${code} left on ${date}, the register says otherwise`,
  }))
}

async function closedWithMoney(db: Reader): Promise<Problem[]> {
  const rows = await db
    .selectFrom('savings_account as s')
    .innerJoin('balance_subledger as b', 'b.reference', 's.id')
    .select('s.code')
    .where('b.subledger', '=', 'savings')
    .where('s.active', '=', 0)
    .groupBy(['s.id', 's.code'])
    .having((eb) => eb(eb.fn.sum('b.debit'), '<>', eb.fn.sum('b.credit')))
    .orderBy('s.code')
    .limit(shownMax)
    .execute()
  return rows.map(({ code }) => unvouched(`savings account ${code} is closed and holds money`))
}

async function openAgain(db: Reader): Promise<Problem[]> {
  const rows = await standingExits(db)
    .innerJoin('exit_account as c', 'c.exit_id', 'x.id')
    .innerJoin('savings_account as s', 's.id', 'c.savings_account_id')
    .select('s.code')
    .where('s.active', '=', 1)
    .orderBy('s.code')
    .limit(shownMax)
    .execute()
  return rows.map(({ code }) => unvouched(`savings account ${code} was closed with a leaving and is open`))
}

async function paidTooMuch(db: Reader): Promise<Problem[]> {
  const { rows } = await sql<{ code: string; day: string }>`
    SELECT m.code, min(day) AS day FROM (
      SELECT member_id, day, sum(moved) OVER (PARTITION BY member_id ORDER BY day) AS owed FROM (
        SELECT member_id, entry_date AS day, sum(credit - debit) AS moved FROM journal_line
        WHERE account = ${leaversAccount} GROUP BY member_id, entry_date
      )
    ) JOIN member m ON m.id = member_id WHERE owed < 0 GROUP BY m.code ORDER BY m.code LIMIT ${shownMax}`.execute(db)
  return rows.map(({ code, day }) => unvouched(`member ${code}, who left, was paid more than was owed on ${day}`))
}

function unvouched(detail: string): Problem {
  return { kind: 'subledger', entryId: null, voucher: null, detail }
}
