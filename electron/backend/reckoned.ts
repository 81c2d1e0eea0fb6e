import type { Reading } from './work.ts'

type Reckoning = (reading: Reading, asked: never) => Promise<unknown>

/** What was reckoned while a book stood still, by who reckons it and what was asked. */
export type Reckoned = Map<Reckoning, Map<string | number, Promise<unknown>>>

/**
 * Reckons what several parts of one paper need once for all of them. It is kept in the reading it was reckoned in, during
 * which the book stands still, and is gone with it; a reading that keeps nothing reckons anew.
 */
export function once<Asked extends string | number, Found>(
  reading: Reading,
  reckon: (reading: Reading, asked: Asked) => Promise<Found>,
  asked: Asked,
): Promise<Found> {
  const { reckoned } = reading
  if (!reckoned) return reckon(reading, asked)
  const known = reckoned.get(reckon) ?? new Map<string | number, Promise<unknown>>()
  reckoned.set(reckon, known)
  const found = (known.get(asked) as Promise<Found> | undefined) ?? reckon(reading, asked)
  known.set(asked, found)
  return found
}
