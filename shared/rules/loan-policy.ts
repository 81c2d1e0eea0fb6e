import { type AllowancePercentages, usualAllowance } from './allowance.ts'
import { type CollectibilityPreset, usualDoubtfulMonths } from './collectibility.ts'

/** What a cooperative decided about its loans as a whole; every figure is a matter of its bylaws. */
export interface LoanPolicy {
  readonly collectibilityPreset: CollectibilityPreset
  /** Months after which a doubtful loan that was not settled is a loss. */
  readonly doubtfulMonthsMax: number
  /** Percent of each class to be set aside. */
  readonly allowance: AllowancePercentages
  /** Days overdue from which the first, second and third letter is due. */
  readonly reminderDays: readonly [number, number, number]
  /** True where interest is income when it falls due, false where only when it is paid. */
  readonly accrueInterest: boolean
  /** True where the last day of a year also counts the interest that ran since the last instalment. */
  readonly yearEndCutOff: boolean
}

/** What holds until a cooperative decides otherwise (accounting.md sections 3.4, 3.5 and 8.3). */
export const usualLoanPolicy: LoanPolicy = {
  collectibilityPreset: 'ksp_2009',
  doubtfulMonthsMax: usualDoubtfulMonths,
  allowance: usualAllowance,
  reminderDays: [14, 30, 60],
  accrueInterest: true,
  yearEndCutOff: true,
}
