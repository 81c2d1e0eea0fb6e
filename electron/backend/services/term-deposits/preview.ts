import { addMonths } from '../../../../shared/calendar.ts'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/errors.ts'
import { sen } from '../../../../shared/rules/money.ts'
import { savingsInterestTax } from '../../../../shared/rules/savings-interest-tax.ts'
import { termInterest } from '../../../../shared/rules/term-interest.ts'
import type { Reading } from '../../work.ts'
import { getProduct } from '../savings/accounts.ts'
import { agreed } from './term-deposits.ts'

/**
 * What a placing would bring by the terms its product has in the month it begins. The tax is that of the interest alone,
 * as if the member earned nothing else in the month it is paid. Refuses NOT_FOUND and a product without a term.
 */
export async function termPreview(
  { db }: Reading,
  { product: id, date, amount, months, ratePctPerYear }: Inputs['savings']['termPreview'],
): Promise<Answers['savings']['termPreview']> {
  const product = await getProduct(db, id)
  if (product.kind !== 'term') throw new Refusal('NOT_ALLOWED', 'not_a_term_product', { product: product.name_id })
  const { matures_on: maturesOn, ...terms } = await agreed(db, product, {
    ...{ amount, starts_on: date, months, rate_pct: ratePctPerYear },
    ...{ rollover: 'none', pay_interest_to: null, rolled_from: null },
  })
  const agreement = {
    ...{ amount: sen(amount), startsOn: date, months, ratePctPerYear },
    ...{ dayBasis: terms.day_basis, rounding: terms.rounding },
  }
  const interest = termInterest(agreement, maturesOn)
  const { tax: taxAtEnd } = savingsInterestTax({ grossInMonth: interest, memberKind: 'individual' })
  return { maturesOn, firstMonth: termInterest(agreement, addMonths(date, 1)), interest, taxAtEnd }
}
