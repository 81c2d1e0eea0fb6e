import { firstDayOfYear, lastDayOfYear, yearOf } from '../../../../shared/calendar.ts'
import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { resultsByUnit, yearCarriedForward, yearClosing } from '../../../../shared/rules/entries/year-closing.ts'
import { recordPeriodAct } from '../../ledger/periods.ts'
import { type Posted, post } from '../../ledger/post.ts'
import { reverseClosing } from '../../ledger/reverse.ts'
import type { Work } from '../../work.ts'
import { requireSecondPerson } from '../second-person.ts'
import { isLeft } from './checklist/step.ts'
import { yearChecklist } from './checklist/year.ts'
import { closingEntries, requireClosedYear, yearActs, yearsWithEntries } from './closed-years.ts'
import { standingDecision } from './decisions.ts'
import { resultOf, unclosedResults } from './results.ts'

type Inputs = AllInputs['closing']

/**
 * Closes a year: all income and costs go to 35102 on its last day, the result to 35101 (a loss to 35104) on the first
 * day of the next, and nothing can be dated into it any more (accounting.md section 6.4). Months that are locked stay
 * so. Refuses INVALID_INPUT for a year that is not over or has no entries, ALREADY_DONE, and NOT_ALLOWED
 * `close_first` while an earlier year is open. Warns `steps_open` where steps of the year's end still wait.
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
  const stepsOpen = await openBeforeClosing(work, year)
  const balances = await unclosedResults(tx, year)
  const posted: Posted[] = []
  if (balances.length > 0) {
    posted.push(await post(work, yearClosing({ date: lastDayOfYear(year), balances })))
    const carried = yearCarriedForward({ date: firstDayOfYear(year + 1), results: resultsByUnit(balances) })
    if (carried.lines.length > 0) posted.push(await post(work, carried))
  }
  await recordPeriodAct(work, String(year), 'close', null)
  return { year, result: resultOf(balances), entries: posted, stepsOpen, warnings: stepsOpen > 0 ? ['steps_open'] : [] }
}

/** How many steps of the year's end still wait that come before its closing. */
async function openBeforeClosing({ tx, today }: Work, year: number): Promise<number> {
  const { steps } = await yearChecklist({ db: tx, today }, year)
  const closing = steps.findIndex(({ key }) => key === 'close')
  return steps.slice(0, closing).filter(isLeft).length
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
