import { type CalendarDate, monthOf, monthsBetween } from '../calendar.ts'
import type { MandatorySavingsInput } from './mandatory-savings.ts'
import { Exact, roundToSen, type Sen, sen } from './money.ts'

export interface PrincipalSavingsInput {
  readonly joinedOn: CalendarDate
  /** What is due once, by the month from which it held; in any order. */
  readonly amounts: MandatorySavingsInput['amounts']
  readonly paid: Sen
  readonly asOf: CalendarDate
  /** In how many monthly parts it is paid, the first in the month of joining; all at once unless given. */
  readonly instalments?: number | undefined
}

/**
 * What a member still has to pay of principal savings (simpanan pokok), in sen: the same for all and once, at joining or
 * in a few monthly parts of whole rupiah (accounting.md section 2). The amount is the one in force in the month of
 * joining; who joined before any was known owes the first one, its parts from that month on.
 */
export function principalSavingsDue({ joinedOn, amounts, paid, asOf, instalments = 1 }: PrincipalSavingsInput): Sen {
  const known = amounts.filter(({ from }) => from <= monthOf(asOf)).sort((a, b) => (a.from < b.from ? -1 : 1))
  const inForce = known.findLast(({ from }) => from <= monthOf(joinedOn)) ?? known[0]
  if (!inForce) return sen(0)
  const begins = inForce.from > monthOf(joinedOn) ? inForce.from : monthOf(joinedOn)
  const parts = Math.min(instalments, monthsBetween(begins, monthOf(asOf)) + 1)
  return sen(Math.max(0, dueAfter(inForce.amount, parts, instalments) - paid))
}

function dueAfter(amount: Sen, parts: number, instalments: number): number {
  if (instalments === 1 || parts >= instalments) return amount
  if (parts <= 0) return 0
  return Math.min(amount, roundToSen(new Exact(amount).mul(parts).div(instalments), 'up', 100))
}
