import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import type { PassbookRow } from '../../../../shared/contract/passbook.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { firstPlace, nextPlaces, type PassbookPlace } from '../../../../shared/rules/passbook.ts'
import type { EntryKind, Reader } from '../../db/tables.ts'
import { voucherName } from '../../ledger/vouchers.ts'
import type { Reading, Work } from '../../work.ts'

type Inputs = AllInputs['savings']
type Passbook = Answers['savings']['passbook']
type Printed = Answers['savings']['passbookPrinted']

/** What is still to be printed into a member's passbook, line by line. */
export async function passbook({ db }: Reading, input: Inputs['passbook']): Promise<Passbook> {
  const { last_seq: _last, seqs: _seqs, isRenewed: _isRenewed, ...book } = await readPassbook(db, input)
  return book
}

type Asked = Pick<Inputs['passbook'], 'savingsAccountId' | 'startAt'>

async function readPassbook(db: Reader, { savingsAccountId, startAt }: Asked) {
  const account = await getAccount(db, savingsAccountId)
  const { last_seq, isRenewed, ...printed } = await lastPrinting(db, savingsAccountId)
  const movements = await movementsOf(db, savingsAccountId)
  const lines = linesAfter(movements, last_seq, isRenewed)
  const { linesPerPage } = account
  if (startAt && startAt.line > linesPerPage)
    throw invalidInput(['startAt', 'line'], 'too_large', { most: linesPerPage })
  const last = startAt ? { page: startAt.page, line: startAt.line - 1 } : printed
  const places = nextPlaces(last, lines.length, linesPerPage)
  const rows = lines.map(({ seq: _seq, ...line }, index) => ({ ...(places[index] ?? last), ...line }))
  const seqs = lines.map(({ seq }) => seq)
  return { ...account, printed, rows, balance: movements.at(-1)?.balance ?? 0, last_seq, seqs, isRenewed }
}

/** Refuses NOT_FOUND. */
async function getAccount(db: Reader, savingsAccountId: string) {
  const row = await db
    .selectFrom('savings_account as s')
    .innerJoin('savings_product as p', 'p.id', 's.product')
    .innerJoin('member as m', 'm.id', 's.member_id')
    .select(['s.id as savingsAccountId', 's.code as number', 'm.code as memberNumber', 'm.name as memberName'])
    .select(['p.name_id as productName', 'p.passbook_lines as linesPerPage'])
    .where('s.id', '=', savingsAccountId)
    .executeTakeFirst()
  if (!row) throw new Refusal('NOT_FOUND', 'savings_account', { savingsAccountId })
  return row
}

interface Printing extends PassbookPlace {
  readonly last_seq: number
  /** A new book that nothing was printed into yet. */
  readonly isRenewed: boolean
}

/** The newest printing that was not undone. */
async function lastPrinting(db: Reader, savingsAccountId: string): Promise<Printing> {
  const row = await db
    .selectFrom('savings_passbook as b')
    .leftJoin('request_undo as u', 'u.request_id', 'b.request_id')
    .select(['b.last_seq', 'b.page', 'b.line'])
    .where('b.savings_account_id', '=', savingsAccountId)
    .where('u.request_id', 'is', null)
    .orderBy('b.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...row, isRenewed: row.line === 0 } : { ...firstPlace, last_seq: 0, isRenewed: false }
}

type Line = Omit<PassbookRow, 'page' | 'line'> & { readonly seq: number }

/** Every movement in the order it was recorded: what stands in a book already cannot be moved apart. */
async function movementsOf(db: Reader, savingsAccountId: string): Promise<Line[]> {
  const rows = await db
    .selectFrom('journal_line as l')
    .innerJoin('account as a', (join) => join.onRef('a.code', '=', 'l.account').on('a.subledger', '=', 'savings'))
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .select(['e.seq', 'e.id', 'e.kind', 'e.date', 'e.book', 'e.year', 'e.number', 'e.procedure', 'e.reverses_id'])
    .select('e.created_by')
    .select((eb) => eb.fn.sum<number>(eb('l.credit', '-', eb.ref('l.debit'))).as('moved'))
    .where('l.savings_account_id', '=', savingsAccountId)
    .groupBy('e.seq')
    .having((eb) => eb(eb.fn.sum('l.credit'), '<>', eb.fn.sum('l.debit')))
    .orderBy('e.seq')
    .execute()
  let balance = 0
  return rows.map((row) => {
    balance += row.moved
    const amounts = { deposit: Math.max(row.moved, 0), withdrawal: Math.max(-row.moved, 0), balance }
    const { seq, id: entryId, date, created_by: officer } = row
    return { seq, entryId, date, voucher: voucherName(row), code: codeOf(row), ...amounts, officer }
  })
}

interface Coded {
  readonly kind: EntryKind
  readonly procedure: string
  readonly reverses_id: string | null
  readonly moved: number
}

function codeOf({ kind, procedure, reverses_id, moved }: Coded): PassbookRow['code'] {
  if (reverses_id !== null) return 'correction'
  if (kind === 'opening') return 'opening'
  if (procedure === 'savings.accrueInterest') return 'interest'
  return moved > 0 ? 'deposit' : 'withdrawal'
}

/** What is not printed yet; a new book begins with the balance that the old one ended with. */
function linesAfter(movements: readonly Line[], printed: number, isRenewed: boolean): Line[] {
  const left = movements.filter(({ seq }) => seq > printed)
  const last = isRenewed ? movements.findLast(({ seq }) => seq <= printed) : undefined
  if (!last) return left
  return [{ ...last, entryId: null, voucher: null, code: 'carried', deposit: 0, withdrawal: 0 }, ...left]
}

/** Notes how far a passbook was printed. Refuses INVALID_INPUT for more lines than there are. */
export async function passbookPrinted(work: Work, input: Inputs['passbookPrinted']): Promise<Printed> {
  const { rows, seqs } = await readPassbook(work.tx, input)
  const last = rows[input.lines - 1]
  if (!last) throw invalidInput(['lines'], 'more_than_unprinted', { count: rows.length })
  const { page, line } = last
  await note(work, input, { page, line, last_seq: seqs[input.lines - 1] ?? 0 })
  return { page, line, left: rows.length - input.lines }
}

/** Begins a new passbook. Refuses NOT_ALLOWED where nothing was printed into an old one. */
export async function passbookRenewed(work: Work, input: Inputs['passbookRenewed']): Promise<Printed> {
  const { last_seq, rows, isRenewed, number } = await readPassbook(work.tx, input)
  if (last_seq === 0 || isRenewed) throw new Refusal('NOT_ALLOWED', 'passbook_empty', { number })
  await note(work, input, { ...firstPlace, last_seq })
  return { ...firstPlace, left: rows.length + 1 }
}

interface Noted extends PassbookPlace {
  readonly last_seq: number
}

async function note({ tx, now }: Work, { requestId, savingsAccountId }: Inputs['passbookRenewed'], place: Noted) {
  const newest = await tx
    .selectFrom('savings_passbook')
    .select((eb) => eb.fn.max<number | null>('number').as('number'))
    .where('savings_account_id', '=', savingsAccountId)
    .executeTakeFirst()
  const number = (newest?.number ?? 0) + 1
  const row = { savings_account_id: savingsAccountId, number, ...place, at: now, request_id: requestId }
  await tx.insertInto('savings_passbook').values(row).execute()
}

/** How many printings a request noted that are not undone yet. */
export async function printingsOf(db: Reader, requestId: string): Promise<number> {
  const rows = await db.selectFrom('savings_passbook').select('number').where('request_id', '=', requestId).execute()
  return rows.length
}
