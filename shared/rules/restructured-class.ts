import type { CalendarDate } from '../calendar.ts'
import { type LoanClass, loanClasses } from './allowance.ts'
import type { DueInstalment } from './unpaid-instalments.ts'

/** What was paid on a day, split, sen; below zero what was taken back. */
export type DatedPayment = { readonly date: CalendarDate; readonly principal: number; readonly interest: number }

/** What a loan that continues another one was like before, and what was paid of it since. */
export type Continued = {
  readonly classBefore: LoanClass
  readonly schedule: readonly DueInstalment[]
  readonly payments: readonly DatedPayment[]
}

/** Instalments in a row to be paid on time before a restructured loan is judged by itself again (accounting.md section 3.6). */
const onTimeInARow = 3

/**
 * The class a restructured loan keeps from the one it continues, or none once three instalments in a row were paid on
 * time by the day; one that asks for nothing is none of them. One that was paid ahead counts from its payment on, so that
 * no class gets better while nobody pays.
 */
export function keptClass({ classBefore, schedule, payments }: Continued, asOf: CalendarDate): LoanClass | undefined {
  const until = payments.filter(({ date }) => date <= asOf).toSorted((a, b) => (a.date < b.date ? -1 : 1))
  let inARow = 0
  const due = { principal: 0, interest: 0 }
  for (const { dueOn, principal, interest } of schedule) {
    if (principal + interest === 0) continue
    due.principal += principal
    due.interest += interest
    inARow = isPaidBy(until, dueOn, due) ? inARow + 1 : 0
    if (inARow === onTimeInARow) return undefined
  }
  return classBefore
}

function isPaidBy(payments: readonly DatedPayment[], day: CalendarDate, due: { principal: number; interest: number }) {
  const paid = { principal: 0, interest: 0 }
  for (const { date, principal, interest } of payments) {
    if (date > day) break
    paid.principal += principal
    paid.interest += interest
  }
  return paid.principal >= due.principal && paid.interest >= due.interest
}

/** The less sound of two classes. */
export function worseClass(one: LoanClass, other: LoanClass | undefined): LoanClass {
  return other !== undefined && loanClasses.indexOf(other) > loanClasses.indexOf(one) ? other : one
}
