import { prepaidTaxAccount } from '../../../shared/rules/entries/trade-line.ts'
import type { JournalEntryTable, JournalLineTable, Reader } from '../db/tables.ts'
import { reverseFirst } from './reverse-first.ts'
import { voucherName } from './vouchers.ts'

/**
 * What is posted of a month's tax after the first is a difference to it: the entries of a month are taken back from the
 * newest on. Refuses NOT_ALLOWED `reverse_first` with the voucher that goes first.
 */
export async function requireNewestTaxOfMonth(db: Reader, entryId: string): Promise<void> {
  const newest = await db
    .selectFrom('turnover_tax as own')
    .innerJoin('turnover_tax as t', 't.month', 'own.month')
    .innerJoin('journal_entry as e', 'e.id', 't.entry_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .select(['e.id', 'e.book', 'e.year', 'e.number'])
    .where('own.entry_id', '=', entryId)
    .where('r.id', 'is', null)
    .orderBy('e.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!newest || newest.id === entryId) return
  throw reverseFirst(newest.id, voucherName(newest))
}

/**
 * What an entry of a month's tax gave back of what others withheld, a later month may have taken off since: that month's tax
 * goes first. Refuses NOT_ALLOWED `reverse_first` with its voucher.
 */
export async function requireWithheldIsNotUsed(
  db: Reader,
  entry: Pick<JournalEntryTable, 'id' | 'seq'>,
  lines: readonly JournalLineTable[],
): Promise<void> {
  const gaveBack = lines.some(({ account, debit }) => account === prepaidTaxAccount && debit > 0)
  if (!gaveBack) return
  const later = await db
    .selectFrom('turnover_tax as own')
    .innerJoin('turnover_tax as t', (join) => join.onRef('t.month', '<>', 'own.month'))
    .innerJoin('journal_entry as e', 'e.id', 't.entry_id')
    .innerJoin('journal_line as l', 'l.seq', 'e.seq')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .select(['e.id', 'e.book', 'e.year', 'e.number'])
    .where('own.entry_id', '=', entry.id)
    .where('e.seq', '>', entry.seq)
    .where('l.account', '=', prepaidTaxAccount)
    .where('l.credit', '>', 0)
    .where('r.id', 'is', null)
    .orderBy('e.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!later) return
  throw reverseFirst(later.id, voucherName(later))
}
