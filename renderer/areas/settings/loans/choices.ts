import type { LoanProduct } from '../../../../shared/contract/loan-terms.ts'

export const methods = ['flat', 'declining', 'annuity', 'bullet'] as const satisfies readonly LoanProduct['method'][]

/** Steps that loans are rounded to, sen; a step that somebody else gave a product stands among them. */
const steps = [1_00, 100_00, 500_00, 1_000_00]

export function stepsWith(step: number | null): number[] {
  return [...new Set([...steps, ...(step === null ? [] : [step])])].sort((a, b) => a - b)
}
