import { addDays, yearOf } from '../../../shared/calendar.ts'
import { invalidInput } from '../../../shared/errors.ts'
import {
  assertBalanced,
  type DraftLine,
  type JournalDraft,
  type VoucherBook,
} from '../../../shared/rules/entries/draft.ts'
import { insertion, question } from '../db/question.ts'
import type { JournalEntryTable, JournalLineTable, Reader } from '../db/tables.ts'
import type { Work } from '../work.ts'
import { requireAccounts, requireReferences, requireWithinBound } from './accounts.ts'
import { requireAllowance } from './allowance-bounds.ts'
import { requireNothingBelowZero } from './below-zero.ts'
import { requireBorrowingsInBounds } from './borrowing-bounds.ts'
import { requireCardsInBounds } from './card-bounds.ts'
import { chainStart, entryHash, headerColumns, lineColumns } from './chain.ts'
import { requireFundsInBounds } from './fund-bounds.ts'
import { withFundCash } from './fund-cash.ts'
import { newestEntry } from './head.ts'
import { requireNoNetClearing, withUnitClearing } from './inter-unit.ts'
import { requireLoansInBounds } from './loan-bounds.ts'
import { withLoanFunds } from './loan-funds.ts'
import { requireOpenPeriod } from './periods.ts'
import { requireGoodsInBounds } from './stock-bounds.ts'
import { newestMove } from './stock-chain.ts'
import { requireWholeTerms } from './term-bounds.ts'
import { termsHashes } from './terms-seal.ts'
import { lastNumber, voucherName } from './vouchers.ts'

/** What a posted entry answers to whoever asked for it. */
export interface Posted {
  readonly entryId: string
  readonly voucher: string
  readonly date: string
  readonly hash: string
  readonly warnings: string[]
}

interface PostOptions {
  /** Where something is written before its entry and names it. */
  readonly entryId?: string | undefined
  readonly reversesId?: string
  readonly reason?: string
  readonly approvedBy?: string
  /** Takes savings from an account of the chart that their product leaves. */
  readonly movesSavings?: boolean
}

/** How far ahead an entry may be dated: days after the later of today and the newest entry. */
export const daysAheadMax = 400

/**
 * Writes one balanced entry; the only function that writes entries. Lines go first: the header's trigger then checks
 * their sum again, and the database refuses lines without a header at the end of the transaction.
 *
 * Refuses INVALID_INPUT (date, account or reference), PERIOD_CLOSED, CASH_BELOW_ZERO and INSUFFICIENT_BALANCE.
 * An unbalanced draft is a bug.
 */
export async function post(work: Work, draft: JournalDraft, options: PostOptions = {}): Promise<Posted> {
  assertBalanced(draft)
  await requireDateInReach(work.tx, work.today, draft.date)
  await requireOpenPeriod(work.tx, draft.date, draft.kind)
  requireNoNetClearing(draft)
  const isReversal = options.reversesId !== undefined
  const ofLoans = await withLoanFunds(work.tx, withUnitClearing(draft))
  const drafted = draft.kind === 'ordinary' && !isReversal ? withFundCash(ofLoans) : ofLoans
  const closedToo = isReversal || draft.kind === 'closing'
  const formerToo = closedToo || options.movesSavings === true
  const accounts = await requireAccounts(work.tx, drafted, { closedToo })
  const lines = await requireReferences(work.tx, drafted, accounts, { closedToo, formerToo })
  requireWithinBound(lines, accounts)
  const unsealed = await nextHeader(work, draft, options)
  const rows = lines.map((line, index) => toRow(unsealed, line, index + 1))
  const warnings = await requireNothingBelowZero(work.tx, draft.date, rows, accounts)
  await requireLoansInBounds(work.tx, draft.date, rows, accounts)
  await requireBorrowingsInBounds(work.tx, draft.date, rows)
  await requireFundsInBounds(work.tx, draft.date, rows, { kind: draft.kind, isReversal })
  await requireGoodsInBounds(work.tx, draft.date, rows, accounts, { isReversal })
  await requireAllowance(work.tx, draft.date, rows)
  await requireCardsInBounds(work.tx, draft.date, rows, accounts, unsealed.id)
  await requireWholeTerms(work.tx, rows, accounts)
  await writeLine(work.tx, ...rows)
  const header = { ...unsealed, terms_hash: await sealOf(work.tx, unsealed, options) }
  const hash = entryHash(header, rows)
  await writeEntry(work.tx, { ...header, hash })
  const doubts = [...datedAhead(work, header.date), ...warnings]
  return { entryId: header.id, voucher: voucherName(header), date: header.date, hash, warnings: doubts }
}

/**
 * Refuses a date before the cooperative was founded or out of reach of today and the newest entry (a wrong clock), at the
 * place of the input it was read from.
 */
export async function requireDateInReach(
  db: Reader,
  today: string,
  date: string,
  field: string | readonly string[] = 'date',
): Promise<void> {
  const path = [field].flat()
  const foundedOn = (await founding.first(db))?.founded_on
  if (foundedOn && date < foundedOn) throw invalidInput(path, 'date_before_founding', { foundedOn, date })
  if (date <= today || date <= addDays(today, daysAheadMax)) return
  const latest = addDays(await newestDate(db), daysAheadMax)
  if (date > latest) throw invalidInput(path, 'date_too_far_ahead', { date })
}

const founding = question((db) => db.selectFrom('cooperative').select('founded_on'))

/** The warning `date_in_future` for what is recorded on a day that is not here yet; a screen asks before it saves. */
export function datedAhead({ today }: Pick<Work, 'today'>, date: string): string[] {
  return date > today ? ['date_in_future'] : []
}

/** Day of the newest entry by date; the first day there is while the book is empty. */
export async function newestDate(db: Reader): Promise<string> {
  const newest = await db.selectFrom('journal_entry').select('date').orderBy('date', 'desc').limit(1).executeTakeFirst()
  return newest?.date ?? '1900-01-01'
}

/** Day of the oldest entry by date, on which the book begins; undefined while it is empty. */
export async function oldestDate(db: Reader): Promise<string | undefined> {
  return (await db.selectFrom('journal_entry').select('date').orderBy('date').limit(1).executeTakeFirst())?.date
}

const writeLine = insertion('journal_line', ['seq', 'entry_id', 'entry_date', ...lineColumns])
const writeEntry = insertion('journal_entry', [...headerColumns, 'hash_version', 'prev_hash', 'hash'])

type Header = Omit<JournalEntryTable, 'hash'>

/** Only what is written before its entry can name it: then its id was given. */
async function sealOf(tx: Reader, { id, seq }: Header, { entryId }: PostOptions): Promise<string | null> {
  const hashes = await termsHashes(tx, { ids: entryId === undefined ? [] : [id], after: seq - 1, upTo: seq })
  return hashes.get(id) ?? null
}

async function nextHeader(work: Work, draft: JournalDraft, options: PostOptions): Promise<Header> {
  const year = yearOf(draft.date)
  const before = await entryBefore.first(work.tx, draft.book, year)
  return {
    seq: (before?.seq ?? 0) + 1,
    id: options.entryId ?? work.newId(),
    kind: draft.kind,
    book: draft.book,
    year,
    number: (before?.number ?? 0) + 1,
    date: draft.date,
    description: draft.description,
    unit: draft.unit,
    procedure: work.procedure,
    request_id: work.requestId,
    reverses_id: options.reversesId ?? null,
    reason: options.reason ?? null,
    created_at: work.now,
    created_by: work.actor.id,
    approved_by: options.approvedBy ?? null,
    terms_hash: null,
    stock_hash: before?.stockHash ?? null,
    hash_version: 1,
    prev_hash: before?.hash ?? chainStart,
  }
}

/** What an entry follows, asked at once: the newest entry, the last number of its voucher book and the newest move of goods. */
const entryBefore = question((db, book: VoucherBook, year: number) =>
  db.selectNoFrom([
    newestEntry(db).select('seq').as('seq'),
    newestEntry(db).select('hash').as('hash'),
    lastNumber(db, book, year).as('number'),
    newestMove(db).select('hash').as('stockHash'),
  ]),
)

function toRow(header: Header, line: DraftLine, lineNo: number): JournalLineTable {
  return {
    seq: header.seq,
    line_no: lineNo,
    entry_id: header.id,
    entry_date: header.date,
    account: line.account,
    debit: line.debit,
    credit: line.credit,
    unit: line.unit ?? header.unit,
    member_id: line.memberId ?? null,
    savings_account_id: line.savingsAccountId ?? null,
    loan_id: line.loanId ?? null,
    partner_id: line.partnerId ?? null,
    item_id: line.itemId ?? null,
    fund_id: line.fundId ?? null,
    budget_line_id: line.budgetLineId ?? null,
    asset_id: line.assetId ?? null,
    borrowing_id: line.borrowingId ?? null,
    person_id: line.personId ?? null,
    cash_flow_line: line.cashFlowLine ?? null,
    memo: line.memo ?? null,
  }
}
