import type { Decimal } from 'decimal.js'
import { riskOfLoans } from './allowance.ts'
import { Exact, type Sen, sumSen } from './money.ts'

/** Figures of a savings-and-loan unit that its health is reckoned from, sen (accounting.md section 8.1). */
export type HealthFigures = Readonly<Record<HealthFigure, Sen>>

export const healthFigures = [
  ...(['ownCapital', 'totalAssets', 'riskyLoans', 'weightedCapital', 'riskWeightedAssets'] as const),
  ...(['loansToMembers', 'loanVolume', 'substandard', 'doubtful', 'loss', 'riskReserve', 'loans'] as const),
  ...(['memberOperatingCost', 'grossParticipation', 'operatingExpense', 'grossSurplus', 'staffCost'] as const),
  ...(['cashAndBank', 'currentLiabilities', 'fundsReceived', 'surplusBeforeTax', 'memberSurplus'] as const),
  ...(['netParticipation', 'governanceExpense', 'otherIncome', 'memberPromotion', 'principalAndMandatory'] as const),
] as const

export type HealthFigure = (typeof healthFigures)[number]

/** A band ends at a ratio, that ratio in it (`upTo`) or not (`below`); the last one has no end. */
export type Band = { readonly upTo?: number; readonly below?: number; readonly value: number }

export type Ratio = {
  readonly code: string
  readonly weight: number
  readonly part: (figures: HealthFigures) => Decimal
  readonly of: (figures: HealthFigures) => Decimal
  readonly bands: readonly Band[]
  /** The value where there is nothing to compare with; not scored where it is not named. */
  readonly withoutWhole?: number
  /** A point for each percent where the rule is read so. */
  readonly isLinear?: boolean
}

const upTo = (...steps: readonly (readonly [number, number])[]) => steps.map(([end, value]) => ({ upTo: end, value }))
const below = (...steps: readonly (readonly [number, number])[]) => steps.map(([end, value]) => ({ below: end, value }))
const above = (value: number): readonly Band[] => [{ value }]

/** Nothing for nothing, then ten points for each ten percent begun. */
const tens = [
  ...upTo([0, 0], ...Array.from({ length: 10 }, (_, at) => [at * 10 + 10, at * 10 + 10] as const)),
  ...above(100),
]

const figure =
  (...names: readonly HealthFigure[]) =>
  (figures: HealthFigures) =>
    new Exact(sumSen(names.map((name) => figures[name])))

/** What problem loans may cost: half, three quarters and all of the last three classes. */
function problemRisk({ substandard, doubtful, loss }: HealthFigures): Decimal {
  const classes = { substandard, doubtful, loss } as const
  const names = ['substandard', 'doubtful', 'loss'] as const
  return new Exact(riskOfLoans(names.map((name) => ({ class: name, outstanding: classes[name] }))))
}

export const beforeManagement: readonly Ratio[] = [
  {
    ...{ code: '1a', weight: 6, part: figure('ownCapital'), of: figure('totalAssets') },
    bands: [...upTo([0, 0], [20, 25], [40, 50], [60, 100], [80, 50]), ...above(25)],
  },
  {
    ...{ code: '1b', weight: 6, part: figure('ownCapital'), of: figure('riskyLoans') },
    ...{ bands: tens, withoutWhole: 100, isLinear: true },
  },
  {
    ...{ code: '1c', weight: 3, part: figure('weightedCapital'), of: figure('riskWeightedAssets') },
    bands: [...upTo([4, 0], [6, 50], [8, 75]), ...above(100)],
  },
  {
    ...{ code: '2a', weight: 10, part: figure('loansToMembers'), of: figure('loanVolume') },
    bands: [...upTo([25, 0], [50, 50], [75, 75]), ...above(100)],
  },
  {
    ...{ code: '2b', weight: 5, part: problemRisk, of: figure('loans') },
    bands: [...upTo([0, 100], [10, 80], [20, 60], [30, 40], [40, 20], [45, 10]), ...above(0)],
  },
  {
    ...{ code: '2c', weight: 5, part: figure('riskReserve'), of: problemRisk },
    ...{ bands: tens, withoutWhole: 100, isLinear: true },
  },
  {
    ...{ code: '2d', weight: 5, part: figure('riskyLoans'), of: figure('loans') },
    bands: [...below([21, 100], [26, 75]), ...upTo([30, 50]), ...above(25)],
  },
]

export const afterManagement: readonly Ratio[] = [
  {
    ...{ code: '4a', weight: 4, part: figure('memberOperatingCost'), of: figure('grossParticipation') },
    bands: [...below([90, 100], [95, 75], [100, 50]), ...above(0)],
  },
  {
    ...{ code: '4b', weight: 4, part: figure('operatingExpense'), of: figure('grossSurplus') },
    bands: [...upTo([40, 100], [60, 75], [80, 50]), ...above(25)],
  },
  {
    ...{ code: '4c', weight: 2, part: figure('staffCost'), of: figure('loanVolume') },
    bands: [...upTo([5, 100], [10, 75], [15, 50]), ...above(0)],
  },
  {
    ...{ code: '5a', weight: 10, part: figure('cashAndBank'), of: figure('currentLiabilities') },
    bands: [...upTo([10, 25], [15, 100], [20, 50]), ...above(25)],
  },
  {
    ...{ code: '5b', weight: 5, part: figure('loans'), of: figure('fundsReceived') },
    bands: [...below([60, 25], [70, 50], [80, 75]), ...above(100)],
  },
  {
    ...{ code: '6a', weight: 3, part: figure('surplusBeforeTax'), of: figure('totalAssets') },
    bands: [...below([5, 25], [7.5, 50], [10, 75]), ...above(100)],
  },
  {
    ...{ code: '6b', weight: 3, part: figure('memberSurplus'), of: figure('ownCapital') },
    bands: [...below([3, 25], [4, 50], [5, 75]), ...above(100)],
  },
  {
    ...{ code: '6c', weight: 4, part: figure('netParticipation'), of: figure('operatingExpense', 'governanceExpense') },
    bands: [...upTo([100, 0]), ...above(100)],
  },
  {
    ...{ code: '7a', weight: 7, part: figure('grossParticipation'), of: figure('grossParticipation', 'otherIncome') },
    bands: [...below([25, 25], [50, 50], [75, 75]), ...above(100)],
  },
  {
    ...{ code: '7b', weight: 3, part: figure('memberPromotion', 'memberSurplus'), of: figure('principalAndMandatory') },
    bands: [...below([5, 0], [7.5, 50], [10, 75]), ...above(100)],
  },
]
