import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breachedLimits, type LoanLimits } from '../../shared/rules/loan-limits.ts'
import { sen } from '../../shared/rules/money.ts'

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

  test('are never broken by a smaller or shorter loan, or one with more behind it, where a larger one keeps them', () => {
    const amount = fc.integer({ min: 0, max: 10_000_000_00 }).map(sen)
    const orNone = fc.option(
      amount.filter((limit) => limit > 0),
      { nil: null },
    )
    const limits = fc.record({
      ...{ principalMax: orNone, collateralAbove: orNone, guarantorAbove: orNone },
      monthsMax: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
      timesSavings: fc.constantFrom(null, '1', '2.5', '10'),
    })
    const loan = fc.record({
      ...{ principal: amount, savings: amount, otherDebt: amount, collateral: amount },
      ...{ months: fc.integer({ min: 1, max: 60 }), guarantors: fc.nat(2), jointLiability: fc.boolean() },
    })
    fc.assert(
      fc.property(limits, loan, loan, (given, one, other) => {
        const least = (amounts: readonly number[]) => sen(Math.min(...amounts))
        const most = (amounts: readonly number[]) => sen(Math.max(...amounts))
        const lighter = {
          principal: least([one.principal, other.principal]),
          months: Math.min(one.months, other.months),
          otherDebt: least([one.otherDebt, other.otherDebt]),
          savings: most([one.savings, other.savings]),
          collateral: most([one.collateral, other.collateral]),
          guarantors: Math.max(one.guarantors, other.guarantors),
          jointLiability: one.jointLiability || other.jointLiability,
        }
        const kept = breachedLimits(given, lighter)
        for (const breach of kept) expect(breachedLimits(given, one)).toContain(breach)
      }),
      { numRuns: 1_000 },
    )
  })
})
