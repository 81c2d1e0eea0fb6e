import { lastDayOfMonth } from '../../../../shared/calendar.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import type { JournalDraft } from '../../../../shared/rules/entries/draft.ts'
import type { LoanMonthEndTable, Reader } from '../../db/tables.ts'
import { requireNewestMonthEnd, standingMonthEnds } from '../../ledger/loan-month-ends.ts'
import { requireOpenPeriod } from '../../ledger/periods.ts'
import { newestDate, type Posted, post, requireDateInReach } from '../../ledger/post.ts'
import { voucherName } from '../../ledger/vouchers.ts'
import type { Work } from '../../work.ts'

type Step = Pick<LoanMonthEndTable, 'step' | 'month'>

/**
 * The last day of a month whose step can be done now. Refuses INVALID_INPUT `month_not_ended`, PERIOD_CLOSED,
 * ALREADY_DONE, and NOT_ALLOWED `later_month_done`. A month is over when today or the newest entry says so: the clock
 * alone is not trusted.
 */
export async function requireMonthEnd(work: Work, { step, month }: Step): Promise<string> {
  const date = lastDayOfMonth(month)
  await requireDateInReach(work.tx, work.today, date, 'month')
  if (date > work.today && date > (await newestDate(work.tx))) {
    throw invalidInput(['month'], 'month_not_ended', { month, date })
  }
  await requireOpenPeriod(work.tx, date)
  const done = await findDoneStep(work.tx, { step, month })
  if (done) throw new Refusal('ALREADY_DONE', 'month_end_done', { month, undoes: done.requestId })
  await requireNewestMonthEnd(work.tx, { step, month })
  return date
}

/** Which request did a step of a month, by which preset, and its voucher where there was anything to write. */
export async function findDoneStep(db: Reader, { step, month }: Step) {
  const done = await standingMonthEnds(db)
    .select(['m.request_id as requestId', 'm.preset', 'e.id as entryId', 'e.book', 'e.year', 'e.number'])
    .where('m.step', '=', step)
    .where('m.month', '=', month)
    .executeTakeFirst()
  if (!done) return undefined
  const { requestId, preset, entryId, book, year, number } = done
  const voucher = book === null || year === null ? null : voucherName({ book, year, number: number ?? 0 })
  return { requestId, preset, entryId, voucher }
}

/** What a posting answers, or that there was nothing to post. */
type MaybePosted = Posted | { entryId: null; voucher: null; date: string; hash: null; warnings: string[] }

/** Writes that the step is done, what else is kept of it, and its entry where there is anything to change. */
export async function keepMonthEnd(
  work: Work,
  monthEnd: Omit<LoanMonthEndTable, 'entry_id'>,
  draft: JournalDraft,
  keepRest: () => Promise<void> = async () => {},
): Promise<MaybePosted> {
  const entryId = draft.lines.length === 0 ? null : work.newId()
  await work.tx
    .insertInto('loan_month_end')
    .values({ ...monthEnd, entry_id: entryId })
    .execute()
  await keepRest()
  if (entryId !== null) return post(work, draft, { entryId })
  return { entryId: null, voucher: null, date: draft.date, hash: null, warnings: [] }
}
