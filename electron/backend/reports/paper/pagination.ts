import type { Statement } from '../../../../shared/statements/statement.ts'
import { lineArea, type PlannedRow, planRow } from './row-plan.ts'
import type { PaperStyle } from './style.ts'
import { ruleWidth, type TablePlan } from './table-plan.ts'
import type { Typesetter } from './typesetter.ts'

/** A table with its own heading: a whole statement, or one account of a cash book. */
export interface Section {
  readonly title: string | null
  readonly rows: readonly PlannedRow[]
}

/** Rows of a section that stand together on a page. */
export interface Run {
  readonly section: number
  readonly from: number
  readonly to: number
}

export interface Page {
  readonly runs: readonly Run[]
}

/** Space between two tables on a page. */
export const sectionGap = 12

/**
 * The rows to print, by section; nil lines left out where the style says so. A single section whose name already stands
 * among the particulars needs no title of its own.
 */
export function sectionsOf(
  statement: Statement,
  plan: TablePlan,
  style: PaperStyle,
  setter: Typesetter,
): readonly Section[] {
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
  return sections
}

export interface Heights {
  /** A page's room for content, in points. */
  readonly page: number
  /** What stands above the table of the first page, and after the last row. */
  readonly lead: number
  readonly tail: number
  /** The heads above a section's rows on each page. */
  readonly heads: readonly number[]
}

/** How high the heads above a section's rows are: its title, and the names of the columns. */
export function headsHeight(section: Section, plan: TablePlan, setter: Typesetter): number {
  const { columns, headFace } = plan
  const lines = Math.max(...columns.map((column) => setter.wrap(column.title, column.width, headFace).length))
  const title = section.title === null ? 0 : lineArea(1, titleFace(plan), setter)
  return title + lineArea(lines, headFace, setter) + ruleWidth
}

export function titleFace({ face }: TablePlan) {
  return { size: face.size + 1, bold: true }
}

/**
 * Fills pages from above. What belongs together stays together: a heading with what it heads, a total with the last row
 * before it, the signatures with the end of the table.
 */
export function paginate(sections: readonly Section[], heights: Heights): Page[] {
  const pages: Run[][] = [[]]
  let used = heights.lead
  for (const [section, { rows }] of sections.entries()) {
    for (const [from, to] of groupsOf(rows)) {
      const isEnd = section === sections.length - 1 && to === rows.length
      const wanted = areaOf(rows, from, to) + (isEnd ? heights.tail : 0)
      const pieces = wanted + headOf(heights, section) > heights.page ? singles(from, to) : [[from, to] as const]
      for (const [start, end] of pieces) {
        const height = areaOf(rows, start, end) + (end === rows.length && isEnd ? heights.tail : 0)
        const runs = pages.at(-1) ?? []
        const continues = runs.at(-1)?.section === section
        const needed = height + (continues ? 0 : headOf(heights, section) + (runs.length > 0 ? sectionGap : 0))
        if (used + needed > heights.page && used > 0) {
          pages.push([])
          used = headOf(heights, section) + height
        } else used += needed
        place(pages.at(-1) ?? [], section, start, end)
      }
    }
  }
  return pages.map((runs) => ({ runs }))
}

function headOf({ heads }: Heights, section: number): number {
  return heads[section] ?? 0
}

function place(runs: Run[], section: number, from: number, to: number): void {
  const last = runs.at(-1)
  if (last?.section === section && last.to === from) runs[runs.length - 1] = { section, from: last.from, to }
  else runs.push({ section, from, to })
}

function areaOf(rows: readonly PlannedRow[], from: number, to: number): number {
  let area = 0
  for (let index = from; index < to; index += 1) area += rows[index]?.height ?? 0
  return area
}

/** Runs of rows that are not to be torn apart. */
function groupsOf(rows: readonly PlannedRow[]): (readonly [from: number, to: number])[] {
  const groups: (readonly [number, number])[] = []
  let from = 0
  for (let index = 0; index < rows.length; index += 1) {
    if (keepsWithNext(rows, index)) continue
    groups.push([from, index + 1])
    from = index + 1
  }
  return groups
}

const ends: ReadonlySet<string> = new Set(['subtotal', 'total', 'closing'])

function keepsWithNext(rows: readonly PlannedRow[], index: number): boolean {
  const next = rows[index + 1]?.row
  const kind = rows[index]?.row.kind
  if (!next) return false
  return kind === 'heading' || kind === 'opening' || ends.has(next.kind)
}

function singles(from: number, to: number): (readonly [number, number])[] {
  return Array.from({ length: to - from }, (_, index) => [from + index, from + index + 1] as const)
}
