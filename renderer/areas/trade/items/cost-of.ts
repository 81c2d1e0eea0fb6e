import type { ItemAnswer } from '../../../../shared/contract/items.ts'
import { Exact, roundToSen, type Sen, senMax } from '../../../../shared/rules/money.ts'

/** What so much of an item costs by the average of what there is of it, sen; undefined where nothing tells. */
export function costOf({ qty: there, value }: Pick<ItemAnswer, 'qty' | 'value'>, qty: number | null): Sen | undefined {
  if (qty === null || there <= 0 || value <= 0) return undefined
  const cost = new Exact(value).mul(qty).div(there)
  return cost.gt(senMax) ? undefined : roundToSen(cost, 'half_up')
}
