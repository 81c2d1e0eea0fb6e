import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/errors.ts'
import { breachedLimits, type LimitedLoan, type LoanLimits } from '../../../../shared/rules/loan-limits.ts'
import { type Sen, sen, sumSen } from '../../../../shared/rules/money.ts'
import { limitsOf } from '../../db/loan-columns.ts'
import type { Reader } from '../../db/tables.ts'
import { requireDateInReach } from '../../ledger/post.ts'
import { savingsBalancesAt } from '../../ledger/savings-balances.ts'
import type { Work } from '../../work.ts'
import { requireSecondPerson } from '../second-person.ts'
import { requireBorrower } from './application.ts'
import { answeredLoan, securitiesOf } from './backing.ts'
import { isSamePerson, requireWithinRelatedLimit } from './parties.ts'
import { getLoan, type LoanRecord, readLoans, requireNotBefore, requireNotRejected } from './standing.ts'

type Inputs = AllInputs['loans']
type Answer = Answers['loans']['approve']

/**
 * A second person approves. Refuses ALREADY_DONE, a day before the application, INVALID_INPUT for the treasurer and who is no
 * officer where officers are known, and NOT_ALLOWED for the borrower herself and who answers for her, for who has left, and for a loan that breaks a limit of its product or of related parties.
 */
export async function approveLoan(work: Work, input: Inputs['approve']): Promise<Answer> {
  const { date, approvedBy } = input
  const record = await getLoan(work.tx, input.loanId)
  const { agreement, loan } = record
  requireNotRejected(record)
  if (loan.state !== 'applied') throw new Refusal('ALREADY_DONE', 'loan_approved', { number: loan.number })
  await requireLoanApprover(work, record, approvedBy)
  await requireDateInReach(work.tx, work.today, date)
  requireNotBefore(date, agreement.applied_on)
  await requireBorrower(work.tx, agreement.member_id)
  await requireWithinLimits(work.tx, record, date)
  await requireWithinRelatedLimit(work.tx, agreement, date)
  await work.tx
    .updateTable('loan_agreement')
    .set({ approved_on: date, approved_by: approvedBy })
    .where('loan_id', '=', input.loanId)
    .execute()
  return answeredLoan(work.tx, input.loanId)
}

/** Says no to an application, or takes an approval back before the payout. Refuses ALREADY_DONE and NOT_ALLOWED after it. */
export async function rejectLoan(work: Work, input: Inputs['reject']): Promise<Answer> {
  const { date, reason } = input
  const record = await getLoan(work.tx, input.loanId)
  const { agreement, loan } = record
  if (loan.state === 'rejected') throw new Refusal('ALREADY_DONE', 'loan_rejected', { number: loan.number })
  if (record.disbursement) throw new Refusal('NOT_ALLOWED', 'loan_paid_out', { number: loan.number })
  await requireDateInReach(work.tx, work.today, date)
  requireNotBefore(date, agreement.approved_on ?? agreement.applied_on)
  await work.tx.insertInto('loan_rejection').values({ loan_id: input.loanId, rejected_on: date, reason }).execute()
  return answeredLoan(work.tx, input.loanId)
}

/** The second person of everything, who also neither borrows nor answers for it: refuses those NOT_ALLOWED, and as `requireSecondPerson`. */
export async function requireLoanApprover(work: Work, { loan }: LoanRecord, approvedBy: string): Promise<void> {
  const data = { number: loan.number }
  if (isSamePerson(approvedBy, loan.memberName)) throw new Refusal('NOT_ALLOWED', 'approver_is_borrower', data)
  const { guarantors } = await securitiesOf(work.tx, loan.loanId)
  if (guarantors.some(({ name }) => isSamePerson(approvedBy, name))) {
    throw new Refusal('NOT_ALLOWED', 'approver_is_guarantor', data)
  }
  await requireSecondPerson(work, approvedBy)
}

/** What a product asks for is looked at on the day of the approval: by then it must be there. */
async function requireWithinLimits(db: Reader, { agreement, loan }: LoanRecord, date: string): Promise<void> {
  const { limits, name } = await limitsOfLoan(db, agreement)
  const { guarantors, collateral } = await securitiesOf(db, loan.loanId)
  const standing = collateral.filter(({ releasedOn }) => releasedOn === null)
  const asked: LimitedLoan = {
    ...{ principal: sen(agreement.principal), months: agreement.months, guarantors: guarantors.length },
    ...{ collateral: sumSen(standing.map(({ appraised }) => appraised)), jointLiability: loan.jointLiability },
    ...(limits.timesSavings === null ? {} : await savedAndOwed(db, agreement, date)),
  }
  const [breach] = breachedLimits(limits, asked)
  if (breach) throw new Refusal('NOT_ALLOWED', breach, { number: loan.number, product: name })
}

/** What was there on approval may be drawn by the payout: refuses NOT_ALLOWED `above_times_savings`. */
export async function requireWithinSavings(db: Reader, { agreement, loan }: LoanRecord, date: string): Promise<void> {
  const { limits, name } = await limitsOfLoan(db, agreement)
  if (limits.timesSavings === null) return
  const { principal, months } = agreement
  const asked = { principal: sen(principal), months, ...(await savedAndOwed(db, agreement, date)) }
  const breach = breachedLimits(limits, asked).find((found) => found === 'above_times_savings')
  if (breach) throw new Refusal('NOT_ALLOWED', breach, { number: loan.number, product: name })
}

async function limitsOfLoan(db: Reader, { product: id }: Agreement): Promise<{ limits: LoanLimits; name: string }> {
  const product = await db.selectFrom('loan_product').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  return { limits: limitsOf(product), name: product.name_id }
}

type Agreement = LoanRecord['agreement']

/** Her savings on a day, and what she owes on other loans or will once they are paid out: those are promised already. */
async function savedAndOwed(
  db: Reader,
  { member_id: memberId, loan_id }: Agreement,
  date: string,
): Promise<{ savings: Sen; otherDebt: Sen }> {
  const balances = await savingsBalancesAt(db, date)
  const accounts = await db.selectFrom('savings_account').select('id').where('member_id', '=', memberId).execute()
  const others = (await readLoans(db, { memberId })).filter(({ agreement }) => agreement.loan_id !== loan_id)
  return {
    savings: sumSen(accounts.map(({ id }) => balances.get(id) ?? 0)),
    otherDebt: sumSen(others.map(({ loan, moved }) => (loan.state === 'approved' ? loan.principal : moved.owed))),
  }
}
