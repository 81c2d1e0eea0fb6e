import type { Answers } from '../../../shared/contract/index.ts'
import type { Reader } from '../db/tables.ts'
import { type LoanScope, payoutsOf } from './loan-rows.ts'
import { stateOf } from './loan-standing.ts'

/** As much of a loan as lists choose, count and add up by. */
export interface LoanHead {
  readonly loanId: string
  readonly number: string
  readonly state: Answers['loans']['list']['rows'][number]['state']
  /** Principal still owed, sen. */
  readonly owed: number
}

/** Every loan in the order of the numbers: what is owed is read from the balances the database keeps, not from lines. */
export async function loanHeads(db: Reader, { memberId }: Pick<LoanScope, 'memberId'>): Promise<LoanHead[]> {
  const payouts = await payoutsOf(db, { memberId })
  let query = db
    .selectFrom('loan as l')
    .innerJoin('loan_agreement as a', 'a.loan_id', 'l.id')
    .select(['l.id as loanId', 'l.code as number', 'a.approved_on'])
    .select((eb) =>
      eb
        .selectFrom('balance_subledger as b')
        .select((b) => b.fn.sum<number | null>(b('b.debit', '-', b.ref('b.credit'))).as('owed'))
        .where('b.subledger', '=', 'loan')
        .whereRef('b.reference', '=', 'l.id')
        .whereRef('b.account', '=', 'a.account')
        .as('owed'),
    )
  if (memberId !== undefined) query = query.where('a.member_id', '=', memberId)
  const rows = await query
    .orderBy((eb) => eb.fn('length', ['l.code']))
    .orderBy('l.code')
    .execute()
  return rows.map(({ loanId, number, approved_on, owed }) => {
    const state = stateOf({ approved_on }, payouts.get(loanId), owed ?? 0)
    return { loanId, number, state, owed: owed ?? 0 }
  })
}
