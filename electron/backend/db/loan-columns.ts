import { defaultLoanAccounts } from '../../../shared/rules/default-loans.ts'
import type { LoanLimits } from '../../../shared/rules/loan-limits.ts'
import type { LoanTerms } from '../../../shared/rules/loan-terms.ts'
import { type Sen, sen } from '../../../shared/rules/money.ts'
import type { LoanProductTable, LoanTermColumns } from './tables.ts'

type TermColumns = Omit<LoanTermColumns, 'account' | 'interest_account' | 'unit'>
type LimitColumns = Pick<
  LoanProductTable,
  'principal_max' | 'months_max' | 'times_savings' | 'collateral_above' | 'guarantor_above'
>

/** Where loans of every product stand; a loan of an officer or one that was restructured has an account of its own. */
export const loanAccountColumns = {
  ...{ account: defaultLoanAccounts.account, interest_account: defaultLoanAccounts.interestAccount },
  unit: defaultLoanAccounts.unit,
}

/** Terms as products and agreements keep them, one column each. */
export function termColumns(terms: LoanTerms): TermColumns {
  const { rate, interval, fees, penalty } = terms
  return {
    method: terms.method,
    ...{ rate_pct: rate.ratePct, rate_per: rate.per },
    ...{ interval_unit: interval.unit, interval_every: interval.every },
    ...{ grace_principal_months: terms.gracePrincipalMonths, grace_all_months: terms.graceAllMonths },
    ...{ rounding: terms.rounding, round_to: terms.roundTo, round_payment_to: terms.roundPaymentTo },
    ...{ day_count: terms.dayCount, early_settlement: terms.earlySettlement },
    ...{ provision_pct: fees.provisionPct, insurance_pct: fees.insurancePct, loan_savings_pct: fees.loanSavingsPct },
    ...{ administration: fees.administration, stamp: fees.stamp, stamp_paid_by: fees.stampPaidBy },
    ...{ penalty_kind: penalty.kind, penalty_pct: penalty.pct },
    ...{ penalty_grace_days: penalty.graceDays, penalty_cap_pct: penalty.capPct },
    ...{ allocation: terms.allocation, excess: terms.excess },
  }
}

export function termsOf(row: TermColumns): LoanTerms {
  return {
    method: row.method,
    rate: { ratePct: row.rate_pct, per: row.rate_per },
    interval: { unit: row.interval_unit, every: row.interval_every },
    ...{ gracePrincipalMonths: row.grace_principal_months, graceAllMonths: row.grace_all_months },
    ...{ dayCount: row.day_count, rounding: row.rounding, roundTo: sen(row.round_to) },
    roundPaymentTo: senOrNull(row.round_payment_to),
    earlySettlement: row.early_settlement,
    fees: {
      ...{ provisionPct: row.provision_pct, insurancePct: row.insurance_pct, loanSavingsPct: row.loan_savings_pct },
      ...{ administration: sen(row.administration), stamp: sen(row.stamp), stampPaidBy: row.stamp_paid_by },
    },
    penalty: {
      ...{ kind: row.penalty_kind, pct: row.penalty_pct },
      ...{ graceDays: row.penalty_grace_days, capPct: row.penalty_cap_pct },
    },
    ...{ allocation: row.allocation, excess: row.excess },
  }
}

export function limitColumns(limits: LoanLimits): LimitColumns {
  return {
    ...{ principal_max: limits.principalMax, months_max: limits.monthsMax, times_savings: limits.timesSavings },
    ...{ collateral_above: limits.collateralAbove, guarantor_above: limits.guarantorAbove },
  }
}

export function limitsOf(row: LimitColumns): LoanLimits {
  return {
    ...{ principalMax: senOrNull(row.principal_max), monthsMax: row.months_max, timesSavings: row.times_savings },
    ...{ collateralAbove: senOrNull(row.collateral_above), guarantorAbove: senOrNull(row.guarantor_above) },
  }
}

function senOrNull(amount: number | null): Sen | null {
  return amount === null ? null : sen(amount)
}
