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
  const open = schedule
    .map(({ dueOn, principal, interest }) => ({ dueOn, principal: principal as number, interest: interest as number }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  const total = (part: 'amount' | 'principal' | 'interest') =>
    payments.reduce((sum, payment) => sum + (payment[part] ?? 0), 0)
  const left = { amount: total('amount'), principal: total('principal'), interest: total('interest') }
  for (const part of ['principal', 'interest'] as const) {
    for (const row of open) left[part] -= take(row, part, left[part])
  }
  for (const row of open) {
    left.amount -= take(row, 'interest', left.amount)
    left.amount -= take(row, 'principal', left.amount)
  }
  return open
    .filter(({ principal, interest }) => principal > 0 || interest > 0)
    .map(({ dueOn, principal, interest }) => ({ dueOn, principal: sen(principal), interest: sen(interest) }))
}

function take(row: { principal: number; interest: number }, part: 'principal' | 'interest', left: number): number {
  const taken = Math.min(row[part], left)
  row[part] -= taken
  return taken
}
