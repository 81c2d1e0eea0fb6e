import { firstDayOfYear, lastDayOfYear, yearOf } from '../../../../shared/calendar.ts'
import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { resultsByUnit, yearCarriedForward, yearClosing } from '../../../../shared/rules/entries/year-closing.ts'
import type { PeriodActTable, Reader } from '../../db/tables.ts'
import { recordPeriodAct } from '../../ledger/periods.ts'
import { type Posted, post } from '../../ledger/post.ts'
import { reverseClosing } from '../../ledger/reverse.ts'
import type { Reading, Work } from '../../work.ts'
import { requireSecondPerson } from '../second-person.ts'
import { closingEntries, requireClosedYear, yearActs, yearsWithEntries } from './closed-years.ts'
import { standingDecision } from './decisions.ts'
import { resultOf, unclosedResults } from './results.ts'

type Inputs = AllInputs['closing']
type YearRow = Answers['closing']['years']['rows'][number]

/** The years with entries and those that were closed, newest first, with what each earned. */
export async function listYears({ db, today }: Reading): Promise<Answers['closing']['years']> {
  const acts = await yearActs(db)
  const years = new Set([...(await yearsWithEntries(db)), ...acts.keys()])
  const rows: YearRow[] = []
  for (const year of [...years].filter((one) => one <= yearOf(today)).sort((a, b) => b - a)) {
    rows.push(await yearRow(db, year, acts.get(year)))
  }
  return { rows }
}

async function yearRow(db: Reader, year: number, act: PeriodActTable | undefined): Promise<YearRow> {
  const isClosed = act?.act === 'close'
  return {
    year,
    state: isClosed ? 'closed' : 'open',
    result: await resultOfYear(db, year),
    at: act?.at ?? null,
    by: act?.made_by ?? null,
    reason: act?.reason ?? null,
    entries: await closingEntries(db, year),
  }
}

/** What a year earned, whether it is closed or not, sen. */
async function resultOfYear(db: Reader, year: number): Promise<number> {
  const { net } = await db
    .selectFrom('balance_year as b')
    .innerJoin('account as a', 'a.code', 'b.account')
    .select((eb) => eb.fn.sum<number | null>(eb('b.credit', '-', eb.ref('b.debit'))).as('net'))
    .where('a.type', 'in', ['income', 'expense'])
    .where('b.year', '=', String(year))
    .where('b.kind', '<>', 'closing')
    .executeTakeFirstOrThrow()
  return net ?? 0
}

/**
 * Closes a year: all income and costs go to 35102 on its last day, the result to 35101 (a loss to 35104) on the first
 * day of the next, and nothing can be dated into it any more (accounting.md section 6.4). Months that are locked stay
 * so. Refuses INVALID_INPUT for a year that is not over or has no entries, ALREADY_DONE, and NOT_ALLOWED
 * `close_first` while an earlier year is open.
 */
export async function closeYear(work: Work, { year }: Inputs['closeYear']): Promise<Answers['closing']['closeYear']> {
  const { tx, today } = work
  if (yearOf(today) <= year) throw invalidInput(['year'], 'year_not_over', { year, date: lastDayOfYear(year) })
  const acts = await yearActs(tx)
  if (acts.get(year)?.act === 'close') throw new Refusal('ALREADY_DONE', 'year_closed', { year })
  const years = await yearsWithEntries(tx)
  if (!years.some((one) => one <= year)) throw invalidInput(['year'], 'year_without_entries', { year })
  const earlier = years.find((one) => one < year && acts.get(one)?.act !== 'close')
  if (earlier !== undefined) throw new Refusal('NOT_ALLOWED', 'close_first', { year, first: earlier })
  const balances = await unclosedResults(tx, year)
  const posted: Posted[] = []
  if (balances.length > 0) {
    posted.push(await post(work, yearClosing({ date: lastDayOfYear(year), balances })))
    const carried = yearCarriedForward({ date: firstDayOfYear(year + 1), results: resultsByUnit(balances) })
    if (carried.lines.length > 0) posted.push(await post(work, carried))
  }
  await recordPeriodAct(work, String(year), 'close', null)
  return { year, result: resultOf(balances), entries: posted }
}

/**
 * Opens a closed year again: both entries of its closing are taken back on their days and stay in sight. Needs a reason
 * and the name of a second person; refuses NOT_ALLOWED while a later year is closed (`reopen_first`) or members have
 * decided on its surplus (`reverse_first`), and for a year that is not closed.
 */
export async function reopenYear(
  work: Work,
  { year, reason, approvedBy }: Inputs['reopenYear'],
): Promise<Answers['closing']['reopenYear']> {
  const { tx } = work
  await requireClosedYear(tx, year)
  const later = [...(await yearActs(tx))].find(([one, { act }]) => one > year && act === 'close')
  if (later) throw new Refusal('NOT_ALLOWED', 'reopen_first', { year, first: later[0] })
  const decided = await standingDecision(tx, year)
  if (decided)
    throw new Refusal('NOT_ALLOWED', 'reverse_first', {
      voucher: decided.voucher,
      first: { entryId: decided.entryId, voucher: decided.voucher },
    })
  await requireSecondPerson(work, approvedBy)
  await recordPeriodAct(work, String(year), 'reopen', reason)
  const standing = (await closingEntries(tx, year)).filter(({ reversedBy }) => reversedBy === null)
  const posted: Posted[] = []
  for (const { entryId } of standing.toReversed()) {
    posted.push(await reverseClosing(work, entryId, { reason, approvedBy }))
  }
  return { year, entries: posted }
}
