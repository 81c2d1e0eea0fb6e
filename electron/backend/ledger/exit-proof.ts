import { sql } from 'kysely'
import { leaversAccount } from '../../../shared/rules/member-settlement.ts'
import type { Reader } from '../db/tables.ts'
import { standingExits } from './exits.ts'
import type { Problem } from './verify.ts'
import { voucherName } from './vouchers.ts'

const shownMax = 20

/** Who left is a member no more, closed savings hold nothing, and nobody who left was paid more than was owed. */
export async function exitProblems(db: Reader): Promise<Problem[]> {
  return [...(await stillMembers(db)), ...(await closedWithMoney(db)), ...(await paidTooMuch(db))]
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
