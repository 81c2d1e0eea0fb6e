/** Steps that people count in. */
const niceFactors = [1, 2, 5, 10]

/** No step is finer than a rupiah, in sen. */
const leastStep = 100

/** The marks of an axis from nothing to `most`: at most `marksMax` equal steps of 1, 2 or 5 with zeros behind. */
export function axisMarks(most: number, marksMax = 4): number[] {
  if (most <= 0) return [0]
  const magnitude = Math.max(leastStep, 10 ** Math.floor(Math.log10(most / marksMax)))
  const step = (niceFactors.find((factor) => factor * magnitude * marksMax >= most) ?? 10) * magnitude
  const count = Math.ceil(most / step)
  return Array.from({ length: count + 1 }, (_, index) => index * step)
}

/** Steps between the numbers below a row of bars. */
const barSteps = [1, 2, 3, 6, 12, 24, 60, 120, 260, 520]

/** Which of so many bars get their number below: the first, and then every so many, at most `marksMax`. */
export function markedBars(count: number, marksMax = 12): number[] {
  const step = barSteps.find((one) => count / one <= marksMax) ?? count
  const marked = Array.from({ length: count }, (_, index) => index + 1).filter((n) => n % step === 0)
  return step === 1 || marked[0] === 1 ? marked : [1, ...marked]
}

/** A box on the drawing, in pixels from its upper left corner. */
export interface Frame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/**
 * One outline for each part of all bars, the first part at the bottom, the next on top of it. Many bars stand without
 * gaps and make an area.
 */
export function stackedOutlines(bars: readonly (readonly number[])[], most: number, frame: Frame): string[] {
  const { left, top, width, height } = frame
  const slot = width / Math.max(1, bars.length)
  const gap = slot >= 6 ? slot * 0.2 : 0
  const parts = Math.max(0, ...bars.map((bar) => bar.length))
  const yOf = (value: number) => top + height - (most === 0 ? 0 : (value / most) * height)
  return Array.from({ length: parts }, (_, part) =>
    bars
      .map((bar, index) => {
        const below = bar.slice(0, part).reduce((sum, value) => sum + value, 0)
        const [from, to] = [yOf(below), yOf(below + (bar[part] ?? 0))]
        const x = left + index * slot + gap / 2
        return from === to
          ? ''
          : `M${tenths(x)} ${tenths(from)}V${tenths(to)}H${tenths(x + slot - gap)}V${tenths(from)}Z`
      })
      .join(''),
  )
}

function tenths(value: number): number {
  return Math.trunc(value * 10) / 10
}
