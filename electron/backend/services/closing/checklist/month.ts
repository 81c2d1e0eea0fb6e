import { addMonthsToMonth, lastDayOfMonth, monthOf } from '../../../../../shared/calendar.ts'
import type { Reader } from '../../../db/tables.ts'
import { lastAct } from '../../../ledger/periods.ts'
import type { Reading } from '../../../work.ts'
import { newestLock, openMonthsBefore } from '../../periods.ts'
import { cashSteps } from './cash-steps.ts'
import { hasEnded, standingChecks } from './checks.ts'
import { runSteps } from './run-steps.ts'
import { type Checklist, isLeft, type Step, step } from './step.ts'

/** Steps that post into the month: once it is locked they were missed. */
const postsIntoMonth: ReadonlySet<string> = new Set([
  'cash_count',
  'loan_interest',
  'loan_allowance',
  'savings_interest',
  'depreciation',
])

/** The oldest month with entries that is over and not locked; else the one that ended last, today's on its last day. */
export async function monthThatWaits({ db, today }: Reading): Promise<string> {
  const month = monthOf(today)
  const next = lastDayOfMonth(month) === today ? addMonthsToMonth(month, 1) : month
  const [oldest] = await openMonthsBefore(db, next)
  return oldest ?? addMonthsToMonth(next, -1)
}

/** What the end of a month asks for, in the order it is done, each step derived from the book. */
export async function monthChecklist(reading: Reading, month: string): Promise<Checklist> {
  const { db, today } = reading
  const lastDay = lastDayOfMonth(month)
  const isOver = await hasEnded(db, today, lastDay)
  const lock = await lockStep(db, month)
  const isClosed = lock.state === 'done'
  const found = [
    await earlierStep(db, month),
    ...(await cashSteps(db, month)),
    ...(await runSteps(reading, month, lastDay)),
    await adjustmentsStep(db, month, 'adjustments'),
    lock,
  ]
  const isYearClosed = (await lastAct(db, month.slice(0, 4)))?.act === 'close'
  const steps = found.map((one) => timely(one, { isOver, isClosed, isYearClosed }))
  return { period: month, isOver, isClosed, steps, left: steps.filter(isLeft).length }
}

interface Passed extends Pick<Checklist, 'isOver' | 'isClosed'> {
  readonly isYearClosed: boolean
}

function timely(one: Step, { isOver, isClosed, isYearClosed }: Passed): Step {
  if (one.state !== 'open') return one
  if (isYearClosed || (isClosed && postsIntoMonth.has(one.key))) return { ...one, state: 'missed' }
  return isOver || one.key === 'earlier_months' ? one : { ...one, state: 'not_yet' }
}

async function earlierStep(db: Reader, month: string): Promise<Step> {
  const open = await openMonthsBefore(db, month)
  const [oldest] = open
  if (oldest) return step('earlier_months', 'open', { count: open.length, period: oldest })
  const earlier = await db.selectFrom('balance_month').select('month').where('month', '<', month).executeTakeFirst()
  return earlier
    ? step('earlier_months', 'done', await newestLock(db, { before: month }))
    : step('earlier_months', 'not_needed')
}

/** Somebody looked for what still had to be adjusted: the one thing of a month no entry can tell. */
export async function adjustmentsStep(
  db: Reader,
  period: string,
  key: 'adjustments' | 'year_adjustments',
): Promise<Step> {
  const check = (await standingChecks(db, period)).find(({ step: what }) => what === 'adjustments')
  if (!check) return step(key, 'open')
  const { at, made_by: by, note, request_id: requestId } = check
  return step(key, 'done', { at, by, note, requestId })
}

async function lockStep(db: Reader, month: string): Promise<Step> {
  const act = await lastAct(db, month)
  const year = await lastAct(db, month.slice(0, 4))
  const closing = act?.act === 'lock' ? act : year?.act === 'close' ? year : undefined
  return closing ? step('lock', 'done', { at: closing.at, by: closing.made_by }) : step('lock', 'open')
}
