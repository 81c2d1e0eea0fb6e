import type { JournalEntryTable, Reader } from '../db/tables.ts'
import { reverseFirst } from './reverse-first.ts'
import { voucherName } from './vouchers.ts'

/** A decision on a surplus stands while members were paid by it: refuses NOT_ALLOWED `reverse_first` with the newest payment. */
export async function requireNoShareIsPaid(db: Reader, { id }: Pick<JournalEntryTable, 'id'>): Promise<void> {
  const newest = await db
    .selectFrom('surplus_decision as d')
    .innerJoin('surplus_payment as p', 'p.year', 'd.year')
    .innerJoin('journal_entry as e', 'e.id', 'p.entry_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .select(['e.id', 'e.book', 'e.year', 'e.number'])
    .where('d.entry_id', '=', id)
    .where('r.id', 'is', null)
    .orderBy('e.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!newest) return
  throw reverseFirst(newest.id, voucherName(newest))
}
