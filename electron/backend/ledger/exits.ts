import { Refusal } from '../../../shared/errors.ts'
import type { MemberExitTable, Reader, Tx } from '../db/tables.ts'
import { voucherName } from './vouchers.ts'

/** Leavings that stand: their entry was not reversed and their request not undone. */
export function standingExits(db: Reader) {
  return db
    .selectFrom('member_exit as x')
    .innerJoin('member as m', 'm.id', 'x.member_id')
    .leftJoin('journal_entry as e', 'e.id', 'x.entry_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'x.entry_id')
    .leftJoin('request_undo as u', 'u.request_id', 'x.request_id')
    .where('r.id', 'is', null)
    .where('u.request_id', 'is', null)
}

/** From the day of her leaving on, a member and all her savings accounts that were still open are closed. */
export async function closeMember(tx: Tx, { id, member_id, date }: MemberExitTable): Promise<void> {
  const open = await tx
    .selectFrom('savings_account')
    .select('id')
    .where('member_id', '=', member_id)
    .where('active', '=', 1)
    .execute()
  for (const account of open) {
    await tx.insertInto('exit_account').values({ savings_account_id: account.id, exit_id: id }).execute()
  }
  await tx
    .updateTable('savings_account')
    .set({ active: 0, closed_on: date })
    .where('member_id', '=', member_id)
    .where('active', '=', 1)
    .execute()
  await tx.updateTable('member').set({ active: 0, left_on: date }).where('id', '=', member_id).execute()
}

/** The member and the accounts her leaving closed are as they were before it, where an entry was one's settlement. */
export async function reopenAfterReversal(tx: Tx, entryId: string): Promise<void> {
  const exit = await tx.selectFrom('member_exit').selectAll().where('entry_id', '=', entryId).executeTakeFirst()
  if (exit) await reopenMember(tx, exit)
}

/** Takes back a leaving that had nothing to settle, by the request that made it; answers how many there were. */
export async function undoExitWithoutEntry(tx: Tx, requestId: string): Promise<number> {
  const exit = await tx
    .selectFrom('member_exit')
    .selectAll()
    .where('request_id', '=', requestId)
    .where('entry_id', 'is', null)
    .executeTakeFirst()
  if (!exit) return 0
  await reopenMember(tx, exit)
  return 1
}

async function reopenMember(tx: Tx, { id, member_id }: MemberExitTable): Promise<void> {
  await tx
    .updateTable('savings_account')
    .set({ active: 1, closed_on: null })
    .where('id', 'in', (eb) => eb.selectFrom('exit_account').select('savings_account_id').where('exit_id', '=', id))
    .execute()
  await tx.updateTable('member').set({ active: 1, left_on: null }).where('id', '=', member_id).execute()
}

/**
 * What stood on a member's cards was settled when she left: entries on them are reversed only after her leaving was.
 * Refuses NOT_ALLOWED `member_left_since` with the settlement that goes first.
 */
export async function requireNobodyLeftSince(db: Reader, { id, seq }: { id: string; seq: number }): Promise<void> {
  const left = await standingExits(db)
    .innerJoin('request as q', 'q.id', 'x.request_id')
    .select(['m.code', 'e.id', 'e.book', 'e.year', 'e.number', 'x.request_id as requestId'])
    .where('q.last_seq', '>=', seq)
    .where((eb) => eb.or([eb('x.entry_id', 'is', null), eb('x.entry_id', '<>', id)]))
    .where('x.member_id', 'in', (eb) =>
      eb
        .selectFrom('journal_line as l')
        .innerJoin('account as a', 'a.code', 'l.account')
        .leftJoin('loan_agreement as g', 'g.loan_id', 'l.loan_id')
        .select((line) => line.fn.coalesce('l.member_id', 'g.member_id').as('member_id'))
        .where('l.seq', '=', seq)
        .where('a.subledger', 'in', ['savings', 'loan', 'member']),
    )
    .orderBy('q.last_seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!left) return
  const { code: number, requestId, book, year, number: voucherNumber } = left
  const voucher = book === null || year === null ? null : voucherName({ book, year, number: voucherNumber ?? 0 })
  const first = left.id === null ? { requestId } : { requestId, entryId: left.id, voucher }
  throw new Refusal('NOT_ALLOWED', 'member_left_since', { number, first })
}
