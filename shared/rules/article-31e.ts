import { Exact, roundToSen, type Sen, sen } from './money.ts'
import { turnoverLimit } from './turnover-tax.ts'

/** Percent of taxable income, and half of it on what turnover up to the limit brings. */
export const incomeTaxRates = { full: '22', half: '11' } as const

/** The income tax of a year, sen: what is taxed at which rate, and what comes of it. */
export interface IncomeTax {
  readonly taxable: Sen
  readonly halfRated: Sen
  readonly fullRated: Sen
  readonly tax: Sen
}

/** Whole rupiah. */
const step = 100

/**
 * Income tax under article 31E (accounting.md section 7), sen: half the rate of 22 % on all taxable income while turnover
 * is at most 4,8 billion, and above it on the part of the income that so much of the turnover brings (general law,
 * unverified). Whole rupiah, rounded down; of a loss nothing.
 */
export function article31e({ turnover, income }: { readonly turnover: number; readonly income: number }): IncomeTax {
  const taxable = sen(Math.max(0, income))
  const halfRated =
    turnover <= turnoverLimit ? taxable : roundToSen(new Exact(taxable).mul(turnoverLimit).div(turnover), 'down', step)
  const fullRated = sen(taxable - halfRated)
  const both = new Exact(halfRated).mul(incomeTaxRates.half).plus(new Exact(fullRated).mul(incomeTaxRates.full))
  return { taxable, halfRated, fullRated, tax: roundToSen(both.div(100), 'down', step) }
}
