import type { Inputs as AllInputs, Answers } from '../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../shared/errors.ts'
import { loanDisbursement } from '../../../shared/rules/entries/loan-disbursement.ts'
import { loanRepayment } from '../../../shared/rules/entries/loan-repayment.ts'
import { type LoanPart, payoff, splitPayment } from '../../../shared/rules/loan-payment.ts'
import { type LoanSchedule, loanSchedule } from '../../../shared/rules/loan-schedule.ts'
import { sen } from '../../../shared/rules/money.ts'
import { searchText } from '../../../shared/rules/search-text.ts'
import { pieces } from '../db/pieces.ts'
import type { LoanAgreementTable, LoanTerms, Reader } from '../db/tables.ts'
import { post, requireDateInReach } from '../ledger/post.ts'
import type { Reading, Work } from '../work.ts'
import { requireCashAccount } from './cash-account.ts'
import { getLoanProduct } from './loan-products.ts'
import { getLoan, type LoanRecord, namedLoan, requireRunning } from './loan-standing.ts'

type Inputs = AllInputs['loans']
type Paid = Answers['loans']['pay']

/**
 * Notes what a member asks for, under the terms of a product. Refuses NOT_FOUND, NOT_ALLOWED for who has left, and as
 * INVALID_INPUT what gives no schedule.
 */
export async function applyForLoan(work: Work, input: Inputs['apply']): Promise<Answers['loans']['apply']> {
  const { memberId, product: productId, principal, months, purpose, date, ratePctPerMonth } = input
  const member = await work.tx
    .selectFrom('member')
    .select(['code', 'active'])
    .where('id', '=', memberId)
    .executeTakeFirst()
  if (!member) throw new Refusal('NOT_FOUND', 'member', { memberId })
  if (!member.active) throw new Refusal('NOT_ALLOWED', 'member_left', { number: member.code })
  const product = await getLoanProduct(work.tx, productId)
  await requireDateInReach(work.tx, work.today, date)
  const rate = ratePctPerMonth === undefined ? {} : { rate_pct: ratePctPerMonth, rate_per: 'month' as const }
  const { id: _id, name_id, name_en: _en, active: _active, sort: _sort, ...terms } = { ...product, ...rate }
  const loanId = work.newId()
  const agreement: LoanAgreementTable = {
    ...{ loan_id: loanId, member_id: memberId, product: productId, principal, months, purpose, ...terms },
    ...{ applied_on: date, approved_on: null, approved_by: null },
  }
  scheduleOf(agreement, date)
  const number = await nextNumber(work.tx)
  await work.tx.insertInto('loan').values({ id: loanId, code: number, name: name_id, active: 1 }).execute()
  await work.tx.insertInto('loan_agreement').values(agreement).execute()
  return { loanId, number }
}

/** `P-0001`: loans are numbered through, for ever. */
async function nextNumber(db: Reader): Promise<string> {
  const { count } = await db
    .selectFrom('loan')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return `P-${String(count + 1).padStart(4, '0')}`
}

/** The schedule a loan has when it is paid out on a day. */
export function scheduleOf(
  agreement: LoanTerms & Pick<LoanAgreementTable, 'principal' | 'months'>,
  disbursedOn: string,
): LoanSchedule {
  return loanSchedule({
    principal: sen(agreement.principal),
    months: agreement.months,
    rate: { ratePct: agreement.rate_pct, per: agreement.rate_per },
    method: agreement.method,
    interval: { unit: agreement.interval_unit, every: agreement.interval_every },
    gracePrincipalMonths: agreement.grace_principal_months,
    graceAllMonths: agreement.grace_all_months,
    rounding: agreement.rounding,
    roundTo: sen(agreement.round_to),
    roundPaymentTo: agreement.round_payment_to === null ? undefined : sen(agreement.round_payment_to),
    disbursedOn,
  })
}

/** A second person approves. Refuses ALREADY_DONE, NOT_ALLOWED for the borrower herself, and a day before the application. */
export async function approveLoan(work: Work, input: Inputs['approve']): Promise<Answers['loans']['approve']> {
  const { agreement, loan } = await getLoan(work.tx, input.loanId)
  if (loan.state !== 'applied') throw new Refusal('ALREADY_DONE', 'loan_approved', { number: loan.number })
  if (lettersOf(input.approvedBy) === lettersOf(loan.memberName)) {
    throw new Refusal('NOT_ALLOWED', 'approver_is_borrower', { number: loan.number })
  }
  await requireDateInReach(work.tx, work.today, input.date)
  requireNotBefore(input.date, agreement.applied_on)
  await work.tx
    .updateTable('loan_agreement')
    .set({ approved_on: input.date, approved_by: input.approvedBy })
    .where('loan_id', '=', input.loanId)
    .execute()
  return (await getLoan(work.tx, input.loanId)).loan
}

/** A name without what people put around it: blanks, dots, accents. */
function lettersOf(name: string): string {
  return searchText(name).replace(/[^\p{L}\p{N}]/gu, '')
}

function requireNotBefore(date: string, first: string): void {
  if (date < first) throw invalidInput(['date'], 'date_before_loan', { date: first })
}

/** Pays an approved loan out and fixes its schedule. Refuses NEEDS_APPROVAL, ALREADY_DONE, and what cash cannot give. */
export async function disburseLoan(work: Work, input: Inputs['disburse']): Promise<Answers['loans']['disburse']> {
  const { agreement, loan, disbursement } = await getLoan(work.tx, input.loanId)
  const data = { number: loan.number }
  if (agreement.approved_on === null) throw new Refusal('NEEDS_APPROVAL', 'loan', data)
  if (disbursement) throw new Refusal('ALREADY_DONE', 'loan_disbursed', data)
  requireNotBefore(input.date, agreement.approved_on)
  await requireCashAccount(work.tx, input.cashAccount, 'cashAccount')
  const { date, cashAccount } = input
  const entryId = work.newId()
  const rows = scheduleOf(agreement, date).rows.map(({ n, dueOn, principal, interest }) => ({
    ...{ entry_id: entryId, n, loan_id: input.loanId, due_on: dueOn ?? date, principal, interest },
  }))
  for (const piece of pieces(rows, 100)) await work.tx.insertInto('loan_instalment').values(piece).execute()
  const paidOut = { date, cashAccount, loan: namedLoan(agreement), amount: agreement.principal }
  const posted = await post(work, loanDisbursement(paidOut), { entryId })
  return { ...posted, outstanding: agreement.principal }
}

/**
 * Takes a payment on any day after the payout. Refuses NOT_ALLOWED before the payout and on a settled loan, and as
 * INVALID_INPUT `payment_above_debt` more than what settles it that day.
 */
export async function payLoan(work: Work, input: Inputs['pay']): Promise<Paid> {
  const record = await getLoan(work.tx, input.loanId)
  const standing = await requireRunning(work.tx, record)
  requireNotBefore(input.date, standing.disbursedOn)
  const { total } = payoff(standing, input.date)
  if (input.amount > total) throw invalidInput(['amount'], 'payment_above_debt', { available: total })
  return repay(work, record, input, splitPayment(standing, sen(input.amount), input.date))
}

/** Settles a loan with exactly what `payoffQuote` says for that day. */
export async function payOffLoan(work: Work, input: Inputs['payOff']): Promise<Paid> {
  const record = await getLoan(work.tx, input.loanId)
  const standing = await requireRunning(work.tx, record)
  requireNotBefore(input.date, standing.disbursedOn)
  return repay(work, record, input, payoff(standing, input.date))
}

async function repay(work: Work, { agreement }: LoanRecord, input: Inputs['payOff'], part: LoanPart): Promise<Paid> {
  const { date, cashAccount } = input
  await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  const { principal, interest } = part
  const posted = await post(work, loanRepayment({ date, cashAccount, loan: namedLoan(agreement), principal, interest }))
  const { loan } = await getLoan(work.tx, agreement.loan_id)
  return { ...posted, principal, interest, penalty: 0, outstanding: loan.outstanding }
}

/** What settles a loan on a day. */
export async function payoffQuote(
  { db }: Reading,
  input: Inputs['payoffQuote'],
): Promise<Answers['loans']['payoffQuote']> {
  const standing = await requireRunning(db, await getLoan(db, input.loanId))
  requireNotBefore(input.date, standing.disbursedOn)
  return payoff(standing, input.date)
}
