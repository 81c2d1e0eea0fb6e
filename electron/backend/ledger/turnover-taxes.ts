import { Refusal } from '../../../shared/errors.ts'
import type { Reader } from '../db/tables.ts'
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
  const first = { entryId: newest.id, voucher: voucherName(newest) }
  throw new Refusal('NOT_ALLOWED', 'reverse_first', { voucher: first.voucher, first })
}
