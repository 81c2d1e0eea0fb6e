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
  const deficit = await lowest(work, deficitAccount, 'debit', date)
  const reserve = await lowest(work, reserveAccount, 'credit', date)
  if (amount > deficit) throw invalidInput(['amount'], 'above_deficit', { available: Math.max(0, deficit) })
  if (amount > reserve) throw invalidInput(['amount'], 'above_reserve', { available: Math.max(0, reserve) })
  return post(work, deficitCover({ date, amount }))
}

/** The least that stands on one side of an account at the end of a day and of every later one, sen. */
async function lowest({ tx }: Work, account: string, side: 'debit' | 'credit', date: string): Promise<number> {
  const signOf = ({ debit, credit }: { readonly debit: number; readonly credit: number }) =>
    side === 'debit' ? debit - credit : credit - debit
  const own = (await movementsUntil(tx, date)).find((one) => one.account === account)
  let balance = own ? signOf(own) : 0
  let least = balance
  const later = await tx
    .selectFrom('balance_day')
    .select(['day', 'debit', 'credit'])
    .where('account', '=', account)
    .where('day', '>', date)
    .orderBy('day')
    .execute()
  for (const moves of Map.groupBy(later, ({ day }) => day).values()) {
    balance += moves.reduce((sum, one) => sum + signOf(one), 0)
    least = Math.min(least, balance)
  }
  return least
}
