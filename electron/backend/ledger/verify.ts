import { sql } from 'kysely'
import type { JournalEntryTable, JournalLineTable, Reader } from '../db/tables.ts'
import { assetProblems } from './asset-proof.ts'
import { balanceProblems } from './balance-proof.ts'
import { borrowingProblems } from './borrowing-proof.ts'
import { cardProblems } from './card-proof.ts'
import { chainStart, entryHash } from './chain.ts'
import { exitLoanProblems } from './exit-loan-proof.ts'
import { exitProblems } from './exit-proof.ts'
import { fundProblems } from './fund-proof.ts'
import type { Head } from './head.ts'
import { monthEndProblems } from './loan-month-end-proof.ts'
import { scheduleProblems } from './loan-schedule-proof.ts'
import { periodProblems } from './period-proof.ts'
import { referenceProblems } from './reference-proof.ts'
import { stockProblems } from './stock-proof.ts'
import { sealProblems } from './terms-proof.ts'
import { recordProblems } from './terms-record-proof.ts'
import { voucherName } from './vouchers.ts'

export type ProblemKind =
  | 'integrity'
  | 'schema'
  | 'altered'
  | 'chain'
  | 'sequence'
  | 'numbering'
  | 'unbalanced'
  | 'lines'
  | 'balance'
  | 'subledger'
  | 'period'
  | 'reference'
  | 'stock'
  | 'witness'
  | 'attachment'

/** Something that should hold and does not; the voucher is named wherever one is meant. */
export interface Problem {
  readonly kind: ProblemKind
  readonly entryId: string | null
  readonly voucher: string | null
  readonly detail: string
}

export interface ChainProof {
  readonly entries: number
  readonly lines: number
  readonly head: Head
  readonly problems: Problem[]
}

export interface Verification {
  readonly entries: number
  readonly lines: number
  readonly head: Head
  readonly problems: readonly Problem[]
}

const entriesAtATime = 2_000

/**
 * Recomputes every hash after `since` and compares each entry with its lines, its number and the entry before it.
 * Reads a stretch at a time and lets other work run in between.
 */
export async function proveChain(db: Reader, since: Head = { seq: 0, hash: chainStart }): Promise<ChainProof> {
  const problems: Problem[] = await anchorProblems(db, since)
  let previous: Head = since
  let entries = 0
  let lines = 0
  for (;;) {
    const headers = await entriesAfter(db, previous.seq)
    const last = headers.at(-1)
    if (!last) return { entries, lines, head: previous, problems }
    const byEntry = await linesBetween(db, previous.seq, last.seq)
    for (const entry of headers) {
      const own = byEntry.get(entry.seq) ?? []
      problems.push(...entryProblems(entry, own, previous))
      previous = { seq: entry.seq, hash: entry.hash }
      lines += own.length
    }
    entries += headers.length
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** The proof before this one must still end at the same hash. */
async function anchorProblems(db: Reader, since: Head): Promise<Problem[]> {
  if (since.seq === 0) return []
  const anchor = await db.selectFrom('journal_entry').selectAll().where('seq', '=', since.seq).executeTakeFirst()
  if (anchor?.hash === since.hash) return []
  return [problem('chain', anchor, 'the entry that was proven before has another hash')]
}

async function entriesAfter(db: Reader, seq: number): Promise<JournalEntryTable[]> {
  return db
    .selectFrom('journal_entry')
    .selectAll()
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(entriesAtATime)
    .execute()
}

async function linesBetween(db: Reader, after: number, upTo: number): Promise<Map<number, JournalLineTable[]>> {
  const rows = await db
    .selectFrom('journal_line')
    .selectAll()
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .orderBy('line_no')
    .execute()
  return Map.groupBy(rows, (row) => row.seq)
}

function entryProblems(entry: JournalEntryTable, lines: readonly JournalLineTable[], previous: Head): Problem[] {
  const found: Problem[] = []
  if (entry.seq !== previous.seq + 1)
    found.push(problem('sequence', entry, `entries before number ${entry.seq} are missing`))
  if (entry.prev_hash !== previous.hash) found.push(problem('chain', entry, 'does not continue the entry before it'))
  if (entryHash(entry, lines) !== entry.hash) found.push(problem('altered', entry, 'differs from what was written'))
  const strays = lines.filter((line) => line.entry_id !== entry.id || line.entry_date !== entry.date)
  if (strays.length > 0) found.push(problem('lines', entry, 'has lines of another entry or day'))
  return [...found, ...unbalancedUnits(entry, lines)]
}

function unbalancedUnits(entry: JournalEntryTable, lines: readonly JournalLineTable[]): Problem[] {
  const net = new Map<string, number>()
  for (const line of lines) net.set(line.unit, (net.get(line.unit) ?? 0) + line.debit - line.credit)
  const isUnbalanced = lines.length < 2 || [...net.values()].some((difference) => difference !== 0)
  return isUnbalanced ? [problem('unbalanced', entry, 'debit and credit differ')] : []
}

function problem(kind: ProblemKind, entry: JournalEntryTable | undefined, detail: string): Problem {
  return { kind, entryId: entry?.id ?? null, voucher: entry ? voucherName(entry) : null, detail }
}

/** Everything that must hold inside a book: file, chain, numbering, balances, subledgers, periods. */
export async function verifyBook(db: Reader): Promise<Verification> {
  const integrity = await integrityProblems(db)
  if (integrity.some(({ kind }) => kind === 'integrity')) {
    return { entries: 0, lines: 0, head: { seq: 0, hash: chainStart }, problems: integrity }
  }
  const chain = await proveChain(db)
  const problems = [
    ...integrity,
    ...chain.problems,
    ...(await strayLineProblems(db)),
    ...(await sealProblems(db)),
    ...(await recordProblems(db)),
    ...(await referenceProblems(db)),
    ...(await numberingProblems(db)),
    ...(await balanceProblems(db)),
    ...(await cardProblems(db)),
    ...(await exitProblems(db)),
    ...(await exitLoanProblems(db)),
    ...(await monthEndProblems(db)),
    ...(await scheduleProblems(db)),
    ...(await periodProblems(db)),
    ...(await stockProblems(db)),
    ...(await fundProblems(db)),
    ...(await borrowingProblems(db)),
    ...(await assetProblems(db)),
  ]
  return { entries: chain.entries, lines: chain.lines, head: chain.head, problems }
}

async function integrityProblems(db: Reader): Promise<Problem[]> {
  const check = await sql<{ integrity_check: string }>`PRAGMA integrity_check(20)`.execute(db)
  const damaged = check.rows
    .filter((row) => row.integrity_check !== 'ok')
    .map((row): Problem => ({ kind: 'integrity', entryId: null, voucher: null, detail: row.integrity_check }))
  if (damaged.length > 0) return damaged
  const broken = await sql<{ table: string; parent: string }>`PRAGMA foreign_key_check`.execute(db)
  return broken.rows.slice(0, 20).map(({ table, parent }) => ({
    kind: 'reference',
    entryId: null,
    voucher: null,
    detail: `a row of ${table} points at a row of ${parent} that does not exist`,
  }))
}

/** Lines whose entry was never written, or was taken away. */
async function strayLineProblems(db: Reader): Promise<Problem[]> {
  const rows = await db
    .selectFrom('journal_line as l')
    .leftJoin('journal_entry as e', 'e.seq', 'l.seq')
    .select(['l.seq', 'l.entry_id'])
    .where('e.seq', 'is', null)
    .groupBy(['l.seq', 'l.entry_id'])
    .limit(20)
    .execute()
  return rows.map((row) => ({
    kind: 'lines',
    entryId: row.entry_id,
    voucher: null,
    detail: `lines of entry number ${row.seq} stand without their entry`,
  }))
}

/** Voucher numbers run 1, 2, 3 … per book and year. */
async function numberingProblems(db: Reader): Promise<Problem[]> {
  const rows = await db
    .selectFrom('journal_entry')
    .select(['book', 'year'])
    .select((eb) => [eb.fn.count<number>('seq').as('count'), eb.fn.max('number').as('last')])
    .groupBy(['book', 'year'])
    .execute()
  return rows
    .filter((row) => row.count !== row.last)
    .map((row) => ({
      kind: 'numbering',
      entryId: null,
      voucher: voucherName({ ...row, number: row.last }),
      detail: `${row.last - row.count} numbers of ${row.book}-${row.year} are missing`,
    }))
}
