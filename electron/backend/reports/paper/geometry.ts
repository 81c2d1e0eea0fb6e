import type { PaperStyle } from './style.ts'

/** A page in points: where its content stands. */
export interface Geometry {
  readonly pageWidth: number
  readonly pageHeight: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly width: number
  readonly height: number
}

const pointsPerMm = 72 / 25.4

/** As long as printers take a page of a roll, millimetres. */
const rollLength = 3_000

/** Millimetres; passbooks are booklets of pages in A6. */
const sizes = {
  ...{ A4: [210, 297], A5: [148, 210], passbook: [105, 148] },
  ...{ '58mm': [58, rollLength], '80mm': [80, rollLength] },
} as const

/** Millimetres; the left margin of A4 leaves room for the holes of a binder, those of rolls are what no head reaches. */
const margins = {
  ...{ A4: [25, 15, 15, 18], A5: [20, 12, 12, 13], passbook: [7, 7, 20, 8] },
  ...{ '58mm': [5, 5, 3, 6], '80mm': [4, 4, 3, 6] },
} as const

export function geometryOf({ size, isLandscape }: Pick<PaperStyle, 'size' | 'isLandscape'>): Geometry {
  const [short, long] = sizes[size].map((length) => length * pointsPerMm) as [number, number]
  const [left, right, top, bottom] = margins[size].map((length) => length * pointsPerMm) as [
    number,
    number,
    number,
    number,
  ]
  const [pageWidth, pageHeight] = isLandscape ? [long, short] : [short, long]
  const width = pageWidth - left - right
  const height = pageHeight - top - bottom
  return { pageWidth, pageHeight, left, right, top, bottom, width, height }
}

/** The page of a roll, cut off below what stands on it. */
export function cutOff(geometry: Geometry, height: number): Geometry {
  return { ...geometry, height, pageHeight: geometry.top + height + geometry.bottom }
}
