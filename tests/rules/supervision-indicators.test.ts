import { expect, test } from 'vitest'
import {
  type SupervisionBasis,
  type SupervisionIndicator,
  supervisionGroups,
  supervisionIndicators,
  yesCredit,
} from '../../shared/rules/supervision-indicators.ts'

type Lines = Readonly<Record<string, number>>

/** A year of so many rupiah by the lines of its statements; what is not named is nothing. */
function year(
  balance: Lines,
  result: Lines = {},
  before: Lines = {},
  more: Partial<SupervisionBasis> = {},
): SupervisionBasis {
  const of = (lines: Lines) => (line: string) => (lines[line] ?? 0) * 100
  return {
    ...{ balanceOf: of(balance), resultOf: of(result), balanceBefore: of(before), resultBefore: of(before) },
    ...{ loans: [], lentToMembers: 0, lentToOthers: 0, memberSurplus: 0, memberPromotion: 0 },
    ...{ education: 0, members: 0, savers: 0, ...more },
  }
}

function told(basis: SupervisionBasis, key: SupervisionIndicator) {
  const one = supervisionIndicators(basis).find((indicator) => indicator.key === key)
  return [one?.ratioPct, one?.credit, one?.isBest]
}

const loans = (...classes: readonly ['current' | 'substandard' | 'loss', number][]) => ({
  loans: classes.map(([own, rupiah]) => ({ class: own, outstanding: rupiah * 100, collateral: 0, isGuaranteed: true })),
})

test('every indicator of the sheet stands in exactly one group', () => {
  const keys = supervisionIndicators(year({})).map(({ key }) => key)
  expect(keys).toEqual(Object.values(supervisionGroups).flat())
  expect(new Set(keys).size).toBe(keys.length)
})

test.each([
  [5, 4],
  [5.01, 3],
  [10, 3],
  [10.01, 2],
  [15, 2],
  [15.01, 1],
] as const)('%d percent of problem loans give credit %i', (pct, credit) => {
  const bad = Math.round(pct * 100)
  const basis = year({ A03: 10_000 }, {}, {}, loans(['current', 10_000 - bad], ['substandard', bad - 1], ['loss', 1]))
  expect(told(basis, 'problemLoans')).toEqual([String(pct), credit, null])
})

test.each([
  [75, 4],
  [75.5, 3],
  [95, 2],
  [96, 1],
] as const)('loans that are %d percent of productive assets give credit %i', (pct, credit) => {
  const basis = year({ A03: pct * 10, A02: (100 - pct) * 5, A13: (100 - pct) * 5 })
  expect(told(basis, 'productiveMix')).toEqual([String(pct), credit, null])
})

test.each([
  [15, 4],
  [14.99, 3],
  [10, 3],
  [5, 2],
  [4.99, 1],
  [-3, 1],
] as const)('a surplus of %d percent of revenue gives credit %i', (pct, credit) => {
  expect(told(year({}, { T1: 6_000, T3: 4_000, T9: Math.round(pct * 100) }), 'surplusToRevenue')).toEqual([
    String(pct),
    credit,
    null,
  ])
})

test.each([
  [120, 4],
  [119, 3],
  [110, 3],
  [101, 2],
  [100, 1],
  [80, 1],
] as const)('revenue of %d percent of cost gives credit %i', (revenue, credit) => {
  const costs = { H05: 30, H06: 10, H07: 5, H14: 3, H15: 2, H20: 20, H21: 10, H25: 10, H30: 10 }
  expect(told(year({}, { T1: revenue - 10, T3: 10, ...costs }), 'selfReliance')).toEqual([
    String(revenue),
    credit,
    null,
  ])
})

test.each([
  [31, 4],
  [30, 3],
  [20, 2],
  [10, 1],
] as const)('equity of %d percent of assets gives credit %i', (equity, credit) => {
  expect(told(year({ E01: equity - 5, E09: 5, L01: 100 - equity }), 'equityToAssets')).toEqual([
    String(equity),
    credit,
    null,
  ])
})

test.each([
  [110, 4],
  [109, 3],
  [107, 3],
  [104, 2],
  [103, 1],
  [90, 1],
] as const)('equity that became %d of 100 gives credit %i', (now, credit) => {
  expect(told(year({ E02: now }, {}, { E02: 100 }), 'equityGrowth')).toEqual([String(now - 100), credit, null])
})

test('where only the best value was seen it is told whether it is reached, and no credit is made up', () => {
  expect(told(year({ A01: 5, A02: 16, L01: 100 }), 'liquidToCurrent')).toEqual(['21', null, false])
  expect(told(year({ A01: 6, A02: 16, L01: 100 }), 'liquidToCurrent')).toEqual(['22', null, true])
  expect(told(year({}, { T9: 7 }), 'returnOnAssets')).toEqual([null, null, null])
  expect(told(year({ L01: 100 }, { T9: 7 }), 'returnOnAssets')).toEqual(['7', null, true])
  expect(told(year({ L13: 60, L15: 40, E02: 100 }), 'debtToEquity')).toEqual(['100', null, true])
  expect(told(year({}, {}, {}, { members: 80, savers: 60 }), 'membersSaving')).toEqual(['75', null, true])
})

test('a surplus that grew by less than one percent has credit 1, one that grew more none, for the rest was not seen', () => {
  expect(told(year({}, { T9: 100 }, { T9: 100 }), 'surplusGrowth')).toEqual(['0', 1, false])
  expect(told(year({}, { T9: 103 }, { T9: 100 }), 'surplusGrowth')).toEqual(['3', null, false])
  expect(told(year({}, { T9: 105 }, { T9: 100 }), 'surplusGrowth')).toEqual(['5', null, true])
  expect(told(year({}, { T9: 105 }), 'surplusGrowth')).toEqual([null, null, null])
})

test('questions answered with yes give a credit by their share', () => {
  expect([12, 10, 9, 7, 6, 4, 3, 0].map((yes) => yesCredit(yes, 12))).toEqual([4, 4, 3, 3, 2, 2, 1, 1])
})
