import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import { loanRepayment } from '../../../../shared/rules/entries/loan-repayment.ts'
import { loanDue } from '../../../../shared/rules/loan-due.ts'
import {
  type LoanPart,
  type LoanStanding,
  payableMost,
  payoff,
  receivedPayment,
  splitPayment,
} from '../../../../shared/rules/loan-payment.ts'
import { type Sen, sen } from '../../../../shared/rules/money.ts'
import type { Reader } from '../../db/tables.ts'
import { post } from '../../ledger/post.ts'
import type { Reading, Work } from '../../work.ts'
import { requireCashAccount } from '../cash/account.ts'
import { interestDoubts } from '../savings/interest-doubts.ts'
import { requireMandate, type SavingsUnderMandate } from './mandate.ts'
import { getLoan, type LoanRecord, namedLoan, requireNotBefore, requireRunning } from './standing.ts'
import { keepWaiver, lessPenalty, waivedStanding } from './waivers.ts'

type Inputs = AllInputs['loans']
type Paid = Answers['loans']['pay']
type Payment = LoanPart & { readonly fromHeld: Sen }
type Split = Pick<Inputs['pay'], 'date' | 'amount' | 'fromHeld' | 'excess'>
type Quoted = Inputs['payoffQuote']

/**
 * Takes a payment on any day after the payout, in or out of order: in cash, out of savings under a mandate, or out of what
 * is held for the loan. Refuses NOT_ALLOWED before the payout, on a settled loan, for savings without a mandate and more
 * of them than fell due; as INVALID_INPUT `payment_above_debt` more than what settles it that day and `held_too_little`.
 */
export async function payLoan(work: Work, input: Inputs['pay']): Promise<Paid> {
  const payable = await requirePayable(work, input)
  return repay(work, payable, input, { ...paymentOf(payable.standing, input), asked: input.amount })
}

/** A payment split as the loan stands, brought or out of what is held. Refuses what is more than may be paid. */
function paymentOf(standing: LoanStanding, { date, amount, fromHeld, excess }: Split): Payment {
  const paid = sen(amount)
  if (fromHeld) {
    if (amount > standing.held) throw invalidInput(['amount'], 'held_too_little', { available: standing.held })
    const { total } = payoff(standing, date)
    if (amount > total) throw invalidInput(['amount'], 'payment_above_debt', { available: total })
    return { ...splitPayment(standing, paid, date, 'prepay'), fromHeld: paid }
  }
  const most = payableMost(standing, date)
  if (amount > most) throw invalidInput(['amount'], 'payment_above_debt', { available: most })
  return receivedPayment(standing, paid, date, excess)
}

/** How a payment would be split, and what would be left of the loan. Nothing is written. */
export async function previewPayment(
  { db }: Reading,
  input: Inputs['previewPayment'],
): Promise<Answers['loans']['previewPayment']> {
  const standing = await quotedStanding(db, input)
  const payment = paymentOf(standing, input)
  const quote = payoff(standing, input.date)
  return {
    ...payment,
    outstanding: quote.principal - payment.principal,
    penaltyLeft: quote.penalty - payment.penalty,
  }
}

/**
 * Settles a loan with exactly what `payoffQuote` says for that day, what is held for it included. Refuses what a payment
 * refuses, and a day on which it would not be settled; out of savings it settles only what fell due whole.
 */
export async function payOffLoan(work: Work, input: Inputs['payOff']): Promise<Paid> {
  const payable = await requirePayable(work, input)
  const { standing } = payable
  requireSettling(standing, input.date)
  const { total } = payoff(standing, input.date)
  const settling = splitPayment(standing, total, input.date)
  return repay(work, payable, input, { ...settling, fromHeld: sen(Math.min(total, standing.held)), asked: total })
}

/**
 * While principal is owed on a later day too, interest and penalty go on: INVALID_INPUT `date_before_movements` names the
 * day of the last payment.
 */
function requireSettling({ history }: LoanStanding, date: string): void {
  const last = history.reduce((latest, day) => (day.principal !== 0 && day.date > latest ? day.date : latest), '')
  if (date < last) throw invalidInput(['date'], 'date_before_movements', { date: last })
}

interface Payable {
  readonly record: LoanRecord
  readonly standing: LoanStanding
}

type Asked = Pick<Inputs['pay'], 'loanId' | 'date' | 'waivePenalty'>

/** What stands of a loan that takes a payment on a day, with the penalty that is let off on the way. */
async function requirePayable(work: Work, { loanId, date, waivePenalty }: Asked): Promise<Payable> {
  const record = await getLoan(work.tx, loanId)
  const standing = await requireRunning(work.tx, record)
  requireNotBefore(date, standing.disbursedOn)
  return { record, standing: waivePenalty ? waivedStanding(work, standing, { ...waivePenalty, date }) : standing }
}

/** A payment, and how much of the loan it is to pay, sen. */
type Asking = Payment & { readonly asked: number }

async function repay(
  work: Work,
  payable: Payable,
  input: Inputs['payOff'],
  { asked, ...payment }: Asking,
): Promise<Paid> {
  const { date, cashAccount, waivePenalty, loanId } = input
  const savings = await sourceOf(work, payable, { ...input, asked })
  const { principal, interest, penalty, held, fromHeld } = payment
  const loan = namedLoan(payable.record)
  const entryId = work.newId()
  if (waivePenalty) await keepWaiver(work, { loanId, date, ...waivePenalty, entryId })
  const draft = loanRepayment({ date, cashAccount, savings, loan, ...payment })
  const posted = await post(work, draft, { entryId })
  const { outstanding, state } = (await getLoan(work.tx, loanId)).loan
  const late = savings ? await interestDoubts(work.tx, posted.date, [savings.product]) : []
  const warnings = [...posted.warnings, ...late]
  return { ...posted, warnings, principal, interest, penalty, held, fromHeld, outstanding, state }
}

/** Where the money comes from; refuses what no payment can come from. */
async function sourceOf(
  work: Work,
  payable: Payable,
  { cashAccount, savingsAccountId, date, asked: amount }: Inputs['payOff'] & Pick<Asking, 'asked'>,
): Promise<SavingsUnderMandate | undefined> {
  if (cashAccount !== undefined) await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  if (savingsAccountId === undefined) return undefined
  return requireMandate(work.tx, { ...payable, savingsAccountId, date, amount })
}

/** What is to be paid of a loan on a day. Refuses what a payment refuses. */
export async function dueOfLoan({ db }: Reading, input: Inputs['due']): Promise<Answers['loans']['due']> {
  const standing = await requireRunning(db, await getLoan(db, input.loanId))
  requireNotBefore(input.date, standing.disbursedOn)
  return loanDue(standing, input.date)
}

/** What settles a loan on a day, or would if some penalty were let off; refuses what paying it off refuses. */
export async function payoffQuote(
  { db }: Reading,
  input: Inputs['payoffQuote'],
): Promise<Answers['loans']['payoffQuote']> {
  const standing = await quotedStanding(db, input)
  requireSettling(standing, input.date)
  const { held } = standing
  return { ...payoff(standing, input.date), held, toPay: payableMost(standing, input.date) }
}

/** A loan that takes payments, as a question about a day sees it. */
async function quotedStanding(db: Reader, { loanId, date, waivePenalty }: Quoted): Promise<LoanStanding> {
  const standing = await requireRunning(db, await getLoan(db, loanId))
  requireNotBefore(date, standing.disbursedOn)
  return waivePenalty === undefined ? standing : lessPenalty(standing, { amount: waivePenalty, date })
}
