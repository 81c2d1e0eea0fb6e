import { invalidInput } from '../errors.ts'
import type { LoanFees } from './loan-terms.ts'
import { Exact, roundToSen, type Sen, sen, sumSen } from './money.ts'

/** What is taken off a payout, sen. */
export type LoanDeductions = {
  readonly provision: Sen
  readonly administration: Sen
  readonly insurance: Sen
  readonly loanSavings: Sen
  /** Nothing where the cooperative pays for the stamp. */
  readonly stamp: Sen
}

const rupiah = sen(100)

/**
 * What is taken off the payout of `principal` sen, each share rounded half up to the rupiah (accounting.md section 3.2).
 * Refuses INVALID_INPUT `fees_exceed_principal` where nothing would be paid out.
 */
export function loanDeductions(fees: LoanFees, principal: Sen): LoanDeductions {
  const share = (pct: string) => roundToSen(new Exact(principal).mul(pct).div(100), 'half_up', rupiah)
  const deductions = {
    provision: share(fees.provisionPct),
    administration: fees.administration,
    insurance: share(fees.insurancePct),
    loanSavings: share(fees.loanSavingsPct),
    stamp: fees.stampPaidBy === 'member' ? fees.stamp : sen(0),
  }
  if (deducted(deductions) >= principal) throw invalidInput(['principal'], 'fees_exceed_principal')
  return deductions
}

/** All that is taken off, sen. */
export function deducted(deductions: LoanDeductions): Sen {
  return sumSen(Object.values(deductions))
}
