import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import { deficitCover, reserveAccount } from '../../../../shared/rules/entries/surplus-distribution.ts'
import { deficitAccount } from '../../../../shared/rules/member-settlement.ts'
import { movementsUntil } from '../../ledger/balances.ts'
import { post } from '../../ledger/post.ts'
import type { Work } from '../../work.ts'

/**
 * Covers a deficit out of the general reserve, as the meeting decided (accounting.md section 6.4). Refuses INVALID_INPUT
 * for more than the deficit (`above_deficit`) or the reserve (`above_reserve`) on that day or any later one.
 */
export async function coverDeficit(
  work: Work,
  { date, amount }: Inputs['closing']['coverDeficit'],
): Promise<Answers['closing']['coverDeficit']> {
  const [deficit, reserve] = [await held(work, deficitAccount, date), 0 - (await held(work, reserveAccount, date))]
  if (amount > deficit) throw invalidInput(['amount'], 'above_deficit', { available: Math.max(0, deficit) })
  if (amount > reserve) throw invalidInput(['amount'], 'above_reserve', { available: Math.max(0, reserve) })
  return post(work, deficitCover({ date, amount }))
}

/** What stands on an account, debit less credit: the least of the day itself and of all that is recorded. */
async function held({ tx }: Work, account: string, date: string): Promise<number> {
  const at = async (day: string) => {
    const own = (await movementsUntil(tx, day)).find((one) => one.account === account)
    return (own?.debit ?? 0) - (own?.credit ?? 0)
  }
  const [then, last] = [await at(date), await at('2999-12-31')]
  return Math.abs(then) < Math.abs(last) ? then : last
}
