import { firstDayOfYear, lastDayOfYear, yearOf } from '../../../shared/calendar.ts'
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
