import type { Reader } from '../db/tables.ts'

/** What opens a savings account on its way. */
const opening = [
  'savings.deposit',
  'collection.record',
  'loans.disburse',
  'savings.termOpen',
  'savings.termRollOver',
] as const

/**
 * Savings accounts that were opened on the way by something that was taken back, and on which nothing stands: a subquery
 * of their ids. No list shows them; the next deposit finds them again. Found from reversals on, of which there are few.
 */
export function unmadeSavings(db: Reader) {
  return db
    .selectFrom('journal_entry as r')
    .innerJoin('journal_line as l', 'l.seq', 'r.seq')
    .innerJoin('savings_account as n', 'n.id', 'l.savings_account_id')
    .innerJoin('request as q', 'q.id', 'n.request_id')
    .select('n.id')
    .distinct()
    .where('r.reverses_id', 'is not', null)
    .where('q.procedure', 'in', opening)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('journal_line as x')
            .innerJoin('journal_entry as e', 'e.seq', 'x.seq')
            .leftJoin('journal_entry as v', 'v.reverses_id', 'e.id')
            .select('x.seq')
            .whereRef('x.savings_account_id', '=', 'n.id')
            .where('e.reverses_id', 'is', null)
            .where('v.id', 'is', null),
        ),
      ),
    )
}
