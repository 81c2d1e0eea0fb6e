import type { Movement } from './report-lines.ts'

/** Money that moves between the units' books: clearing, and the fixed capital given to and held by the savings unit. */
const clearing = '19901'
const capitalGiven = '17103'
export const capitalHeld = '36101'

/**
 * Combined statements drop what units owe each other: 19901, which is nil in all, and 17103 against 36101. Only what both
 * sides show is dropped, so that a fixed capital recorded on one side alone stays visible and the statement balances.
 */
export function eliminated(movements: readonly Movement[]): { movements: Movement[]; unmatched: number } {
  const net = (code: string) => movements.find(({ account }) => account === code) ?? { debit: 0, credit: 0 }
  const given = net(capitalGiven).debit - net(capitalGiven).credit
  const held = net(capitalHeld).credit - net(capitalHeld).debit
  const matched = Math.max(0, Math.min(given, held))
  const rest = movements.filter(({ account }) => ![clearing, capitalGiven, capitalHeld].includes(account))
  const left: Movement[] = [
    { account: capitalGiven, debit: given - matched, credit: 0 },
    { account: capitalHeld, debit: 0, credit: held - matched },
  ]
  return { movements: [...rest, ...left], unmatched: given - held }
}
