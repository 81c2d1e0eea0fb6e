import { firstDayOfYear } from '../../../../../shared/calendar.ts'
import type { PromotionWay } from '../../../../../shared/rules/member-promotion.ts'
import { sumSen } from '../../../../../shared/rules/money.ts'
import type { SoldGoods, SoldItem } from '../../../../../shared/rules/sales-look.ts'
import type { Reader } from '../../../db/tables.ts'
import { boughtOfMembers } from '../../../ledger/bought-of-members.ts'
import { soldGoods } from '../../../ledger/sold-goods.ts'

/** An item that members bought, or that was bought from them or sold for them: thousandths and sen. */
export interface TradedItem extends Omit<SoldItem, 'owner'> {
  readonly way: PromotionWay
  readonly qty: number
  readonly amount: number
}

/** What members traded with the cooperative in a year up to a day, by item in the order of their codes. */
export async function tradedByMembers(db: Reader, year: number, asOf: string): Promise<TradedItem[]> {
  const sold = await soldGoods(db, { from: firstDayOfYear(year), to: asOf })
  const bought = byItem(sold.filter(({ buyer }) => buyer === 'member')).map(([item, of]) =>
    traded(item, 'bought', of, ({ paid }) => paid),
  )
  // Of goods kept for who was a member when they were sold the buyers' money is hers but for the commission.
  const kept = byItem(sold.filter(({ isOwnerMember }) => isOwnerMember)).map(([item, of]) =>
    traded(item, 'sold', of, ({ paid, revenue }) => paid - revenue),
  )
  const all = [...bought, ...kept, ...(await outright(db, year, asOf))].filter(({ qty }) => qty > 0)
  return all.sort((a, b) => a.way.localeCompare(b.way) || a.code.localeCompare(b.code))
}

function byItem(goods: readonly SoldGoods[]): [SoldItem, SoldGoods[]][] {
  const groups = Map.groupBy(goods, ({ item }) => item?.itemId)
  return [...groups.values()].flatMap((of) => (of[0]?.item ? [[of[0].item, of] as [SoldItem, SoldGoods[]]] : []))
}

function traded(
  { owner: _, ...item }: SoldItem,
  way: PromotionWay,
  of: readonly SoldGoods[],
  amountOf: (goods: SoldGoods) => number,
): TradedItem {
  return { ...item, way, qty: of.reduce((sum, { qty }) => sum + qty, 0), amount: sumSen(of.map(amountOf)) }
}

async function outright(db: Reader, year: number, asOf: string): Promise<TradedItem[]> {
  const rows = await boughtOfMembers(db, year, asOf)
  const items = await db
    .selectFrom('item as i')
    .innerJoin('item_terms as t', 't.item_id', 'i.id')
    .select(['i.id', 'i.code', 'i.name', 't.unit_name'])
    .execute()
  return rows.flatMap(({ itemId, qty, amount }) => {
    const item = items.find(({ id }) => id === itemId)
    if (!item) return []
    return [{ itemId, code: item.code, name: item.name, unitName: item.unit_name, way: 'sold' as const, qty, amount }]
  })
}
