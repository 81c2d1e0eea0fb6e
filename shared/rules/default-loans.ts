import type { LoanLimits } from './loan-limits.ts'
import type { LoanMethod } from './loan-schedule.ts'
import type { LoanTerms } from './loan-terms.ts'
import { sen } from './money.ts'

/** A loan product as a new book has it. */
export interface LoanProductDefault {
  readonly id: Exclude<LoanMethod, 'bullet'>
  readonly nameId: string
  readonly nameEn: string
}

/** One product of each method: 1,5 % a month, no fees, rounded to the rupiah (accounting.md section 3.1). */
export const defaultLoanProducts: readonly LoanProductDefault[] = [
  { id: 'flat', nameId: 'Pinjaman bunga tetap', nameEn: 'Flat loan' },
  { id: 'declining', nameId: 'Pinjaman bunga menurun', nameEn: 'Declining loan' },
  { id: 'annuity', nameId: 'Pinjaman angsuran sama', nameEn: 'Annuity loan' },
]

/** What a product says where nobody said anything else. */
export const defaultLoanTerms = {
  rate: { ratePct: '1.5', per: 'month' },
  interval: { unit: 'month', every: 1 },
  ...{ gracePrincipalMonths: 0, graceAllMonths: 0, dayCount: 'months' },
  ...{ rounding: 'half_up', roundTo: sen(100), roundPaymentTo: null },
  earlySettlement: 'running',
  fees: {
    ...{ provisionPct: '0', administration: sen(0), insurancePct: '0', loanSavingsPct: '0' },
    ...{ stamp: sen(0), stampPaidBy: 'member' },
  },
  penalty: { kind: 'none', pct: '0', graceDays: 0, capPct: null },
  allocation: 'interest_principal_penalty',
  excess: 'prepay',
} as const satisfies Omit<LoanTerms, 'method'>

export const defaultLoanLimits: LoanLimits = {
  ...{ principalMax: null, monthsMax: null, timesSavings: null, collateralAbove: null, guarantorAbove: null },
}

/** Where what is owed and its interest stand in the chart, and whose books they are. */
export const defaultLoanAccounts = { account: '13101', interestAccount: '41101', unit: 'general' } as const
