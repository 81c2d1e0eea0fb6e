import { describe, expect, it, test } from 'vitest'
import { type HealthFigure, type HealthFigures, healthFigures } from '../../shared/rules/health-ratios.ts'
import { type HealthAnswers, type HealthBandStyle, healthScore } from '../../shared/rules/health-score.ts'
import { sen } from '../../shared/rules/money.ts'

const noYes: HealthAnswers = { general: 0, institutional: 0, capital: 0, assets: 0, liquidity: 0 }
const nothing = Object.fromEntries(healthFigures.map((name) => [name, sen(0)])) as HealthFigures

function figures(given: Partial<Record<HealthFigure, number>>): HealthFigures {
  return { ...nothing, ...Object.fromEntries(Object.entries(given).map(([name, amount]) => [name, sen(amount)])) }
}

function line(code: string, given: Partial<Record<HealthFigure, number>>, style: HealthBandStyle = 'table') {
  return healthScore(figures(given), noYes, style).aspects.find((aspect) => aspect.code === code)
}

/** The unit of accounting.md section 8.1, in sen. */
const worked = figures({
  ...{ ownCapital: 62_500_000_00, totalAssets: 148_000_000_00, riskyLoans: 41_000_000_00 },
  ...{ weightedCapital: 88_000_000_00, riskWeightedAssets: 121_000_000_00 },
  ...{ loansToMembers: 104_000_000_00, loanVolume: 104_000_000_00, loans: 91_500_000_00 },
  ...{ substandard: 6_000_000_00, doubtful: 3_000_000_00, loss: 2_500_000_00, riskReserve: 4_400_000_00 },
  ...{ memberOperatingCost: 19_050_000_00, grossParticipation: 24_900_000_00, operatingExpense: 9_300_000_00 },
  ...{ grossSurplus: 17_400_000_00, staffCost: 4_800_000_00, cashAndBank: 9_800_000_00 },
  ...{ currentLiabilities: 72_000_000_00, fundsReceived: 112_000_000_00, surplusBeforeTax: 6_250_000_00 },
  ...{ memberSurplus: 2_812_500_00, netParticipation: 17_400_000_00, governanceExpense: 2_250_000_00 },
  ...{ otherIncome: 1_900_000_00, memberPromotion: 2_300_000_00, principalAndMandatory: 48_000_000_00 },
})
const workedAnswers: HealthAnswers = { general: 10, institutional: 6, capital: 4, assets: 8, liquidity: 4 }

test('the worked unit has 86.95 points and is sehat, line by line', () => {
  const { aspects, total, predicate } = healthScore(worked, workedAnswers, 'table')
  expect(Object.fromEntries(aspects.map(({ code, score }) => [code, score]))).toEqual({
    ...{ '1a': 6, '1b': 6, '1c': 3, '2a': 10, '2b': 4, '2c': 3, '2d': 1.25, 3: 12.7, '4a': 4, '4b': 3, '4c': 2 },
    ...{ '5a': 10, '5b': 5, '6a': 0.75, '6b': 2.25, '6c': 4, '7a': 7, '7b': 3 },
  })
  expect({ total, predicate }).toEqual({ total: 86.95, predicate: 'sehat' })
  expect(aspects.map(({ code }) => code)).toEqual([
    ...['1a', '1b', '1c', '2a', '2b', '2c', '2d', '3', '4a', '4b', '4c', '5a', '5b', '6a', '6b', '6c', '7a', '7b'],
  ])
  expect(aspects.reduce((sum, { weight }) => sum + weight, 0)).toBe(100)
})

const hundred = 100_000
/** Ratio in percent → value, at every border of the tables and a thousandth of a percent beside it. */
const borders: readonly (readonly [string, HealthFigure, HealthFigure, readonly (readonly [number, number])[]])[] = [
  ...([
    [
      '1a',
      'ownCapital',
      'totalAssets',
      [
        [-5, 0],
        [0, 0],
        [0.001, 25],
        [20, 25],
        [20.001, 50],
        [40, 50],
        [40.001, 100],
        [60, 100],
        [60.001, 50],
        [80, 50],
        [80.001, 25],
      ],
    ],
    [
      '1b',
      'ownCapital',
      'riskyLoans',
      [
        [0, 0],
        [0.001, 10],
        [10, 10],
        [10.001, 20],
        [31, 40],
        [90, 90],
        [90.001, 100],
        [250, 100],
      ],
    ],
    [
      '1c',
      'weightedCapital',
      'riskWeightedAssets',
      [
        [4, 0],
        [4.001, 50],
        [6, 50],
        [6.001, 75],
        [8, 75],
        [8.001, 100],
      ],
    ],
    [
      '2a',
      'loansToMembers',
      'loanVolume',
      [
        [25, 0],
        [25.001, 50],
        [50, 50],
        [50.001, 75],
        [75, 75],
        [75.001, 100],
      ],
    ],
    [
      '2b',
      'loss',
      'loans',
      [
        [0, 100],
        [0.001, 80],
        [10, 80],
        [10.001, 60],
        [20, 60],
        [30, 40],
        [30.001, 20],
        [40, 20],
        [40.001, 10],
        [45, 10],
        [45.001, 0],
      ],
    ],
    [
      '2c',
      'riskReserve',
      'loss',
      [
        [0, 0],
        [0.001, 10],
        [50, 50],
        [50.001, 60],
        [100, 100],
        [120, 100],
      ],
    ],
    [
      '2d',
      'riskyLoans',
      'loans',
      [
        [20.999, 100],
        [21, 75],
        [25.999, 75],
        [26, 50],
        [30, 50],
        [30.001, 25],
      ],
    ],
    [
      '4a',
      'memberOperatingCost',
      'grossParticipation',
      [
        [89.999, 100],
        [90, 75],
        [94.999, 75],
        [95, 50],
        [99.999, 50],
        [100, 0],
      ],
    ],
    [
      '4b',
      'operatingExpense',
      'grossSurplus',
      [
        [40, 100],
        [40.001, 75],
        [60, 75],
        [60.001, 50],
        [80, 50],
        [80.001, 25],
      ],
    ],
    [
      '4c',
      'staffCost',
      'loanVolume',
      [
        [5, 100],
        [5.001, 75],
        [10, 75],
        [10.001, 50],
        [15, 50],
        [15.001, 0],
      ],
    ],
    [
      '5a',
      'cashAndBank',
      'currentLiabilities',
      [
        [10, 25],
        [10.001, 100],
        [15, 100],
        [15.001, 50],
        [20, 50],
        [20.001, 25],
      ],
    ],
    [
      '5b',
      'loans',
      'fundsReceived',
      [
        [59.999, 25],
        [60, 50],
        [69.999, 50],
        [70, 75],
        [79.999, 75],
        [80, 100],
      ],
    ],
    [
      '6a',
      'surplusBeforeTax',
      'totalAssets',
      [
        [-3, 25],
        [4.999, 25],
        [5, 50],
        [7.499, 50],
        [7.5, 75],
        [9.999, 75],
        [10, 100],
      ],
    ],
    [
      '6b',
      'memberSurplus',
      'ownCapital',
      [
        [2.999, 25],
        [3, 50],
        [3.999, 50],
        [4, 75],
        [4.999, 75],
        [5, 100],
      ],
    ],
    [
      '6c',
      'netParticipation',
      'operatingExpense',
      [
        [100, 0],
        [100.001, 100],
      ],
    ],
    [
      '7b',
      'memberPromotion',
      'principalAndMandatory',
      [
        [4.999, 0],
        [5, 50],
        [7.499, 50],
        [7.5, 75],
        [9.999, 75],
        [10, 100],
      ],
    ],
  ] as const),
]

describe.each(borders)('%s, %s to %s', (code, part, whole, steps) => {
  it.each(steps)('is worth at %s percent: %s', (pct, value) => {
    expect(line(code, { [part]: Math.round(pct * 1000), [whole]: hundred })?.value).toBe(value)
  })
})

it.each([
  [24_999, 25],
  [25_000, 50],
  [49_999, 50],
  [50_000, 75],
  [74_999, 75],
  [75_000, 100],
])('7a counts income from members in all income: %d of 100.000 is worth %d', (grossParticipation, value) => {
  expect(line('7a', { grossParticipation, otherIncome: hundred - grossParticipation })?.value).toBe(value)
})

it('counts half, three quarters and all of the last three classes as risk', () => {
  expect(line('2b', { substandard: 10_000, doubtful: 10_000, loss: 10_000, loans: hundred })?.ratioPct).toBe('22.50')
})

it('compares unrounded: a ratio that prints as its border is still above it', () => {
  expect(line('2a', { loansToMembers: 75_000_001, loanVolume: 100_000_000 })).toMatchObject({
    ratioPct: '75.00',
    value: 100,
  })
})

it.each([
  ['1b', 31_000, 31],
  ['1b', 99_500, 99.5],
  ['1b', 140_000, 100],
  ['1b', -20, 0],
])('read by the letter, %s gives a point for each percent: %d to 100.000 is worth %d', (code, ownCapital, value) => {
  expect(line(code, { ownCapital, riskyLoans: hundred }, 'linear')?.value).toBe(value)
})

it('without anything to compare with: no risk is the best, everything else is not scored', () => {
  const { aspects } = healthScore(nothing, noYes, 'table')
  const scored = aspects.filter(({ score }) => score !== null).map(({ code, score }) => [code, score])
  expect(scored).toEqual([
    ['1b', 6],
    ['2c', 5],
    ['3', 0],
  ])
  expect(aspects.filter(({ ratioPct }) => ratioPct === null)).toHaveLength(17)
})

it('capital or surplus below nothing gets the worst value, never the best', () => {
  expect(line('4b', { operatingExpense: 5, grossSurplus: -100 })?.value).toBe(25)
  expect(line('6b', { memberSurplus: 5, ownCapital: -100 })?.value).toBe(25)
})

it('each yes is worth what its part says, and all of them 15', () => {
  const points = (answers: Partial<HealthAnswers>) =>
    healthScore(nothing, { ...noYes, ...answers }, 'table').aspects.find(({ code }) => code === '3')?.score
  expect(points({ general: 1 })).toBe(0.25)
  expect(points({ institutional: 1 })).toBe(0.5)
  expect(points({ capital: 1 })).toBe(0.6)
  expect(points({ assets: 1 })).toBe(0.3)
  expect(points({ liquidity: 1 })).toBe(0.6)
  expect(points({ general: 12, institutional: 6, capital: 5, assets: 10, liquidity: 5 })).toBe(15)
})

it.each([
  [{ general: 12, institutional: 6, capital: 5, assets: 10, liquidity: 5 }, 89.25, 'sehat'],
  [{ general: 9, institutional: 2, capital: 1, assets: 2, liquidity: 1 }, 79.3, 'cukup_sehat'],
])('the predicate follows the total: %j', (answers, total, predicate) => {
  expect(healthScore(worked, answers, 'table')).toMatchObject({ total, predicate })
})

it('a unit that earns nothing and lost its loans is under special supervision', () => {
  const lost = figures({
    totalAssets: hundred,
    loans: hundred,
    loss: hundred,
    riskyLoans: hundred,
    loanVolume: hundred,
  })
  expect(healthScore(lost, noYes, 'table').predicate).toBe('dalam_pengawasan_khusus')
})

/** The worked unit without capital has 60 points, and 50 where its loans went to others. */
const withoutCapital = { ...worked, ownCapital: sen(0) }
const lentToOthers = { ...withoutCapital, loansToMembers: sen(0) }

it.each([
  [worked, { general: 11, institutional: 6 }, 80, 'sehat'],
  [worked, { general: 10, institutional: 6 }, 79.75, 'cukup_sehat'],
  [withoutCapital, { general: 12, institutional: 6 }, 66, 'cukup_sehat'],
  [withoutCapital, { general: 11, institutional: 6 }, 65.75, 'dalam_pengawasan'],
  [lentToOthers, { general: 4 }, 51, 'dalam_pengawasan'],
  [lentToOthers, { general: 3 }, 50.75, 'dalam_pengawasan_khusus'],
])('a predicate begins at its border: %#', (unit, answers, total, predicate) => {
  expect(healthScore(unit, { ...noYes, ...answers }, 'table')).toMatchObject({ total, predicate })
})
