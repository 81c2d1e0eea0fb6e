import type { Block } from './block.ts'
import type { PlannedRow } from './row-plan.ts'
import type { TablePlan } from './table-plan.ts'

/** A table with its own heading: a whole statement, or one account of a cash book. */
export interface Section {
  readonly title: string | null
  readonly plan: TablePlan
  readonly rows: readonly PlannedRow[]
  /** A lesser table of few rows is rather moved as a whole than torn. */
  readonly isWhole?: boolean
  /** How high the heads above its rows are on each page. */
  readonly headHeight: number
}

/** Something that stands on a paper: a block as it is, or a table that may go on over pages. */
export type Piece =
  | { readonly kind: 'block'; readonly block: Block; readonly keepsWith: 'before' | 'next' | 'none' }
  | { readonly kind: 'section'; readonly section: Section }

/** Rows of a section that stand together on a page. */
export interface Run {
  readonly section: Section
  readonly from: number
  readonly to: number
}

export interface Page {
  readonly items: readonly (Block | Run)[]
}

/** Space between two tables on a page. */
export const sectionGap = 12

/** The least that is moved to another page: a row or a block. */
interface Unit {
  readonly item: Block | Section
  readonly row: number
  readonly height: number
  readonly keepsWith: 'before' | 'next' | 'none'
}

/**
 * Fills pages from above, each with `room` points. What belongs together stays together: a heading with what it heads, a
 * total with the last row before it, the signatures with what they stand under.
 */
export function paginate(pieces: readonly Piece[], room: number): Page[] {
  const pages: (Block | Run)[][] = [[]]
  let used = 0
  for (const group of groupsOf(unitsOf(pieces))) {
    for (const units of areaOf(group, undefined) > room ? torn(group) : [group]) {
      const needed = areaOf(units, pages.at(-1)?.at(-1))
      if (used + needed > room && used > 0) {
        pages.push([])
        used = areaOf(units, undefined)
      } else used += needed
      for (const unit of units) place(pages.at(-1) ?? [], unit)
    }
  }
  return pages.map((items) => ({ items }))
}

function unitsOf(pieces: readonly Piece[]): Unit[] {
  return pieces.flatMap((piece): Unit[] => {
    if (piece.kind === 'block') {
      const { block, keepsWith } = piece
      return [{ item: block, row: 0, height: block.height, keepsWith }]
    }
    const { section } = piece
    return section.rows.map(({ height }, row) => {
      return { item: section, row, height, keepsWith: keepsWithNextRow(section, row) ? 'next' : 'none' }
    })
  })
}

/** Runs of units that are not to be torn apart. */
function groupsOf(units: readonly Unit[]): Unit[][] {
  const groups: Unit[][] = []
  let group: Unit[] = []
  for (const [index, unit] of units.entries()) {
    group.push(unit)
    if (unit.keepsWith === 'next' || units[index + 1]?.keepsWith === 'before') continue
    groups.push(group)
    group = []
  }
  return group.length > 0 ? [...groups, group] : groups
}

/** A group higher than a page, unit by unit; signatures at its end never stand alone. */
function torn(group: readonly Unit[]): Unit[][] {
  const isEnd = group.length > 1 && group.at(-1)?.keepsWith === 'before'
  const singles = (isEnd ? group.slice(0, -2) : group).map((unit) => [unit])
  return isEnd ? [...singles, group.slice(-2)] : singles
}

/** What units take on a page after what stands there last: rows that go on need no heads. */
function areaOf(units: readonly Unit[], last: Block | Run | undefined): number {
  let area = 0
  let above: Block | Section | undefined = last && 'section' in last ? last.section : last
  for (const { item, height } of units) {
    area += height
    if (isSection(item) && above !== item) area += item.headHeight + (isSection(above) ? sectionGap : 0)
    above = item
  }
  return area
}

function isSection(item: Block | Section | undefined): item is Section {
  return item !== undefined && 'rows' in item
}

function place(items: (Block | Run)[], { item, row }: Unit): void {
  const last = items.at(-1)
  if (!isSection(item)) items.push(item)
  else if (last && 'section' in last && last.section === item) items[items.length - 1] = { ...last, to: row + 1 }
  else items.push({ section: item, from: row, to: row + 1 })
}

const ends: ReadonlySet<string> = new Set(['subtotal', 'total', 'closing'])

function keepsWithNextRow({ rows, isWhole }: Section, index: number): boolean {
  const next = rows[index + 1]?.row
  const kind = rows[index]?.row.kind
  if (!next) return false
  if (isWhole) return true
  return kind === 'heading' || kind === 'opening' || ends.has(next.kind)
}
