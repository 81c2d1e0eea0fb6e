import type { Inputs as AllInputs, Answers } from '../../../shared/contract/index.ts'
import { invalidInput } from '../../../shared/errors.ts'
import { loanRepayment } from '../../../shared/rules/entries/loan-repayment.ts'
import { loanDue } from '../../../shared/rules/loan-due.ts'
import { type LoanPart, payoff, splitPayment } from '../../../shared/rules/loan-payment.ts'
import { sen } from '../../../shared/rules/money.ts'
import { post } from '../ledger/post.ts'
import type { Reading, Work } from '../work.ts'
import { requireCashAccount } from './cash-account.ts'
import { getLoan, type LoanRecord, namedLoan, requireNotBefore, requireRunning } from './loan-standing.ts'

type Inputs = AllInputs['loans']
type Paid = Answers['loans']['pay']

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

async function repay(work: Work, record: LoanRecord, input: Inputs['payOff'], part: LoanPart): Promise<Paid> {
  const { date, cashAccount } = input
  await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  const { principal, interest } = part
  const posted = await post(work, loanRepayment({ date, cashAccount, loan: namedLoan(record), principal, interest }))
  const { loan } = await getLoan(work.tx, input.loanId)
  return { ...posted, principal, interest, penalty: 0, outstanding: loan.outstanding }
}

/** What is to be paid of a loan on a day. Refuses what a payment refuses. */
export async function dueOfLoan({ db }: Reading, input: Inputs['due']): Promise<Answers['loans']['due']> {
  const standing = await requireRunning(db, await getLoan(db, input.loanId))
  requireNotBefore(input.date, standing.disbursedOn)
  return loanDue(standing, input.date)
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
