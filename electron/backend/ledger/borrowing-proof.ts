import { sql } from 'kysely'
import { Refusal } from '../../../shared/errors.ts'
import { borrowingSchedule } from '../../../shared/rules/borrowing-schedule.ts'
import { isParticipation, participationShareAccount } from '../../../shared/rules/entries/borrowing.ts'
import type { BorrowingInstalmentTable, BorrowingTermsTable, Reader } from '../db/tables.ts'
import type { Problem } from './verify.ts'

const shownMax = 20

/**
 * What must hold of what was lent to the cooperative: its bounds on every day, those of its part of surpluses, and the
 * schedule it was agreed on.
 */
export async function borrowingProblems(db: Reader): Promise<Problem[]> {
  return [...(await outOfBounds(db)), ...(await overpaidShares(db)), ...(await wrongSchedules(db))]
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

/** On no day more of a surplus is paid to modal penyertaan than the meeting had given it. */
async function overpaidShares(db: Reader): Promise<Problem[]> {
  const owed = sql<number>`sum(sum(credit - debit)) OVER (PARTITION BY borrowing_id ORDER BY entry_date)`
  const rows = await db
    .with('card', (cte) =>
      cte
        .selectFrom('journal_line')
        .select(['borrowing_id', 'entry_date as day', owed.as('owed')])
        .where('account', '=', participationShareAccount)
        .groupBy(['borrowing_id', 'entry_date']),
    )
    .selectFrom('card as c')
    .leftJoin('borrowing as b', 'b.id', 'c.borrowing_id')
    .select('b.code')
    .select((eb) => eb.fn.min('c.day').as('day'))
    .where('c.owed', '<', 0)
    .groupBy('c.borrowing_id')
    .limit(shownMax)
    .execute()
  return rows.map(({ code, day }) =>
    problem(`borrowing ${code ?? ''} was paid more of a surplus than it got on ${day}`),
  )
}

/**
 * Each schedule is reckoned again from what was agreed; modal penyertaan to be paid back on a day has no more to reckon
 * than that it pays back all.
 */
async function wrongSchedules(db: Reader): Promise<Problem[]> {
  const rows = await db.selectFrom('borrowing_instalment').selectAll().orderBy('borrowing_id').orderBy('n').execute()
  const schedules = Map.groupBy(rows, ({ borrowing_id }) => borrowing_id)
  const terms = await db
    .selectFrom('borrowing_terms as t')
    .innerJoin('borrowing as b', 'b.id', 't.borrowing_id')
    .selectAll('t')
    .select('b.code')
    .where('t.months', 'is not', null)
    .orderBy('b.code')
    .execute()
  return terms
    .filter((one) => !isAsAgreed(one, schedules.get(one.borrowing_id) ?? []))
    .slice(0, shownMax)
    .map(({ code }) => problem(`the schedule of borrowing ${code} is not what was agreed`))
}

function isAsAgreed(terms: BorrowingTermsTable, rows: readonly BorrowingInstalmentTable[]): boolean {
  if (isParticipation(terms.account)) {
    return rows.length === 1 && rows[0]?.principal === terms.principal && rows[0].interest === 0
  }
  const agreed = reckoned(terms)
  return (
    agreed?.length === rows.length &&
    agreed.every(({ n, dueOn, principal, interest }, at) => {
      const row = rows[at]
      return row?.n === n && row.due_on === dueOn && row.principal === principal && row.interest === interest
    })
  )
}

/** Undefined where the terms give no schedule at all. */
function reckoned(terms: BorrowingTermsTable) {
  const { principal, rate_pct: ratePctPerYear, method, months, starts_on: date } = terms
  if (method === null || months === null) return undefined
  try {
    return borrowingSchedule({
      ...{ principal, ratePctPerYear, method, months, date, firstDueOn: terms.first_due_on ?? undefined },
      ...{ everyMonths: terms.every_months ?? undefined, graceAllMonths: terms.grace_all_months ?? undefined },
      ...{ gracePrincipalMonths: terms.grace_principal_months ?? undefined, roundTo: terms.round_to ?? undefined },
      roundPaymentTo: terms.round_payment_to ?? undefined,
    }).rows
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

function problem(detail: string): Problem {
  return { kind: 'subledger', entryId: null, voucher: null, detail }
}
