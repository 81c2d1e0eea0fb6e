import type { Language } from '../calendar.ts'
import type { ReportName } from '../contract/reports.ts'

/** Money is sen, dates are `YYYY-MM-DD`; null is a cell with nothing in it. */
export type Cell = string | number | null

/**
 * `quantity` is whole thousandths: 1,5 kg is 1500. `decimal` and `percent` are decimal strings, `"109.8"`, with as many
 * places as are shown; a word in their stead (`-`) is shown as it is.
 */
export type ColumnKind = 'text' | 'code' | 'date' | 'money' | 'number' | 'quantity' | 'decimal' | 'percent'

const figures: ReadonlySet<ColumnKind> = new Set(['money', 'number', 'quantity', 'decimal', 'percent'])

/** True for figures, which stand on the right. */
export function isFigure(kind: ColumnKind): boolean {
  return figures.has(kind)
}

export interface Column {
  readonly key: string
  readonly title: string
  readonly kind: ColumnKind
  /** The days whose entries lie behind its figures: what stood before them and what moved in them make up a balance. */
  readonly days?: { readonly from: string; readonly to: string }
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

/** Rows under the names of their columns. */
export interface Table {
  readonly columns: Column[]
  readonly rows: Row[]
}

/** What stands before or after a paper's table: the articles of an agreement, the sentences of a letter, a lesser table. */
export type Part =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  /** A sentence with its number: `(1)`. */
  | { readonly kind: 'clause'; readonly label: string; readonly text: string }
  /** `Alamat : Jl. Mawar 1`; an empty text leaves room to write. */
  | { readonly kind: 'fact'; readonly title: string; readonly text: string }
  | (Table & { readonly kind: 'table'; readonly title: string })
  | Bars
  | Slip
  | Labels

/** Amounts as bars below each other, sen or whole numbers; each says its figure, so that black and white is enough. */
export interface Bars {
  readonly kind: 'bars'
  readonly title: string
  readonly unit: 'money' | 'number'
  readonly bars: { readonly label: string; readonly amount: number }[]
}

/** Labels to be cut out beside each other and stuck on: whose it is, its number to be read from afar, and what it is. */
export interface Labels {
  readonly kind: 'labels'
  readonly labels: { readonly head: string; readonly code: string; readonly title: string; readonly lines: string[] }[]
}

/** A small paper of its own, to be cut off and handed out: whose, to whom, for what, how much. */
export interface Slip extends Table {
  readonly kind: 'slip'
  readonly head: string
  readonly title: string
  readonly subtitle: string
  readonly facts: { readonly title: string; readonly text: string }[]
  readonly words: { readonly title: string; readonly text: string }
  /** What must be known beside it, in small print. */
  readonly note?: string
  readonly signer: SigningParty
}

/** Who signs a paper that is signed by more than officers; without a name there is room to write one. */
export interface SigningParty {
  readonly role: string
  readonly name: string | null
  readonly hasStamp: boolean
}

/** Where a statement stands in a book that is made of many. */
export interface ChapterPlace {
  /** `3.1`; empty where it is not counted. */
  readonly number: string
  /** Chapters of the first level stand in the outline by themselves, those of the second below the last of them. */
  readonly level: 1 | 2
}

/** What a report says, once: the screen, the page and the spreadsheet show this and add up nothing themselves. */
export interface Statement extends Table {
  readonly report: ReportName
  readonly language: Language
  readonly title: string
  readonly subtitle: string
  /** The day it speaks of; printed beside the place above the signatures. */
  readonly date: string
  /** The last day of the figures that stand beside them, where a statement compares. */
  readonly comparedTo?: string
  /** True where the day it is signed is not known yet: there is room to write it. */
  readonly isUndated?: boolean
  /** What tells this paper from others of its kind in a file's name: `2026-01`, `BKM-2026-0001`. */
  readonly label: string
  readonly particulars: Particular[]
  readonly before?: Part[]
  readonly after?: Part[]
  readonly totals: Record<string, number>
  readonly notes: string[]
  /** Undefined where the officers of its kind of paper sign. */
  readonly signers?: SigningParty[]
  /** True while a meeting has still to decide it: every page says so. */
  readonly isProposal?: boolean
  /** Of a book: what it is made of, each on pages of its own. */
  readonly chapters?: Statement[]
  /** Of a chapter of a book. */
  readonly place?: ChapterPlace
  /** Of a chapter that is a list to look things up in: where the book is long, it is bound in a volume of its own. */
  readonly isAnnex?: boolean
  /** The first page of a book, with nothing but whose it is and what it is. */
  readonly isCover?: boolean
  /** Of a paper that is not of the open book: of whom it is, and what it was made of. */
  readonly merged?: {
    readonly of: string
    /** Says which files it was made of, and how many they were. */
    readonly code: string
    readonly files: number
    readonly madeOn: string
    readonly kind: 'real' | 'practice' | 'sample'
  }
  /** What it is printed on, where its kind of paper is printed on more than one: a roll of a till, or a sheet. */
  readonly paper?: '58mm' | '80mm' | 'A4'
}

/** Every table of a statement that may go on over pages, in the order of the paper; the statement itself stands for its own. */
export function tablesOf(statement: Statement): readonly Table[] {
  const { before = [], after = [] } = statement
  const isTable = (part: Part): part is Extract<Part, Table> => part.kind === 'table'
  const own = statement.columns.length > 0 ? [statement] : []
  return [...before.filter(isTable), ...own, ...after.filter(isTable)]
}
