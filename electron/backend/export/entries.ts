import type { App } from '../app.ts'
import type { JournalEntryTable, JournalLineTable, Reader } from '../db/tables.ts'
import { voucherName } from '../ledger/vouchers.ts'

/** An entry with its lines, as it lies in the book. */
export interface ExportEntry extends JournalEntryTable {
  readonly voucher: string
  /** The voucher it reverses. */
  readonly reverses: string | null
  readonly lines: readonly JournalLineTable[]
}

/** Entries read at a time: the memory an export needs does not grow with the book. */
const pageSize = 500

/** The entries up to `headSeq` in order of day and posting, a page at a time; the book is free between two pages. */
export async function* entryPages(app: App, headSeq: number): AsyncGenerator<ExportEntry[]> {
  let after = { date: '', seq: 0 }
  for (;;) {
    const page = await app.read(({ db }) => readPage(db, headSeq, after))
    const last = page.at(-1)
    if (!last) return
    yield page
    after = last
  }
}

async function readPage(db: Reader, headSeq: number, after: { date: string; seq: number }): Promise<ExportEntry[]> {
  const headers = await db
    .selectFrom('journal_entry as e')
    .leftJoin('journal_entry as r', 'r.id', 'e.reverses_id')
    .selectAll('e')
    .select(['r.book as reversed_book', 'r.year as reversed_year', 'r.number as reversed_number'])
    .where('e.seq', '<=', headSeq)
    .where((eb) => eb(eb.refTuple('e.date', 'e.seq'), '>', eb.tuple(after.date, after.seq)))
    .orderBy('e.date')
    .orderBy('e.seq')
    .limit(pageSize)
    .execute()
  const lines = await linesOf(
    db,
    headers.map(({ seq }) => seq),
  )
  return headers.map(({ reversed_book: book, reversed_year: year, reversed_number: number, ...entry }) => ({
    ...entry,
    voucher: voucherName(entry),
    reverses: book === null || year === null || number === null ? null : voucherName({ book, year, number }),
    lines: lines.get(entry.seq) ?? [],
  }))
}

async function linesOf(db: Reader, entries: readonly number[]): Promise<Map<number, JournalLineTable[]>> {
  const found = new Map<number, JournalLineTable[]>()
  if (entries.length === 0) return found
  const rows = await db
    .selectFrom('journal_line')
    .selectAll()
    .where('seq', 'in', entries)
    .orderBy('seq')
    .orderBy('line_no')
    .execute()
  for (const row of rows) {
    const lines = found.get(row.seq)
    if (lines) lines.push(row)
    else found.set(row.seq, [row])
  }
  return found
}
