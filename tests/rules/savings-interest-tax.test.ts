import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sen } from '../../shared/rules/money.ts'
import { savingsInterestTax } from '../../shared/rules/savings-interest-tax.ts'

function taxOf(gross: number, memberKind: 'individual' | 'other' = 'individual') {
  return savingsInterestTax({ grossInMonth: sen(gross), memberKind })
}

describe('tax on savings interest', () => {
  it.each([
    [0, 0, '0'],
    [24_000_000, 0, '0'],
    [24_000_001, 2_400_000, '10'],
    [24_000_100, 2_400_000, '10'],
    [30_000_000, 3_000_000, '10'],
    [24_000_999, 2_400_000, '10'],
    [24_001_000, 2_400_100, '10'],
  ])('%d sen of interest in a month bear %d sen, %s percent of the whole', (gross, tax, ratePct) => {
    expect(taxOf(gross)).toEqual({ tax, net: gross - tax, ratePct, warnings: [] })
  })

  it('a depositing cooperative is outside this rule and told so', () => {
    expect(taxOf(30_000_000, 'other')).toEqual({ tax: 0, net: 30_000_000, ratePct: '0', warnings: ['not_individual'] })
    expect(taxOf(0, 'other').warnings).toEqual(['not_individual'])
  })

  it('negative interest is refused', () => {
    expect(() => taxOf(-1)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', reason: 'amount_negative' }))
  })

  it('a later rule with another limit and rate is data, not code', () => {
    const rule = { untaxedUpTo: sen(50_000_000), ratePct: '7.5' }
    expect(savingsInterestTax({ grossInMonth: sen(50_000_000), memberKind: 'individual' }, rule).tax).toBe(0)
    expect(savingsInterestTax({ grossInMonth: sen(60_000_000), memberKind: 'individual' }, rule)).toMatchObject({
      tax: 4_500_000,
      ratePct: '7.5',
    })
  })

  it('tax and net are the gross, tax is whole rupiah and never above a tenth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9e15 }), (gross) => {
        const { tax, net } = taxOf(gross)
        expect(tax + net).toBe(gross)
        expect(tax % 100).toBe(0)
        expect(tax * 10 <= gross).toBe(true)
      }),
    )
  })
})
