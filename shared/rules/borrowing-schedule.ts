import type { CalendarDate } from '../calendar.ts'
import { type LoanMethod, type LoanSchedule, type LoanScheduleInput, loanSchedule } from './loan-schedule.ts'
import { sen } from './money.ts'

/** What a lender and the cooperative agreed about paying back; what is not said is as usual. Amounts in sen. */
export interface BorrowingPlan {
  readonly principal: number
  readonly ratePctPerYear: string
  readonly method: LoanMethod
  readonly months: number
  /** The day the money comes. */
  readonly date: CalendarDate
  readonly firstDueOn?: CalendarDate | undefined
  /** An instalment every so many months; every month unless said otherwise. */
  readonly everyMonths?: number | undefined
  /** The first months in which only interest is paid, and in which nothing is. */
  readonly gracePrincipalMonths?: number | undefined
  readonly graceAllMonths?: number | undefined
  /** Each part of an instalment is rounded to this, Rp1 unless said otherwise; or the whole instalment is. */
  readonly roundTo?: number | undefined
  readonly roundPaymentTo?: number | undefined
}

export type BorrowingSchedule = Omit<LoanSchedule, 'rows'> & {
  readonly rows: (LoanSchedule['rows'][number] & { readonly dueOn: CalendarDate })[]
}

/**
 * When a borrowing is paid back, sen: what a lender's table says, as any loan's is reckoned (accounting.md sections 3.1
 * and 4). Refuses as INVALID_INPUT what `loanSchedule` refuses.
 */
export function borrowingSchedule(plan: BorrowingPlan): BorrowingSchedule {
  const { rows, ...told } = loanSchedule(scheduleInput(plan))
  return { ...told, rows: rows.map((row) => ({ ...row, dueOn: row.dueOn ?? plan.date })) }
}

function scheduleInput(plan: BorrowingPlan): LoanScheduleInput {
  const { principal, ratePctPerYear, method, months, date, firstDueOn, everyMonths = 1, roundTo, roundPaymentTo } = plan
  return {
    ...{ principal: sen(principal), months, method, disbursedOn: date, firstDueOn },
    rate: { ratePct: ratePctPerYear, per: 'year' },
    interval: { unit: 'month', every: everyMonths },
    ...{ gracePrincipalMonths: plan.gracePrincipalMonths, graceAllMonths: plan.graceAllMonths },
    ...(roundTo !== undefined && { roundTo: sen(roundTo) }),
    ...(roundPaymentTo !== undefined && { roundPaymentTo: sen(roundPaymentTo) }),
  }
}
