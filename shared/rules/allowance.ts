import type { Decimal } from 'decimal.js'
import { invalidInput } from '../errors.ts'
import { Exact, roundToSen, type Sen, sen, sumSen } from './money.ts'

/** How likely a loan comes back: lancar, kurang lancar, diragukan, macet. */
export const loanClasses = ['current', 'substandard', 'doubtful', 'loss'] as const
export type LoanClass = (typeof loanClasses)[number]

/** Percent of each class to be set aside. */
export type AllowancePercentages = Readonly<Record<LoanClass, string>>

/** The allowance to be formed as usually set, `ppap_0_5_10_50_100` (domain notes, section 3.5). */
export const usualAllowance: AllowancePercentages = { current: '0.5', substandard: '10', doubtful: '50', loss: '100' }

/** Weights of the risk of problem loans for the health score: another thing, never mixed with the allowance. */
const riskWeights: AllowancePercentages = { current: '0', substandard: '50', doubtful: '75', loss: '100' }

export type AllowanceLoan = {
  readonly id: string
  /** Principal still owed, sen. */
  readonly outstanding: Sen
  readonly class: LoanClass
  /** What the collateral counts for, sen. */
  readonly collateral?: Sen | undefined
}

export type Allowance = {
  readonly rows: { id: string; base: Sen; pct: string; allowance: Sen }[]
  readonly total: Sen
  readonly riskWeighted: Sen
}

/**
 * What must be set aside for loans that may not come back, per loan and in all, in sen, half up: collateral is taken off
 * the last three classes, never below zero. `riskWeighted` is 50, 75 and 100 percent of those classes before
 * collateral (domain notes, section 3.5). Refused with INVALID_INPUT: `given_twice` for a loan that comes twice.
 */
export function allowance(loans: readonly AllowanceLoan[], percentages: AllowancePercentages): Allowance {
  const seen = new Set<string>()
  const shares = sharesOf(percentages)
  const rows = loans.map(({ id, outstanding, class: loanClass, collateral = sen(0) }, index) => {
    if (seen.has(id)) throw invalidInput(['loans', index, 'id'], 'given_twice')
    seen.add(id)
    const base = sen(loanClass === 'current' ? outstanding : Math.max(0, outstanding - collateral))
    return { id, base, pct: percentages[loanClass], allowance: shareOf(base, shares[loanClass]) }
  })
  return {
    rows,
    total: sumSen(rows.map((row) => row.allowance)),
    riskWeighted: riskOfLoans(loans),
  }
}

/** 50, 75 and 100 percent of the last three classes, sen, half up a loan. */
export function riskOfLoans(loans: readonly Pick<AllowanceLoan, 'outstanding' | 'class'>[]): Sen {
  const risks = sharesOf(riskWeights)
  return sumSen(loans.map((loan) => shareOf(loan.outstanding, risks[loan.class])))
}

type Shares = Readonly<Record<LoanClass, Decimal>>

function sharesOf(percentages: AllowancePercentages): Shares {
  const share = (loanClass: LoanClass) => new Exact(percentages[loanClass]).div(100)
  return {
    ...{ current: share('current'), substandard: share('substandard') },
    ...{ doubtful: share('doubtful'), loss: share('loss') },
  }
}

function shareOf(amount: Sen, share: Decimal): Sen {
  return amount === 0 || share.isZero() ? sen(0) : roundToSen(share.mul(amount), 'half_up')
}
