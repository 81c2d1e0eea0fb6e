import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultChart } from '../../shared/rules/default-chart.ts'
import { ownCapital, ownCapitalAccounts, relatedPartyLimit } from '../../shared/rules/own-capital.ts'

describe('own capital', () => {
  test.each([
    ['nothing', [], 0],
    [
      'principal and mandatory savings',
      [
        ['31101', -2_000_000_00],
        ['31102', -8_500_000_00],
      ],
      10_500_000_00,
    ],
    [
      'loan-linked savings and equalisation',
      [
        ['31103', -240_000_00],
        ['31104', -1_000_000_00],
      ],
      1_240_000_00,
    ],
    [
      'grants and reserves',
      [
        ['33201', -30_000_000_00],
        ['34101', -4_000_000_00],
        ['34102', -500_000_00],
      ],
      34_500_000_00,
    ],
    [
      'a reserve that is used up',
      [
        ['34101', -4_000_000_00],
        ['34103', 1_000_000_00],
      ],
      3_000_000_00,
    ],
    [
      'voluntary savings, term deposits, participation and cash: none of it',
      [
        ['21101', -9_00],
        ['21201', -9_00],
        ['33101', -9_00],
        ['11101', 27_00],
      ],
      0,
    ],
  ] as [string, [string, number][], number][])('of %s', (_, balances, expected) => {
    expect(ownCapital(new Map(balances))).toBe(expected)
  })

  test('stands on accounts of equity in the chart, each once', () => {
    const equity = new Set(defaultChart.filter(({ type }) => type === 'equity').map(({ code }) => code))
    expect(ownCapitalAccounts.filter((code) => !equity.has(code))).toEqual([])
    expect(new Set(ownCapitalAccounts).size).toBe(ownCapitalAccounts.length)
  })
})

describe('what related parties may owe together', () => {
  test.each([
    [62_500_000_00, 6_250_000_00],
    [1_09, 10],
    [9, 0],
    [0, 0],
    [-5_000_000_00, 0],
  ])('of own capital of %i sen is %i', (capital, limit) => {
    expect(relatedPartyLimit(capital)).toBe(limit)
  })

  test('is never more than a tenth, never less by a sen than that, and grows with the capital', () => {
    const capital = fc.integer({ min: 0, max: 9e15 })
    fc.assert(
      fc.property(capital, capital, (one, other) => {
        const limit = BigInt(relatedPartyLimit(one))
        expect(limit * 10n <= BigInt(one) && BigInt(one) < (limit + 1n) * 10n).toBe(true)
        expect(
          Math.sign(relatedPartyLimit(one) - relatedPartyLimit(other)) * Math.sign(one - other),
        ).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 1_000 },
    )
  })
})
