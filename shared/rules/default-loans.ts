import type { LoanMethod } from './loan-schedule.ts'

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

export const defaultLoanTerms = {
  ratePct: '1.5',
  ratePer: 'month',
  interval: { unit: 'month', every: 1 },
  roundTo: 100,
  earlySettlement: 'running',
  account: '13101',
  interestAccount: '41101',
  unit: 'general',
} as const
