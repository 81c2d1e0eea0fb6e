import type { LoanProduct } from '../../../shared/contract/loan-terms.ts'
import type { PickedMember } from '../../ui/fields/MemberPicker.tsx'

/** What stands in the fields of an application. */
export interface ApplicationValues {
  readonly member: PickedMember | null
  readonly product: string
  readonly principal: number | null
  readonly months: number | null
  /** Percent a month; as the product says unless it was changed. */
  readonly rate: string | null
  readonly purpose: string
  readonly date: string | null
}

type Terms = Pick<LoanProduct, 'product' | 'ratePct' | 'ratePer'>

/** True where the rate is one by the month, so that another one can be agreed. */
export function hasOwnRate(product: Terms | undefined): boolean {
  return product?.ratePer === 'month'
}

/** What the loan is reckoned from, for preview and application alike; undefined while something is missing. */
export function wantedLoan(
  { principal, months, rate, date }: ApplicationValues,
  product: Terms | undefined,
): { product: string; principal: number; months: number; ratePctPerMonth?: string; date: string } | undefined {
  if (product === undefined || principal === null || months === null || date === null) return undefined
  const isChanged = hasOwnRate(product) && rate !== null && rate !== product.ratePct
  return { product: product.product, principal, months, date, ...(isChanged && { ratePctPerMonth: rate }) }
}
