/** Where a key leads in the sheet. */
export type GridMove = 'left' | 'right' | 'up' | 'down' | 'next' | 'previous' | 'pageUp' | 'pageDown' | 'first' | 'last'

/** What a key event tells about a box. */
export interface GridKey {
  readonly key: string
  readonly isCtrl: boolean
  readonly isShift: boolean
  readonly start: number
  readonly end: number
  readonly length: number
}

/** The move a key means; arrows to the side stay in the text until its edge, or leave at once where all of it is chosen. */
export function gridMove({ key, isCtrl, isShift, start, end, length }: GridKey): GridMove | undefined {
  if (isCtrl) return key === 'Home' ? 'first' : key === 'End' ? 'last' : undefined
  const isWhole = start === 0 && end === length
  switch (key) {
    case 'Enter':
      return isShift ? 'previous' : 'next'
    case 'ArrowUp':
      return 'up'
    case 'ArrowDown':
      return 'down'
    case 'ArrowLeft':
      return !isShift && (isWhole || (start === 0 && end === 0)) ? 'left' : undefined
    case 'ArrowRight':
      return !isShift && (isWhole || (start === length && end === length)) ? 'right' : undefined
    case 'PageUp':
      return 'pageUp'
    case 'PageDown':
      return 'pageDown'
    default:
      return undefined
  }
}

export interface Place {
  readonly row: number
  readonly column: number
}

export interface Extent {
  readonly rows: number
  readonly columns: number
  /** Rows that fit on the screen. */
  readonly page: number
}

/** The box a move leads to; `before` and `after` where it leaves the sheet. */
export function placeAfter(move: GridMove, at: Place, extent: Extent): Place | 'before' | 'after' {
  const { rows, columns, page } = extent
  const inRow = (row: number): Place => ({ row: Math.min(Math.max(row, 0), rows - 1), column: at.column })
  switch (move) {
    case 'up':
      return at.row === 0 ? 'before' : inRow(at.row - 1)
    case 'down':
      return inRow(at.row + 1)
    case 'pageUp':
      return inRow(at.row - page)
    case 'pageDown':
      return inRow(at.row + page)
    case 'first':
      return inRow(0)
    case 'last':
      return inRow(rows - 1)
    case 'left':
      return { row: at.row, column: Math.max(0, at.column - 1) }
    case 'right':
      return { row: at.row, column: Math.min(columns - 1, at.column + 1) }
    case 'next':
    case 'previous':
      return along(at, extent, move === 'next' ? 1 : -1)
  }
}

/** Row by row, as paper is read. */
function along(at: Place, { rows, columns }: Extent, step: 1 | -1): Place | 'before' | 'after' {
  const index = at.row * columns + at.column + step
  if (index < 0) return 'before'
  if (index >= rows * columns) return 'after'
  return { row: Math.floor(index / columns), column: index % columns }
}
