import type { Inputs as AllInputs } from '../../../../shared/contract/index.ts'
import type { SavingsProduct } from '../../../../shared/contract/savings.ts'
import { Refusal } from '../../../../shared/errors.ts'
import { newestRun } from '../../ledger/interest-runs.ts'
import type { Work } from '../../work.ts'
import { getProduct } from './accounts.ts'
import { productAnswer } from './products.ts'
import { type Rate, rateIn, ratesByProduct } from './rates.ts'

type Inputs = AllInputs['savings']

/** Sets what is due from a month on; a month that has an amount already gets the new one. */
export async function setDue({ tx }: Work, input: Inputs['setDue']): Promise<SavingsProduct> {
  const { fromMonth: from_month, amount } = input
  const product = await getProduct(tx, input.product)
  if (product.kind !== 'principal' && product.kind !== 'mandatory') {
    throw new Refusal('NOT_ALLOWED', 'product_has_no_due', { product: product.name_id })
  }
  await tx
    .insertInto('savings_due')
    .values({ product: product.id, from_month, amount })
    .onConflict((conflict) => conflict.columns(['product', 'from_month']).doUpdateSet({ amount }))
    .execute()
  return productAnswer(tx, product.id)
}

/** Lowest balance, by twelfths of a year, rounded down: what co-ops do that reckon by hand (accounting.md section 2.1). */
const usualTerms: Omit<Rate, 'fromMonth' | 'tiers'> = {
  method: 'lowest',
  dayBasis: 'twelfths',
  rounding: 'down',
  minimumBalance: 0,
  openingCounts: true,
}

/**
 * Sets how a product earns from a month on; what is left open stays as it was. Refuses NOT_ALLOWED `interest_already_run`
 * for a month that has its interest: what members were paid would not be what the terms say.
 */
export async function setInterest({ tx }: Work, input: Inputs['setInterest']): Promise<SavingsProduct> {
  const product = await getProduct(tx, input.product)
  const { fromMonth } = input
  const newest = await newestRun(tx)
  if (newest && fromMonth <= newest.month) {
    throw new Refusal('NOT_ALLOWED', 'interest_already_run', { month: newest.month, voucher: newest.voucher })
  }
  const before = rateIn((await ratesByProduct(tx)).get(product.id), fromMonth) ?? usualTerms
  const columns = {
    method: input.method ?? before.method,
    day_basis: input.dayBasis ?? before.dayBasis,
    rounding: input.rounding ?? before.rounding,
    minimum_balance: input.minimumBalance ?? before.minimumBalance,
    opening_counts: (input.openingCounts ?? before.openingCounts) ? (1 as const) : (0 as const),
    tiers: JSON.stringify(input.tiers.toSorted((a, b) => a.from - b.from)),
  }
  await tx
    .insertInto('savings_rate')
    .values({ product: product.id, from_month: fromMonth, ...columns })
    .onConflict((conflict) => conflict.columns(['product', 'from_month']).doUpdateSet(columns))
    .execute()
  return productAnswer(tx, product.id)
}
