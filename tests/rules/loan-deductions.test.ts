import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultLoanTerms } from '../../shared/rules/default-loans.ts'
import { deducted, loanDeductions } from '../../shared/rules/loan-deductions.ts'
import { loanQuote } from '../../shared/rules/loan-quote.ts'
import type { LoanFees, LoanTerms } from '../../shared/rules/loan-terms.ts'
import { sen } from '../../shared/rules/money.ts'

const flat: LoanTerms = { method: 'flat', ...defaultLoanTerms }
const withFees = (fees: Partial<LoanFees>): LoanTerms => ({ ...flat, fees: { ...flat.fees, ...fees } })
const wish = { principal: sen(12_000_000_00), months: 12, disbursedOn: '2026-01-10' }

describe('deductions', () => {
  test('are those of the worked payout: 120.000, 30.000 and 240.000 of twelve million', () => {
    const { fees } = withFees({ provisionPct: '1', administration: sen(30_000_00), loanSavingsPct: '2' })
    expect(loanDeductions(fees, wish.principal)).toEqual({
      ...{ provision: 120_000_00, administration: 30_000_00, insurance: 0, loanSavings: 240_000_00, stamp: 0 },
    })
  })

  test('shares are whole rupiah, half up', () => {
    const { fees } = withFees({ provisionPct: '1.5', insurancePct: '0.35' })
    expect(loanDeductions(fees, sen(333_33))).toMatchObject({ provision: 5_00, insurance: 1_00 })
  })

  test('that leave nothing to pay out are refused', () => {
    const { fees } = withFees({ provisionPct: '60', loanSavingsPct: '40' })
    expect(() => loanDeductions(fees, wish.principal)).toThrow('fees_exceed_principal')
  })

  test('never make or lose a sen', () => {
    const pct = fc.integer({ min: 0, max: 2000 }).map((hundredths) => String(hundredths / 100))
    const amount = fc.integer({ min: 0, max: 100_000_00 }).map(sen)
    const fees = fc.record({
      ...{ provisionPct: pct, insurancePct: pct, loanSavingsPct: pct, administration: amount, stamp: amount },
      stampPaidBy: fc.constantFrom('member' as const, 'cooperative' as const),
    })
    fc.assert(
      fc.property(fees, fc.integer({ min: 1_000_000_00, max: 1e14 }).map(sen), (given, principal) => {
        const taken = loanDeductions(given, principal)
        const net = loanQuote(withFees(given), { ...wish, principal }).netPayout
        expect(net + deducted(taken)).toBe(principal)
        expect(Object.values(taken).every((part) => Number.isSafeInteger(part) && part >= 0)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
