import type { LoanProduct } from '../../../../shared/contract/loan-terms.ts'
import type { PickedMember } from '../../../ui/fields/MemberPicker.tsx'
import type { Collateral } from '../card/CollateralDialog.tsx'
import type { Guarantor } from '../card/GuarantorDialog.tsx'

/** What stands in the fields of an application. */
export interface ApplicationValues {
  readonly member: PickedMember | null
  readonly product: string
  readonly principal: number | null
  readonly months: number | null
  /** Percent a month; as the product says unless it was changed. */
  readonly rate: string | null
  readonly purpose: string
  /** The revolving fund whose money is lent; empty for the cooperative's own. */
  readonly fundId: string
  readonly date: string | null
  /** Guarantors and the rest are shown though nothing asks for them. */
  readonly isBacked: boolean
  readonly guarantors: readonly { readonly name: string; readonly guarantor: Guarantor }[]
  readonly collateral: readonly Collateral[]
  readonly isJoint: boolean
  readonly isRelated: boolean
  /** Savings that instalments may be taken from. */
  readonly mandate: readonly string[]
}

export const noBacking = {
  ...{ isBacked: false, guarantors: [], collateral: [], isJoint: false, isRelated: false, mandate: [] },
} as const

/** Who and what stands behind the loan, as the application asks for it; what there is none of is left out. */
export function backingInput({ guarantors, collateral, isJoint, isRelated, mandate, date }: ApplicationValues) {
  return {
    ...(guarantors.length > 0 && { guarantors: guarantors.map(({ guarantor }) => guarantor) }),
    ...(collateral.length > 0 && { collateral: [...collateral] }),
    ...(isJoint && { jointLiability: true }),
    ...(isRelated && { relatedParty: true }),
    ...(mandate.length > 0 && { mandate: { savingsProducts: [...mandate], on: date ?? '' } }),
  }
}

/** The field a problem of the input stands beside. */
export function applicationField(path: string): string {
  const [first = ''] = path.split('.')
  if (['guarantors', 'collateral', 'mandate'].includes(first)) return first
  return { memberId: 'member', ratePctPerMonth: 'rate' }[path] ?? path
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
