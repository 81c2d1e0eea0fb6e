import type { Answers, Inputs } from '../../../shared/contract/index.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { Reader, RequestTable, Tx } from '../db/tables.ts'
import { undoExitWithoutEntry } from '../ledger/exits.ts'
import { undoMonthEndWithoutEntry } from '../ledger/loan-month-ends.ts'
import type { Posted } from '../ledger/post.ts'
import { reverse } from '../ledger/reverse.ts'
import { takeBackSlips } from '../ledger/trade-reversal.ts'
import { voucherName } from '../ledger/vouchers.ts'
import type { Work } from '../work.ts'
import { removeAttachmentsOf } from './attachments/attachments.ts'
import { checksOf } from './closing/checklist/checks.ts'
import { withdrawWaivers } from './loans/waivers.ts'
import { undoMemberImport } from './members/import.ts'
import { printingsOf } from './savings/passbook.ts'

/**
 * Takes back all that one request did: reverses its entries, the newest first, removes the members and savings accounts
 * it made while nothing else stands on them, brings a member back who left without money, lets a month's end be done
 * again that had nothing to change, and takes away what it attached. All of it or nothing.
 */
export async function undoRequest(work: Work, input: Inputs['requests']['undo']): Promise<Answers['requests']['undo']> {
  const { requestId: undoneBy, undoes, date, reason } = input
  const request = await getRequest(work.tx, undoes)
  const standing = await standingEntries(work.tx, request)
  const entries: Posted[] = []
  for (const { id } of standing) entries.push(await reverse(work, { entryId: id, date, reason }))
  const reopened = await undoExitWithoutEntry(work.tx, undoes)
  const unmade = await undoMonthEndWithoutEntry(work.tx, undoes)
  const forgotten =
    (await lettersOf(work.tx, undoes)) + (await printingsOf(work.tx, undoes)) + (await checksOf(work.tx, undoes))
  const withdrawn = (await withdrawWaivers(work, undoes, date)) + (await takeBackSlips(work, undoes, date))
  const accounts = await removeAccounts(work, undoes)
  const members = await undoMemberImport(work, undoes)
  const attached = await removeAttachmentsOf(work, undoes, reason)
  const removed = forgotten + unmade + reopened + withdrawn + accounts + members + attached
  if (entries.length + removed === 0) throw new Refusal('NOT_ALLOWED', 'nothing_to_undo')
  await work.tx.insertInto('request_undo').values({ request_id: undoes, undone_by: undoneBy }).execute()
  return { entries, removed }
}

type Request = Pick<RequestTable, 'id' | 'last_seq'>

/** Refuses NOT_FOUND for a request that was never answered and ALREADY_DONE for one that was undone. */
async function getRequest(db: Reader, id: string): Promise<Request> {
  const request = await db.selectFrom('request').select(['id', 'last_seq']).where('id', '=', id).executeTakeFirst()
  if (!request) throw new Refusal('NOT_FOUND', 'request', { undoes: id })
  const undo = await db.selectFrom('request_undo').selectAll().where('request_id', '=', id).executeTakeFirst()
  if (undo) throw new Refusal('ALREADY_DONE', 'undone', { undoneBy: undo.undone_by })
  return request
}

/**
 * The entries of a request, newest first: they were posted together and end with its last. Refuses ALREADY_DONE where
 * each of them was reversed one by one, and ALREADY_REVERSED where some were: what is left is then reversed the same way.
 */
async function standingEntries(db: Reader, { id, last_seq }: Request) {
  const before = await db
    .selectFrom('journal_entry')
    .select('seq')
    .where('seq', '<=', last_seq)
    .where((eb) => eb.or([eb('request_id', 'is', null), eb('request_id', '<>', id)]))
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const entries = await db
    .selectFrom('journal_entry as e')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .select(['e.id', 'e.book', 'e.year', 'e.number'])
    .select(['r.id as reversalId', 'r.book as rBook', 'r.year as rYear', 'r.number as rNumber'])
    .where('e.seq', '>', before?.seq ?? 0)
    .where('e.seq', '<=', last_seq)
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

/** Letters that were noted by a request: once it is undone they were never sent. */
async function lettersOf(db: Reader, requestId: string): Promise<number> {
  const rows = await db.selectFrom('loan_reminder').select('letter').where('request_id', '=', requestId).execute()
  return rows.length
}

/** Accounts no money ever went through and no leaving closed; the others stay, with their history. */
async function removeAccounts({ tx }: Work, requestId: string): Promise<number> {
  await removeTerms(tx, requestId)
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
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('exit_account')
            .select('exit_account.exit_id')
            .whereRef('exit_account.savings_account_id', '=', 'savings_account.id'),
        ),
      ),
    )
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** What was agreed for term deposits that no money came into. */
async function removeTerms(tx: Tx, requestId: string): Promise<void> {
  await tx
    .deleteFrom('savings_term')
    .where('savings_account_id', 'in', (eb) =>
      eb.selectFrom('savings_account as s').select('s.id').where('s.request_id', '=', requestId),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('journal_line as l')
            .select('l.seq')
            .whereRef('l.savings_account_id', '=', 'savings_term.savings_account_id'),
        ),
      ),
    )
    .execute()
}
