import { Exact, type Sen } from './money.ts'

/** What a product lends at most and what it asks for, sen; null where it says nothing. */
export type LoanLimits = {
  readonly principalMax: Sen | null
  readonly monthsMax: number | null
  /** All loans of a member together, as a multiple of her savings. */
  readonly timesSavings: string | null
  /** Loans above this need collateral, or a group that answers for them. */
  readonly collateralAbove: Sen | null
  /** Loans above this need a guarantor, or a group that answers for them. */
  readonly guarantorAbove: Sen | null
}

export type LimitBreach =
  | 'principal_above_limit'
  | 'months_above_limit'
  | 'above_times_savings'
  | 'needs_collateral'
  | 'needs_guarantor'

/** A loan as limits look at it, sen; what is not known yet is left out and not asked for. */
export type LimitedLoan = {
  readonly principal: Sen
  readonly months: number
  /** What the member has saved, and what she owes on other loans. */
  readonly savings?: Sen | undefined
  readonly otherDebt?: Sen | undefined
  /** What her collateral was appraised at. */
  readonly collateral?: Sen | undefined
  readonly guarantors?: number | undefined
  readonly jointLiability?: boolean | undefined
}

/** Which limits a loan breaks, in the order of the bylaws' usual questions. */
export function breachedLimits(limits: LoanLimits, loan: LimitedLoan): LimitBreach[] {
  const { principal, months, jointLiability = false } = loan
  const isAbove = (limit: number | null, amount: number) => limit !== null && amount > limit
  const breaches: [LimitBreach, boolean][] = [
    ['principal_above_limit', isAbove(limits.principalMax, principal)],
    ['months_above_limit', isAbove(limits.monthsMax, months)],
    ['above_times_savings', isAboveSavings(limits, loan)],
    ['needs_collateral', isAbove(limits.collateralAbove, principal) && !jointLiability && loan.collateral === 0],
    ['needs_guarantor', isAbove(limits.guarantorAbove, principal) && !jointLiability && loan.guarantors === 0],
  ]
  return breaches.filter(([, isBroken]) => isBroken).map(([breach]) => breach)
}

function isAboveSavings({ timesSavings }: LoanLimits, { principal, savings, otherDebt = 0 as Sen }: LimitedLoan) {
  if (timesSavings === null || savings === undefined) return false
  return new Exact(principal).plus(otherDebt).gt(new Exact(savings).mul(timesSavings))
}
