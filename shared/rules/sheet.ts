/** A filled cell. Numbers keep the digits of the file; dates are `YYYY-MM-DD`. */
export interface Cell {
  readonly text: string
  readonly kind: 'text' | 'number' | 'date'
}

/** An area of cells merged into one, first and last row and column included, all counted from 0. */
export interface MergedCells {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** A sheet as it was in its file; empty cells are null, rows keep their places. */
export interface Sheet {
  readonly rows: readonly (readonly (Cell | null)[])[]
  readonly merged: readonly MergedCells[]
}

/** A cell with this text; null where it is empty or only a dash, as lists mark what is not known. */
export function filledCell(text: string, kind: Cell['kind'] = 'text'): Cell | null {
  return /^\s*[-–—]?\s*$/.test(text) ? null : { text, kind }
}

/** Rows of text, as separated values have them, as a sheet. */
export function sheetOfText(rows: readonly (readonly string[])[]): Sheet {
  return { rows: rows.map((row) => row.map((text) => filledCell(text))), merged: [] }
}
