import { describe, expect, test } from 'vitest'
import { defaultLoanTerms } from '../../shared/rules/default-loans.ts'
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
