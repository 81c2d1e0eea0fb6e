import { lastDayOfMonth } from '../../../../shared/calendar.ts'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { LoanMonthEndTable, Reader } from '../../db/tables.ts'
import { standingMonthEnds } from '../../ledger/loan-month-ends.ts'
import { newestDate, requireDateInReach } from '../../ledger/post.ts'
import { voucherName } from '../../ledger/vouchers.ts'
import type { Reading } from '../../work.ts'
import { allowanceChanges } from './allowance.ts'
import { classesAt } from './classes.ts'
import { countsDays, interestChanges } from './interest-accrual.ts'
import { readLoanPolicy } from './policy.ts'

type MonthEnd = Answers['loans']['monthEnd']

/**
 * What the steps of a month's end would write now, before anybody decides, and what of them was written already. The
 * same questions the steps themselves ask; refuses a month out of reach.
 */
export async function loanMonthEnd({ db, today }: Reading, { month }: Inputs['loans']['monthEnd']): Promise<MonthEnd> {
  const date = lastDayOfMonth(month)
  await requireDateInReach(db, today, date, 'month')
  const policy = await readLoanPolicy(db)
  const classes = await classesAt(db, date, { withSchedules: countsDays(policy, date) })
  const change = sumSen((await allowanceChanges(db, classes)).map((own) => own.change))
  const interest = policy.accrueInterest ? interestChanges(classes, policy) : []
  const { loans, allowance, byClass } = classes.totals
  return {
    ...{ month, date, isOver: date <= today || date <= (await newestDate(db)), loans, byClass },
    allowance: { needed: allowance, before: allowance - change, change, done: await doneStep(db, 'allowance', month) },
    interest: {
      accrues: policy.accrueInterest,
      booked: sumSen(interest.map((own) => Math.max(0, own.change))),
      takenBack: sumSen(interest.map((own) => Math.max(0, -own.change))),
      done: await doneStep(db, 'interest', month),
    },
  }
}

async function doneStep(
  db: Reader,
  step: LoanMonthEndTable['step'],
  month: string,
): Promise<MonthEnd['allowance']['done']> {
  const done = await standingMonthEnds(db)
    .select(['m.request_id as requestId', 'e.id as entryId', 'e.book', 'e.year', 'e.number'])
    .where('m.step', '=', step)
    .where('m.month', '=', month)
    .executeTakeFirst()
  if (!done) return null
  const { requestId, entryId, book, year, number } = done
  const voucher = book === null || year === null ? null : voucherName({ book, year, number: number ?? 0 })
  return { requestId, entryId, voucher }
}
