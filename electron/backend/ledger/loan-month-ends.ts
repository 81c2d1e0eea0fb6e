import { Refusal } from '../../../shared/errors.ts'
import { among } from '../db/among.ts'
import { question } from '../db/question.ts'
import type { JournalEntryTable, LoanMonthEndTable, Reader } from '../db/tables.ts'
import { voucherName } from './vouchers.ts'

/** Month ends that stand: their entry was not reversed and their request not undone. */
export function standingMonthEnds(db: Reader) {
  return db
    .selectFrom('loan_month_end as m')
    .leftJoin('journal_entry as e', 'e.id', 'm.entry_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'm.entry_id')
    .leftJoin('request_undo as u', 'u.request_id', 'm.request_id')
    .where('r.id', 'is', null)
    .where('u.request_id', 'is', null)
}

type MonthEnd = Pick<LoanMonthEndTable, 'request_id' | 'step' | 'month'>

/** Refuses NOT_ALLOWED `later_month_done` where a later month reckoned from what this one left. */
export async function requireNewestMonthEnd(db: Reader, { step, month }: Omit<MonthEnd, 'request_id'>): Promise<void> {
  const later = await standingMonthEnds(db)
    .select(['m.month', 'm.request_id as requestId', 'e.id as entryId', 'e.book', 'e.year', 'e.number'])
    .where('m.step', '=', step)
    .where('m.month', '>', month)
    .orderBy('m.month', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!later) return
  const { requestId, entryId, book, year, number } = later
  const voucher = book === null || year === null ? null : voucherName({ book, year, number: number ?? 0 })
  throw new Refusal('NOT_ALLOWED', 'later_month_done', { month: later.month, first: { requestId, entryId, voucher } })
}

/** The same, for a month end that is about to be taken back by its entry. */
export async function requireNewestMonthEndOf(db: Reader, { id }: Pick<JournalEntryTable, 'id'>): Promise<void> {
  const own = await ofEntry.first(db, id)
  if (own) await requireNewestMonthEnd(db, own)
}

const ofEntry = question((db, entryId: string) =>
  db.selectFrom('loan_month_end').select(['step', 'month']).where('entry_id', '=', entryId),
)

/** Takes back a month end that had nothing to change, by the request that made it; answers how many there were. */
export async function undoMonthEndWithoutEntry(db: Reader, requestId: string): Promise<number> {
  const own = await db
    .selectFrom('loan_month_end')
    .select(['step', 'month'])
    .where('request_id', '=', requestId)
    .where('entry_id', 'is', null)
    .executeTakeFirst()
  if (!own) return 0
  await requireNewestMonthEnd(db, own)
  return 1
}

/**
 * The newest day after `date` on which interest of one of these loans was booked, with that loan's number; a month end
 * that was taken back booked none.
 */
export async function interestBookedAfter(
  db: Reader,
  loanIds: readonly string[],
  date: string,
): Promise<{ number: string; date: string } | undefined> {
  return loanIds.length === 0 ? undefined : bookedAfter.first(db, JSON.stringify(loanIds), date)
}

const bookedAfter = question((db, loanIds: string, date: string) =>
  standingMonthEnds(db)
    .innerJoin('journal_line as l', 'l.seq', 'e.seq')
    .innerJoin('loan as o', 'o.id', 'l.loan_id')
    .select(['o.code as number', 'e.date'])
    .where('m.step', '=', 'interest')
    .where('e.date', '>', date)
    .where('l.loan_id', 'in', among(loanIds))
    .$narrowType<{ date: string }>()
    .orderBy('e.date', 'desc')
    .limit(1),
)
