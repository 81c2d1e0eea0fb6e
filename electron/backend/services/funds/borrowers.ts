import type { Answers } from '../../../../shared/contract/index.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { Reader } from '../../db/tables.ts'
import { classesAt } from '../loans/classes.ts'

type Borrower = Answers['funds']['report']['borrowers'][number]

/** Who owes how much of a fund that is lent on at the end of a day, by the number of the loan. */
export async function borrowersOf(db: Reader, fundId: string, asOf: string): Promise<Borrower[]> {
  const lent = await db.selectFrom('loan_agreement').select('loan_id').where('fund_id', '=', fundId).execute()
  if (lent.length === 0) return []
  const { rows, loans } = await classesAt(db, asOf, { loanIds: lent.map(({ loan_id }) => loan_id) })
  return rows.flatMap(({ id, outstanding, overduePrincipal, overdueInterest, daysOverdue }) => {
    const agreement = loans.get(id)?.record.agreement
    if (!agreement) return []
    const { number, member_id: memberId, memberNumber, memberName } = agreement
    const overdue = sumSen([overduePrincipal, overdueInterest])
    return [{ loanId: id, number, memberId, memberNumber, memberName, outstanding, overdue, daysOverdue }]
  })
}
