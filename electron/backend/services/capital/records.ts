import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/errors.ts'
import {
  type BorrowingInstalment,
  type BorrowingPaid,
  currentPartOf,
  unpaidOfBorrowing,
} from '../../../../shared/rules/borrowing-payment.ts'
import {
  interestAccountOf,
  participationAccount,
  participationShareAccount,
} from '../../../../shared/rules/entries/borrowing.ts'
import type { BorrowingTermsTable, Reader } from '../../db/tables.ts'
import { voucherName } from '../../ledger/vouchers.ts'
import type { Reading } from '../../work.ts'

type Inputs = AllInputs['capital']
type Borrowing = Answers['capital']['borrowings']['rows'][number]
type Move = Answers['capital']['borrowing']['rows'][number]

export interface BorrowingRecord extends BorrowingTermsTable {
  readonly number: string
}

function borrowingRows(db: Reader) {
  return db
    .selectFrom('borrowing as b')
    .innerJoin('borrowing_terms as t', 't.borrowing_id', 'b.id')
    .selectAll('t')
    .select('b.code as number')
}

/** Refuses NOT_FOUND for an id that is no borrowing's. */
export async function borrowingNamed(db: Reader, borrowingId: string): Promise<BorrowingRecord> {
  const row = await borrowingRows(db).where('t.borrowing_id', '=', borrowingId).executeTakeFirst()
  if (!row) throw new Refusal('NOT_FOUND', 'borrowing', { borrowingId })
  return row
}

/** The instalments as they were agreed. */
export async function scheduleOf(db: Reader, borrowingId: string): Promise<BorrowingInstalment[]> {
  return db
    .selectFrom('borrowing_instalment')
    .select(['n', 'due_on as dueOn', 'principal', 'interest'])
    .where('borrowing_id', '=', borrowingId)
    .orderBy('n')
    .execute()
}

/** What is owed at the end of a day, and what was paid until then, sen. */
export interface BorrowingStanding extends BorrowingPaid {
  readonly owed: number
  /** What modal penyertaan got of surpluses and was not paid yet. */
  readonly shareLeft: number
}

/** Read from the lines that name it. Taken back, it was never lent: then nothing is owed and nothing was paid. */
export async function standingOf(db: Reader, record: BorrowingRecord, asOf: string): Promise<BorrowingStanding> {
  const { borrowing_id, account, principal } = record
  const rows = await db
    .selectFrom('journal_line')
    .select('account')
    .select((eb) => eb.fn.sum<number>(eb('credit', '-', eb.ref('debit'))).as('net'))
    .where('borrowing_id', '=', borrowing_id)
    .where('entry_date', '<=', asOf)
    .groupBy('account')
    .execute()
  const on = (code: string) => rows.find((row) => row.account === code)?.net ?? 0
  const owed = on(account)
  if (account === participationAccount) {
    const shareLeft = on(participationShareAccount)
    return { owed, principal: principal - owed, interest: await sharePaid(db, borrowing_id, asOf), shareLeft }
  }
  return { owed, principal: principal - owed, interest: 0 - on(interestAccountOf(account)), shareLeft: 0 }
}

/** What was paid of its parts of surpluses until the end of a day, sen: what a decision gave and took back is no payment. */
async function sharePaid(db: Reader, borrowingId: string, asOf: string): Promise<number> {
  const rows = await db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .select(['l.debit', 'l.credit', 'e.reverses_id as reversesId'])
    .where('l.borrowing_id', '=', borrowingId)
    .where('l.account', '=', participationShareAccount)
    .where('l.entry_date', '<=', asOf)
    .execute()
  return rows.filter(isSharePayment).reduce((sum, { debit, credit }) => sum + debit - credit, 0)
}

interface ShareLine {
  readonly debit: number
  readonly reversesId: string | null
}

/** Money that went out, or what took that back. */
function isSharePayment({ debit, reversesId }: ShareLine): boolean {
  return debit > 0 === (reversesId === null)
}

/** All of them in the order of their numbers. */
export async function listBorrowings(
  { db, today }: Reading,
  input: NonNullable<Inputs['borrowings']> = {},
): Promise<Answers['capital']['borrowings']> {
  const { asOf = today, openOnly } = input
  const records = await borrowingRows(db).where('t.starts_on', '<=', asOf).orderBy('b.code').execute()
  const all: Borrowing[] = []
  for (const record of records) all.push(await answerOf(db, record, asOf))
  const rows = all.filter(({ owed, shareLeft }) => !openOnly || owed > 0 || shareLeft > 0)
  const sum = (part: 'owed' | 'currentPart' | 'shareLeft') => rows.reduce((total, row) => total + row[part], 0)
  return { rows, owed: sum('owed'), currentPart: sum('currentPart'), shareLeft: sum('shareLeft') }
}

export async function getBorrowing(
  { db, today }: Reading,
  input: Inputs['borrowing'],
): Promise<Answers['capital']['borrowing']> {
  const record = await borrowingNamed(db, input.borrowingId)
  const answer = await answerOf(db, record, input.asOf ?? today)
  const rows = await movesOf(db, record, input.asOf ?? today)
  return { ...answer, schedule: await scheduleOf(db, record.borrowing_id), rows }
}

/** Every voucher that names it, in the order in which they were posted. */
async function movesOf(
  db: Reader,
  { borrowing_id, account, entry_id }: BorrowingRecord,
  asOf: string,
): Promise<Move[]> {
  const lines = await db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .select(['l.seq', 'l.account', 'e.id as entryId', 'e.date', 'e.description', 'e.book', 'e.year', 'e.number'])
    .select(['l.debit', 'l.credit', 'e.reverses_id as reversesId'])
    .where('l.borrowing_id', '=', borrowing_id)
    .where('l.entry_date', '<=', asOf)
    .orderBy('l.seq')
    .orderBy('l.line_no')
    .execute()
  const interestAccount = interestAccountOf(account)
  let owed = 0
  return [...Map.groupBy(lines, ({ seq }) => seq).values()].map((own): Move => {
    const [{ entryId = '', date = '', description = '', book = '', year = 0, number = 0 } = {}] = own
    const on = (code: string) =>
      own.filter((line) => line.account === code).reduce((net, { debit, credit }) => net + debit - credit, 0)
    // The voucher that lent it, and the one that took that back, are no payments.
    const isLending = own.some((line) => line.entryId === entry_id || line.reversesId === entry_id)
    const received = isLending ? 0 - on(account) : 0
    const principal = isLending ? 0 : on(account)
    owed += received - principal
    const given = own.filter((line) => line.account === participationShareAccount && !isSharePayment(line))
    const share = given.reduce((sum, { debit, credit }) => sum + credit - debit, 0)
    const interest = on(interestAccount) + share
    const voucher = voucherName({ book, year, number })
    return { entryId, voucher, date, description, received, principal, interest, share, owed }
  })
}

async function answerOf(db: Reader, record: BorrowingRecord, asOf: string): Promise<Borrowing> {
  const { owed, shareLeft, ...paid } = await standingOf(db, record, asOf)
  const unpaid = owed === 0 ? [] : unpaidOfBorrowing(await scheduleOf(db, record.borrowing_id), paid)
  const overdue = unpaid.filter(({ dueOn }) => dueOn < asOf)
  return {
    ...{ borrowingId: record.borrowing_id, number: record.number, lender: record.lender, memberId: record.member_id },
    ...{ kind: record.account, agreementNumber: record.agreement_number, principal: record.principal },
    ...{ ratePctPerYear: record.rate_pct, method: record.method, months: record.months, startsOn: record.starts_on },
    ...{ everyMonths: record.every_months, gracePrincipalMonths: record.grace_principal_months },
    ...{ graceAllMonths: record.grace_all_months },
    ...{ covenant: record.covenant, collateral: record.collateral, entryId: record.entry_id, owed },
    currentPart: currentPartOf(unpaid, owed, asOf),
    overdue: overdue.reduce((sum, { principal, interest }) => sum + principal + interest, 0),
    interestPaid: paid.interest,
    shareLeft,
    nextDue: unpaid[0] ?? null,
  }
}
