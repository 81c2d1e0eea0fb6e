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

/** The five parts of the questionnaire: how many questions each has and what one yes is worth. */
export const healthQuestions = {
  general: { count: 12, points: '0.25' },
  institutional: { count: 6, points: '0.5' },
  capital: { count: 5, points: '0.6' },
  assets: { count: 10, points: '0.3' },
  liquidity: { count: 5, points: '0.6' },
} as const

export type HealthPart = keyof typeof healthQuestions

/** How many questions of each part were answered with yes. */
export type HealthAnswers = Readonly<Record<HealthPart, number>>

/** Steps of ten points as the tables print them, or a point for each percent as the rule's text reads. */
export type HealthBandStyle = 'table' | 'linear'

export type HealthPredicate = 'sehat' | 'cukup_sehat' | 'dalam_pengawasan' | 'dalam_pengawasan_khusus'

export type HealthAspect = {
  readonly code: string
  /** The ratio in percent to two places; null where there is nothing to compare with. */
  readonly ratioPct: string | null
  /** 0 to 100; null where it cannot be scored. */
  readonly value: number | null
  readonly weight: number
  /** Points, to two places; null where it cannot be scored. */
  readonly score: number | null
}

export type HealthScore = {
  readonly aspects: HealthAspect[]
  readonly total: number
  readonly predicate: HealthPredicate
}

/** A band ends at a ratio, that ratio in it (`upTo`) or not (`below`); the last one has no end. */
type Band = { readonly upTo?: number; readonly below?: number; readonly value: number }

type Ratio = {
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

const beforeManagement: readonly Ratio[] = [
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

const afterManagement: readonly Ratio[] = [
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

/** A line of the score and its exact points. */
type Scored = { readonly aspect: HealthAspect; readonly points: Decimal }

/**
 * How healthy a savings-and-loan unit is: seven aspects, 100 points, compared with unrounded ratios; the predicate is of
 * the unrounded total (accounting.md sections 8.1 and 8.3). What cannot be compared with anything is not scored; a
 * ratio to less than nothing gets its worst value. Figures in sen; refuses with INVALID_INPUT `amount_too_large` only.
 */
export function healthScore(figures: HealthFigures, answers: HealthAnswers, bandStyle: HealthBandStyle): HealthScore {
  const scored = [
    ...beforeManagement.map((ratio) => scoredRatio(ratio, figures, bandStyle)),
    scoredManagement(answers),
    ...afterManagement.map((ratio) => scoredRatio(ratio, figures, bandStyle)),
  ]
  const total = scored.reduce((sum, { points }) => sum.plus(points), new Exact(0))
  return { aspects: scored.map(({ aspect }) => aspect), total: twoPlaces(total), predicate: predicateOf(total) }
}

function scoredRatio(ratio: Ratio, figures: HealthFigures, bandStyle: HealthBandStyle): Scored {
  const { code, weight } = ratio
  const [part, whole] = [ratio.part(figures), ratio.of(figures)]
  const pct = whole.isZero() ? undefined : part.mul(100).div(whole)
  const value = valueAt(ratio, pct, whole, bandStyle)
  const ratioPct = pct === undefined ? null : pct.toFixed(2)
  if (value === undefined) return { aspect: { code, ratioPct, value: null, weight, score: null }, points: new Exact(0) }
  const points = value.mul(weight).div(100)
  return { aspect: { code, ratioPct, value: twoPlaces(value), weight, score: twoPlaces(points) }, points }
}

function valueAt(ratio: Ratio, pct: Decimal | undefined, whole: Decimal, style: HealthBandStyle): Decimal | undefined {
  if (pct === undefined) return ratio.withoutWhole === undefined ? undefined : new Exact(ratio.withoutWhole)
  if (whole.lt(0)) return new Exact(Math.min(...ratio.bands.map(({ value }) => value)))
  if (ratio.isLinear && style === 'linear') return Exact.min(100, Exact.max(0, pct))
  const band = ratio.bands.find(({ upTo: end, below: bound }) => {
    return (end === undefined || pct.lte(end)) && (bound === undefined || pct.lt(bound))
  })
  return new Exact(band?.value ?? 0)
}

/** Points of the questionnaire; the ratio is the share of the 38 questions answered with yes. */
function scoredManagement(answers: HealthAnswers): Scored {
  const parts = Object.entries(healthQuestions) as [HealthPart, (typeof healthQuestions)[HealthPart]][]
  const points = parts.reduce(
    (sum, [part, { points: each }]) => sum.plus(new Exact(each).mul(answers[part])),
    new Exact(0),
  )
  const asked = parts.reduce((sum, [, { count }]) => sum + count, 0)
  const yes = parts.reduce((sum, [part]) => sum + answers[part], 0)
  const weight = 15
  return {
    aspect: {
      ...{ code: '3', weight, score: twoPlaces(points), value: twoPlaces(points.mul(100).div(weight)) },
      ratioPct: new Exact(yes).mul(100).div(asked).toFixed(2),
    },
    points,
  }
}

function predicateOf(total: Decimal): HealthPredicate {
  if (total.gte(80)) return 'sehat'
  if (total.gte(66)) return 'cukup_sehat'
  return total.gte(51) ? 'dalam_pengawasan' : 'dalam_pengawasan_khusus'
}

const twoPlaces = (value: Decimal): number => value.toDecimalPlaces(2, Exact.ROUND_HALF_UP).toNumber()
