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

/** Entries read at a time, and lines: the memory an export needs grows neither with the book nor with its meetings. */
const entriesMax = 500
const linesMax = 5_000

/** The entries up to `headSeq` in order of day and posting, a page at a time; the book is free between two pages. */
export async function* entryPages(app: App, headSeq: number): AsyncGenerator<ExportEntry[]> {
  let after = { date: '', seq: 0 }
  for (;;) {
    const headers = await app.read(({ db }) => readHeaders(db, headSeq, after))
    for (const part of inPages(headers)) yield await app.read(({ db }) => withLines(db, part))
    const last = headers.at(-1)
    if (!last) return
    after = last
  }
}

type Header = Awaited<ReturnType<typeof readHeaders>>[number]

async function readHeaders(db: Reader, headSeq: number, after: { date: string; seq: number }) {
  return db
    .selectFrom('journal_entry as e')
    .leftJoin('journal_entry as r', 'r.id', 'e.reverses_id')
    .selectAll('e')
    .select(['r.book as reversed_book', 'r.year as reversed_year', 'r.number as reversed_number'])
    .select(({ selectFrom, fn }) =>
      selectFrom('journal_line as l').select(fn.countAll<number>().as('n')).whereRef('l.seq', '=', 'e.seq').as('count'),
    )
    .where('e.seq', '<=', headSeq)
    .where((eb) => eb(eb.refTuple('e.date', 'e.seq'), '>', eb.tuple(after.date, after.seq)))
    .orderBy('e.date')
    .orderBy('e.seq')
    .limit(entriesMax)
    .execute()
}

/** Cut where the lines of the next entry would be too many; an entry longer than a page is one of its own. */
function inPages(headers: readonly Header[]): Header[][] {
  const pages: Header[][] = []
  let lines = linesMax
  for (const header of headers) {
    lines += header.count ?? 0
    const page = pages.at(-1)
    if (page && lines <= linesMax) page.push(header)
    else {
      pages.push([header])
      lines = header.count ?? 0
    }
  }
  return pages
}

async function withLines(db: Reader, headers: readonly Header[]): Promise<ExportEntry[]> {
  const lines = await linesOf(
    db,
    headers.map(({ seq }) => seq),
  )
  return headers.map(({ reversed_book: book, reversed_year: year, reversed_number: number, count: _, ...entry }) => ({
    ...entry,
    voucher: voucherName(entry),
    reverses: book === null || year === null || number === null ? null : voucherName({ book, year, number }),
    lines: lines.get(entry.seq) ?? [],
  }))
}

async function linesOf(db: Reader, entries: readonly number[]): Promise<Map<number, JournalLineTable[]>> {
  const found = new Map<number, JournalLineTable[]>()
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
