import type { VoucherBook } from '../../../shared/rules/entries/draft.ts'
import type { Reader } from '../db/tables.ts'

/** `BKM-2026-0001`: the name people use for an entry. */
export function voucherName(entry: { book: string; year: number; number: number }): string {
  return `${entry.book}-${entry.year}-${String(entry.number).padStart(4, '0')}`
}

/** The next number of a voucher book in a year; without gaps because it is taken inside the writing transaction. */
export async function nextVoucherNumber(db: Reader, book: VoucherBook, year: number): Promise<number> {
  const last = await db
    .selectFrom('journal_entry')
    .select('number')
    .where('book', '=', book)
    .where('year', '=', year)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (last?.number ?? 0) + 1
}
