import { firstDayOfYear, lastDayOfYear } from '../../../../shared/calendar.ts'
import { Refusal } from '../../../../shared/errors.ts'
import type { Reader } from '../../db/tables.ts'
import { voucherName } from '../../ledger/vouchers.ts'

/** One entry of a closing: in the year itself, or the one that carries its result into the next. */
export interface ClosingEntry {
  readonly entryId: string
  readonly voucher: string
  readonly date: string
  /** Where the year was closed over it again: the voucher that took it back. */
  readonly reversedBy: string | null
}

/** Entries a closing of the year wrote, oldest first; those a reopening took back too. */
export async function closingEntries(db: Reader, year: number): Promise<ClosingEntry[]> {
  const rows = await db
    .selectFrom('journal_entry as e')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .select(['e.id', 'e.book', 'e.year', 'e.number', 'e.date'])
    .select(['r.book as reversalBook', 'r.year as reversalYear', 'r.number as reversalNumber'])
    .where('e.kind', '=', 'closing')
    .where('e.reverses_id', 'is', null)
    .where('e.date', 'in', [lastDayOfYear(year), firstDayOfYear(year + 1)])
    .orderBy('e.seq')
    .execute()
  return rows.map(({ id, date, reversalBook: book, reversalYear, reversalNumber, ...entry }) => ({
    ...{ entryId: id, date, voucher: voucherName(entry) },
    reversedBy:
      book === null || reversalYear === null || reversalNumber === null
        ? null
        : voucherName({ book, year: reversalYear, number: reversalNumber }),
  }))
}

/** The years that have entries, oldest first. */
export async function yearsWithEntries(db: Reader): Promise<number[]> {
  const rows = await db.selectFrom('balance_year').select('year').distinct().orderBy('year').execute()
  return rows.map(({ year }) => Number(year))
}

/** The newest act on each year that was ever closed. */
export async function yearActs(db: Reader) {
  const rows = await db
    .selectFrom('period_act')
    .selectAll()
    .where('act', 'in', ['close', 'reopen'])
    .orderBy('seq')
    .execute()
  return new Map(rows.map((row) => [Number(row.period), row]))
}

/** Refuses NOT_ALLOWED `year_open` for a year that is not closed. */
export async function requireClosedYear(db: Reader, year: number): Promise<void> {
  if ((await yearActs(db)).get(year)?.act !== 'close') throw new Refusal('NOT_ALLOWED', 'year_open', { year })
}
