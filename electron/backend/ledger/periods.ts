import { monthOf, yearOf } from '../../../shared/calendar.ts'
import { Refusal } from '../../../shared/errors.ts'
import { question } from '../db/question.ts'
import type { EntryKind, PeriodActTable, Reader } from '../db/tables.ts'
import type { Work } from '../work.ts'
import { head } from './head.ts'

type Act = PeriodActTable['act']

/** The newest act on a month (`2026-01`) or year (`2026`); a period nobody touched is open. */
export async function lastAct(db: Reader, period: string): Promise<PeriodActTable | undefined> {
  return db
    .selectFrom('period_act')
    .selectAll()
    .where('period', '=', period)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Refuses PERIOD_CLOSED for a year that is closed: what was decided about it stays as it was. */
export async function requireOpenYear(db: Reader, year: number): Promise<void> {
  const period = String(year)
  if ((await lastAct(db, period))?.act === 'close') throw new Refusal('PERIOD_CLOSED', 'year', { period })
}

/** Refuses PERIOD_CLOSED when the date's month is locked or its year closed; a locked month still takes its year's closing. */
export async function requireOpenPeriod(db: Reader, date: string, kind: EntryKind = 'ordinary'): Promise<void> {
  const month = monthOf(date)
  const year = String(yearOf(date))
  const last = await lastActs.first(db, month, year)
  if (last?.month === 'lock' && kind !== 'closing') throw new Refusal('PERIOD_CLOSED', 'month', { period: month, date })
  if (last?.year === 'close') throw new Refusal('PERIOD_CLOSED', 'year', { period: year, date })
}

const lastActs = question((db, month: string, year: string) =>
  db.selectNoFrom([lastActOn(db, month).as('month'), lastActOn(db, year).as('year')]),
)

function lastActOn(db: Reader, period: string) {
  return db.selectFrom('period_act').select('act').where('period', '=', period).orderBy('seq', 'desc').limit(1)
}

/** Records that a period was locked, unlocked, closed or reopened, with the head of the chain at that moment. */
export async function recordPeriodAct(work: Work, period: string, act: Act, reason: string | null): Promise<void> {
  const last = await work.tx
    .selectFrom('period_act')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirst()
  const newest = await head(work.tx)
  await work.tx
    .insertInto('period_act')
    .values({
      seq: (last?.seq ?? 0) + 1,
      period,
      act,
      reason,
      at: work.now,
      made_by: work.actor.id,
      head_seq: newest.seq,
      head_hash: newest.hash,
    })
    .execute()
}
