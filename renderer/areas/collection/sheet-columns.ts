import type { Answers } from '../../../shared/contract/index.ts'

export type Sheet = Answers['collection']['sheet']
export type SheetRow = Sheet['rows'][number]

/** What a column collects: a kind of savings, the first, second … loan of each member, or the penalty on it. */
export type Column =
  | { readonly column: string; readonly of: 'savings'; readonly product: string; readonly kind: string }
  | { readonly column: string; readonly of: 'loan' | 'penalty'; readonly place: number }

/** What is known of one box before anything is typed, sen. */
export interface Box {
  /** To be paid now, and the part of it from months before this one. */
  readonly due: number
  readonly arrears: number
  /** What is saved, or still owed on the loan. */
  readonly balance: number
  /** Paid once and paid up: nobody is asked for it again. */
  readonly isSettled: boolean
}

/**
 * The columns of a sheet: kinds of savings as they are listed, then as many loans as the most indebted member has, beside
 * each the penalty where anybody owes one.
 */
export function sheetColumns({ products, rows }: Sheet): Column[] {
  const places = rows.reduce((most, { loans }) => Math.max(most, loans.length), 0)
  const ofPlace = (place: number): Column[] => [
    { column: loanColumn(place), of: 'loan', place },
    ...(rows.some(({ loans }) => (loans[place]?.penalty ?? 0) > 0)
      ? [{ column: penaltyColumn(place), of: 'penalty', place } as const]
      : []),
  ]
  return [
    ...products.map(({ product, kind }): Column => ({ column: product, of: 'savings', product, kind })),
    ...Array.from({ length: places }, (_, place) => ofPlace(place)).flat(),
  ]
}

/** The name of a loan's column; a product's id never begins with a blank. */
export function loanColumn(place: number): string {
  return ` loan ${place + 1}`
}

export function penaltyColumn(place: number): string {
  return ` penalty ${place + 1}`
}

/** The loan a column is about in a row. */
export function loanOf(row: Pick<SheetRow, 'loans'>, column: Column): SheetRow['loans'][number] | undefined {
  return column.of === 'savings' ? undefined : row.loans[column.place]
}

/** One box of a row; undefined where the member has no such loan or owes no penalty, and nothing can be typed. */
export function boxOf(row: SheetRow, column: Column): Box | undefined {
  if (column.of !== 'savings') {
    const loan = loanOf(row, column)
    if (!loan) return undefined
    const { due, penalty, outstanding } = loan
    if (column.of === 'loan') return { due, arrears: 0, balance: outstanding, isSettled: false }
    return penalty > 0 ? { due: penalty, arrears: 0, balance: outstanding, isSettled: false } : undefined
  }
  const { due = 0, arrears = 0, balance = 0 } = row.savings[column.product] ?? {}
  return { due, arrears, balance, isSettled: column.kind === 'principal' && due === 0 && balance > 0 }
}
