import type { Decimal } from 'decimal.js'
import { afterManagement, type Band, beforeManagement, type HealthFigures, type Ratio } from './health-ratios.ts'
import { type HealthAspect, type HealthPart, healthQuestions } from './health-score.ts'
import { Exact, roundToSen, type Sen } from './money.ts'

/** The nearest band of a ratio that is worth more; a bound that is missing is open. Ratios in percent. */
export interface HealthImprovement {
  readonly code: string
  /** Above this (`over`) or from this on (`from`). */
  readonly over?: number
  readonly from?: number
  /** Up to this, or below this. */
  readonly upTo?: number
  readonly below?: number
  readonly value: number
  /** Points that would be added to the score. */
  readonly gain: number
}

const ratios: readonly Ratio[] = [...beforeManagement, ...afterManagement]

/** What each ratio is of what, sen, half up; by the code of its line. */
export function ratioParts(figures: HealthFigures): Map<string, { part: Sen; whole: Sen }> {
  const rounded = (amount: Decimal) => roundToSen(amount, 'half_up')
  return new Map(
    ratios.map(({ code, part, of }) => [code, { part: rounded(part(figures)), whole: rounded(of(figures)) }]),
  )
}

/**
 * What would raise the score: for each line that has less than its full value the nearest band worth more, the greatest
 * gain first. Lines that cannot be scored or compare with less than nothing are left out.
 */
export function healthImprovements(figures: HealthFigures, aspects: readonly HealthAspect[]): HealthImprovement[] {
  const found = ratios.flatMap((ratio) => {
    const aspect = aspects.find(({ code }) => code === ratio.code)
    if (!aspect || aspect.value === null || aspect.value >= 100 || ratio.of(figures).lte(0)) return []
    const next = nearestBetter(ratio, ratio.part(figures).mul(100).div(ratio.of(figures)), aspect.value)
    if (next === undefined) return []
    const { value } = ratio.bands[next] ?? { value: 0 }
    const gain = new Exact(value).minus(aspect.value).mul(ratio.weight).div(100)
    const bounds = boundsOf(ratio.bands, next)
    return [{ code: ratio.code, ...bounds, value, gain: gain.toDecimalPlaces(2, Exact.ROUND_HALF_UP).toNumber() }]
  })
  return found.sort((a, b) => b.gain - a.gain)
}

/** Questions about management that nobody answered, and the points they are worth if all can be answered with yes. */
export interface OpenManagement {
  readonly part: HealthPart
  readonly open: number
  readonly gain: number
}

/** What unanswered questions could add to the score, part by part, the greatest first; those answered with no are not asked again. */
export function openManagement(
  rows: readonly { readonly part: HealthPart; readonly answer: boolean | null; readonly proposed: boolean | null }[],
): OpenManagement[] {
  const parts = Object.keys(healthQuestions) as HealthPart[]
  const found = parts.flatMap((part) => {
    const open = rows.filter((row) => row.part === part && row.answer === null && row.proposed === null).length
    return open === 0 ? [] : [{ part, open, gain: new Exact(healthQuestions[part].points).mul(open).toNumber() }]
  })
  return found.sort((a, b) => b.gain - a.gain)
}

function holds({ upTo, below }: Band, pct: Decimal): boolean {
  return (upTo === undefined || pct.lte(upTo)) && (below === undefined || pct.lt(below))
}

function nearestBetter({ bands }: Ratio, pct: Decimal, value: number): number | undefined {
  const own = bands.findIndex((band) => holds(band, pct))
  const better = bands.flatMap((band, at) => (band.value > value ? [at] : []))
  return better.sort((a, b) => Math.abs(a - own) - Math.abs(b - own))[0]
}

function boundsOf(bands: readonly Band[], at: number) {
  const { upTo, below } = bands[at] ?? {}
  const { upTo: over, below: from } = bands[at - 1] ?? {}
  return {
    ...(over !== undefined && { over }),
    ...(from !== undefined && { from }),
    ...(upTo !== undefined && { upTo }),
    ...(below !== undefined && { below }),
  }
}
