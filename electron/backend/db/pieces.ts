/** How many values one question carries: far below SQLite's limit, and few enough texts to keep prepared. */
const valuesMax = 500

/** Asks for any number of keys, some hundred at a time, and joins what was found. */
export async function inPieces<Key, Row>(
  keys: readonly Key[],
  ask: (piece: readonly Key[]) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const found: Row[] = []
  for (const piece of pieces(keys, valuesMax)) found.push(...(await ask(piece)))
  return found
}

/** Cuts a list into lists of at most `size`. */
export function* pieces<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}
