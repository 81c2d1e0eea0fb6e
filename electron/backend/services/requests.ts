import type { Answers, Inputs } from '../../../shared/contract/index.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { Reader } from '../db/tables.ts'
import type { Posted } from '../ledger/post.ts'
import { reverse } from '../ledger/reverse.ts'
import { voucherName } from '../ledger/vouchers.ts'
import type { Work } from '../work.ts'

/**
 * Takes back all that one request did: reverses its entries, the newest first, and removes the members and savings
 * accounts it made while nothing else stands on them. All of it or nothing.
 */
export async function undoRequest(work: Work, input: Inputs['requests']['undo']): Promise<Answers['requests']['undo']> {
  const { requestId: undoneBy, undoes, date, reason } = input
  await requireNotUndone(work.tx, undoes)
  const standing = await standingEntries(work.tx, undoes)
  const entries: Posted[] = []
  for (const { id } of standing) entries.push(await reverse(work, { entryId: id, date, reason }))
  const removed = (await removeAccounts(work, undoes)) + (await removeMembers(work, undoes))
  if (entries.length + removed === 0) throw new Refusal('NOT_ALLOWED', 'nothing_to_undo')
  await work.tx.insertInto('request_undo').values({ request_id: undoes, undone_by: undoneBy }).execute()
  return { entries, removed }
}

async function requireNotUndone(db: Reader, undoes: string): Promise<void> {
  const request = await db.selectFrom('request').select('id').where('id', '=', undoes).executeTakeFirst()
  if (!request) throw new Refusal('NOT_FOUND', 'request', { undoes })
  const undo = await db.selectFrom('request_undo').selectAll().where('request_id', '=', undoes).executeTakeFirst()
  if (undo) throw new Refusal('ALREADY_DONE', 'undone', { undoneBy: undo.undone_by })
}

/**
 * The entries of a request, newest first. Refuses ALREADY_DONE where each of them was reversed one by one, and
 * ALREADY_REVERSED where some were: what is left is then reversed the same way.
 */
async function standingEntries(db: Reader, requestId: string) {
  const entries = await db
    .selectFrom('journal_entry as e')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .select(['e.id', 'e.book', 'e.year', 'e.number'])
    .select(['r.id as reversalId', 'r.book as rBook', 'r.year as rYear', 'r.number as rNumber'])
    .where('e.request_id', '=', requestId)
    .orderBy('e.seq', 'desc')
    .execute()
  const reversed = entries.filter((entry) => entry.reversalId !== null)
  if (reversed.length > 0 && reversed.length === entries.length) throw new Refusal('ALREADY_DONE', 'undone')
  const [first] = reversed
  if (first) {
    const by = voucherName({ book: first.rBook ?? '', year: first.rYear ?? 0, number: first.rNumber ?? 0 })
    throw new Refusal('ALREADY_REVERSED', undefined, { voucher: voucherName(first), by })
  }
  return entries
}

/** Accounts no money ever went through; the others stay, with their history. */
async function removeAccounts({ tx }: Work, requestId: string): Promise<number> {
  const result = await tx
    .deleteFrom('savings_account')
    .where('request_id', '=', requestId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('journal_line')
            .select('journal_line.seq')
            .whereRef('journal_line.savings_account_id', '=', 'savings_account.id'),
        ),
      ),
    )
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** Members the request entered. Refuses NOT_ALLOWED where anything stands on one of them: an import goes whole or not. */
async function removeMembers({ tx }: Work, requestId: string): Promise<number> {
  const made = tx.selectFrom('member').where('request_id', '=', requestId)
  const inUse = await made
    .select(['id', 'code'])
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('active', '=', 0),
        eb('left_on', 'is not', null),
        exists(selectFrom('savings_account as s').select('s.id').whereRef('s.member_id', '=', 'member.id')),
        exists(selectFrom('journal_line as l').select('l.seq').whereRef('l.member_id', '=', 'member.id')),
      ]),
    )
    .orderBy('sort')
    .execute()
  const [first] = inUse
  if (first) {
    throw new Refusal('NOT_ALLOWED', 'member_in_use', { memberId: first.id, number: first.code, count: inUse.length })
  }
  await tx.deleteFrom('member_former_number').where('member_id', 'in', made.select('id')).execute()
  const result = await tx.deleteFrom('member').where('request_id', '=', requestId).executeTakeFirst()
  return Number(result.numDeletedRows)
}
