import type { SavingsProduct } from '../../../../shared/contract/savings.ts'
import type { Reader, SavingsRateTable } from '../../db/tables.ts'

export type Rate = SavingsProduct['interest'][number]

/** How every product earns, by product, the oldest month first. */
export async function ratesByProduct(db: Reader): Promise<Map<string, Rate[]>> {
  const rows = await db.selectFrom('savings_rate').selectAll().orderBy('from_month').execute()
  const byProduct = Map.groupBy(rows, (row) => row.product)
  return new Map([...byProduct].map(([product, own]) => [product, own.map(rateOf)]))
}

function rateOf(row: SavingsRateTable): Rate {
  return {
    fromMonth: row.from_month,
    method: row.method,
    dayBasis: row.day_basis,
    rounding: row.rounding,
    minimumBalance: row.minimum_balance,
    openingCounts: row.opening_counts === 1,
    tiers: JSON.parse(row.tiers) as Rate['tiers'],
  }
}

/** The rate in force in a month. */
export function rateIn(rates: readonly Rate[] | undefined, month: string): Rate | undefined {
  return rates?.findLast(({ fromMonth }) => fromMonth <= month)
}

/** Whether there is anything to reckon at all. */
export function doesEarn(rate: Rate | undefined): rate is Rate {
  return rate?.tiers.some(({ ratePctPerYear }) => Number(ratePctPerYear) > 0) ?? false
}
