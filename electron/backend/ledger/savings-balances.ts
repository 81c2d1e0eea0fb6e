import { lastDayOfYear, yearOf } from '../../../shared/calendar.ts'
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

/** What every savings account holds now: a subquery of `id` and `balance`, to be joined. */
export function keptSavings(db: Reader) {
  return db
    .selectFrom('balance_subledger')
    .select((eb) => ['reference as id', eb.fn.sum<number>(eb('credit', '-', eb.ref('debit'))).as('balance')])
    .where('subledger', '=', 'savings')
    .groupBy('reference')
}

/**
 * What moved on every savings account after a day, to be taken off what it holds now: a subquery of `id` and `moved`.
 * Lines are read of the rest of that year only; later years are kept.
 */
export function savingsMovedAfter(db: Reader, asOf: string) {
  const year = yearOf(asOf)
  const inYear = db
    .selectFrom('journal_line')
    .select((eb) => ['savings_account_id as id', eb('credit', '-', eb.ref('debit')).as('moved')])
    .where('account', 'in', (eb) => eb.selectFrom('account').select('code').where('subledger', '=', 'savings'))
    .where('entry_date', '>', asOf)
    .where('entry_date', '<=', lastDayOfYear(year))
    .$narrowType<{ id: string }>()
  const inLaterYears = db
    .selectFrom('balance_subledger')
    .select((eb) => ['reference as id', eb('credit', '-', eb.ref('debit')).as('moved')])
    .where('subledger', '=', 'savings')
    .where('year', '>', String(year))
  return db
    .selectFrom(inYear.unionAll(inLaterYears).as('later'))
    .select((eb) => ['id', eb.fn.sum<number>('moved').as('moved')])
    .groupBy('id')
}

/** The balance of every savings account at the end of a day, in sen; accounts at zero may be missing. */
export async function savingsBalancesAt(db: Reader, asOf: string): Promise<Map<string, number>> {
  const balances = new Map((await keptSavings(db).execute()).map(({ id, balance }) => [id, balance]))
  for (const { id, moved } of await savingsMovedAfter(db, asOf).execute()) {
    balances.set(id, (balances.get(id) ?? 0) - moved)
  }
  return balances
}

/**
 * What opening entries brought onto the savings accounts of one control account, reversals taken off again, as far as
 * the opening is dated in `month` or before: a subledger's share of the years before the book.
 */
export async function openedSavings(db: Reader, account: string, month: string): Promise<Map<string, number>> {
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
    .where('d.account', '=', account)
    .where('d.kind', '=', 'opening')
    .where('e.kind', '=', 'opening')
    .where((eb) => eb(eb.fn.coalesce('o.date', 'e.date'), '<=', `${month}-31`))
    .groupBy('l.savings_account_id')
    .execute()
  return new Map(rows.flatMap(({ id, opened }) => (id === null ? [] : [[id, opened] as const])))
}
