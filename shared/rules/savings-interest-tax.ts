import { invalidInput } from '../errors.ts'
import { Exact, roundToSen, type Sen, sen } from './money.ts'

export type SavingsInterestTaxInput = {
  /** All interest of the person in the month, over all accounts, in sen. */
  readonly grossInMonth: Sen
  readonly memberKind: 'individual' | 'other'
}

export type SavingsInterestTax = {
  readonly tax: Sen
  readonly net: Sen
  /** The rate that applied to the whole, in percent. */
  readonly ratePct: string
  readonly warnings: 'not_individual'[]
}

export type SavingsTaxRule = { readonly untaxedUpTo: Sen; readonly ratePct: string }

/** PP 15/2009 and PMK 112/2010: interest up to Rp240.000 a month is free, above it all of it bears 10 %. */
const savingsTaxOf2009: SavingsTaxRule = { untaxedUpTo: sen(24_000_000), ratePct: '10' }

/**
 * Final income tax on a member's savings interest of one month, in sen, rounded down to whole rupiah. A cliff, not a
 * slope: one rupiah above the limit makes the whole month taxable. Members that are no individuals (a depositing
 * cooperative) fall outside this rule: no tax here, and the warning `not_individual`. A negative gross is refused
 * with INVALID_INPUT `amount_negative`.
 */
export function savingsInterestTax(
  { grossInMonth, memberKind }: SavingsInterestTaxInput,
  rule: SavingsTaxRule = savingsTaxOf2009,
): SavingsInterestTax {
  if (grossInMonth < 0) throw invalidInput(['grossInMonth'], 'amount_negative')
  const isIndividual = memberKind === 'individual'
  const ratePct = isIndividual && grossInMonth > rule.untaxedUpTo ? rule.ratePct : '0'
  const tax = roundToSen(new Exact(grossInMonth).mul(ratePct).div(100), 'down', 100)
  return { tax, net: sen(grossInMonth - tax), ratePct, warnings: isIndividual ? [] : ['not_individual'] }
}
