import type { VoucherBook } from '../../../shared/rules/entries/draft.ts'
import type { Reader } from '../db/tables.ts'

/** `BKM-2026-0001`: the name people use for an entry. */
export function voucherName(entry: { book: string; year: number; number: number }): string {
  return `${entry.book}-${entry.year}-${String(entry.number).padStart(4, '0')}`
}

/** The last number of a voucher book in a year; the next has no gap to it because it is taken inside the writing transaction. */
export function lastNumber(db: Reader, book: VoucherBook, year: number) {
  return db
    .selectFrom('journal_entry')
    .select('number')
    .where('book', '=', book)
    .where('year', '=', year)
    .orderBy('number', 'desc')
    .limit(1)
}
