import fc from 'fast-check'

// What lands must depend on the change, never on the dice: a seed in the environment tries the same lives every time.
// Without one every run tries new ones, and a law that fails names the seed that showed it.
const seed = process.env.LUMBUNG_LAW_SEED
if (seed) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) })

/** What is tried again is tried with the next seed, so that a round never repeats the lives of the one before. */
export function seedOf(round: number): { seed?: number } {
  return seed ? { seed: Number(seed) + round } : {}
}
