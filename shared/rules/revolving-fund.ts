/** What one entry did to money that is lent on, sen; one that took another back has the same parts with the other sign. */
export interface RevolvingMove {
  readonly day: string
  /** By how much more is owed to the donor: what came in, less what went back to her. */
  readonly owed: number
  /** Principal that was lent, came back, and was given up for lost. */
  readonly lent: number
  readonly returned: number
  readonly lost: number
  /** What came after all of loans that were given up, and what was earned as interest. */
  readonly recovered: number
  readonly interest: number
}

/** What became of money that is lent on, sen. */
export interface RevolvingStanding extends Omit<RevolvingMove, 'day' | 'owed'> {
  /** Principal its borrowers still owe. */
  readonly outstanding: number
  /** What may be lent or given back; below zero money of the cooperative itself was lent. */
  readonly free: number
}

/**
 * Free is what is owed to the donor (received less refunded), less what is lent out and was lost, and with what came after
 * all of what was lost, but no more than that: the rest of it is no money of the fund. Interest is income of the
 * cooperative and makes nothing free (accounting.md section 4, treatment 3).
 */
export function revolvingStanding(moves: readonly RevolvingMove[]): RevolvingStanding {
  const { lent, returned, lost, recovered, interest, ...all } = moves.reduce(together, nothing)
  const outstanding = lent - returned - lost
  return {
    lent,
    returned,
    lost,
    recovered,
    interest,
    outstanding,
    free: freeOf({ ...all, lent, returned, lost, recovered }),
  }
}

/** What is free after each of some moves, in their order, sen. */
export function runningFree(moves: readonly RevolvingMove[]): number[] {
  let all = nothing
  return moves.map((move) => {
    all = together(all, move)
    return freeOf(all)
  })
}

/** The least that is free at the end of a day or of any later one, with that day, sen. */
export function lowestFree(moves: readonly RevolvingMove[], from: string): { free: number; day: string } {
  const inOrder = moves.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const ends = new Map([[from, 0]])
  for (const [index, free] of runningFree(inOrder).entries()) {
    const { day } = inOrder[index] ?? nothing
    ends.set(day < from ? from : day, free)
  }
  const [first, ...later] = [...ends].map(([day, free]) => ({ day, free }))
  return later.reduce((least, next) => (next.free < least.free ? next : least), first ?? { day: from, free: 0 })
}

type Sums = Omit<RevolvingMove, 'day'>

const nothing = { day: '', owed: 0, lent: 0, returned: 0, lost: 0, recovered: 0, interest: 0 }

function together(a: RevolvingMove, b: RevolvingMove): RevolvingMove {
  const sum = (part: keyof Sums) => a[part] + b[part]
  return {
    ...{ day: b.day, owed: sum('owed'), lent: sum('lent'), returned: sum('returned'), lost: sum('lost') },
    ...{ recovered: sum('recovered'), interest: sum('interest') },
  }
}

function freeOf({ owed, lent, returned, recovered, lost }: Omit<Sums, 'interest'>): number {
  return owed - lent + returned + Math.min(recovered, lost)
}
