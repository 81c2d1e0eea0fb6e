import type { Expression, ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import { isDate } from '../../../shared/calendar.ts'
import type { Inputs as AllInputs } from '../../../shared/contract/index.ts'
import type { EntryAnswer } from '../../../shared/contract/journal.ts'
import { invalidInput, Refusal } from '../../../shared/errors.ts'
import { journalEntry } from '../../../shared/rules/entries/journal.ts'
import { entryAmount } from '../../../shared/rules/entry-amount.ts'
import { sumSen } from '../../../shared/rules/money.ts'
import type { JournalEntryTable, Reader, Tables } from '../db/tables.ts'
import { type Posted, post } from '../ledger/post.ts'
import { reverse } from '../ledger/reverse.ts'
import { voucherName } from '../ledger/vouchers.ts'
import type { Reading, Work } from '../work.ts'

type Inputs = AllInputs['journal']

export async function postJournal(work: Work, input: Inputs['post']): Promise<Posted> {
  return post(work, journalEntry(input))
}

export async function reverseEntry(work: Work, input: Inputs['reverse']): Promise<Posted> {
  return reverse(work, input)
}

type Header = Pick<
  JournalEntryTable,
  | 'id'
  | 'seq'
  | 'kind'
  | 'book'
  | 'year'
  | 'number'
  | 'date'
  | 'description'
  | 'unit'
  | 'procedure'
  | 'hash'
  | 'reverses_id'
>

/** One entry with its lines, by id or voucher name; refuses NOT_FOUND. */
export async function getEntry({ db }: Reading, input: Inputs['get']): Promise<EntryAnswer> {
  const entry = await ('entryId' in input ? findById(db, input.entryId) : findByVoucher(db, input.voucher))
  if (!entry) throw new Refusal('NOT_FOUND', 'entry', input)
  const [summary] = await summarised(db, [entry])
  const lines = await linesOf(db, entry.seq)
  if (!summary) throw new Refusal('NOT_FOUND', 'entry', input)
  return {
    ...summary,
    reason: entry.reason,
    createdAt: entry.created_at,
    createdBy: entry.created_by,
    approvedBy: entry.approved_by,
    prevHash: entry.prev_hash,
    lines,
  }
}

async function findById(db: Reader, id: string): Promise<JournalEntryTable | undefined> {
  return db.selectFrom('journal_entry').selectAll().where('id', '=', id).executeTakeFirst()
}

async function findByVoucher(db: Reader, voucher: string): Promise<JournalEntryTable | undefined> {
  const match = /^([A-Z]{2,3})-(\d{4})-(\d+)$/.exec(voucher.toUpperCase())
  if (!match) return undefined
  return db
    .selectFrom('journal_entry')
    .selectAll()
    .where('book', '=', match[1] as JournalEntryTable['book'])
    .where('year', '=', Number(match[2]))
    .where('number', '=', Number(match[3]))
    .executeTakeFirst()
}

async function linesOf(db: Reader, seq: number): Promise<EntryAnswer['lines']> {
  const rows = await db
    .selectFrom('journal_line as l')
    .innerJoin('account as a', 'a.code', 'l.account')
    .leftJoin('savings_account as s', 's.id', 'l.savings_account_id')
    .leftJoin('member as m', (join) => join.on((eb) => eb('m.id', '=', eb.fn.coalesce('l.member_id', 's.member_id'))))
    .selectAll('l')
    .select(['a.name_id', 'm.name as member_name'])
    .where('l.seq', '=', seq)
    .orderBy('l.line_no')
    .execute()
  return rows.map((row) => ({
    account: row.account,
    name: row.name_id,
    debit: row.debit,
    credit: row.credit,
    unit: row.unit,
    memberId: row.member_id,
    memberName: row.member_name,
    savingsAccountId: row.savings_account_id,
    loanId: row.loan_id,
    partnerId: row.partner_id,
    itemId: row.item_id,
    fundId: row.fund_id,
    budgetLineId: row.budget_line_id,
    assetId: row.asset_id,
    borrowingId: row.borrowing_id,
    personId: row.person_id,
    cashFlowLine: row.cash_flow_line,
    memo: row.memo,
  }))
}

const pageSize = 100

/** Entries in order of day and posting, a page at a time; the cursor is the day and number of the last row. */
export async function listEntries({ db }: Reading, input: Inputs['list']) {
  const { limit = pageSize, order = 'oldest' } = input
  const [direction, beyond] = order === 'newest' ? (['desc', '<'] as const) : (['asc', '>'] as const)
  const after = input.cursor === undefined ? undefined : readCursor(input.cursor)
  let query = db.selectFrom('journal_entry as e').selectAll('e')
  if (input.from !== undefined) query = query.where('e.date', '>=', input.from)
  if (input.to !== undefined) query = query.where('e.date', '<=', input.to)
  if (input.text) query = query.where(matchingText(input.text))
  if (input.account !== undefined || input.memberId !== undefined) query = query.where(touching(input))
  if (after) {
    query = query.where((eb) => eb(eb.refTuple('e.date', 'e.seq'), beyond, eb.tuple(after.date, after.seq)))
  }
  const found = await query
    .orderBy('e.date', direction)
    .orderBy('e.seq', direction)
    .limit(limit + 1)
    .execute()
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  return { rows: await summarised(db, rows), nextCursor: last ? `${last.date} ${last.seq}` : null }
}

type EntryTables = Tables & { e: JournalEntryTable }
type Condition = (eb: ExpressionBuilder<EntryTables, 'e'>) => ExpressionWrapper<EntryTables, 'e', SqlBool>

/** Every word somewhere in the description or the voucher's name; no character of it is a wildcard. */
function matchingText(text: string): Condition {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return (eb) => {
    const voucher = eb.fn<string>('printf', [eb.val('%s-%d-%04d'), 'e.book', 'e.year', 'e.number'])
    const description = eb.fn<string>('lower', ['e.description'])
    const occurs = (word: string, where: Expression<string>) =>
      eb(eb.fn<number>('instr', [where, eb.val(word)]), '>', 0)
    const inVoucher = (word: string) => occurs(word, eb.fn<string>('lower', [voucher]))
    return eb.and(words.map((word) => eb.or([occurs(word, description), inVoucher(word)])))
  }
}

/** Entries with a line on an account, or of a member or one of the member's savings accounts. */
function touching({ account, memberId }: Inputs['list']): Condition {
  return (eb) => {
    let lines = eb.selectFrom('journal_line as l').select('l.seq').whereRef('l.seq', '=', 'e.seq')
    if (account !== undefined) lines = lines.where('l.account', '=', account)
    if (memberId !== undefined) {
      lines = lines.where((line) =>
        line.or([
          line('l.member_id', '=', memberId),
          line(
            'l.savings_account_id',
            'in',
            line.selectFrom('savings_account as s').select('s.id').where('s.member_id', '=', memberId),
          ),
        ]),
      )
    }
    return eb.exists(lines)
  }
}

function readCursor(cursor: string): { date: string; seq: number } {
  const [date = '', seq = ''] = cursor.split(' ')
  if (!isDate(date) || !/^\d{1,15}$/.test(seq)) throw invalidInput(['cursor'], 'not_a_cursor')
  return { date, seq: Number(seq) }
}

/** Entries as lists show them: with voucher name, sum of one side and what it is about in sen, and what reverses what. */
async function summarised(db: Reader, entries: readonly Header[]) {
  if (entries.length === 0) return []
  const sides = await db
    .selectFrom('journal_line')
    .select(['seq', 'account', (eb) => eb.fn.sum<number>('debit').as('debit')])
    .select((eb) => eb.fn.sum<number>('credit').as('credit'))
    .select((eb) => eb.or([eb('item_id', 'is not', null), eb('asset_id', 'is not', null)]).as('isOfThings'))
    .where(
      'seq',
      'in',
      entries.map((entry) => entry.seq),
    )
    .groupBy(['seq', 'account', 'isOfThings'])
    .execute()
  const sidesOf = Map.groupBy(
    sides.map((side) => ({ ...side, isOfThings: Boolean(side.isOfThings) })),
    ({ seq }) => seq,
  )
  const { reversedBy, reversed } = await reversalsOf(db, entries)
  return entries.map((entry) => ({
    entryId: entry.id,
    seq: entry.seq,
    voucher: voucherName(entry),
    kind: entry.kind,
    date: entry.date,
    description: entry.description,
    unit: entry.unit,
    procedure: entry.procedure,
    hash: entry.hash,
    total: sumSen((sidesOf.get(entry.seq) ?? []).map(({ debit }) => debit)),
    amount: entryAmount(sidesOf.get(entry.seq) ?? []),
    reverses: entry.reverses_id === null ? null : (reversed.get(entry.reverses_id) ?? null),
    reversedBy: reversedBy.get(entry.id) ?? null,
  }))
}

interface Linked {
  readonly entryId: string
  readonly voucher: string
}

async function reversalsOf(db: Reader, entries: readonly Header[]) {
  const named = ['id', 'book', 'year', 'number', 'reverses_id'] as const
  const own = entries.map((entry) => entry.id)
  const reversals = await db.selectFrom('journal_entry').select(named).where('reverses_id', 'in', own).execute()
  const originalIds = entries.flatMap((entry) => (entry.reverses_id === null ? [] : [entry.reverses_id]))
  const originals =
    originalIds.length === 0
      ? []
      : await db.selectFrom('journal_entry').select(named).where('id', 'in', originalIds).execute()
  const linked = (row: { id: string; book: string; year: number; number: number }): Linked => ({
    entryId: row.id,
    voucher: voucherName(row),
  })
  return {
    reversedBy: new Map(reversals.map((row) => [row.reverses_id ?? '', linked(row)])),
    reversed: new Map(originals.map((row) => [row.id, linked(row)])),
  }
}
