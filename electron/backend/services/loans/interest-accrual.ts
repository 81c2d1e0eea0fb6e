import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { assert, Refusal } from '../../../../shared/errors.ts'
import { type AccruedInterest, loanInterestAccrual } from '../../../../shared/rules/entries/loan-interest-accrual.ts'
import { accruedInterest } from '../../../../shared/rules/loan-accrual.ts'
import type { LoanPolicy } from '../../../../shared/rules/loan-policy.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { Work } from '../../work.ts'
import { type Classes, classesAt } from './classes.ts'
import { keepMonthEnd, requireMonthEnd } from './month-ends.ts'
import { readLoanPolicy } from './policy.ts'
import { namedLoan } from './standing.ts'

type Accrued = Answers['loans']['accrueInterest']

/**
 * Books the interest of a month's end that fell due and is unpaid, and takes back what was booked of loans that became
 * substandard or worse, were settled or let go. Refuses NOT_ALLOWED `interest_not_accrued` where interest is income only
 * when it is paid, a month that is not over, locked or done already, and one before a month that is done.
 */
export async function accrueInterest(work: Work, input: Inputs['loans']['accrueInterest']): Promise<Accrued> {
  const { requestId, month } = input
  const policy = await readLoanPolicy(work.tx)
  if (!policy.accrueInterest) throw new Refusal('NOT_ALLOWED', 'interest_not_accrued')
  const asOf = await requireMonthEnd(work, { step: 'interest', month })
  const classes = await classesAt(work.tx, asOf, { withSchedules: countsDays(policy, asOf) })
  const loans = interestChanges(classes, policy)
  const monthEnd = { request_id: requestId, step: 'interest', month, preset: classes.preset } as const
  const posted = await keepMonthEnd(work, monthEnd, loanInterestAccrual({ date: asOf, loans }))
  const booked = sumSen(loans.map(({ change }) => Math.max(0, change)))
  const takenBack = sumSen(loans.map(({ change }) => Math.max(0, -change)))
  return { ...posted, month, loans: loans.length, booked, takenBack }
}

/** True on the last day of a year where the interest that ran since the last instalment counts too. */
export function countsDays({ yearEndCutOff }: LoanPolicy, asOf: string): boolean {
  return yearEndCutOff && asOf.endsWith('-12-31')
}

/** The loans whose booked interest changes, in the order of their numbers. */
export function interestChanges({ rows, loans, asOf, withSchedules }: Classes, policy: LoanPolicy): AccruedInterest[] {
  const untilTheDay = countsDays(policy, asOf)
  assert(withSchedules || !untilTheDay, 'days are counted by schedules, also of loans that are not behind')
  const classOf = new Map(rows.map((row) => [row.id, row.class]))
  return [...loans.values()].flatMap(({ record, onDay }) => {
    const [loanClass, disbursedOn] = [classOf.get(onDay.id), record.disbursement?.date]
    const target =
      loanClass !== undefined && disbursedOn !== undefined
        ? accruedInterest({ ...onDay, disbursedOn, class: loanClass }, asOf, { untilTheDay })
        : 0
    const change = target - record.moved.accrued
    return change === 0 ? [] : [{ loan: namedLoan(record), change }]
  })
}
