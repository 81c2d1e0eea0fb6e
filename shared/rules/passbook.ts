/** A line of a passbook; the last one used, before the first one it is line 0. */
export interface PassbookPlace {
  readonly page: number
  readonly line: number
}

/** Where a passbook begins. */
export const firstPlace: PassbookPlace = { page: 1, line: 0 }

/** Where so many lines go that continue after the last one used: on the next free line, and on a new page after a full one. */
export function nextPlaces(last: PassbookPlace, count: number, linesPerPage: number): PassbookPlace[] {
  const places: PassbookPlace[] = []
  let { page, line } = last
  for (let printed = 0; printed < count; printed += 1) {
    const isFull = line >= linesPerPage
    page += isFull ? 1 : 0
    line = isFull ? 1 : line + 1
    places.push({ page, line })
  }
  return places
}
