import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultLoanTerms } from '../../shared/rules/default-loans.ts'
import { deducted, loanDeductions } from '../../shared/rules/loan-deductions.ts'
import { breachedLimits, type LoanLimits } from '../../shared/rules/loan-limits.ts'
import { loanQuote } from '../../shared/rules/loan-quote.ts'
import type { LoanFees, LoanTerms } from '../../shared/rules/loan-terms.ts'
import { sen } from '../../shared/rules/money.ts'

const flat: LoanTerms = { method: 'flat', ...defaultLoanTerms }
const withFees = (fees: Partial<LoanFees>): LoanTerms => ({ ...flat, fees: { ...flat.fees, ...fees } })
const wish = { principal: sen(12_000_000_00), months: 12, disbursedOn: '2026-01-10' }

describe('what a member is shown before she signs', () => {
  test('a flat 1,5 % over twelve months costs 2,643 % a month', () => {
    const quote = loanQuote(flat, wish)
    expect([quote.flatPctPerMonth, quote.effectivePctPerMonth.slice(0, 5)]).toEqual(['1.5', '2.643'])
    expect(quote).toMatchObject({ netPayout: wish.principal, warnings: [] })
  })

  test('with one percent provision taken from the payout, 2,810 %', () => {
    const { flatPctPerMonth, effectivePctPerMonth } = loanQuote(withFees({ provisionPct: '1' }), wish)
    expect([flatPctPerMonth, Number(effectivePctPerMonth).toFixed(3)]).toEqual(['1.5', '2.810'])
  })

  test('a declining loan really costs its rate, weekly too', () => {
    const declining: LoanTerms = { ...flat, method: 'declining' }
    expect(loanQuote(declining, wish)).toMatchObject({ flatPctPerMonth: '0.8125', effectivePctPerMonth: '1.5' })
    const weekly: LoanTerms = { ...declining, interval: { unit: 'week', every: 1 } }
    expect(loanQuote(weekly, wish).schedule.rows).toHaveLength(52)
    expect(loanQuote(weekly, wish).effectivePctPerMonth).toBe('1.5087')
  })

  test('every deduction makes it dearer', () => {
    const cost = (fees: Partial<LoanFees>) => Number(loanQuote(withFees(fees), wish).effectivePctPerMonth)
    for (const fees of [{ administration: sen(30_000_00) }, { insurancePct: '0.5' }, { loanSavingsPct: '2' }]) {
      expect(cost(fees)).toBeGreaterThan(cost({}))
    }
    expect(cost({ stamp: sen(10_000_00), stampPaidBy: 'cooperative' })).toBe(cost({}))
  })

  test('more than 24 % a year is warned about, not refused', () => {
    const at = (ratePct: string) => loanQuote({ ...flat, rate: { ratePct, per: 'month' } }, wish).warnings
    expect([at('2'), at('2.01'), at('1000')]).toEqual([[], ['rate_above_ceiling'], ['rate_above_ceiling']])
    expect(loanQuote({ ...flat, rate: { ratePct: '25', per: 'year' } }, wish).warnings).toEqual(['rate_above_ceiling'])
  })

  test('a loan for nothing is a loan', () => {
    const free = loanQuote({ ...flat, rate: { ratePct: '0', per: 'month' } }, wish)
    expect(free).toMatchObject({ flatPctPerMonth: '0', effectivePctPerMonth: '0' })
    expect(free.schedule.totals.interest).toBe(0)
  })
})

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

describe('limits of a product', () => {
  const none: LoanLimits = {
    ...{ principalMax: null, monthsMax: null, timesSavings: null, collateralAbove: null, guarantorAbove: null },
  }
  const asked = { principal: sen(5_000_000_00), months: 12 }
  const broken = (limits: Partial<LoanLimits>, loan = {}) =>
    breachedLimits({ ...none, ...limits }, { ...asked, ...loan })

  test('that says nothing are never broken', () => {
    expect(broken({}, { savings: sen(0), collateral: sen(0), guarantors: 0 })).toEqual([])
  })

  test('hold at their border and not a sen above it', () => {
    expect(broken({ principalMax: sen(5_000_000_00), monthsMax: 12 })).toEqual([])
    expect(broken({ principalMax: sen(4_999_999_99) })).toEqual(['principal_above_limit'])
    expect(broken({ monthsMax: 11 })).toEqual(['months_above_limit'])
  })

  test('count all she owes against a multiple of her savings', () => {
    const limits = { timesSavings: '2.5' }
    expect(broken(limits, { savings: sen(2_000_000_00), otherDebt: sen(0) })).toEqual([])
    expect(broken(limits, { savings: sen(2_000_000_00), otherDebt: sen(1) })).toEqual(['above_times_savings'])
    expect(broken(limits, { savings: sen(1_999_999_99), otherDebt: sen(0) })).toEqual(['above_times_savings'])
  })

  test('ask for collateral and guarantors above an amount, unless a group answers for the loan', () => {
    const limits = { collateralAbove: sen(1_000_000_00), guarantorAbove: sen(5_000_000_00) }
    expect(broken(limits, { collateral: sen(0), guarantors: 0 })).toEqual(['needs_collateral'])
    expect(broken(limits, { principal: sen(5_000_000_01), collateral: sen(0), guarantors: 0 })).toEqual([
      ...['needs_collateral', 'needs_guarantor'],
    ])
    expect(broken(limits, { collateral: sen(1), guarantors: 0 })).toEqual([])
    expect(broken(limits, { collateral: sen(0), guarantors: 0, jointLiability: true })).toEqual([])
  })
})
