import type { CalendarDate } from '../calendar.ts'
import { type LoanStanding, penaltyOwed, unpaidOf } from './loan-payment.ts'
import { type Sen, sumSen } from './money.ts'

/** What of a loan is to be paid on a day, sen. */
export type LoanDue = {
  readonly principal: Sen
  readonly interest: Sen
  readonly penalty: Sen
  readonly total: Sen
  /** Held for it already. */
  readonly held: Sen
  /** How many instalments that is, and when the oldest of them fell due. */
  readonly instalments: number
  readonly since: CalendarDate | null
  /** The instalment that falls due after the day; null after the last one. */
  readonly next: { readonly dueOn: CalendarDate; readonly total: Sen } | null
}

/** What fell due by the end of a day and is unpaid, with its penalty, the oldest instalment first (accounting.md section 3.3). */
export function loanDue(standing: LoanStanding, date: CalendarDate): LoanDue {
  const unpaid = unpaidOf(standing).filter(({ principal, interest }) => principal + interest > 0)
  const due = unpaid.filter(({ dueOn }) => dueOn <= date)
  const ahead = unpaid.find(({ dueOn }) => dueOn > date)
  const principal = sumSen(due.map((row) => row.principal))
  const interest = sumSen(due.map((row) => row.interest))
  const penalty = penaltyOwed(standing, date)
  return {
    ...{ principal, interest, penalty, total: sumSen([principal, interest, penalty]), held: standing.held },
    ...{ instalments: due.length, since: due[0]?.dueOn ?? null },
    next: ahead ? { dueOn: ahead.dueOn, total: sumSen([ahead.principal, ahead.interest]) } : null,
  }
}
