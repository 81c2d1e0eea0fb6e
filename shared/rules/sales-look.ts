import { Exact, type Sen, sumSen } from './money.ts'

/** What sales are looked at by: each way of asking comes to the same whole. */
export const lookGroups = ['item', 'channel', 'month', 'maker', 'buyer'] as const
export type LookGroup = (typeof lookGroups)[number]

/** How goods reached their buyers; `other` is what was written by hand, without a document of goods. */
const salesChannels = ['shop', 'credit', 'marketplace', 'outlet', 'other'] as const
export type SalesChannel = (typeof salesChannels)[number]

export const buyerKinds = ['member', 'nonMember'] as const
export type BuyerKind = (typeof buyerKinds)[number]

/** An item as its sales name it; goods in keeping have an owner. */
export interface SoldItem {
  readonly itemId: string
  readonly code: string
  readonly name: string
  readonly unitName: string
  readonly owner: { readonly id: string; readonly code: string; readonly name: string } | null
}

/** What was sold of one item in one month, one way, to one kind of buyer; sen and thousandths, returns taken off. */
export interface SoldGoods {
  /** Null where an entry by hand names none. */
  readonly item: SoldItem | null
  readonly month: string
  readonly channel: SalesChannel
  readonly buyer: BuyerKind
  /** True for goods of an owner who was a member on the day of the sale. */
  readonly isOwnerMember: boolean
  readonly qty: number
  /** What buyers paid or owe for it. */
  readonly paid: number
  /** Income of goods that came back: part of what `revenue` is less by. */
  readonly returned: number
  /** Income as the books have it: of goods in keeping the commission alone. */
  readonly revenue: number
  readonly cost: number
}

export interface LookFigures {
  readonly paid: Sen
  readonly gross: Sen
  readonly returned: Sen
  readonly revenue: Sen
  readonly cost: Sen
  readonly margin: Sen
  /** Of the revenue, a decimal string with at most two places; null where there is none. */
  readonly marginPct: string | null
}

export interface LookRow extends LookFigures {
  /** What the group is known by: an item's or owner's id, a month, a channel, a kind of buyer; `own` and `other`. */
  readonly key: string
  readonly code: string | null
  readonly name: string | null
  readonly unitName: string | null
  /** Thousandths of one item; null where units differ. */
  readonly qty: number | null
}

export interface SalesLook {
  readonly rows: readonly LookRow[]
  readonly totals: LookFigures
}

/**
 * Sales added up by items, channels, months, makers or buyers (accounting.md section 5), sen. Rows add up to the totals
 * whichever way is asked for. Items and makers stand by what they bring, the largest first; months, channels and buyers
 * in their own order.
 */
export function salesLook(goods: readonly SoldGoods[], by: LookGroup): SalesLook {
  const groups = Map.groupBy(goods, (one) => keyOf(one, by))
  const rows = [...groups].map(
    ([key, own]): LookRow => ({ key, ...namesOf(own[0], by), ...qtyOf(own, by), ...sums(own) }),
  )
  return { rows: rows.filter((row) => !isNothing(row)).toSorted(order(by)), totals: sums(goods) }
}

function keyOf({ item, channel, month, buyer }: SoldGoods, by: LookGroup): string {
  switch (by) {
    case 'item':
      return item?.itemId ?? 'other'
    case 'channel':
      return channel
    case 'month':
      return month
    case 'maker':
      return item === null ? 'other' : (item.owner?.id ?? 'own')
    case 'buyer':
      return buyer
  }
}

function namesOf(one: SoldGoods | undefined, by: LookGroup): Pick<LookRow, 'code' | 'name' | 'unitName'> {
  const { item = null } = one ?? {}
  if (by === 'item' && item) return { code: item.code, name: item.name, unitName: item.unitName }
  if (by === 'maker' && item?.owner) return { code: item.owner.code, name: item.owner.name, unitName: null }
  return { code: null, name: null, unitName: null }
}

function qtyOf(own: readonly SoldGoods[], by: LookGroup): Pick<LookRow, 'qty'> {
  const isOneItem = by === 'item' && own[0]?.item
  return { qty: isOneItem ? own.reduce((sum, { qty }) => sum + qty, 0) : null }
}

function sums(goods: readonly SoldGoods[]): LookFigures {
  const of = (figure: 'paid' | 'returned' | 'revenue' | 'cost') => sumSen(goods.map((one) => one[figure]))
  const [paid, returned, revenue, cost] = [of('paid'), of('returned'), of('revenue'), of('cost')]
  const margin = sumSen([revenue, 0 - cost])
  return {
    paid,
    gross: sumSen([revenue, returned]),
    returned,
    revenue,
    cost,
    margin,
    marginPct: pctOf(margin, revenue),
  }
}

/** Null where there is no revenue to take a share of. */
function pctOf(part: number, whole: number): string | null {
  if (whole <= 0) return null
  return new Exact(part).mul(100).div(whole).toDecimalPlaces(2, Exact.ROUND_HALF_UP).toFixed()
}

/** What was sold and taken back within the time was not sold. */
function isNothing({ qty, paid, gross, returned, cost }: LookRow): boolean {
  return [qty ?? 0, paid, gross, returned, cost].every((figure) => figure === 0)
}

function order(by: LookGroup): (a: LookRow, b: LookRow) => number {
  const channels: readonly string[] = salesChannels
  const place = ({ key }: LookRow) => (by === 'channel' ? channels.indexOf(key) : 0)
  const text = (row: LookRow) => row.code ?? row.key
  const byText = (a: LookRow, b: LookRow) => (text(a) < text(b) ? -1 : 1)
  if (by === 'item' || by === 'maker') return (a, b) => b.revenue - a.revenue || byText(a, b)
  return (a, b) => place(a) - place(b) || byText(a, b)
}
