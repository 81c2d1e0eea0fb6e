import { assert, invalidInput, Refusal } from '../../../shared/errors.ts'
import type { DraftLine, JournalDraft } from '../../../shared/rules/entries/draft.ts'
import { claimAccount } from '../../../shared/rules/entries/fund-line.ts'
import { allowanceAccount } from '../../../shared/rules/entries/loan-line.ts'
import { leaversAccount } from '../../../shared/rules/member-settlement.ts'
import { sen } from '../../../shared/rules/money.ts'
import type { JournalEntryTable, JournalLineTable, Reader } from '../db/tables.ts'
import type { Work } from '../work.ts'
import { requireNewestOfAssets } from './asset-cards.ts'
import { requireNothingPaidSince } from './borrowing-bounds.ts'
import { reopenAfterReversal, requireNobodyLeftSince } from './exits.ts'
import { requireNewestRun } from './interest-runs.ts'
import { requireNewestMonthEndOf } from './loan-month-ends.ts'
import { type Posted, post } from './post.ts'
import { reverseFirst } from './reverse-first.ts'
import { homeOfSavings } from './savings-moves.ts'
import { requireNoShareIsPaid } from './surplus-payments.ts'
import { followTerms, requireNewestOfTerms } from './term-bounds.ts'
import { takeBackGoods } from './trade-reversal.ts'
import { requireNewestTaxOfMonth, requireWithheldIsNotUsed } from './turnover-taxes.ts'
import { voucherName } from './vouchers.ts'

export interface ReversalRequest {
  readonly entryId: string
  readonly date: string
  readonly reason: string
}

/**
 * Writes the mirror image of an entry, linked to it and in the same voucher book. Refuses NOT_FOUND, ALREADY_REVERSED
 * (naming the reversal), NOT_ALLOWED for a reversal or a closing entry, INVALID_INPUT for a day before the entry, and
 * all that `post` refuses; where a later entry already used the money it names that entry.
 */
export async function reverse(work: Work, request: ReversalRequest): Promise<Posted> {
  const entry = await getReversible(work.tx, request.entryId)
  if (request.date < entry.date) throw invalidInput(['date'], 'date_before_entry', { date: entry.date })
  const lines = await linesOf(work.tx, entry)
  await requireNewestOfLoans(work.tx, entry.seq, lines)
  await requireNobodyLeftSince(work.tx, entry)
  await requireNewestRun(work.tx, entry.id)
  await requireNewestOfTerms(work.tx, entry.seq)
  await requireNewestOfAssets(work.tx, entry)
  await requireNothingPaidSince(work.tx, entry.id)
  await requireNewestTaxOfMonth(work.tx, entry.id)
  await requireWithheldIsNotUsed(work.tx, entry, lines)
  await requireNoShareIsPaid(work.tx, entry)
  await takeBackGoods(work, entry, lines, request.date)
  const homing = await homeOfSavings(work.tx, entry, lines)
  await requireNewestMonthEndOf(work.tx, entry)
  const mirror = await mirrorOf(work.tx, entry, request.date)
  const draft = { ...mirror, lines: [...mirror.lines, ...homing] }
  try {
    const posted = await post(work, draft, { reversesId: entry.id, reason: request.reason })
    await reopenAfterReversal(work.tx, entry.id)
    await followTerms(work.tx, entry.seq, posted.date)
    return posted
  } catch (error) {
    throw error instanceof Refusal ? await namingWhatUsedIt(work.tx, error, entry) : error
  }
}

/** Takes back an entry of a year's closing on its own day, as reopening the year does; nobody else may. */
export async function reverseClosing(
  work: Work,
  entryId: string,
  { reason, approvedBy }: { readonly reason: string; readonly approvedBy: string },
): Promise<Posted> {
  const entry = await work.tx.selectFrom('journal_entry').selectAll().where('id', '=', entryId).executeTakeFirst()
  assert(entry?.kind === 'closing', 'only the closing of a year is taken back this way')
  const draft = await mirrorOf(work.tx, entry, entry.date)
  return post(work, draft, { reversesId: entryId, reason, approvedBy })
}

async function mirrorOf(db: Reader, entry: JournalEntryTable, date: string): Promise<JournalDraft> {
  const { kind, book, unit } = entry
  const lines = await linesOf(db, entry)
  return { kind, book, date, description: `Pembatalan ${voucherName(entry)}`, unit, lines: lines.map(mirrored) }
}

function linesOf(db: Reader, { seq }: JournalEntryTable): Promise<JournalLineTable[]> {
  return db.selectFrom('journal_line').selectAll().where('seq', '=', seq).orderBy('line_no').execute()
}

async function getReversible(db: Reader, entryId: string): Promise<JournalEntryTable> {
  const entry = await db.selectFrom('journal_entry').selectAll().where('id', '=', entryId).executeTakeFirst()
  if (!entry) throw new Refusal('NOT_FOUND', 'entry', { entryId })
  if (entry.reverses_id) throw new Refusal('NOT_ALLOWED', 'entry_is_reversal', { voucher: voucherName(entry) })
  if (entry.kind === 'closing') throw new Refusal('NOT_ALLOWED', 'entry_is_closing', { voucher: voucherName(entry) })
  const reversal = await db
    .selectFrom('journal_entry')
    .select(['book', 'year', 'number'])
    .where('reverses_id', '=', entryId)
    .executeTakeFirst()
  if (reversal) {
    throw new Refusal('ALREADY_REVERSED', undefined, { voucher: voucherName(entry), by: voucherName(reversal) })
  }
  return entry
}

/**
 * What was paid on a loan was split by what stood of it then: its entries are reversed from the newest on. Refuses
 * NOT_ALLOWED `reverse_first` with the voucher that goes first.
 */
async function requireNewestOfLoans(db: Reader, seq: number, lines: readonly JournalLineTable[]): Promise<void> {
  for (const loanId of new Set(lines.map((line) => line.loan_id))) {
    if (loanId === null) continue
    const later = await db
      .selectFrom('journal_line as l')
      .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
      .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
      .leftJoin('loan_month_end as m', 'm.entry_id', 'e.id')
      .select(['e.id', 'e.book', 'e.year', 'e.number'])
      .where('l.loan_id', '=', loanId)
      // Interest is booked of all loans together, and the next month's end reckons anew from what stands then.
      .where('m.request_id', 'is', null)
      .where('l.seq', '>', seq)
      .where('e.reverses_id', 'is', null)
      .where('r.id', 'is', null)
      .orderBy('l.seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!later) continue
    throw reverseFirst(later.id, voucherName(later))
  }
}

function mirrored(line: JournalLineTable): DraftLine {
  return {
    account: line.account,
    debit: sen(line.credit),
    credit: sen(line.debit),
    unit: line.unit,
    memberId: line.member_id ?? undefined,
    savingsAccountId: line.savings_account_id ?? undefined,
    loanId: line.loan_id ?? undefined,
    partnerId: line.partner_id ?? undefined,
    itemId: line.item_id ?? undefined,
    fundId: line.fund_id ?? undefined,
    budgetLineId: line.budget_line_id ?? undefined,
    assetId: line.asset_id ?? undefined,
    borrowingId: line.borrowing_id ?? undefined,
    personId: line.person_id ?? undefined,
    cashFlowLine: line.cash_flow_line ?? undefined,
    memo: line.memo ?? undefined,
  }
}

/** Adds the newest entry that took from the same cash, savings account, card, allowance or fund, the one to reverse first. */
async function namingWhatUsedIt(db: Reader, refusal: Refusal, entry: JournalEntryTable): Promise<Refusal> {
  const takers = takersOf(db, refusal)
  const later = await takers
    ?.innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .select(['e.id', 'e.book', 'e.year', 'e.number'])
    .where('l.seq', '>', entry.seq)
    .where('e.reverses_id', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('journal_entry as r').select('r.seq').whereRef('r.reverses_id', '=', 'e.id'))),
    )
    .orderBy('l.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!later) return refusal
  const first = { entryId: later.id, voucher: voucherName(later) }
  return new Refusal(refusal.code, 'reverse_first', { ...refusal.data, voucher: first.voucher, first })
}

/** The lines that took from what a refusal says is too little; undefined where it says something else. */
function takersOf(db: Reader, { code, reason, data }: Refusal) {
  const using = db.selectFrom('journal_line as l')
  const { account, savingsAccountId, memberId, unit } = data
  if (code === 'CASH_BELOW_ZERO') return using.where('l.account', '=', String(account)).where('l.credit', '>', 0)
  if (reason === 'allowance_below_zero') {
    const own = using.where('l.account', '=', allowanceAccount).where('l.unit', '=', String(unit))
    return own.where('l.debit', '>', 0)
  }
  if (reason === 'borrowing_out_of_bounds' || reason === 'share_out_of_bounds') {
    const own = using.where('l.account', '=', String(account))
    return own.where('l.borrowing_id', '=', String(data.borrowingId)).where('l.debit', '>', 0)
  }
  if (reason === 'fund_below_zero') {
    const side = account === claimAccount ? 'l.credit' : 'l.debit'
    return using
      .where('l.account', '=', String(account))
      .where('l.fund_id', '=', String(data.fundId))
      .where(side, '>', 0)
  }
  if (reason === 'receivable_below_zero' || reason === 'owed_below_zero') {
    const own = using.where('l.account', '=', String(account))
    const [party, side] = [
      data.memberId === undefined ? ('l.partner_id' as const) : ('l.member_id' as const),
      reason === 'owed_below_zero' ? ('l.debit' as const) : ('l.credit' as const),
    ]
    return own.where(party, '=', String(memberId ?? data.partnerId)).where(side, '>', 0)
  }
  if (reason === 'goods_below_zero' || reason === 'value_without_goods') {
    const own = using.where('l.account', '=', String(account)).where('l.item_id', '=', String(data.itemId))
    return reason === 'goods_below_zero' ? own.where('l.credit', '>', 0) : own
  }
  if (code !== 'INSUFFICIENT_BALANCE') return undefined
  if (reason === 'leaver')
    return using.where('l.member_id', '=', String(memberId)).where('l.account', '=', leaversAccount)
  return using.where('l.savings_account_id', '=', String(savingsAccountId)).where('l.debit', '>', 0)
}
