import { countedCash } from '../../../shared/rules/cash-count.ts'

/** How many of each note and coin, as typed, by face value in rupiah. */
export type Pieces = Readonly<Record<string, string>>

export interface TableCash {
  readonly isCounted: boolean
  /** Sen. */
  readonly counted: number
  /** What one kind of note comes to, sen. */
  readonly byValue: ReadonlyMap<string, number>
  /** Face values whose number cannot be read. */
  readonly unread: ReadonlySet<string>
}

/** Nobody counts a million notes at a meeting: what is longer is a slip. */
const piecesPattern = /^\d{1,6}$/

/** What lies on the table. */
export function tableCash(pieces: Pieces): TableCash {
  const typed = Object.entries(pieces).filter(([, text]) => text.trim() !== '')
  const read = typed.filter(([, text]) => piecesPattern.test(text.trim()))
  const counts = Object.fromEntries(read.map(([value, text]) => [value, Number(text)]))
  return {
    isCounted: typed.length > 0,
    counted: countedCash(counts),
    byValue: new Map(read.map(([value, text]) => [value, countedCash({ [value]: Number(text) })])),
    unread: new Set(typed.filter(([, text]) => !piecesPattern.test(text.trim())).map(([value]) => value)),
  }
}
