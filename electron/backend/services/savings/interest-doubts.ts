import { monthOf } from '../../../../shared/calendar.ts'
import type { Reader } from '../../db/tables.ts'
import { newestRun } from '../../ledger/interest-runs.ts'
import { doesEarn, rateIn, ratesByProduct } from './rates.ts'

/**
 * Asked about is a movement on savings that earn, on a day whose month has its interest already: the interest does not
 * see it unless the month is taken back and run again. It is taken all the same, because the cash book must show the
 * day the money moved.
 */
export async function interestDoubts(db: Reader, date: string, products: Iterable<string>): Promise<string[]> {
  const month = monthOf(date)
  const newest = await newestRun(db)
  if (!newest || month > newest.month) return []
  const rates = await ratesByProduct(db)
  const isLate = [...new Set(products)].some((product) => doesEarn(rateIn(rates.get(product), month)))
  return isLate ? ['interest_already_run'] : []
}
