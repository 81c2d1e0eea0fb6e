import { addDays, addMonthsToMonth, lastDayOfMonth, monthOf } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { type LoanStanding, unpaidOf } from '../../../../shared/rules/loan-payment.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { LoanMonthEndTable, Reader } from '../../db/tables.ts'
import { standingMonthEnds } from '../../ledger/loan-month-ends.ts'
import { lastAct } from '../../ledger/periods.ts'
import { type Classes, classesAt } from './classes.ts'
import { readLoanPolicy } from './policy.ts'
import { dueUntil } from './rows.ts'
import { hasInterestOnBalance } from './schedules.ts'
import { type LoanRecord, paidOf, standingsOf } from './standing.ts'

type Task = Answers['home']['summary']['todo'][number]

const daysAhead = 6

/** What waits with the loans on a day: instalments of these seven days, loans that are behind, steps of the month's end. */
export async function loanTasks(db: Reader, asOf: string): Promise<Task[]> {
  const classes = await classesAt(db, asOf)
  const tasks = [await dueTask(db, classes), behindTask(classes), ...(await monthEndTasks(db, asOf))]
  return tasks.filter((task) => task !== undefined)
}

/** What falls due from the day on and is not paid ahead; what is overdue already stands in the other line. */
async function dueTask(db: Reader, { loans, asOf }: Classes): Promise<Task | undefined> {
  const running = [...loans.values()].flatMap(({ record }) =>
    record.disbursement && record.moved.owed > 0 ? [{ record, payout: record.disbursement }] : [],
  )
  const payouts = running.map(({ payout }) => payout)
  const [before, until] = [
    await dueUntil(db, payouts, addDays(asOf, -1)),
    await dueUntil(db, payouts, addDays(asOf, daysAhead)),
  ]
  const signed = running.map(({ record, payout: { entryId } }) => {
    const { paidPrincipal, paidInterest } = paidOf(record)
    const unpaid = ({ principal = 0, interest = 0 } = {}) =>
      Math.max(0, principal - paidPrincipal) + Math.max(0, interest - paidInterest)
    const { principal = 0, interest = 0 } = before.get(entryId) ?? {}
    // Otherwise nothing was paid ahead that could have lowered what comes now.
    const isExact = !hasInterestOnBalance(record) || (paidPrincipal === principal && paidInterest === interest)
    return { record, isExact, amount: unpaid(until.get(entryId)) - unpaid(before.get(entryId)) }
  })
  const inexact = signed.filter(({ isExact }) => !isExact).map(({ record }) => record)
  const exact = await dueBetween(db, inexact, { from: asOf, to: addDays(asOf, daysAhead) })
  const amounts = signed.map(({ record, amount }) => exact.get(record.agreement.loan_id) ?? amount)
  const due = amounts.filter((amount) => amount > 0)
  return due.length === 0 ? undefined : { task: 'instalments_due', count: due.length, amount: sumSen(due), month: null }
}

/** What of some loans falls due in some days and is unpaid, by loan, sen. */
async function dueBetween(
  db: Reader,
  records: readonly LoanRecord[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Map<string, number>> {
  if (records.length === 0) return new Map()
  const standings = await standingsOf(db, records, { asOf: from })
  const unpaid = (standing: LoanStanding) => unpaidOf(standing).filter(({ dueOn }) => dueOn >= from && dueOn <= to)
  return new Map(
    [...standings].map(([id, standing]) => [
      id,
      sumSen(unpaid(standing).flatMap(({ principal, interest }) => [principal, interest])),
    ]),
  )
}

function behindTask({ rows }: Classes): Task | undefined {
  const behind = rows.filter(({ daysOverdue }) => daysOverdue > 0)
  if (behind.length === 0) return undefined
  const amount = sumSen(behind.map(({ overduePrincipal, overdueInterest }) => overduePrincipal + overdueInterest))
  return { task: 'loans_behind', count: behind.length, amount, month: null }
}

/** Steps of the last month that is over and was not done; earlier ones are made up for by it. A locked month waits for nothing. */
async function monthEndTasks(db: Reader, asOf: string): Promise<Task[]> {
  const month = lastDayOfMonth(monthOf(asOf)) === asOf ? monthOf(asOf) : addMonthsToMonth(monthOf(asOf), -1)
  if (!(await wereOwed(db, lastDayOfMonth(month))) || (await lastAct(db, month))?.act === 'lock') return []
  const { accrueInterest } = await readLoanPolicy(db)
  const steps = [
    ...(accrueInterest ? [{ step: 'interest', task: 'loan_interest' } as const] : []),
    { step: 'allowance', task: 'loan_allowance' } as const,
  ]
  const waiting: Task[] = []
  for (const { step, task } of steps) {
    if (!(await isDone(db, step, month))) waiting.push({ task, count: 1, amount: null, month })
  }
  return waiting
}

async function isDone(db: Reader, step: LoanMonthEndTable['step'], month: string): Promise<boolean> {
  const done = await standingMonthEnds(db)
    .select('m.month')
    .where('m.step', '=', step)
    .where('m.month', '>=', month)
    .executeTakeFirst()
  return done !== undefined
}

/** True where any loan was paid out by the day. */
export async function wereOwed(db: Reader, date: string): Promise<boolean> {
  const moved = await db
    .selectFrom('balance_month as b')
    .innerJoin('account as a', 'a.code', 'b.account')
    .select('b.account')
    .where('a.subledger', '=', 'loan')
    .where('b.month', '<=', monthOf(date))
    .limit(1)
    .executeTakeFirst()
  return moved !== undefined
}
