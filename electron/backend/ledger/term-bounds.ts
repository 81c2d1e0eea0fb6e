import { sql } from 'kysely'
import { Refusal } from '../../../shared/errors.ts'
import { question } from '../db/question.ts'
import type { JournalLineTable, Reader, Tx } from '../db/tables.ts'
import type { LedgerAccount } from './accounts.ts'
import { reverseFirst } from './reverse-first.ts'
import { voucherName } from './vouchers.ts'

/**
 * A term deposit is placed whole and paid back whole, for every path: what it holds after `rows` is its agreed amount or
 * nothing. Refuses NOT_ALLOWED `term_not_whole`.
 */
export async function requireWholeTerms(
  db: Reader,
  rows: readonly JournalLineTable[],
  accounts: ReadonlyMap<string, LedgerAccount>,
): Promise<void> {
  const moved = new Map<string, number>()
  for (const { savings_account_id: id, account, debit, credit } of rows) {
    if (id === null || accounts.get(account)?.subledger !== 'savings') continue
    moved.set(id, (moved.get(id) ?? 0) + credit - debit)
  }
  if (moved.size === 0) return
  for (const { id, number, amount, held } of await termsAmong.all(db, JSON.stringify([...moved.keys()]))) {
    const holds = (held ?? 0) + (moved.get(id) ?? 0)
    if (holds === 0 || holds === amount) continue
    throw new Refusal('NOT_ALLOWED', 'term_not_whole', { number, amount })
  }
}

const termsAmong = question((db, ids: string) =>
  db
    .selectFrom('savings_term as t')
    .innerJoin('savings_account as s', 's.id', 't.savings_account_id')
    .select(['s.id', 's.code as number', 't.amount'])
    .select((eb) =>
      eb
        .selectFrom('balance_subledger as b')
        .select(sql<number | null>`sum(b.credit - b.debit)`.as('held'))
        .where('b.subledger', '=', 'savings')
        .whereRef('b.reference', '=', 's.id')
        .as('held'),
    )
    .where('t.savings_account_id', 'in', sql<string>`(SELECT value FROM json_each(${ids}))`),
)

/**
 * What a term deposit pays was reckoned from what it was paid before: entries that name one are reversed from the newest
 * on. Refuses NOT_ALLOWED `reverse_first` with the voucher that goes first.
 */
export async function requireNewestOfTerms(db: Reader, seq: number): Promise<void> {
  const later = await db
    .selectFrom('journal_line as l')
    .innerJoin('savings_term as t', 't.savings_account_id', 'l.savings_account_id')
    // A cross join keeps its order in SQLite: from the certificates an entry names to their later lines.
    .crossJoin('journal_line as x')
    .innerJoin('journal_entry as e', 'e.seq', 'x.seq')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .select(['e.id', 'e.book', 'e.year', 'e.number'])
    .where('l.seq', '=', seq)
    .whereRef('x.savings_account_id', '=', 'l.savings_account_id')
    .where('x.seq', '>', seq)
    .where('e.reverses_id', 'is', null)
    .where('r.id', 'is', null)
    // What moves a whole product to another account of the chart changes nothing of what was agreed.
    .where('e.procedure', '<>', 'savings.reclassify')
    .orderBy('x.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!later) return
  throw reverseFirst(later.id, voucherName(later))
}

/** After a reversal a certificate whose placing was taken back is closed, and one whose payout was is open again. */
export async function followTerms(tx: Tx, seq: number, date: string): Promise<void> {
  const named = await tx
    .selectFrom('journal_line as l')
    .innerJoin('savings_term as t', 't.savings_account_id', 'l.savings_account_id')
    .innerJoin('account as a', (join) => join.onRef('a.code', '=', 'l.account').on('a.subledger', '=', 'savings'))
    .innerJoin('savings_account as s', 's.id', 't.savings_account_id')
    .leftJoin('balance_subledger as b', (join) =>
      join.onRef('b.reference', '=', 's.id').on('b.subledger', '=', 'savings'),
    )
    .select((eb) => ['s.id', 's.active', eb.fn.sum<number | null>(eb('b.credit', '-', eb.ref('b.debit'))).as('held')])
    .where('l.seq', '=', seq)
    .groupBy(['s.id', 's.active', 'l.line_no'])
    .execute()
  for (const { id, active, held } of named) {
    const isHeld = (held ?? 0) > 0
    if (isHeld === (active === 1)) continue
    await setOpen(tx, id, isHeld ? null : date)
  }
}

/** Opens a certificate, or closes it on a day. */
export async function setOpen(tx: Tx, savingsAccountId: string, closedOn: string | null): Promise<void> {
  await tx
    .updateTable('savings_account')
    .set({ active: closedOn === null ? 1 : 0, closed_on: closedOn })
    .where('id', '=', savingsAccountId)
    .execute()
}
