import type { Reader } from '../../db/tables.ts'
import { readLoans } from './standing.ts'

/** A loan somebody else still owes on and a member answers for. */
export interface Guarantee {
  readonly loanId: string
  readonly number: string
  readonly borrower: string
}

/** The loans of others that a member answers for and that are not paid back yet, in the order of their numbers. */
export async function guaranteesOf(db: Reader, memberId: string): Promise<Guarantee[]> {
  const rows = await db
    .selectFrom('loan_guarantor')
    .select('loan_id')
    .distinct()
    .where('member_id', '=', memberId)
    .execute()
  if (rows.length === 0) return []
  const loans = await readLoans(db, { loanIds: rows.map(({ loan_id }) => loan_id) })
  return loans
    .filter(({ loan }) => loan.outstanding > 0)
    .map(({ loan: { loanId, number, memberName } }) => ({ loanId, number, borrower: memberName }))
}
