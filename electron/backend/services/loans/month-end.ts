import { lastDayOfMonth } from '../../../../shared/calendar.ts'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { Reader } from '../../db/tables.ts'
import { newestDate, requireDateInReach } from '../../ledger/post.ts'
import type { Reading } from '../../work.ts'
import { allowanceChanges, sumsOfChanges } from './allowance.ts'
import { classesAt } from './classes.ts'
import { countsDays, interestChanges } from './interest-accrual.ts'
import { keptClassesOn } from './kept-classes.ts'
import { findDoneStep } from './month-ends.ts'
import { readLoanPolicy } from './policy.ts'

type MonthEnd = Answers['loans']['monthEnd']

/**
 * What the steps of a month's end would write now, before anybody decides, and what of them was written already: of an
 * allowance that is done, the classes it kept. The same questions the steps themselves ask; refuses a month out of reach.
 */
export async function loanMonthEnd({ db, today }: Reading, { month }: Inputs['loans']['monthEnd']): Promise<MonthEnd> {
  const date = lastDayOfMonth(month)
  await requireDateInReach(db, today, date, 'month')
  const policy = await readLoanPolicy(db)
  const classes = await classesAt(db, date, { withSchedules: countsDays(policy, date) })
  const kept = await keptClassesOn(db, date)
  const { loans, allowance: needed, byClass } = (kept ?? classes).totals
  const changes = sumsOfChanges(await allowanceChanges(db, classes))
  const interest = policy.accrueInterest ? interestChanges(classes, policy) : []
  return {
    ...{ month, date, isOver: date <= today || date <= (await newestDate(db)), loans, byClass },
    allowance: { needed, ...changes, ...(kept && { change: 0, heldBack: 0 }), done: kept?.kept ?? null },
    interest: {
      accrues: policy.accrueInterest,
      booked: sumSen(interest.map((own) => Math.max(0, own.change))),
      takenBack: sumSen(interest.map((own) => Math.max(0, -own.change))),
      done: await doneInterest(db, month),
    },
  }
}

async function doneInterest(db: Reader, month: string): Promise<MonthEnd['interest']['done']> {
  const done = await findDoneStep(db, { step: 'interest', month })
  return done ? { requestId: done.requestId, entryId: done.entryId, voucher: done.voucher } : null
}
