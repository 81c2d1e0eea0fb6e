import type { CalendarDate } from '../../../shared/calendar.ts'
import { assert } from '../../../shared/errors.ts'
import { commissionPct, type Good } from './shop-goods.ts'
import type { BackLine, Party, ShopStep, Units } from './shop-steps.ts'
import { bankAccount, cashAccount, type Simulation, walletAccount } from './simulation.ts'

/** Something that is sold: its terms, and whose it is where it is only kept. */
interface Sold {
  readonly good: Good
  readonly owner?: Party
}

/** What one party owes or is owed, in sen. */
type Debts = Map<string, { readonly party: Party; amount: number }>

type Line = Units & { readonly discount?: number }

export interface Sale {
  readonly lines: readonly Line[]
  readonly way: 'cash' | 'wallet' | 'credit' | 'marketplace'
  readonly party?: Party
  readonly atOutlet?: true
}

/** The shop as it stands while its history is made up: what lies in it, who is owed what, what is still to be paid. */
export class Shop {
  readonly items = new Map<string, Sold>()
  readonly stock = new Map<string, number>()
  readonly atOutlet = new Map<string, number>()
  /** What makers are owed for goods that were sold, sellers for goods bought, and what buyers owe. */
  readonly makers: Debts = new Map()
  readonly sellers: Debts = new Map()
  readonly buyers: Debts = new Map()
  /** What the marketplace holds. */
  held = 0
  wallet = 0
  #documents = 0

  /** Members who have something to do with the shop beyond a sale: none of them leaves. */
  readonly makerMembers = new Set<number>()

  there(item: string): number {
    return this.stock.get(item) ?? 0
  }

  nextDocument(what: string): string {
    this.#documents += 1
    return `${what} ${this.#documents}`
  }

  sold(item: string): Sold {
    const sold = this.items.get(item)
    assert(sold, `${item} is sold in the sample's shop`)
    return sold
  }

  /** Sen for a line at the price of whoever buys. */
  priceOf({ item, qty, discount = 0 }: Line, isMember: boolean): number {
    const { good } = this.sold(item)
    return qty * (isMember ? (good.priceMember ?? good.price) : good.price) * 100 - discount
  }

  owe(debts: Debts, party: Party, amount: number): void {
    const key = JSON.stringify(party)
    const left = (debts.get(key)?.amount ?? 0) + amount
    if (left === 0) debts.delete(key)
    else debts.set(key, { party, amount: left })
  }
}

function lay(stock: Map<string, number>, { item, qty }: Units, way: 1 | -1): void {
  const left = (stock.get(item) ?? 0) + way * qty
  assert(left >= 0, `there is ${item} in the sample's shop`)
  stock.set(item, left)
}

/** Goods come into the shop for which nothing was paid. */
export function layGoods({ shop }: Simulation, line: Units): void {
  lay(shop.stock, line, 1)
}

function push(simulation: Simulation, step: ShopStep): void {
  if ('cash' in step) simulation.cash.shop += step.cash
  simulation.steps.push(step)
}

/** Goods are bought: from whom, and for how much a unit in rupiah; on credit, or from the box where it holds enough. */
export function buy(
  simulation: Simulation,
  date: CalendarDate,
  bought: { party: Party; lines: readonly (Units & { cost: number })[]; otherCosts?: number; onCredit?: true },
): string {
  const { shop } = simulation
  const { party, otherCosts = 0 } = bought
  const lines = bought.lines.map(({ item, qty, cost }) => ({ item, qty, amount: qty * cost * 100 }))
  const total = lines.reduce((sum, { amount }) => sum + amount, otherCosts)
  const isPaid = !bought.onCredit && simulation.cash.shop >= total
  const document = shop.nextDocument('beli')
  for (const line of lines) lay(shop.stock, line, 1)
  if (!isPaid) shop.owe(shop.sellers, party, total)
  push(simulation, { act: 'buy', date, document, party, lines, otherCosts, total, cash: isPaid ? 0 - total : 0 })
  return document
}

/** Goods are sold; of goods in keeping their owner is owed what does not stay here. */
export function sell(simulation: Simulation, date: CalendarDate, sale: Sale): { document: string; total: number } {
  const { shop } = simulation
  const { lines, way, party, atOutlet } = sale
  const isMember = party !== undefined && 'member' in party
  const total = lines.reduce((sum, line) => sum + shop.priceOf(line, isMember), 0)
  for (const line of lines) {
    const { good, owner } = shop.sold(line.item)
    if (good.kind !== 'service') lay(atOutlet ? shop.atOutlet : shop.stock, line, -1)
    if (owner) shop.owe(shop.makers, owner, partOfOwner(good, shop.priceOf(line, isMember)))
  }
  if (way === 'wallet') shop.wallet += total
  if (way === 'marketplace') shop.held += total - (total * 65) / 1_000 - total / 200
  if (way === 'credit' && party) shop.owe(shop.buyers, party, total)
  const document = shop.nextDocument('jual')
  push(simulation, { act: 'sell', date, document, total, cash: way === 'cash' ? total : 0, ...sale })
  return { document, total }
}

function partOfOwner({ commissionPct: own = String(commissionPct) }: Good, amount: number): number {
  return (amount * (100 - Number(own))) / 100
}

/** Goods of a cash sale come back, and the money goes; or goods go back to a seller who is owed less. */
export function giveBack(
  simulation: Simulation,
  date: CalendarDate,
  back: {
    way: 'returnSale' | 'returnPurchase'
    document: string
    item: string
    line: BackLine
    total: number
    to?: Party
  },
): void {
  const { shop } = simulation
  const { way, document, item, line, total, to } = back
  const isSale = way === 'returnSale'
  lay(shop.stock, { item, qty: line.qty }, isSale ? 1 : -1)
  if (to) shop.owe(shop.sellers, to, 0 - total)
  push(simulation, { act: 'goodsBack', date, way, document, lines: [line], total, cash: to ? 0 : 0 - total })
}

/** Goods come into keeping, or go back to whose they are. */
export function keep(simulation: Simulation, date: CalendarDate, line: Units, way: 'in' | 'back' = 'in'): void {
  lay(simulation.shop.stock, line, way === 'in' ? 1 : -1)
  const act = { act: 'keep', date, lines: [line] } as const
  push(simulation, { ...act, way: way === 'in' ? 'receiveConsignment' : 'returnConsignment' })
}

/** Goods go to the outlet, or come back from it. */
export function carry(simulation: Simulation, date: CalendarDate, line: Units, way: 'out' | 'back'): void {
  const { shop } = simulation
  lay(shop.stock, line, way === 'out' ? -1 : 1)
  lay(shop.atOutlet, line, way === 'out' ? 1 : -1)
  push(simulation, { act: 'carry', date, way, lines: [line] })
}

export function produce(
  simulation: Simulation,
  date: CalendarDate,
  made: { material: Units; product: Units; wages: number },
): void {
  const { shop, cash } = simulation
  if (cash.shop < made.wages) return
  lay(shop.stock, made.material, -1)
  lay(shop.stock, made.product, 1)
  const goods = { materials: [made.material], products: [made.product] }
  push(simulation, { act: 'produce', date, ...goods, wages: made.wages, cash: 0 - made.wages })
}

/** Makers are paid all they are owed, as long as the box holds it. */
export function settleMakers(simulation: Simulation, date: CalendarDate): void {
  const { shop, cash } = simulation
  for (const { party, amount } of [...shop.makers.values()]) {
    if (amount > cash.shop) continue
    shop.owe(shop.makers, party, 0 - amount)
    push(simulation, { act: 'settle', date, party, amount, cash: 0 - amount })
  }
}

/** A seller is paid from the box, or a buyer pays into it, so much of what is owed. */
export function payDebt(
  simulation: Simulation,
  date: CalendarDate,
  way: 'pay' | 'receive',
  party: Party,
  amount: number,
) {
  const { shop } = simulation
  const debts = way === 'pay' ? shop.sellers : shop.buyers
  shop.owe(debts, party, 0 - amount)
  push(simulation, { act: 'payDebt', date, way, party, amount, cashAccount, cash: way === 'pay' ? 0 - amount : amount })
}

/** What the marketplace holds is taken to the bank, and what is in the wallet as well. */
export function bringHome(simulation: Simulation, date: CalendarDate): void {
  const { shop } = simulation
  if (shop.held > 0) {
    const party = { partner: 'market' } as const
    simulation.bank += shop.held
    const withdrawn = { way: 'withdrawMarketplace', party, amount: shop.held, cashAccount: bankAccount } as const
    push(simulation, { act: 'payDebt', date, ...withdrawn, cash: 0 })
    shop.held = 0
  }
  if (shop.wallet <= 0) return
  const moved = { from: walletAccount, to: bankAccount, amount: shop.wallet, unit: 'shop' } as const
  simulation.steps.push({ act: 'transfer', date, ...moved, description: 'Saldo QRIS ke bank' })
  simulation.bank += shop.wallet
  shop.wallet = 0
}

/** Enters an item under the name the plan knows. */
export function enterItem(simulation: Simulation, date: CalendarDate, item: string, good: Good, owner?: Party): void {
  const sold = { good, ...(owner && { owner }) }
  simulation.shop.items.set(item, sold)
  simulation.steps.push({ act: 'item', date, item, ...sold })
}
