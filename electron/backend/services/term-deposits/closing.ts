import { monthOf } from '../../../../shared/calendar.ts'
import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { termPayout, termRenewal } from '../../../../shared/rules/entries/term-deposit.ts'
import { type Sen, sen } from '../../../../shared/rules/money.ts'
import { withheldNow } from '../../../../shared/rules/savings-withholding.ts'
import type { termClosing } from '../../../../shared/rules/term-interest.ts'
import type { Reader } from '../../db/tables.ts'
import { interestPaid } from '../../ledger/interest-paid.ts'
import { type Posted, post } from '../../ledger/post.ts'
import { setOpen } from '../../ledger/term-bounds.ts'
import type { Reading, Work } from '../../work.ts'
import { requireCashAccount } from '../cash/account.ts'
import { getProduct } from '../savings/accounts.ts'
import { closingOf, interestAccountOf, interestSoFar, requireOpenTerm, type TermRecord } from './facts.ts'
import { agreed, writeTerm } from './term-deposits.ts'

type Inputs = AllInputs['savings']
type Quote = Answers['savings']['termQuote']

/** What closing a term deposit on a day would pay, without doing it. */
export async function termQuote({ db }: Reading, { savingsAccountId, date }: Inputs['termQuote']): Promise<Quote> {
  const term = await requireOpenTerm(db, savingsAccountId)
  return quoteOf(term, await endOf(db, term, date))
}

/** How a term ends on a day, in sen. */
interface End extends ReturnType<typeof termClosing> {
  readonly accrued: Sen
  readonly tax: Sen
  readonly short: Sen
}

/** Refuses INVALID_INPUT for a day before it began and NOT_ALLOWED before its end where its product allows no other. */
async function endOf(db: Reader, term: TermRecord, date: string): Promise<End> {
  if (date < term.starts_on) throw invalidInput(['date'], 'date_before_term', { date: term.starts_on })
  if (date < term.matures_on && term.early_withdrawal === 'refused') throw notMatured(term)
  const soFar = (await interestSoFar(db, term.id))(term.id)
  const closing = closingOf(term, date, soFar)
  const before = (await interestPaid(db, monthOf(date))).get(term.memberId) ?? { gross: sen(0), tax: sen(0) }
  const { taxes, short } = withheldNow(before, [closing.interest])
  return { ...closing, accrued: sen(soFar.accrued), tax: taxes[0] ?? sen(0), short }
}

function notMatured({ number, matures_on: until }: TermRecord): Refusal {
  return new Refusal('NOT_ALLOWED', 'term_not_matured', { number, until })
}

function quoteOf(term: TermRecord, { isEarly, interest, tax, penalty, forfeited }: End): Quote {
  const { amount: principal } = term
  const toSavings = interestAccountOf(term) ? interest - tax : 0
  const paid = principal - penalty + interest - tax - toSavings
  return { isEarly, principal, interest, tax, penalty, forfeited, paid, toSavings }
}

function namedTerm({ id, memberId, account, unit, productName }: TermRecord) {
  return { savingsAccountId: id, memberId, account, unit, productName }
}

/** Pays a term deposit back and closes it. Refuses what its quote refuses, and a penalty that leaves nothing. */
export async function closeTerm(work: Work, input: Inputs['termClose']): Promise<Answers['savings']['termClose']> {
  const { savingsAccountId, date, cashAccount } = input
  const term = await requireOpenTerm(work.tx, savingsAccountId)
  await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  const end = await endOf(work.tx, term, date)
  const quote = quoteOf(term, end)
  if (quote.paid <= 0) throw new Refusal('NOT_ALLOWED', 'term_penalty_takes_all', { number: term.number })
  const { accrued, adjustment, tax, penalty } = end
  const posted = await post(
    work,
    termPayout({
      ...{ date, cashAccount, savings: namedTerm(term), principal: quote.principal },
      ...{ accrued, adjustment, tax, penalty, interestTo: interestAccountOf(term) },
    }),
  )
  await setOpen(work.tx, savingsAccountId, date)
  return { ...posted, ...quote, warnings: warningsOf(posted, end) }
}

function warningsOf(posted: Posted, { short }: End): string[] {
  return short > 0 ? [...posted.warnings, 'tax_above_interest'] : posted.warnings
}

/**
 * Places a term deposit again from the day it fell due. Refuses NOT_ALLOWED before that day and for one that was agreed
 * not to go on unless `rollover` says how, and INVALID_INPUT without a cash account where interest is paid in cash.
 */
export async function rollOverTerm(
  work: Work,
  input: Inputs['termRollOver'],
): Promise<Answers['savings']['termRollOver']> {
  const { savingsAccountId, date, cashAccount } = input
  const term = await requireOpenTerm(work.tx, savingsAccountId)
  if (date < term.matures_on) throw notMatured(term)
  const rollover = input.rollover ?? term.rollover
  if (rollover === 'none') throw new Refusal('NOT_ALLOWED', 'term_without_rollover', { number: term.number })
  const end = await endOf(work.tx, term, date)
  const isInterestAdded = rollover === 'principal_and_interest'
  const net = end.interest - end.tax
  const interestTo = isInterestAdded ? undefined : interestAccountOf(term)
  const isPaidInCash = net > 0 && !isInterestAdded && !interestTo
  if (isPaidInCash && cashAccount === undefined) throw invalidInput(['cashAccount'], 'required')
  if (cashAccount !== undefined) await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  const amount = term.amount + (isInterestAdded ? net : 0)
  const renewed = await renew(work, term, { ...input, rollover, amount })
  const posted = await post(
    work,
    termRenewal({
      ...{ date, savings: namedTerm(term), principal: term.amount, interestTo, isInterestAdded },
      ...{ accrued: end.accrued, adjustment: end.adjustment, tax: end.tax },
      ...{ renewed: { ...namedTerm(term), savingsAccountId: renewed.savingsAccountId } },
      cashAccount: isPaidInCash ? cashAccount : undefined,
    }),
  )
  await setOpen(work.tx, savingsAccountId, date)
  const paid = { paid: isPaidInCash ? net : 0, toSavings: interestTo ? net : 0 }
  return { ...posted, ...quoteOf(term, end), ...paid, ...renewed, amount, warnings: warningsOf(posted, end) }
}

type Renewing = Inputs['termRollOver'] & {
  readonly amount: number
  readonly rollover: 'principal' | 'principal_and_interest'
}

async function renew(work: Work, before: TermRecord, { date, amount, rollover, months, ratePctPerYear }: Renewing) {
  const product = await getProduct(work.tx, before.product)
  const isInterestAdded = rollover === 'principal_and_interest'
  const term = await agreed(work.tx, product, {
    ...{ amount, rollover, starts_on: before.matures_on, rolled_from: before.id },
    ...{ months: months ?? before.months, rate_pct: ratePctPerYear ?? before.rate_pct },
    pay_interest_to: isInterestAdded || before.isPayOpen !== 1 ? null : before.pay_interest_to,
  })
  const member = { id: before.memberId, code: before.memberNumber }
  const { id: savingsAccountId, code: number } = await writeTerm(work, { member, product, term, openedOn: date })
  return { savingsAccountId, number, maturesOn: term.matures_on }
}
