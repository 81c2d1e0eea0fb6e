import { type CalendarDate, monthOf } from '../calendar.ts'
import type { MandatorySavingsInput } from './mandatory-savings.ts'
import { type Sen, sen } from './money.ts'

export interface PrincipalSavingsInput {
  readonly joinedOn: CalendarDate
  /** What is due once, by the month from which it held; in any order. */
  readonly amounts: MandatorySavingsInput['amounts']
  readonly paid: Sen
  readonly asOf: CalendarDate
}

/**
 * What a member still has to pay of principal savings (simpanan pokok), in sen: the same for all and once, at joining
 * (accounting.md section 2). The amount is the one in force in the month of joining; who joined before any was known
 * owes the first one.
 */
export function principalSavingsDue({ joinedOn, amounts, paid, asOf }: PrincipalSavingsInput): Sen {
  const known = amounts.filter(({ from }) => from <= monthOf(asOf)).sort((a, b) => (a.from < b.from ? -1 : 1))
  const inForce = known.findLast(({ from }) => from <= monthOf(joinedOn)) ?? known[0]
  return sen(Math.max(0, (inForce?.amount ?? 0) - paid))
}
