import type { CalendarDate } from '../calendar.ts'
import { type Sen, sen } from './money.ts'

/** What falls due on a day, sen. */
export type DueInstalment = { readonly dueOn: CalendarDate; readonly principal: Sen; readonly interest: Sen }

/** What was paid on a day, sen: as one amount, or already split. */
export type LoanPayment = {
  readonly date: CalendarDate
  readonly amount?: Sen | undefined
  readonly principal?: Sen | undefined
  readonly interest?: Sen | undefined
}

/**
 * What is still unpaid of each instalment, oldest first, those fully paid left out; amounts in sen. A payment covers the
 * oldest instalment first, its interest before its principal (domain notes, section 3.3); one that comes split covers
 * the oldest principal and the oldest interest.
 */
export function unpaidInstalments(
  schedule: readonly DueInstalment[],
  payments: readonly LoanPayment[],
): DueInstalment[] {
  const total = (part: 'amount' | 'principal' | 'interest') =>
    payments.reduce((sum, payment) => sum + (payment[part] ?? 0), 0)
  const left = { amount: total('amount'), principal: total('principal'), interest: total('interest') }
  const open: DueInstalment[] = []
  for (const due of oldestFirst(schedule)) {
    const interest = due.interest - take(left, 'interest', due.interest)
    const principal = due.principal - take(left, 'principal', due.principal)
    const unpaidInterest = interest - take(left, 'amount', interest)
    const unpaidPrincipal = principal - take(left, 'amount', principal)
    if (unpaidPrincipal === 0 && unpaidInterest === 0) continue
    open.push({ dueOn: due.dueOn, principal: sen(unpaidPrincipal), interest: sen(unpaidInterest) })
  }
  return open
}

type Left = { amount: number; principal: number; interest: number }

function take(left: Left, from: keyof Left, due: number): number {
  const taken = Math.min(due, left[from])
  left[from] -= taken
  return taken
}

/** Schedules come in their order; only one that does not is sorted. */
function oldestFirst(schedule: readonly DueInstalment[]): readonly DueInstalment[] {
  const isInOrder = schedule.every(({ dueOn }, index) => index === 0 || (schedule[index - 1]?.dueOn ?? '') <= dueOn)
  return isInOrder ? schedule : schedule.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}
