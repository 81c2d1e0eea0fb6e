/** One line of the table: what was measured, and how it stands against what was promised. */
export interface Measured {
  readonly what: string
  /** Median of ours over the other side, each pair measured one right after the other. */
  readonly ratio: number
  /** Middle half of the ratios. */
  readonly spread: readonly [low: number, high: number]
  /** Medians in milliseconds. */
  readonly ours: number
  readonly other: number
  readonly atLeast: number
  readonly aim: number
  /** A share is shown in per cent. */
  readonly isShare?: boolean
  readonly note?: string
}

export interface Promised {
  readonly what: string
  readonly atLeast: number
  readonly aim: number
  readonly isShare?: boolean
  readonly note?: string
}

/** One side of a pair: does its share of a round and answers how long that took, in milliseconds. */
export type Side = (round: number) => Promise<number>

/** Milliseconds a piece of work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Measures both sides in turn, round after round; who comes first changes. The first round only warms up. */
export async function paired(promised: Promised, rounds: number, ours: Side, other: Side): Promise<Measured> {
  const pairs: { mine: number; theirs: number }[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const isOursFirst = round % 2 === 0
    const early = isOursFirst ? await ours(round) : await other(round)
    const late = isOursFirst ? await other(round) : await ours(round)
    if (round > 0) pairs.push(isOursFirst ? { mine: early, theirs: late } : { mine: late, theirs: early })
  }
  return summary(promised, pairs)
}

/** What pairs of times say, where another order than `paired` was needed. */
export function summary(promised: Promised, pairs: readonly { mine: number; theirs: number }[]): Measured {
  const ratios = pairs.map(({ mine, theirs }) => mine / theirs)
  return {
    ...promised,
    ratio: quantile(ratios, 0.5),
    spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    ours: quantile(
      pairs.map(({ mine }) => mine),
      0.5,
    ),
    other: quantile(
      pairs.map(({ theirs }) => theirs),
      0.5,
    ),
  }
}

/** What was promised to take no longer than so many milliseconds. */
interface Allowed {
  readonly what: string
  readonly allowed: number
}

/** Measures work against the time it was promised to take; the first round only warms up. */
export async function within(
  { what, allowed }: Allowed,
  rounds: number,
  work: () => Promise<void> | void,
): Promise<Measured> {
  const pairs: { mine: number; theirs: number }[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const mine = await timed(work)
    if (round > 0) pairs.push({ mine, theirs: allowed })
  }
  return summary({ what: `${what} / promised`, atLeast: 1, aim: 0.5, isShare: true }, pairs)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const low = sorted[Math.floor(place)] ?? Number.NaN
  const high = sorted[Math.ceil(place)] ?? Number.NaN
  return low + (high - low) * (place - Math.floor(place))
}
