import type { Language } from '../calendar.ts'
import type { ReportName } from '../contract/reports.ts'

/** Money is sen, dates are `YYYY-MM-DD`; null is a cell with nothing in it. */
export type Cell = string | number | null

export type ColumnKind = 'text' | 'code' | 'date' | 'money' | 'number'

export interface Column {
  readonly key: string
  readonly title: string
  readonly kind: ColumnKind
}

export type RowKind = 'line' | 'heading' | 'opening' | 'subtotal' | 'total' | 'closing'

/** Cells by column key, and beside them what a screen links to: `entryId`, `account`. */
export interface Row {
  readonly kind: RowKind
  readonly level: number
  readonly [key: string]: Cell
}

/** What stands above the table of a card or a voucher: `No. rekening: W-001`. */
export interface Particular {
  readonly key: string
  readonly title: string
  readonly text: string
}

/** What a report says, once: the screen, the page and the spreadsheet show this and add up nothing themselves. */
export interface Statement {
  readonly report: ReportName
  readonly language: Language
  readonly title: string
  readonly subtitle: string
  /** The day it speaks of; printed beside the place above the signatures. */
  readonly date: string
  /** What tells this paper from others of its kind in a file's name: `2026-01`, `BKM-2026-0001`. */
  readonly label: string
  readonly particulars: Particular[]
  readonly columns: Column[]
  readonly rows: Row[]
  readonly totals: Record<string, number>
  readonly notes: string[]
}
