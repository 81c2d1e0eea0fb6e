import type { ItemAnswer } from '../../../../shared/contract/items.ts'
import { Exact, roundToSen, type Sen, senMax } from '../../../../shared/rules/money.ts'

/**
 * What so much of an item costs by the average of what there is of it, or where none is there by what came in last, sen;
 * undefined where nothing tells.
 */
export function costOf(item: Pick<ItemAnswer, 'qty' | 'value' | 'lastBought'>, qty: number | null): Sen | undefined {
  const like = item.qty > 0 ? item : item.lastBought
  if (qty === null || like === null || like.qty <= 0 || like.value <= 0) return undefined
  const cost = new Exact(like.value).mul(qty).div(like.qty)
  return cost.gt(senMax) ? undefined : roundToSen(cost, 'half_up')
}
