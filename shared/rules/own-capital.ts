import { Exact, roundToSen, type Sen, sen } from './money.ts'

/**
 * Accounts of a cooperative's own capital: principal, mandatory and loan-linked savings, equalisation capital, grants
 * and reserves (accounting.md section 4).
 */
export const ownCapitalAccounts: readonly string[] = [
  ...['31101', '31102', '31103', '31104'],
  ...['33201', '34101', '34102', '34103'],
]

const relatedPartyPct = 10

/** What board, supervisors and who is close to them may owe together, sen, down to the sen (accounting.md section 1). */
export function relatedPartyLimit(ownCapital: number): Sen {
  return roundToSen(new Exact(Math.max(0, ownCapital)).mul(relatedPartyPct).div(100), 'down')
}

/** Own capital out of what stands on each account, debit less credit in sen. */
export function ownCapital(balances: ReadonlyMap<string, number>): Sen {
  return sen(0 - ownCapitalAccounts.reduce((sum, account) => sum + (balances.get(account) ?? 0), 0))
}
