import { question } from '../db/question.ts'
import type { Reader } from '../db/tables.ts'
import { reverseFirst } from './reverse-first.ts'
import { voucherName } from './vouchers.ts'

/** A month's interest that stands: its entry was not reversed. */
export interface StandingRun {
  readonly month: string
  readonly entryId: string
  /** What asked for it, and is undone to take it back. */
  readonly requestId: string | null
  readonly seq: number
  readonly date: string
  readonly voucher: string
}

/** The newest month that has its interest. */
export async function newestRun(db: Reader): Promise<StandingRun | undefined> {
  const row = await newest.first(db)
  return row ? { ...row, voucher: voucherName(row) } : undefined
}

const newest = question((db) => standingRuns(db).orderBy('i.month', 'desc').limit(1))

/** The run of a month, if it has one. */
export async function runOf(db: Reader, month: string): Promise<StandingRun | undefined> {
  const row = await ofMonth.first(db, month)
  return row ? { ...row, voucher: voucherName(row) } : undefined
}

const ofMonth = question((db, month: string) => standingRuns(db).where('i.month', '=', month))

/** Every month that has its interest, the newest first. */
export async function everyRun(db: Reader): Promise<StandingRun[]> {
  const rows = await standingRuns(db).orderBy('i.month', 'desc').execute()
  return rows.map((row) => ({ ...row, voucher: voucherName(row) }))
}

function standingRuns(db: Reader) {
  return db
    .selectFrom('savings_interest_run as i')
    .innerJoin('journal_entry as e', 'e.id', 'i.entry_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .select([
      'i.month',
      'e.id as entryId',
      'e.request_id as requestId',
      'e.seq',
      'e.date',
      'e.book',
      'e.year',
      'e.number',
    ])
    .where('r.id', 'is', null)
}

/**
 * A month's interest earns interest in the next: months are taken back from the newest on. Refuses NOT_ALLOWED
 * `reverse_first` with the voucher that goes first.
 */
export async function requireNewestRun(db: Reader, entryId: string): Promise<void> {
  const run = await db.selectFrom('savings_interest_run').selectAll().where('entry_id', '=', entryId).executeTakeFirst()
  if (!run) return
  const later = await newestRun(db)
  if (!later || later.month <= run.month) return
  throw reverseFirst(later.entryId, later.voucher)
}

/** Entries that say nothing about a month's balances: its own interest, and runs that were taken back with what took them. */
export async function runsBesides(db: Reader, month: string): Promise<number[]> {
  const rows = await db
    .selectFrom('savings_interest_run as i')
    .innerJoin('journal_entry as e', 'e.id', 'i.entry_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .select(['e.seq', 'r.seq as reversedBy'])
    .where((eb) => eb.or([eb('r.seq', 'is not', null), eb('i.month', '>=', month)]))
    .execute()
  return rows.flatMap(({ seq, reversedBy }) => (reversedBy === null ? [seq] : [seq, reversedBy]))
}
