import { addDays, daysBetween, type Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { type LoanStanding, penaltyOwed, unpaidOf } from '../../../../shared/rules/loan-payment.ts'
import type { ReminderLetterFacts } from '../../../../shared/statements/reminder-letter.ts'
import type { Reader } from '../../db/tables.ts'
import { securitiesOf } from '../../services/loans/backing.ts'
import { lettersUntil } from '../../services/loans/reminders.ts'
import { getLoan, readLoans, standingsOf } from '../../services/loans/standing.ts'
import type { Reading } from '../../work.ts'
import { whereTheyLive } from '../member-address.ts'
import { officerNames } from '../officer-names.ts'

/** Days in which a letter asks to be paid, unless it says otherwise. */
const daysToPay = 7

/**
 * What a borrower is behind with on the day of a letter. Refuses NOT_FOUND, NOT_ALLOWED `loan_not_overdue` where nothing
 * is to be asked for, and a last day before the letter.
 */
export async function reminderLetterFacts(
  { db }: Reading,
  { loanId, letter, date, payBy = addDays(date, daysToPay) }: ReportParams<'reminderLetter'>,
  language: Language,
): Promise<ReminderLetterFacts> {
  if (payBy < date) throw invalidInput(['params', 'payBy'], 'period_backwards')
  const { loan: known } = await getLoan(db, loanId)
  const [record] = await readLoans(db, { loanIds: [loanId], asOf: date })
  const standing = record && (await standingsOf(db, [record], { asOf: date })).get(loanId)
  const overdue = standing ? overdueOn(standing, date) : []
  if (!record || !standing || overdue.length === 0)
    throw new Refusal('NOT_ALLOWED', 'loan_not_overdue', { number: known.number })
  const member = await db.selectFrom('member').selectAll().where('id', '=', known.memberId).executeTakeFirstOrThrow()
  const { guarantors, collateral } = await securitiesOf(db, loanId)
  const nameOf = await officerNames(db)
  return {
    ...{ language, letter, date, payBy, overdue, outstanding: record.loan.outstanding },
    loan: { loanId, number: known.number },
    member: { name: member.name, number: member.code, sex: member.sex, address: whereTheyLive(member) },
    guarantors: guarantors.map(({ name }) => name),
    collateral: collateral.filter(({ releasedOn }) => releasedOn === null).map(({ kind }) => kind),
    penalty: penaltyOwed(standing, date),
    before: await lettersBefore(db, loanId, date, { letter, since: overdue[0]?.dueOn ?? date }),
    ...{ chair: nameOf('chair'), treasurer: nameOf('treasurer') },
  }
}

/** The days of the letters that went before this one about the same arrears. */
async function lettersBefore(
  db: Reader,
  loanId: string,
  date: string,
  { letter, since }: { readonly letter: number; readonly since: string },
): Promise<string[]> {
  const sent = (await lettersUntil(db, date, loanId)).get(loanId) ?? []
  return sent.filter((one) => one.letter < letter && one.date > since).map((one) => one.date)
}

function overdueOn(standing: LoanStanding, date: string): ReminderLetterFacts['overdue'] {
  const unpaid = unpaidOf(standing).filter(({ dueOn }) => dueOn < date)
  return unpaid.map(({ dueOn, principal, interest }) => ({
    n: standing.schedule.findIndex((row) => row.dueOn === dueOn) + 1,
    ...{ dueOn, days: daysBetween(dueOn, date), principal, interest },
  }))
}
