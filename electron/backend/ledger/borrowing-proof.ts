import { sql } from 'kysely'
import type { Reader } from '../db/tables.ts'
import type { Problem } from './verify.ts'

const shownMax = 20

/** What must hold of what was lent to the cooperative: its bounds on every day, and a schedule that pays all of it back. */
export async function borrowingProblems(db: Reader): Promise<Problem[]> {
  return [...(await outOfBounds(db)), ...(await wrongSchedules(db))]
}

async function outOfBounds(db: Reader): Promise<Problem[]> {
  const owed = sql<number>`sum(sum(l.credit - l.debit)) OVER (PARTITION BY l.borrowing_id ORDER BY l.entry_date)`
  const rows = await db
    .with('card', (cte) =>
      cte
        .selectFrom('journal_line as l')
        .innerJoin('borrowing_terms as t', (join) =>
          join.onRef('t.borrowing_id', '=', 'l.borrowing_id').onRef('t.account', '=', 'l.account'),
        )
        .select(['l.borrowing_id', 't.principal', 'l.entry_date as day', owed.as('owed')])
        .where('l.borrowing_id', 'is not', null)
        .groupBy(['l.borrowing_id', 'l.entry_date']),
    )
    .selectFrom('card as c')
    .innerJoin('borrowing as b', 'b.id', 'c.borrowing_id')
    .select('b.code')
    .select((eb) => eb.fn.min('c.day').as('day'))
    .where((eb) => eb.or([eb('c.owed', '<', 0), eb('c.owed', '>', eb.ref('c.principal'))]))
    .groupBy('b.code')
    .limit(shownMax)
    .execute()
  return rows.map(({ code, day }) => problem(`borrowing ${code} is out of what was agreed on ${day}`))
}

async function wrongSchedules(db: Reader): Promise<Problem[]> {
  const rows = await db
    .selectFrom('borrowing_terms as t')
    .innerJoin('borrowing as b', 'b.id', 't.borrowing_id')
    .leftJoin('borrowing_instalment as i', 'i.borrowing_id', 't.borrowing_id')
    .select('b.code')
    .where('t.months', 'is not', null)
    .groupBy('t.borrowing_id')
    .having((eb) => eb(eb.fn.coalesce(eb.fn.sum<number>('i.principal'), eb.lit(0)), '<>', eb.ref('t.principal')))
    .limit(shownMax)
    .execute()
  return rows.map(({ code }) => problem(`the schedule of borrowing ${code} does not pay back what was lent`))
}

function problem(detail: string): Problem {
  return { kind: 'subledger', entryId: null, voucher: null, detail }
}
