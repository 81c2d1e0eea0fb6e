/** How many of each note and coin were typed, by their value in rupiah. */
export type Pieces = Readonly<Record<string, string>>

/** What a count of cash is typed into. */
export interface CountValues {
  readonly pieces: Pieces
  readonly first: string
  readonly second: string
  readonly reason: string
}

/** How many of each are there; what is no number counts as none, is marked and holds saving back. */
export function readPieces(pieces: Pieces): Record<string, number> {
  const read = Object.entries(pieces).filter(([, text]) => isPieces(text) && Number(text) > 0)
  return Object.fromEntries(read.map(([value, text]) => [value, Number(text)]))
}

export function isPieces(text: string): boolean {
  return /^\d{1,6}$/.test(text.trim())
}

/** A count as the API takes it. */
export function countInput({ pieces, first, second, reason }: CountValues) {
  const countedBy: [string, string] = [first, second]
  return { denominations: readPieces(pieces), countedBy, ...(reason !== '' && { reason }) }
}

/** Where the paths of a count are not the form's. */
export const countPaths = { 'countedBy.0': 'first', 'countedBy.1': 'second', countedBy: 'second' } as const
