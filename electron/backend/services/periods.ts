import { addMonthsToMonth, monthOf, monthsBetween } from '../../../shared/calendar.ts'
import type { Answers, Inputs } from '../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../shared/errors.ts'
import type { Reader } from '../db/tables.ts'
import { lastAct, recordPeriodAct } from '../ledger/periods.ts'
import type { Reading, Work } from '../work.ts'

type PeriodRow = Answers['periods']['lockMonth']

/** A cooperative's paper books rarely reach further back; the list stays readable. */
const monthsMax = 600

/** The months from the first entry (or the founding) to the current one, newest first. */
export async function listPeriods(
  { db, today }: Reading,
  input: Inputs['periods']['list'],
): Promise<{ rows: PeriodRow[] }> {
  const { first, last } = await reachOf(db, today)
  const count = Math.min(monthsBetween(first, last), monthsMax)
  const months = Array.from({ length: count + 1 }, (_, back) => addMonthsToMonth(last, -back))
  const shown = input?.year === undefined ? months : months.filter((month) => month.startsWith(`${input.year}-`))
  const entries = await entriesByMonth(db)
  const acts = await newestActs(db)
  return { rows: shown.map((month) => periodRow(month, entries.get(month) ?? 0, acts.get(month))) }
}

/**
 * Months before `month` that have entries and are neither locked nor part of a closed year, oldest first; the kept
 * balances know which have any.
 */
export async function openMonthsBefore(db: Reader, month: string): Promise<string[]> {
  const kept = await db
    .selectFrom('balance_month')
    .select('month')
    .distinct()
    .where('month', '<', month)
    .orderBy('month')
    .execute()
  const acts = await newestActs(db)
  const isShut = (open: string) => acts.get(open)?.act === 'lock' || acts.get(open.slice(0, 4))?.act === 'close'
  return kept.map((row) => row.month).filter((open) => !isShut(open))
}

interface LockedSpan {
  /** Months before this one. */
  readonly before: string
  /** From this one on. */
  readonly from?: string
}

/** When and by whom the last of some months was locked, or the year it lies in closed; nulls where none is. */
export async function newestLock(
  db: Reader,
  { before, from = '' }: LockedSpan,
): Promise<{ readonly at: string | null; readonly by: string | null }> {
  const acts = [...(await newestActs(db)).values()].filter(({ period, act }) => {
    const first = act === 'close' ? `${period}-01` : period
    return (act === 'lock' || act === 'close') && first >= from && first < before
  })
  const newest = acts.sort((a, b) => b.seq - a.seq)[0]
  return { at: newest?.at ?? null, by: newest?.made_by ?? null }
}

async function reachOf(db: Reader, today: string): Promise<{ first: string; last: string }> {
  const span = await db
    .selectFrom('journal_entry')
    .select((eb) => [eb.fn.min('date').as('first'), eb.fn.max('date').as('last')])
    .executeTakeFirst()
  const founded = (await db.selectFrom('cooperative').select('founded_on').executeTakeFirst())?.founded_on
  const thisMonth = monthOf(today)
  const first = monthOf(span?.first ?? founded ?? today)
  const last = span?.last ? monthOf(span.last) : thisMonth
  return { first: first < thisMonth ? first : thisMonth, last: last > thisMonth ? last : thisMonth }
}

async function entriesByMonth(db: Reader, only?: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('journal_entry')
    .where('date', '>=', `${only ?? '1900-01'}-01`)
    .where('date', '<=', `${only ?? '2999-12'}-31`)
    .select((eb) => [
      eb.fn<string>('substr', ['date', eb.val(1), eb.val(7)]).as('month'),
      eb.fn.countAll<number>().as('entries'),
    ])
    .groupBy('month')
    .execute()
  return new Map(rows.map((row) => [row.month, row.entries]))
}

type Act = NonNullable<Awaited<ReturnType<typeof lastAct>>>

async function newestActs(db: Reader): Promise<Map<string, Act>> {
  const rows = await db.selectFrom('period_act').selectAll().orderBy('seq').execute()
  return new Map(rows.map((row) => [row.period, row]))
}

function periodRow(month: string, entries: number, act: Act | undefined): PeriodRow {
  return {
    month,
    state: act?.act === 'lock' ? 'locked' : 'open',
    entries,
    at: act?.at ?? null,
    by: act?.made_by ?? null,
    reason: act?.reason ?? null,
  }
}

/** Locks a month; refuses ALREADY_DONE when it is locked, INVALID_INPUT for a month that has not begun. */
export async function lockMonth(work: Work, input: Inputs['periods']['lockMonth']): Promise<PeriodRow> {
  const { last } = await reachOf(work.tx, work.today)
  if (input.month > last) throw invalidInput(['month'], 'month_not_begun', { month: input.month })
  if ((await lastAct(work.tx, input.month))?.act === 'lock') {
    throw new Refusal('ALREADY_DONE', 'month_locked', { month: input.month })
  }
  await recordPeriodAct(work, input.month, 'lock', input.reason || null)
  return changedPeriod(work, input.month)
}

/** Unlocks a month, with a reason that is kept; a month of a closed year stays locked (PERIOD_CLOSED). */
export async function unlockMonth(work: Work, input: Inputs['periods']['unlockMonth']): Promise<PeriodRow> {
  if (!input.reason) throw invalidInput(['reason'], 'reason_required')
  const year = input.month.slice(0, 4)
  if ((await lastAct(work.tx, year))?.act === 'close') throw new Refusal('PERIOD_CLOSED', 'year', { period: year })
  if ((await lastAct(work.tx, input.month))?.act !== 'lock') {
    throw new Refusal('ALREADY_DONE', 'month_open', { month: input.month })
  }
  await recordPeriodAct(work, input.month, 'unlock', input.reason)
  return changedPeriod(work, input.month)
}

async function changedPeriod(work: Work, month: string): Promise<PeriodRow> {
  const entries = await entriesByMonth(work.tx, month)
  return periodRow(month, entries.get(month) ?? 0, await lastAct(work.tx, month))
}
