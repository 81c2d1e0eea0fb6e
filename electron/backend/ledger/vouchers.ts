import type { VoucherBook } from '../../../shared/rules/entries/draft.ts'
import { question } from '../db/question.ts'
import type { Reader } from '../db/tables.ts'

/** `BKM-2026-0001`: the name people use for an entry. */
export function voucherName(entry: { book: string; year: number; number: number }): string {
  return `${entry.book}-${entry.year}-${String(entry.number).padStart(4, '0')}`
}

/** The next number of a voucher book in a year; without gaps because it is taken inside the writing transaction. */
export async function nextVoucherNumber(db: Reader, book: VoucherBook, year: number): Promise<number> {
  return ((await lastNumber.first(db, book, year))?.number ?? 0) + 1
}

const lastNumber = question((db, book: VoucherBook, year: number) =>
  db
    .selectFrom('journal_entry')
    .select('number')
    .where('book', '=', book)
    .where('year', '=', year)
    .orderBy('number', 'desc')
    .limit(1),
)
