import type { Row, Statement, Table } from '../../../../shared/statements/statement.ts'
import type { Section } from './pagination.ts'
import { lineArea, type PlannedRow, planRow } from './row-plan.ts'
import type { PaperStyle } from './style.ts'
import { ruleWidth, type TablePlan } from './table-plan.ts'
import type { Typesetter } from './typesetter.ts'

/** What the sections of one table are planned with. */
export interface TableSetting {
  readonly plan: TablePlan
  readonly style: PaperStyle
  readonly setter: Typesetter
}

/**
 * A statement's own rows to print, by section; nil lines left out where the style says so. A single section whose name
 * already stands among the particulars needs no title of its own.
 */
export function ownSections(statement: Statement, setting: TableSetting): readonly Section[] {
  const { plan, style, setter } = setting
  const moneyKeys = plan.columns.filter((column) => column.kind === 'money').map((column) => column.key)
  const sections: { title: string | null; rows: PlannedRow[] }[] = []
  for (const row of statement.rows) {
    const isNil = moneyKeys.every((key) => row[key] === 0)
    if (style.hidesZeroLines && isNil && (row.kind === 'line' || row.line === 'control')) continue
    if (style.isSectioned && row.kind === 'heading' && row.level === 0) {
      const title = String(row.description ?? '')
      sections.push({ title: statement.particulars.some(({ text }) => text === title) ? null : title, rows: [] })
      continue
    }
    if (sections.length === 0) sections.push({ title: null, rows: [] })
    sections.at(-1)?.rows.push(planRow(row, plan, style, setter))
  }
  return sections.map(({ title, rows }) => ({ title, plan, rows, headHeight: headHeight(title, setting) }))
}

/** So many rows of a lesser table stay on one page. */
const fewRows = 8

/** A table that stands beside a statement's own, under its title. */
export function titledSection(title: string, { rows }: Table, setting: TableSetting): Section {
  const { plan, style, setter } = setting
  const planned = rows.map((row: Row) => planRow(row, plan, style, setter))
  return { title, plan, rows: planned, isWhole: rows.length <= fewRows, headHeight: headHeight(title, setting) }
}

/** How high the heads above a section's rows are: its title, and the names of the columns. */
function headHeight(title: string | null, { plan, setter }: TableSetting): number {
  const { columns, headFace } = plan
  const lines = Math.max(...columns.map((column) => setter.wrap(column.title, column.width, headFace).length))
  const titleHeight = title === null ? 0 : lineArea(1, titleFace(plan), setter)
  return titleHeight + lineArea(lines, headFace, setter) + ruleWidth
}

export function titleFace({ face }: TablePlan) {
  return { size: face.size + 1, bold: true }
}
