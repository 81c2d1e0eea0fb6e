/** The smallest number of people that is told; below it a single one of them could be known. */
export const fewest = 5

/** A count as it may be told: the number, or `hidden`. */
export type Told = number | 'hidden'

/** Groups that every person of a whole stands in exactly one of, in a fixed order. */
export interface Grouped {
  readonly total: Told
  readonly groups: readonly Told[]
}

/**
 * Hides counts below five, and as many others as it takes that none of them can be reckoned from the total and the counts
 * that are told. Both are told alike, and which others are taken hangs on where they stand, never on their size: the next
 * ones after the first that is hidden. `wider` is how the same groups are told of all people these are a part of
 * (borrowers of members): what is hidden there is hidden here, or a number here would be the least there can be there.
 */
export function hideSmall(counts: readonly number[], wider?: Grouped): Grouped {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total < fewest) return { total: 'hidden', groups: counts.map(() => 'hidden') }
  let groups = counts.map((count, index): Told => {
    return count < fewest || wider?.groups[index] === 'hidden' ? 'hidden' : count
  })
  while (!isSafe(groups, total)) {
    const next = nextTold(groups)
    if (next === undefined) break
    groups = groups.with(next, 'hidden')
  }
  return { total, groups }
}

/** The first count that is still told, beginning after the first that is not. */
function nextTold(groups: readonly Told[]): number | undefined {
  const first = groups.indexOf('hidden')
  const order = groups.map((_, index) => (first + index) % groups.length)
  return order.find((index) => groups[index] !== 'hidden')
}

/**
 * True if every hidden count could be more than one number for all that is told: five people or more are hidden together, so
 * that there is more than one group of them, and not just four in each, which would say that all are small.
 */
function isSafe(groups: readonly Told[], total: number): boolean {
  const hidden = groups.filter((group) => group === 'hidden').length
  const rest = groups.reduce<number>((left, group) => (group === 'hidden' ? left : left - group), total)
  return hidden === 0 || (rest >= fewest && rest !== (fewest - 1) * hidden)
}
