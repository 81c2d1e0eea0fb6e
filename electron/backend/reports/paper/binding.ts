import type { PlannedPaper } from './press-pdf.ts'

/** Pages one volume has at most: what a stapler and a laptop of 4 GB hold. */
export const pagesInVolume = 200

/** Pages of a chapter that stand in one volume: all of them, or those `from` one `to` before another. */
export interface Bound {
  readonly paper: PlannedPaper
  readonly from: number
  readonly to: number
}

/** A long list does not begin where only so small a part of a volume is left, one of so many. */
const leastPart = 4

/**
 * Puts chapters into volumes of at most `room` pages, in their order. A chapter that fits into a volume is not torn; one
 * that is longer goes on in the next, and begins where the chapter before ended if enough room is left there.
 */
export function bound(papers: readonly PlannedPaper[], room: number): Bound[][] {
  const volumes: Bound[][] = []
  let left = 0
  for (const paper of papers) {
    const pages = paper.pages.length
    if (pages > left && (pages <= room || left * leastPart < room)) left = 0
    for (let from = 0; from < pages; ) {
      if (left === 0) {
        volumes.push([])
        left = room
      }
      const to = Math.min(pages, from + left)
      volumes.at(-1)?.push({ paper, from, to })
      left -= to - from
      from = to
    }
  }
  return volumes
}

/** How many pages stand in a volume. */
export function pagesOf(pieces: readonly Bound[]): number {
  return pieces.reduce((sum, { from, to }) => sum + to - from, 0)
}
