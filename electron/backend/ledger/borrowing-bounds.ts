import { Refusal } from '../../../shared/errors.ts'
import {
  interestAccountOf,
  participationAccount,
  participationShareAccount,
} from '../../../shared/rules/entries/borrowing.ts'
import { question } from '../db/question.ts'
import type { JournalLineTable, Reader } from '../db/tables.ts'
import { reverseFirst } from './reverse-first.ts'
import { voucherName } from './vouchers.ts'

/**
 * For every path: a borrowing stands on its own account, and what is owed of it is never less than nothing or more than
 * was agreed, at the end of the day of `rows` and of any later day; nor is less than nothing owed of the part modal
 * penyertaan got of a surplus. Refuses NOT_ALLOWED `borrowing_not_its_own`, and `borrowing_out_of_bounds` and
 * `share_out_of_bounds` with what can still be paid and the day.
 */
export async function requireBorrowingsInBounds(
  db: Reader,
  date: string,
  rows: readonly JournalLineTable[],
): Promise<void> {
  const tagged = Map.groupBy(
    rows.filter((row) => row.borrowing_id !== null),
    (row) => row.borrowing_id ?? '',
  )
  for (const [borrowingId, own] of tagged) {
    const terms = await termsOf.first(db, borrowingId)
    if (!terms) continue
    const { account, principal, number } = terms
    const foreign = own.find((row) => row.account !== account && row.account !== interestAccountOf(account))
    if (foreign) throw new Refusal('NOT_ALLOWED', 'borrowing_not_its_own', { number, account: foreign.account })
    await requireInBounds(db, date, own, { number, borrowingId, account, atMost: principal })
    if (account !== participationAccount) continue
    const share = { number, borrowingId, account: participationShareAccount, atMost: Number.POSITIVE_INFINITY }
    await requireInBounds(db, date, own, share)
  }
}

interface Bounds {
  readonly number: string
  readonly borrowingId: string
  readonly account: string
  readonly atMost: number
}

async function requireInBounds(
  db: Reader,
  date: string,
  rows: readonly JournalLineTable[],
  { number, borrowingId, account, atMost }: Bounds,
): Promise<void> {
  const change = rows
    .filter((row) => row.account === account)
    .reduce((sum, { debit, credit }) => sum + credit - debit, 0)
  const before = (await owedUntil.first(db, borrowingId, account, date))?.owed ?? 0
  let owed = before + change
  for (const { day, moved } of [{ day: date, moved: 0 }, ...(await movedAfter.all(db, borrowingId, account, date))]) {
    owed += moved
    if (owed >= 0 && owed <= atMost) continue
    const reason = account === participationShareAccount ? 'share_out_of_bounds' : 'borrowing_out_of_bounds'
    const available = Math.max(0, owed - change)
    throw new Refusal('NOT_ALLOWED', reason, { number, borrowingId, account, available, day })
  }
}

/**
 * That money came is taken back after all that was paid for it, interest alone included. Refuses NOT_ALLOWED `reverse_first`
 * with the voucher that goes first.
 */
export async function requireNothingPaidSince(db: Reader, entryId: string): Promise<void> {
  const later = await db
    .selectFrom('borrowing_terms as t')
    .innerJoin('journal_line as l', 'l.borrowing_id', 't.borrowing_id')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .select(['e.id', 'e.book', 'e.year', 'e.number'])
    .where('t.entry_id', '=', entryId)
    .where('e.id', '<>', entryId)
    .where('e.reverses_id', 'is', null)
    .where('r.id', 'is', null)
    .orderBy('e.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!later) return
  throw reverseFirst(later.id, voucherName(later))
}

const termsOf = question((db, borrowingId: string) =>
  db
    .selectFrom('borrowing_terms as t')
    .innerJoin('borrowing as b', 'b.id', 't.borrowing_id')
    .select(['t.account', 't.principal', 'b.code as number'])
    .where('t.borrowing_id', '=', borrowingId),
)

const owedUntil = question((db, borrowingId: string, account: string, date: string) =>
  db
    .selectFrom('journal_line')
    .select((eb) => eb.fn.sum<number | null>(eb('credit', '-', eb.ref('debit'))).as('owed'))
    .where('borrowing_id', '=', borrowingId)
    .where('account', '=', account)
    .where('entry_date', '<=', date),
)

const movedAfter = question((db, borrowingId: string, account: string, date: string) =>
  db
    .selectFrom('journal_line')
    .select('entry_date as day')
    .select((eb) => eb.fn.sum<number>(eb('credit', '-', eb.ref('debit'))).as('moved'))
    .where('borrowing_id', '=', borrowingId)
    .where('account', '=', account)
    .where('entry_date', '>', date)
    .groupBy('entry_date')
    .orderBy('entry_date'),
)
