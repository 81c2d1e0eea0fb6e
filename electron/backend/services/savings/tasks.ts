import { addDays, firstDayOfMonth, lastDayOfMonth } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import type { Reader } from '../../db/tables.ts'
import { nextInterestMonth } from './interest-runs.ts'
import { doesEarn, rateIn, ratesByProduct } from './rates.ts'

type Task = Answers['home']['summary']['todo'][number]

const daysAhead = 6

/** What waits with the savings on a day: a month whose interest is not booked, term deposits that fall due. */
export async function savingsTasks(db: Reader, asOf: string): Promise<Task[]> {
  const tasks = [await interestTask(db, asOf), await termsTask(db, asOf)]
  return tasks.filter((task) => task !== undefined)
}

/** The oldest month that is over and has no interest, where anything earns in it. */
async function interestTask(db: Reader, asOf: string): Promise<Task | undefined> {
  const month = await nextInterestMonth(db, asOf)
  if (lastDayOfMonth(month) > asOf || !(await isAnythingEarning(db, month))) return undefined
  return { task: 'savings_interest', count: 1, amount: null, month }
}

async function isAnythingEarning(db: Reader, month: string): Promise<boolean> {
  const rates = await ratesByProduct(db)
  const earning = [...rates].flatMap(([product, own]) => (doesEarn(rateIn(own, month)) ? [product] : []))
  const account = await db
    .selectFrom('savings_account as s')
    .leftJoin('savings_term as t', 't.savings_account_id', 's.id')
    .select('s.id')
    .where('s.active', '=', 1)
    .where('s.opened_on', '<=', lastDayOfMonth(month))
    .where((eb) =>
      eb.or([
        eb.and([eb('t.savings_account_id', 'is', null), eb('s.product', 'in', earning)]),
        eb.and([eb('t.starts_on', '<', firstDayOfMonth(month)), eb('t.rate_pct', '<>', '0')]),
      ]),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('balance_subledger as b')
          .select('b.reference')
          .where('b.subledger', '=', 'savings')
          .whereRef('b.reference', '=', 's.id')
          .whereRef('b.credit', '>', 'b.debit'),
      ),
    )
    .limit(1)
    .executeTakeFirst()
  return account !== undefined
}

/** Term deposits that are due or will be within these seven days. */
async function termsTask(db: Reader, asOf: string): Promise<Task | undefined> {
  const { count, amount } = await db
    .selectFrom('savings_term as t')
    .innerJoin('savings_account as s', 's.id', 't.savings_account_id')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.sum<number | null>('t.amount').as('amount')])
    .where('s.active', '=', 1)
    .where('t.matures_on', '<=', addDays(asOf, daysAhead))
    .executeTakeFirstOrThrow()
  return count === 0 ? undefined : { task: 'terms_due', count, amount, month: null }
}
