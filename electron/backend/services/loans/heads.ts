import type { Answers } from '../../../../shared/contract/index.ts'
import { mayLeaveOpen } from '../../../../shared/rules/loan-payment.ts'
import { searchWords } from '../../../../shared/rules/search-text.ts'
import type { Reader } from '../../db/tables.ts'
import { endingsOf, restructuresOf } from './endings.ts'
import { paidOutLoans } from './rows.ts'
import { readLoans, stateOf } from './standing.ts'

/** As much of a loan as lists choose, count and add up by. */
export interface LoanHead {
  readonly loanId: string
  readonly number: string
  readonly state: Answers['loans']['list']['rows'][number]['state']
  /** Principal still owed, sen. */
  readonly owed: number
}

interface Wanted {
  readonly memberId?: string | undefined
  /** Words of which each must occur in the borrower's name, number or hamlet, or in the loan's number. */
  readonly text?: string | undefined
}

/** Every loan in the order of the numbers: what is owed is read from the balances the database keeps, not from lines. */
export async function loanHeads(db: Reader, { memberId, text = '' }: Wanted): Promise<LoanHead[]> {
  const paidOut = await paidOutLoans(db, { memberId })
  let query = db
    .selectFrom('loan as l')
    .innerJoin('loan_agreement as a', 'a.loan_id', 'l.id')
    .leftJoin('loan_rejection as r', 'r.loan_id', 'a.loan_id')
    .select(['l.id as loanId', 'l.code as number', 'a.approved_on', 'r.rejected_on'])
    .select(['a.penalty_kind', 'a.allocation'])
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
  for (const word of searchWords(text)) {
    query = query.where((eb) =>
      eb.or([
        eb('a.member_id', 'in', membersNamed(db, word)),
        eb(eb.fn<number>('instr', [eb.fn('lower', ['l.code']), eb.val(word)]), '>', 0),
      ]),
    )
  }
  const rows = await query
    .orderBy((eb) => eb.fn('length', ['l.code']))
    .orderBy('l.code')
    .execute()
  const endings = await endingsOf(db, {})
  const restructures = await restructuresOf(db, {})
  const heads = rows.map(({ loanId, number, owed, penalty_kind: kind, allocation, approved_on, rejected_on }) => {
    const state = stateOf({
      ...{ approved_on, rejected_on, owed: owed ?? 0, isPaidOut: paidOut.has(loanId) },
      ...{ ending: endings.get(loanId)?.kind, restructures: restructures.get(loanId) },
    })
    const isUnsure = state === 'settled' && mayLeaveOpen({ penalty: { kind }, allocation })
    return { head: { loanId, number, state, owed: owed ?? 0 }, isUnsure }
  })
  const states = await statesOf(
    db,
    heads.filter(({ isUnsure }) => isUnsure).map(({ head }) => head.loanId),
  )
  if (states.size === 0) return heads.map(({ head }) => head)
  return heads.map(({ head }) => ({ ...head, state: states.get(head.loanId) ?? head.state }))
}

function membersNamed(db: Reader, word: string) {
  return db
    .selectFrom('member')
    .select('id')
    .where((eb) => eb(eb.fn<number>('instr', ['search', eb.val(word)]), '>', 0))
}

/** Whether something is left open of loans whose principal is all paid back cannot be seen from what is owed alone. */
async function statesOf(db: Reader, loanIds: readonly string[]): Promise<Map<string, LoanHead['state']>> {
  const records = loanIds.length === 0 ? [] : await readLoans(db, { loanIds })
  return new Map(records.map(({ loan }) => [loan.loanId, loan.state]))
}
