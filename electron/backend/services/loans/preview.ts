import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { assert } from '../../../../shared/errors.ts'
import { breachedLimits } from '../../../../shared/rules/loan-limits.ts'
import { loanQuote } from '../../../../shared/rules/loan-quote.ts'
import type { LoanTerms, LoanWish } from '../../../../shared/rules/loan-terms.ts'
import { sen } from '../../../../shared/rules/money.ts'
import { limitsOf, termsOf } from '../../db/loan-columns.ts'
import type { LoanAgreementTable, LoanProductTable } from '../../db/tables.ts'
import type { Reading } from '../../work.ts'
import { getLoanProduct, rateOf } from './products.ts'
import { getLoan } from './standing.ts'

type Inputs = AllInputs['loans']

/**
 * A loan as a member is shown it before she signs. Refuses NOT_FOUND, and as INVALID_INPUT what gives no schedule or
 * leaves nothing to pay out; limits of the product are warned about.
 */
export async function previewLoan(reading: Reading, input: Inputs['preview']): Promise<Answers['loans']['preview']> {
  const { terms, wish, breaches } = await wantedLoan(reading, input)
  const quote = loanQuote(terms, { ...wish, firstDueOn: input.firstDueOn })
  const { flatPctPerMonth, effectivePctPerMonth, deductions, netPayout } = quote
  return {
    schedule: quote.schedule.rows.map((row) => ({ ...row, dueOn: row.dueOn ?? input.date })),
    totals: quote.schedule.totals,
    ...{ flatPctPerMonth, effectivePctPerMonth, deductions, netPayout },
    warnings: [...quote.warnings, ...breaches],
  }
}

async function wantedLoan({ db }: Reading, input: Inputs['preview']) {
  const { loanId, product: id = '', principal, months, date } = input
  if (loanId !== undefined) {
    const { agreement } = await getLoan(db, loanId)
    return { terms: termsOf(agreement), wish: wishOf(agreement, date), breaches: [] }
  }
  assert(principal !== undefined && months !== undefined, 'the contract asks for a principal and months')
  const product = await getLoanProduct(db, id)
  const wish: LoanWish = { principal, months, disbursedOn: date }
  return {
    terms: agreedTerms(product, input),
    wish,
    breaches: breachedLimits(limitsOf(product), { principal, months }),
  }
}

/** A product's terms as a loan takes them over, with a rate of its own where one was agreed. */
export function agreedTerms(product: LoanProductTable, own: Parameters<typeof rateOf>[0]): LoanTerms {
  const terms = termsOf(product)
  return { ...terms, rate: rateOf(own) ?? terms.rate }
}

/** How much was agreed for how long, paid out on a day. */
export function wishOf(agreement: Pick<LoanAgreementTable, 'principal' | 'months'>, disbursedOn: string): LoanWish {
  return { principal: sen(agreement.principal), months: agreement.months, disbursedOn }
}
