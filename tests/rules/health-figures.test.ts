import { expect, test } from 'vitest'
import { figuresOf, type HealthBasis } from '../../shared/rules/health-figures.ts'
import { healthImprovements, openManagement } from '../../shared/rules/health-improvement.ts'
import { healthQuestionList } from '../../shared/rules/health-questions.ts'
import { type HealthFigure, type HealthFigures, healthFigures } from '../../shared/rules/health-ratios.ts'
import { type HealthPart, healthQuestions, healthScore } from '../../shared/rules/health-score.ts'
import { sen } from '../../shared/rules/money.ts'

const lines =
  (amounts: Readonly<Record<string, number>>) =>
  (line: string): number =>
    (amounts[line] ?? 0) * 100

/** A small cooperative; in rupiah, reckoned by hand. */
const basis: HealthBasis = {
  balanceOf: lines({
    ...{ A01: 9_000, A02: 5_000, A03: 40_000, A04: 2_000, A05: -1_500, A07: 1_000, A09: 300, A10: 4_000 },
    ...{ A13: 700, A14: 10_000, A15: -2_000 },
    ...{ L01: 12_000, L02: 8_000, L07: 400, L12: 1_100, L13: 6_000, L16: 500 },
    ...{ E01: 5_000, E02: 20_000, E03: 1_000, E04: 2_001, E05: 3_000, E06: 4_000, E07: 900, E08: -300, E09: 4_899 },
  }),
  resultOf: lines({
    ...{ H05: 1_000, H06: 2_000, T1: 9_000, T2: 6_000, T3: 3_000, T4: 2_000, T5: 8_000, H20: 1_200, H21: 800 },
    ...{ H24: 400, H30: 300, H40: 250, T8: 5_550 },
  }),
  loans: [
    { class: 'current', outstanding: 10_000_00, collateral: 10_000_00, isGuaranteed: false },
    { class: 'current', outstanding: 20_000_00, collateral: 19_999_99, isGuaranteed: false },
    { class: 'substandard', outstanding: 6_000_00, collateral: 0, isGuaranteed: true },
    { class: 'loss', outstanding: 3_500_00, collateral: 0, isGuaranteed: false },
  ],
  ...{ lentToMembers: 30_000_00, lentToOthers: 500_00, memberSurplus: 1_500_00, memberPromotion: 200_00 },
}

test('each figure is what its definition says, reckoned by hand', () => {
  const found = Object.fromEntries(Object.entries(figuresOf(basis)).map(([name, amount]) => [name, amount / 100]))
  expect(found).toEqual({
    // 5.000 + 20.000 + 1.000 + 3.000 + 4.000 + 900 + half of 2.001
    ownCapital: 34_900.5,
    totalAssets: 68_500,
    // 20.000 is short of a sen of collateral, 3.500 has none, and 2.500 of 42.000 is lent beside the records of loans
    riskyLoans: 26_000,
    // 33.000 + half of (2.001 + 900 - 300 + 4.899 + 28.000)
    weightedCapital: 50_750,
    // 5.000 × 20% + 300 × 50% + (4.000 + 10.000 - 2.000) × 70% + 40.000 + 2.000 - 1.500 + 1.000 + 700
    riskWeightedAssets: 51_750,
    ...{ loansToMembers: 30_000, loanVolume: 30_500, substandard: 6_000, doubtful: 0, loss: 3_500 },
    ...{ riskReserve: 2_400, loans: 42_000 },
    // 3.000 + 300 + 2.400 × 6.000 ÷ 8.000
    memberOperatingCost: 5_100,
    ...{ grossParticipation: 9_000, operatingExpense: 2_400, grossSurplus: 8_000, staffCost: 1_200 },
    ...{ cashAndBank: 9_000, currentLiabilities: 20_900 },
    // 68.500 - 400 - (-300 + 4.899)
    fundsReceived: 63_501,
    ...{ surplusBeforeTax: 5_550, memberSurplus: 1_500, netParticipation: 6_000, governanceExpense: 300 },
    ...{ otherIncome: 3_250, memberPromotion: 200, principalAndMandatory: 25_000 },
  })
})

test('the form has 38 questions, in parts as long as the score counts them', () => {
  const parts = Object.keys(healthQuestions) as HealthPart[]
  expect(parts.map((part) => healthQuestionList[part].length)).toEqual(parts.map((part) => healthQuestions[part].count))
  expect(Object.values(healthQuestionList).flat()).toHaveLength(38)
})

const nothing = Object.fromEntries(healthFigures.map((name) => [name, sen(0)])) as HealthFigures
const improvements = (given: Partial<Record<HealthFigure, number>>) => {
  const figures = { ...nothing, ...given } as HealthFigures
  const answers = { general: 0, institutional: 0, capital: 0, assets: 0, liquidity: 0 }
  return healthImprovements(figures, healthScore(figures, answers, 'table').aspects)
}

test('what would raise the score is the nearest better band, the greatest gain first', () => {
  const found = improvements({ ownCapital: 3_500, totalAssets: 10_000, grossParticipation: 100, otherIncome: 100 })
  expect(found).toContainEqual({ code: '7a', from: 75, value: 100, gain: 1.75 })
  expect(found).toContainEqual({ code: '1a', over: 40, upTo: 60, value: 100, gain: 3 })
  expect(found.map(({ gain }) => gain)).toEqual(found.map(({ gain }) => gain).sort((a, b) => b - a))
  // Too much own capital is scored lower: the way is back, not on.
  expect(improvements({ ownCapital: 90, totalAssets: 100 })).toContainEqual({
    ...{ code: '1a', over: 60, upTo: 80, value: 50, gain: 1.5 },
  })
  expect(improvements({ ownCapital: 50, totalAssets: 100 }).some(({ code }) => code === '1a')).toBe(false)
})

test('questions nobody answered could raise the score too, those answered with no or by the book not', () => {
  const row = (part: HealthPart, answer: boolean | null = null, proposed: boolean | null = null) => ({
    ...{ part, answer, proposed },
  })
  const rows = [
    ...[row('general'), row('general'), row('general', false), row('general', null, true)],
    ...[row('liquidity'), row('liquidity', true), row('assets', false), row('capital', null, false)],
  ]
  expect(openManagement(rows)).toEqual([
    { part: 'liquidity', open: 1, gain: 0.6 },
    { part: 'general', open: 2, gain: 0.5 },
  ])
  const all = Object.entries(healthQuestionList).flatMap(([part, list]) => list.map(() => row(part as HealthPart)))
  expect(openManagement(all).reduce((sum, { gain }) => sum + gain, 0)).toBe(15)
})
