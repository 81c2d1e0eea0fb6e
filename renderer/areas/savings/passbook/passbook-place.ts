/** Where a book in hand has its next free line, as it is typed. */
export interface TypedPlace {
  readonly page: number | null
  readonly line: number | null
}

/** What the API is told of it: nothing while one of the two is missing, since the book then goes on where it ended. */
export function placeInHand({ page, line }: TypedPlace): { page: number; line: number } | undefined {
  return page === null || line === null || page < 1 || line < 1 ? undefined : { page, line }
}
