import { addDays } from '../../../../shared/calendar.ts'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { assert, invalidInput, Refusal } from '../../../../shared/errors.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import { lastLetter, letterAfter, letterDue, type SentLetter } from '../../../../shared/rules/reminder-letters.ts'
import type { Reader } from '../../db/tables.ts'
import { requireDateInReach } from '../../ledger/post.ts'
import type { Reading, Work } from '../../work.ts'
import { type Classes, classesAt } from './classes.ts'
import { readLoanPolicy } from './policy.ts'
import { getLoan } from './standing.ts'

type Reminders = Answers['loans']['reminders']
type Row = Reminders['rows'][number]

/** Whom to visit, hamlet by hamlet, members in the order of their numbers; refuses a day out of reach. */
export async function loanReminders(
  { db, today }: Reading,
  { asOf }: Inputs['loans']['reminders'],
): Promise<Reminders> {
  await requireDateInReach(db, today, asOf, 'asOf')
  const { reminderDays } = await readLoanPolicy(db)
  const classes = await classesAt(db, asOf)
  const sent = await lettersUntil(db, asOf)
  const rows = classes.rows
    .filter(({ daysOverdue }) => daysOverdue > 0)
    .map((row): Row => {
      const { number, member_id: memberId, memberNumber, memberName, hamlet, phone } = agreementOf(classes, row.id)
      const since = addDays(asOf, -row.daysOverdue)
      const behind = { daysOverdue: row.daysOverdue, since, sent: sent.get(row.id) ?? [] }
      return {
        ...{ loanId: row.id, number, memberId, memberNumber, memberName, hamlet, phone },
        ...{ class: row.class, daysOverdue: row.daysOverdue, since },
        ...{ overduePrincipal: row.overduePrincipal, overdueInterest: row.overdueInterest },
        ...{ arrears: sumSen([row.overduePrincipal, row.overdueInterest]), outstanding: row.outstanding },
        ...{ letter: letterDue(behind, reminderDays) ?? null, lastLetter: lastLetter(behind) ?? null },
      }
    })
  const places = await placesOf(db, rows)
  const ordered = rows.toSorted((a, b) => (places.get(a.memberId) ?? 0) - (places.get(b.memberId) ?? 0))
  // One hamlet, however its name was written.
  const byHamlet = Map.groupBy(ordered, (row) => row.hamlet?.toLowerCase() ?? null)
  const hamlets = [...byHamlet.values()].map((own) => ({ hamlet: own[0]?.hamlet ?? null, ...totalsOf(own) }))
  return { asOf, rows: ordered, hamlets, totals: totalsOf(rows) }
}

function agreementOf({ loans }: Classes, id: string) {
  const found = loans.get(id)
  assert(found, 'what was classified was read')
  return found.record.agreement
}

function totalsOf(rows: readonly Row[]) {
  return {
    loans: rows.length,
    arrears: sumSen(rows.map((row) => row.arrears)),
    letters: rows.filter((row) => row.letter !== null).length,
  }
}

/** Where each of these members stands on the way: by hamlet, those without one last, then by number. */
async function placesOf(db: Reader, rows: readonly Row[]): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map()
  const members = await db
    .selectFrom('member')
    .select(['id'])
    .orderBy((eb) => eb('hamlet', 'is', null))
    .orderBy((eb) => eb.fn('lower', ['hamlet']))
    .orderBy('sort')
    .execute()
  return new Map(members.map(({ id }, place) => [id, place]))
}

/** Letters that were sent until a day, by loan; those whose request was undone never were. */
export async function lettersUntil(db: Reader, asOf: string, loanId?: string): Promise<Map<string, SentLetter[]>> {
  let query = db
    .selectFrom('loan_reminder as l')
    .leftJoin('request_undo as u', 'u.request_id', 'l.request_id')
    .select(['l.loan_id as loanId', 'l.letter', 'l.date'])
    .where('u.request_id', 'is', null)
    .where('l.date', '<=', asOf)
  if (loanId !== undefined) query = query.where('l.loan_id', '=', loanId)
  const rows = await query.orderBy('l.date').orderBy('l.letter').execute()
  const letters = Map.groupBy(rows, (row) => row.loanId)
  return new Map([...letters].map(([id, own]) => [id, own.map(({ letter, date }) => ({ letter, date }))]))
}

/**
 * Notes that a letter went out. Refuses NOT_FOUND, NOT_ALLOWED `loan_not_overdue` for a loan that is settled or not
 * behind on the day, ALREADY_DONE `letter_noted`, and as INVALID_INPUT a letter before the one that comes first
 * (`letter_out_of_order`) and a day before the letter that went before it.
 */
export async function noteReminder(
  work: Work,
  input: Inputs['loans']['noteReminder'],
): Promise<Answers['loans']['noteReminder']> {
  const { requestId, loanId, date, letter } = input
  const { loan } = await getLoan(work.tx, loanId)
  await requireDateInReach(work.tx, work.today, date)
  const { rows } = await classesAt(work.tx, date, { loanIds: [loanId] })
  const [row] = rows
  if (!row || row.daysOverdue === 0) throw new Refusal('NOT_ALLOWED', 'loan_not_overdue', { number: loan.number })
  const sent = (await lettersUntil(work.tx, always, loanId)).get(loanId) ?? []
  const last = lastLetter({ since: addDays(date, -row.daysOverdue), sent })
  if (last && last.letter >= letter) {
    throw new Refusal('ALREADY_DONE', 'letter_noted', { number: loan.number, letter: last.letter, date: last.date })
  }
  const next = letterAfter(last)
  if (letter !== next) throw invalidInput(['letter'], 'letter_out_of_order', { next })
  if (last && date < last.date) throw invalidInput(['date'], 'date_before_letter', { date: last.date })
  const made = { at: work.now, made_by: work.actor.id }
  await work.tx
    .insertInto('loan_reminder')
    .values({ request_id: requestId, loan_id: loanId, letter, date, ...made })
    .execute()
  return { loanId, number: loan.number, letter, date }
}

/** A day after all days: letters that were dated ahead count too. */
const always = '9999-12-31'
