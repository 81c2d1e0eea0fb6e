import { firstDayOfYear, lastDayOfYear, yearOf } from '../../../shared/calendar.ts'
import { savingsInterestAccount } from '../../../shared/rules/entries/savings-interest.ts'
import { question } from '../db/question.ts'
import type { Reader } from '../db/tables.ts'

/** What a savings account holds now, in sen, as the database keeps it. */
export async function savingsBalance(db: Reader, savingsAccountId: string): Promise<number> {
  return (await heldNow.first(db, savingsAccountId))?.balance ?? 0
}

const heldNow = question((db, savingsAccountId: string) =>
  db
    .selectFrom('balance_subledger')
    .select((eb) => eb.fn.sum<number | null>(eb('credit', '-', eb.ref('debit'))).as('balance'))
    .where('subledger', '=', 'savings')
    .where('reference', '=', savingsAccountId),
)

/**
 * What every savings account holds at the end of a day, in sen: a subquery of `id` and `balance`, to be joined; accounts
 * nothing ever moved on are missing. Years are kept; of the day's own year the lines of its shorter part are read,
 * counted forward from the year's beginning or taken off again from its end.
 */
export function savingsHeldAt(db: Reader, asOf: string) {
  const year = yearOf(asOf)
  const isEarly = asOf < `${year}-07-01`
  const inYears = db
    .selectFrom('balance_subledger')
    .select((eb) => ['reference as id', eb.fn.sum<number>(eb('credit', '-', eb.ref('debit'))).as('held')])
    .where('subledger', '=', 'savings')
    .where('year', isEarly ? '<' : '<=', String(year))
    // Grouped as they are stored, so that few rows are left to be sorted with the lines.
    .groupBy('reference')
  const inLines = db
    .selectFrom('journal_line')
    .select((eb) => {
      const [more, less] = isEarly ? (['credit', 'debit'] as const) : (['debit', 'credit'] as const)
      return ['savings_account_id as id', eb(more, '-', eb.ref(less)).as('held')]
    })
    .where('account', 'in', (eb) => eb.selectFrom('account').select('code').where('subledger', '=', 'savings'))
    .where('entry_date', isEarly ? '>=' : '>', isEarly ? firstDayOfYear(year) : asOf)
    .where('entry_date', '<=', isEarly ? asOf : lastDayOfYear(year))
    .$narrowType<{ id: string }>()
  return db
    .selectFrom(inYears.unionAll(inLines).as('moved'))
    .select((eb) => ['id', eb.fn.sum<number>('held').as('balance')])
    .groupBy('id')
}

/** The balance of every savings account at the end of a day, in sen; accounts at zero may be missing. */
export async function savingsBalancesAt(db: Reader, asOf: string): Promise<Map<string, number>> {
  return new Map((await savingsHeldAt(db, asOf).execute()).map(({ id, balance }) => [id, balance]))
}

/** What each day of a span moved on every savings account, in sen, some entries left out. */
export async function savingsMovedWithin(db: Reader, from: string, to: string, besides: readonly number[]) {
  return linesOnSavings(db)
    .select((eb) => [
      'l.savings_account_id as id',
      'l.entry_date as day',
      eb.fn.sum<number>(eb('l.credit', '-', eb.ref('l.debit'))).as('moved'),
    ])
    .where('l.entry_date', '>=', from)
    .where('l.entry_date', '<=', to)
    .$if(besides.length > 0, (query) => query.where('l.seq', 'not in', besides))
    .groupBy(['l.savings_account_id', 'l.entry_date'])
    .$narrowType<{ id: string }>()
    .execute()
}

/** What some entries moved on every savings account until the end of a day, in sen. */
export async function savingsMovedBy(db: Reader, entries: readonly number[], upTo: string) {
  if (entries.length === 0) return new Map<string, number>()
  const rows = await linesOnSavings(db)
    .select((eb) => [
      'l.savings_account_id as id',
      eb.fn.sum<number>(eb('l.credit', '-', eb.ref('l.debit'))).as('moved'),
    ])
    .where('l.seq', 'in', entries)
    .where('l.entry_date', '<=', upTo)
    .groupBy('l.savings_account_id')
    .$narrowType<{ id: string }>()
    .execute()
  return new Map(rows.map(({ id, moved }) => [id, moved]))
}

function linesOnSavings(db: Reader) {
  return db
    .selectFrom('journal_line as l')
    .where('l.account', 'in', (eb) => eb.selectFrom('account').select('code').where('subledger', '=', 'savings'))
}

/**
 * What opening entries brought onto the savings accounts of some control accounts, reversals taken off again, as far as
 * the opening is dated in `month` or before: a subledger's share of the years before the book.
 */
export async function openedSavings(
  db: Reader,
  accounts: readonly string[],
  month: string,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('balance_day as d')
    // A cross join keeps its order in SQLite: from the few days with an opening to their lines, not through all lines.
    .crossJoin('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .leftJoin('journal_entry as o', 'o.id', 'e.reverses_id')
    .select((eb) => [
      'l.savings_account_id as id',
      eb.fn.sum<number>(eb('l.credit', '-', eb.ref('l.debit'))).as('opened'),
    ])
    .whereRef('l.account', '=', 'd.account')
    .whereRef('l.entry_date', '=', 'd.day')
    .whereRef('l.unit', '=', 'd.unit')
    .where('d.account', 'in', accounts)
    .where('d.kind', '=', 'opening')
    .where('e.kind', '=', 'opening')
    .where((eb) => eb(eb.fn.coalesce('o.date', 'e.date'), '<=', `${month}-31`))
    .groupBy('l.savings_account_id')
    .execute()
  return new Map(rows.flatMap(({ id, opened }) => (id === null ? [] : [[id, opened] as const])))
}

/** What was paid into a savings account after a day and still stands, in sen; what was reversed was never paid. */
export async function savedSince(db: Reader, savingsAccountId: string, day: string): Promise<number> {
  const row = await standingLines(db, savingsAccountId, day)
    .select((eb) => eb.fn.sum<number | null>('l.credit').as('saved'))
    .executeTakeFirst()
  return row?.saved ?? 0
}

/** The interest that came onto a savings account after a day, less what of it was forfeited, in sen. */
export async function interestSince(db: Reader, savingsAccountId: string, day: string): Promise<number> {
  const credited = await standingLines(db, savingsAccountId, day)
    .select((eb) => eb.fn.sum<number | null>('l.credit').as('interest'))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('journal_line as x')
          .select('x.seq')
          .whereRef('x.seq', '=', 'l.seq')
          .where('x.account', '=', savingsInterestAccount)
          .where('x.debit', '>', 0),
      ),
    )
    .executeTakeFirst()
  const forfeited = await standingLines(db, savingsAccountId, day)
    .innerJoin('journal_line as x', 'x.seq', 'l.seq')
    .select((eb) => eb.fn.sum<number | null>('x.credit').as('interest'))
    .where('l.debit', '>', 0)
    .where('x.account', '=', savingsInterestAccount)
    .executeTakeFirst()
  return Math.max(0, (credited?.interest ?? 0) - (forfeited?.interest ?? 0))
}

/** The lines of a savings account after a day that were not reversed and reverse nothing. */
function standingLines(db: Reader, savingsAccountId: string, day: string) {
  return (
    db
      .selectFrom('journal_line as l')
      .innerJoin('account as a', (join) => join.onRef('a.code', '=', 'l.account').on('a.subledger', '=', 'savings'))
      .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
      .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
      .where('l.savings_account_id', '=', savingsAccountId)
      .where('l.entry_date', '>', day)
      .where('e.reverses_id', 'is', null)
      .where('r.id', 'is', null)
      // What only moves to another account of the chart was not paid in.
      .where('e.procedure', '<>', 'savings.reclassify')
  )
}
