import { describe, expect, test } from 'vitest'
import { interestInput, interestValues } from '../../../../../renderer/areas/settings/products/interest-values.ts'
import { rulesInput, rulesOf, rulesValues } from '../../../../../renderer/areas/settings/products/rules-values.ts'
import type { SavingsProduct } from '../../../../../shared/contract/savings.ts'

const rate = (change: Partial<SavingsProduct['interest'][number]> = {}): SavingsProduct['interest'][number] => ({
  ...{ fromMonth: '2026-01', method: 'daily', dayBasis: '365', rounding: 'half_up', openingCounts: false },
  ...{ minimumBalance: 50_000_00, tiers: [{ from: 0, ratePctPerYear: '4' }], ...change },
})

const product = (change: Partial<SavingsProduct> = {}): SavingsProduct => ({
  ...{ product: 'hari_raya', name: 'x', nameId: 'x', nameEn: 'x', kind: 'holiday', account: '21102', unit: 'general' },
  ...{ active: true, collected: false, lock: 'until_date', unlocksOn: '03-10', earlyWithdrawal: 'penalty_pct' },
  ...{ earlyPct: '5', minimumDeposit: 0, instalments: 1, passbookLines: 24, dues: [], interest: [] },
  ...change,
})

describe('how a product earns', () => {
  test('the newest terms are there to be changed', () => {
    const values = interestValues([rate({ method: 'lowest' }), rate()], '2026-05')
    expect(interestInput(values)).toEqual({
      ...{ fromMonth: '2026-05', method: 'daily', dayBasis: '365', rounding: 'half_up', openingCounts: false },
      ...{ minimumBalance: 50_000_00, tiers: [{ from: 0, ratePctPerYear: '4' }] },
    })
  })

  test('a product without interest begins with the usual terms and a rate to be filled in', () => {
    const values = interestValues([], '2026-05')
    expect(interestInput(values)).toMatchObject({
      ...{ method: 'lowest', dayBasis: 'twelfths', rounding: 'down', minimumBalance: 0 },
      tiers: [{ from: 0, ratePctPerYear: '' }],
    })
  })

  test('a step without its balance is refused by the program, never taken as nothing', () => {
    const values = { ...interestValues([], '2026-05'), tiers: [{ key: 'a', from: null, rate: '5' }] }
    expect(interestInput(values).tiers).toEqual([{ from: -1, ratePctPerYear: '5' }])
  })
})

describe('the rules of a product', () => {
  test('a day of every year is shown in this one and told as a day of the year', () => {
    const values = rulesValues(product(), 2026)
    expect(values).toMatchObject({ unlocksOn: '2026-03-10', isEveryYear: true })
    expect(rulesInput('holiday', values)).toMatchObject({ lock: 'until_date', unlocksOn: '03-10', earlyPct: '5' })
    expect(rulesInput('holiday', { ...values, isEveryYear: false }).unlocksOn).toBe('2026-03-10')
  })

  test('what does not go together is not sent along', () => {
    const values = { ...rulesValues(product(), 2026), lock: 'none', earlyWithdrawal: 'refused' } as const
    const input = rulesInput('holiday', values)
    expect('unlocksOn' in input || 'earlyPct' in input).toBe(false)
  })

  test('what law and nature settle is not asked', () => {
    expect(rulesOf('principal')).toEqual({ lock: false, instalments: true, collected: true })
    expect(rulesOf('term')).toEqual({ lock: false, instalments: false, collected: false })
    const input = rulesInput('mandatory', rulesValues(product({ kind: 'mandatory', lock: 'until_exit' }), 2026))
    expect('lock' in input || 'instalments' in input).toBe(false)
  })
})
