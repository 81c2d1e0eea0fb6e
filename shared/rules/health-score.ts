import type { Decimal } from 'decimal.js'
import { afterManagement, beforeManagement, type HealthFigures, type Ratio } from './health-ratios.ts'
import { Exact } from './money.ts'

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
