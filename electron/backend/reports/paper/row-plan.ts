import type { Column, Row } from '../../../../shared/statements/statement.ts'
import { cellText } from './cell-text.ts'
import type { PaperStyle } from './style.ts'
import { padding, ruleWidth, type TablePlan } from './table-plan.ts'
import type { Face, Typesetter } from './typesetter.ts'

/** How far each level stands further in. */
const indentWidth = 9

/** A row with its texts broken into lines and the height it takes. */
export interface PlannedRow {
  readonly row: Row
  readonly cells: readonly (readonly string[])[]
  readonly lines: number
  readonly height: number
}

/** Breaks a row's texts into the lines they will have on paper. */
export function planRow(row: Row, plan: TablePlan, style: PaperStyle, setter: Typesetter): PlannedRow {
  const face = faceOf(row, plan)
  const cells = plan.columns.map((column) => {
    const text = cellText(column, row[column.key] ?? null, plan.showsSen)
    if (column.kind !== 'text') return [setter.clean(text)]
    return setter.wrap(text, column.width - indentOf(row, column, plan), face)
  })
  const lines = Math.max(...cells.map((cell) => cell.length))
  return { row, cells, lines, height: Math.max(lineArea(lines, face, setter), style.rowHeight) }
}

/** The height of a row of so many lines, with the rule above it. */
export function lineArea(lines: number, face: Face, setter: Typesetter): number {
  return lines * setter.lineHeight(face) + 2 * padding.y + ruleWidth
}

export function indentOf({ level }: Row, { key }: Pick<Column, 'key'>, { indented }: TablePlan): number {
  return key === indented ? level * indentWidth : 0
}

export function faceOf({ kind }: Row, { face }: TablePlan): Face {
  if (kind === 'line') return face
  return kind === 'opening' ? { ...face, italics: true } : { ...face, bold: true }
}
