import { assert, invalidInput, Refusal } from '../../../../../shared/errors.ts'
import type { Owner } from '../../../../../shared/rules/entries/trade-line.ts'
import { Exact, roundToSen, type Sen, sen, senMax } from '../../../../../shared/rules/money.ts'
import {
  givenBack,
  type Stock,
  stockTotals,
  takenFrom,
  withLot,
  withLotBack,
} from '../../../../../shared/rules/stock-cost.ts'
import { shopLocation } from '../../../db/create.ts'
import { question } from '../../../db/question.ts'
import type { Reader } from '../../../db/tables.ts'
import { broughtBy, newestBought, stockOf } from '../../../ledger/lots.ts'
import { type DayMoved, type ItemState, itemStates, movedAfter, requireThere } from '../../../ledger/stock.ts'
import { requireBackOrder, requireCostOrder, requireLotOrder } from '../../../ledger/stock-order.ts'

/** Goods are the cooperative's shop's unless an entry says otherwise. */
export const tradeUnit = 'shop'

/** The place goods lie at; refuses NOT_FOUND and NOT_ALLOWED for one that is unknown or out of use. */
export async function locationOf(db: Reader, locationId: string = shopLocation): Promise<string> {
  const place = await placeNamed.first(db, locationId)
  if (!place) throw new Refusal('NOT_FOUND', 'stock_location', { locationId })
  if (!place.active) throw new Refusal('NOT_ALLOWED', 'location_inactive', { name: place.name })
  return place.id
}

const placeNamed = question((db, locationId: string) =>
  db.selectFrom('stock_location').select(['id', 'name', 'active']).where('id', '=', locationId),
)

/** Who buys or sells: refuses NOT_FOUND for who is unknown, NOT_ALLOWED for who is out of use. */
export async function requireParty(db: Reader, party: Owner): Promise<void> {
  const partner = await requireKnownParty(db, party)
  if (partner?.active === 0) throw new Refusal('NOT_ALLOWED', 'partner_inactive', { name: partner.name })
}

/** Who settles what is open, out of use or not: refuses NOT_FOUND for who is unknown. */
export async function requireKnownParty(
  db: Reader,
  { memberId, partnerId }: Owner,
): Promise<{ name: string; active: 0 | 1 } | undefined> {
  if (memberId !== undefined && partnerId !== undefined) throw invalidInput(['partnerId'], 'not_together')
  if (memberId !== undefined) {
    const member = await db.selectFrom('member').select('id').where('id', '=', memberId).executeTakeFirst()
    if (!member) throw new Refusal('NOT_FOUND', 'member', { memberId })
  }
  if (partnerId === undefined) return undefined
  const partner = await db
    .selectFrom('partner')
    .select(['name', 'active'])
    .where('id', '=', partnerId)
    .executeTakeFirst()
  if (!partner) throw new Refusal('NOT_FOUND', 'partner', { partnerId })
  return partner
}

/** What is read of all items of a counter at once. */
interface Laid {
  readonly items: ReadonlyMap<string, ItemState>
  readonly later: ReadonlyMap<string, readonly DayMoved[]>
}

/** Goods that go back: thousandths, what was paid for them, sen, and the line of the purchase they came with. */
interface GoingBack {
  readonly qty: number
  readonly paid: Sen
  readonly of: { readonly documentId: string; readonly n: number }
}

interface Laying {
  readonly isReturn?: boolean
  /** The field that says how much it is. */
  readonly path?: readonly (string | number)[]
}

/** Items on a counter at one place on one day: what is taken or laid down changes what is there for the next line. */
export class Counter {
  readonly #db: Reader
  readonly #items: ReadonlyMap<string, ItemState>
  readonly #later: ReadonlyMap<string, readonly DayMoved[]>
  readonly #stocks = new Map<string, Stock>()
  readonly #here = new Map<string, number>()
  /** What was there at first and was laid to it, everywhere. */
  readonly #all = new Map<string, number>()
  readonly locationId: string
  readonly date: string

  private constructor(db: Reader, { items, later }: Laid, place: { locationId: string; date: string }) {
    this.#db = db
    this.#items = items
    this.#later = later
    this.locationId = place.locationId
    this.date = place.date
  }

  /** Refuses INVALID_INPUT at the line whose item is unknown, NOT_ALLOWED for one out of use. */
  static async at(
    db: Reader,
    place: { readonly locationId: string; readonly date: string },
    lines: readonly { readonly itemId: string }[],
    { inactiveToo = false, list = 'lines' } = {},
  ): Promise<Counter> {
    const itemIds = [...new Set(lines.map(({ itemId }) => itemId))]
    const items = await itemStates(db, itemIds, place.locationId)
    for (const [index, { itemId }] of lines.entries()) {
      const item = items.get(itemId)
      if (!item) throw invalidInput([list, index, 'itemId'], 'reference_unknown')
      if (item.active || inactiveToo) continue
      const issues = [{ path: [list, index, 'itemId'], message: 'item_inactive' }]
      throw new Refusal('NOT_ALLOWED', 'item_inactive', { item: item.name, issues })
    }
    return new Counter(db, { items, later: await movedAfter(db, itemIds, place) }, place)
  }

  item(itemId: string): ItemState {
    const item = this.#items.get(itemId)
    assert(item, 'the items of all lines are read')
    return item
  }

  /** Takes goods away and answers what they cost, sen; refuses STOCK_BELOW_ZERO and a day before what came in since. */
  async take(itemId: string, qty: number, path: readonly (string | number)[]): Promise<Sen> {
    return this.#takenBy(itemId, qty, path, (stock) => takenFrom(stock, qty))
  }

  /** Takes goods away that go back to who sold them, and answers what they cost, sen; refuses like `take`. */
  async giveBack(itemId: string, { qty, paid, of }: GoingBack, path: readonly (string | number)[]): Promise<Sen> {
    const { costing } = this.item(itemId)
    const lot = { qty, cost: paid, of: await broughtBy(this.#db, of.documentId, of.n) }
    return this.#takenBy(itemId, qty, path, (stock) => givenBack(costing, stock, lot))
  }

  async #takenBy(
    itemId: string,
    qty: number,
    path: readonly (string | number)[],
    taking: (stock: Stock) => ReturnType<typeof takenFrom>,
  ): Promise<Sen> {
    const item = this.item(itemId)
    if (item.kind === 'service') return sen(0)
    this.carry(itemId, qty, path)
    if (item.kind === 'consigned') return sen(0)
    requireCostOrder(item, 'out', this.date)
    const stock = await this.#stockOf(item)
    assert(stockTotals(stock).qty >= qty, 'what is at one place is there in all')
    const { cost, stock: left } = taking(stock)
    this.#stocks.set(itemId, left)
    await requireLotOrder(this.#db, item, item.qty - stockTotals(left).qty, this.date)
    return cost
  }

  /** Takes goods away that cost nothing by that, for they stay whose they are; refuses STOCK_BELOW_ZERO. */
  carry(itemId: string, qty: number, path: readonly (string | number)[]): void {
    const item = this.item(itemId)
    const qtyHere = this.#here.get(itemId) ?? item.qtyHere
    const later = this.#later.get(itemId) ?? []
    const { item_id, name, code } = item
    requireThere({ item: { item_id, name, code, qtyHere }, date: this.date, qty, later, path })
    this.#here.set(itemId, qtyHere - qty)
  }

  /**
   * Lays goods down at what they cost, sen. Refuses INVALID_INPUT at `path` for more of them than can be counted, and a
   * day before goods went out that would have cost otherwise.
   */
  async lay(itemId: string, qty: number, cost: number, { isReturn = false, path = [] }: Laying = {}): Promise<void> {
    const item = this.item(itemId)
    if (item.kind === 'service') return
    const all = this.#all.get(itemId) ?? item.qty
    const mostQuantity = senMax - all
    if (qty > mostQuantity) throw invalidInput(path, 'quantity_too_large', { mostQuantity })
    this.#all.set(itemId, all + qty)
    this.#here.set(itemId, (this.#here.get(itemId) ?? item.qtyHere) + qty)
    if (item.kind === 'consigned') return
    if (isReturn) requireBackOrder(item, this.date)
    else requireCostOrder(item, 'in', this.date)
    const laid = { qty, cost: sen(cost) }
    const stock = await this.#stockOf(item)
    this.#stocks.set(itemId, isReturn ? withLotBack(item.costing, stock, laid) : withLot(item.costing, stock, laid))
  }

  /** Lays goods down that were found, at what the others cost or the newest did, and answers that, sen. */
  async layAtAverage(itemId: string, qty: number): Promise<Sen> {
    const item = this.item(itemId)
    if (qty === 0) return sen(0)
    const cost = item.kind === 'consigned' ? sen(0) : await this.#averageOf(item, qty)
    await this.lay(itemId, qty, cost)
    return cost
  }

  async #averageOf(item: ItemState, qty: number): Promise<Sen> {
    const there = stockTotals(await this.#stockOf(item))
    const like = there.qty > 0 ? there : await newestBought(this.#db, item.item_id)
    return like ? roundToSen(new Exact(like.value).mul(qty).div(like.qty), 'half_up') : sen(0)
  }

  async #stockOf(item: ItemState): Promise<Stock> {
    return this.#stocks.get(item.item_id) ?? (await stockOf(this.#db, item))
  }
}

/** Whose goods in keeping these are. */
export function ownerOf(item: Pick<ItemState, 'owner_member_id' | 'owner_partner_id'>): Owner {
  return item.owner_member_id === null
    ? { partnerId: item.owner_partner_id ?? undefined }
    : { memberId: item.owner_member_id }
}
