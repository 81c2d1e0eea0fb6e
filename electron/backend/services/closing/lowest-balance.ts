import type { Reader } from '../../db/tables.ts'
import { movementsUntil } from '../../ledger/balances.ts'

/** The least that stands on one side of an account at the end of a day and of every later one, sen. */
export async function lowestBalance(
  db: Reader,
  account: string,
  side: 'debit' | 'credit',
  date: string,
): Promise<number> {
  const signOf = ({ debit, credit }: { readonly debit: number; readonly credit: number }) =>
    side === 'debit' ? debit - credit : credit - debit
  const own = (await movementsUntil(db, date)).find((one) => one.account === account)
  let balance = own ? signOf(own) : 0
  let least = balance
  const later = await db
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
