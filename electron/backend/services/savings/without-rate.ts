import { lastDayOfMonth } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import type { SavingsKind } from '../../../../shared/rules/default-savings.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { Reader } from '../../db/tables.ts'
import { savingsBalancesAt } from '../../ledger/savings-balances.ts'
import { doesEarn, rateIn, ratesByProduct } from './rates.ts'

/** What a member puts in of her own will; principal and mandatory savings seldom earn, terms bring their own rate. */
const usuallyEarning: readonly SavingsKind[] = ['voluntary', 'holiday', 'education', 'returnee']

/** Savings whose members expect interest of a month, and whose product says nothing of it: somebody may have forgotten. */
export async function savingsWithoutRate(
  db: Reader,
  month: string,
): Promise<Answers['savings']['previewInterest']['withoutRate']> {
  const rates = await ratesByProduct(db)
  const products = await db
    .selectFrom('savings_product')
    .select(['id', 'name_id'])
    .where('kind', 'in', usuallyEarning)
    .orderBy('sort')
    .execute()
  const silent = products.filter(({ id }) => !doesEarn(rateIn(rates.get(id), month)))
  if (silent.length === 0) return []
  const balances = await savingsBalancesAt(db, lastDayOfMonth(month))
  const accounts = await db
    .selectFrom('savings_account')
    .select(['id', 'product'])
    .where(
      'product',
      'in',
      silent.map(({ id }) => id),
    )
    .where('active', '=', 1)
    .execute()
  const byProduct = Map.groupBy(accounts, ({ product }) => product)
  return silent.flatMap(({ id: product, name_id: name }) => {
    const balance = sumSen((byProduct.get(product) ?? []).map(({ id }) => balances.get(id) ?? 0))
    return balance > 0 ? [{ product, name, balance }] : []
  })
}
