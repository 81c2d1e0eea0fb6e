import { createHash } from 'node:crypto'
import { assert } from '../../../shared/errors.ts'

/** Chance that repeats itself: the same seed gives the same sequence, on every machine. */
export interface Random {
  /** A whole number from `min` to `max`, both included. */
  whole(min: number, max: number): number
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean
  pick<T>(list: readonly T[]): T
}

/** A sequence of its own for each purpose: asking once more for a name changes no amount. */
export function randomOf(seed: string): Random {
  const next = sequence(seed)
  const whole = (min: number, max: number) => min + Math.floor((next() / 2 ** 32) * (max - min + 1))
  return {
    whole,
    chance: (percent) => whole(1, 100) <= percent,
    pick: (list) => {
      const picked = list[whole(0, list.length - 1)]
      assert(picked !== undefined, 'something is picked from a list that is not empty')
      return picked
    },
  }
}

/** Small fast counter (sfc32), begun with a hash of the seed: whole numbers below 2³². */
function sequence(seed: string): () => number {
  const start = createHash('sha256').update(seed, 'utf8').digest()
  let [a, b, c, counter] = [start.readInt32LE(0), start.readInt32LE(4), start.readInt32LE(8), 1]
  return () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
}

/** An id in the form of a random UUID that is not random at all. */
export function idOf(seed: string): string {
  const hex = createHash('sha256').update(seed, 'utf8').digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
