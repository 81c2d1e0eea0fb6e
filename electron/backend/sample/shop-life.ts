import { type CalendarDate, type CalendarMonth, monthOf } from '../../../shared/calendar.ts'
import { denominationsOf, officersOf } from './office-life.ts'
import { bringHome, buy, carry, enterItem, giveBack, keep, payDebt, produce, settleMakers } from './shop.ts'
import { commissionPct, farmersGood, goods, partners } from './shop-goods.ts'
import { basket, sales, sellBasket } from './shop-sales.ts'
import { type Happening, type Life, type Simulation, wholeNotes } from './simulation.ts'
import { products, rentals } from './village.ts'

/**
 * The shop in every way it trades: goods kept for makers, bought from suppliers and members, made, sold over the counter
 * and elsewhere, brought back, counted; and tools let out.
 */
export function shopLife(startsOn: CalendarDate): Life {
  return (simulation, month) => [
    ...(month === monthOf(startsOn) ? [{ date: startsOn, run: beginShop }] : []),
    { date: `${month}-02`, run: fillShelves },
    { date: `${month}-03`, run: settleMakers },
    { date: `${month}-04`, run: bringToBank },
    { date: `${month}-05`, run: makeCrisps },
    { date: `${month}-08`, run: buyersPay },
    { date: `${month}-12`, run: marketDay },
    { date: `${month}-16`, run: carryOut },
    ...sales(simulation, month),
    ...lettings(simulation, month),
    { date: `${month}-22`, run: packaging },
    { date: `${month}-23`, run: paySellers },
    { date: `${month}-26`, run: fetchBack },
    { date: `${month}-28`, run: bringHome },
    ...(Number(month.slice(5)) % 3 === 0 ? [{ date: `${month}-28`, run: countGoods }] : []),
  ]
}

/** What a full shelf holds of each of its own goods, for a cooperative of 85 members. */
const full = { rice: 24, oil: 30, soap: 30, coffee: 12, cassava: 40, crisps: 60 } as const

function fullShelf(simulation: Simulation, item: keyof typeof full): number {
  return Math.max(2, Math.ceil(full[item] * Math.min(simulation.size, 4)))
}

function beginShop(simulation: Simulation, date: CalendarDate): void {
  const { steps, shop, standings } = simulation
  for (const partner of Object.keys(partners) as (keyof typeof partners)[])
    steps.push({ act: 'partner', date, partner })
  steps.push({ act: 'place', date, name: 'Rak toko oleh-oleh', partner: 'outlet' })
  for (const [item, good] of Object.entries(goods)) enterItem(simulation, date, item, good)
  enterItem(simulation, date, 'emping', farmersGood, { partner: 'farmers' })
  const makers = [...standings.keys()].filter((member) => member % 2 === 0).slice(0, products.length)
  for (const [index, member] of makers.entries()) {
    const { name, unit: unitName, price } = products[index] ?? products[0]
    const terms = { name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`, unitName, price }
    shop.makerMembers.add(member)
    const barcode = `21000000000${String(index).padStart(2, '0')}`
    const good = { ...terms, kind: 'consigned' as const, barcode, commissionPct: String(commissionPct) }
    enterItem(simulation, date, `titip ${member}`, good, { member })
  }
  beginStock(simulation, date)
}

/** What lay in the shop on the first day: it was taken off the bank's balance when the books were opened. */
function beginStock({ steps, shop }: Simulation, date: CalendarDate): void {
  const qty = beginningRice
  shop.stock.set('rice', qty)
  steps.push({ act: 'stockBegins', date, lines: [{ item: 'rice', qty, cost: beginningStock }] })
}

const beginningRice = 2
/** Sen, on 36901 until the goods are entered. */
export const beginningStock = beginningRice * goods.rice.cost * 100

function fillShelves(simulation: Simulation, date: CalendarDate): void {
  const { shop } = simulation
  const random = simulation.random('shelves')
  for (const [item, { owner }] of shop.items) {
    const missing = Math.ceil(30 * Math.min(simulation.size, 4)) + 4 - shop.there(item)
    if (owner && missing > 0) keep(simulation, date, { item, qty: missing })
  }
  const groceries = (['rice', 'oil', 'soap'] as const).flatMap((item) => {
    const qty = fullShelf(simulation, item) - shop.there(item)
    return qty > 0 ? [{ item, qty, cost: goods[item].cost + random.whole(-2, 3) * 100 }] : []
  })
  const party = { partner: 'grocer' } as const
  if (groceries.length > 0) buy(simulation, date, { party, lines: groceries, otherCosts: 1_500_000, onCredit: true })
  const [cassava, coffee] = [fullShelf(simulation, 'cassava'), fullShelf(simulation, 'coffee')]
  const material = { item: 'cassava', qty: cassava, cost: goods.cassava.cost }
  if (shop.there('cassava') < cassava / 2) buy(simulation, date, { party: { partner: 'farmers' }, lines: [material] })
  const [maker] = shop.makerMembers
  if (maker === undefined || shop.there('coffee') > coffee / 2) return
  const line = { item: 'coffee', qty: coffee, cost: goods.coffee.cost + random.whole(0, 4) * 500 }
  buy(simulation, date, { party: { member: maker }, lines: [line], ...(random.chance(50) && { onCredit: true }) })
}

/** Half a kilogram of cassava a pack, and two thousand rupiah for who makes them. */
function makeCrisps(simulation: Simulation, date: CalendarDate): void {
  const { shop } = simulation
  const packs = Math.min(2 * shop.there('cassava'), fullShelf(simulation, 'crisps') - shop.there('crisps'))
  const qty = Math.floor(packs / 2)
  if (qty < 1) return
  const product = { item: 'crisps', qty: 2 * qty }
  produce(simulation, date, { material: { item: 'cassava', qty }, product, wages: 2 * qty * 200_000 })
}

/** A stall on the market with a cashier of its own; one thing comes back, and the box is counted at the end. */
function marketDay(simulation: Simulation, date: CalendarDate): void {
  const { treasurer, chair, secretary } = officersOf(simulation)
  simulation.steps.push({ act: 'beginShift', date, cashier: secretary })
  const count = Math.min(8, Math.max(1, Math.ceil(5 * simulation.size)))
  for (let index = 0; index < count; index += 1) sellBasket(simulation, date, { way: 'cash' })
  const [line] = basket(simulation, ['soap', 'oil'])
  if (line !== undefined) {
    const { document } = sellBasket(simulation, date, { way: 'cash', lines: [line] })
    const total = simulation.shop.priceOf({ item: line.item, qty: 1 }, false)
    const back = { way: 'returnSale', document, item: line.item, line: { n: 1, qty: 1 }, total } as const
    if (simulation.random('returns').chance(60)) giveBack(simulation, date, back)
  }
  const denominations = denominationsOf(simulation.cashInHand / 100)
  simulation.steps.push({ act: 'endShift', date, denominations, countedBy: [treasurer, chair] })
}

/** Packs go to the outlet; what it sold until its keeper is visited again is owed by it. */
function carryOut(simulation: Simulation, date: CalendarDate): void {
  const qty = Math.min(Math.floor(simulation.shop.there('crisps') / 3), 20)
  if (qty > 0) carry(simulation, date, { item: 'crisps', qty }, 'out')
}

function fetchBack(simulation: Simulation, date: CalendarDate): void {
  const there = simulation.shop.atOutlet.get('crisps') ?? 0
  const qty = simulation.random('outlet').whole(0, there)
  const party = { partner: 'outlet' } as const
  if (qty > 0) sellBasket(simulation, date, { way: 'credit', party, atOutlet: true, lines: [{ item: 'crisps', qty }] })
  if (there > qty) carry(simulation, date, { item: 'crisps', qty: there - qty }, 'back')
}

/** Buyers pay all they owe, or the greater part of it. */
function buyersPay(simulation: Simulation, date: CalendarDate): void {
  const random = simulation.random('buyers')
  for (const { party, amount } of [...simulation.shop.buyers.values()]) {
    const part = random.chance(55) ? amount : wholeNotes((amount * 6) / 10)
    if (part > 0) payDebt(simulation, date, 'receive', party, part)
  }
}

/** Sellers are paid what the box holds beyond a little change; something spoilt goes back first now and then. */
function paySellers(simulation: Simulation, date: CalendarDate): void {
  const { shop, cash } = simulation
  returnSpoilt(simulation, date)
  for (const { party, amount } of [...shop.sellers.values()]) {
    const part = Math.min(amount, wholeNotes(cash.shop - simulation.scaled(100_000)))
    if (part > 0) payDebt(simulation, date, 'pay', party, part)
  }
}

/** Oil that leaked is bought anew without freight, and one liter of it goes back. */
function returnSpoilt(simulation: Simulation, date: CalendarDate): void {
  if (!simulation.random('spoilt').chance(30)) return
  const party = { partner: 'grocer' } as const
  const { cost } = goods.oil
  const document = buy(simulation, date, { party, lines: [{ item: 'oil', qty: 3, cost }], onCredit: true })
  const line = { n: 1, qty: 1 }
  giveBack(simulation, date, { way: 'returnPurchase', document, item: 'oil', line, total: cost * 100, to: party })
}

/** Counted each quarter, signed by two; what is missing has its reason. Goods nobody bought go back to their makers. */
function countGoods(simulation: Simulation, date: CalendarDate): void {
  const { shop } = simulation
  const random = simulation.random('stock takes')
  for (const [item, { owner }] of shop.items) {
    if (owner && shop.there(item) > 6) keep(simulation, date, { item, qty: shop.there(item) - 6 }, 'back')
  }
  const lines = (['rice', 'oil', 'soap', 'crisps'] as const).map((item) => {
    const missing = shop.there(item) > 2 && random.chance(40) ? 1 : 0
    const counted = shop.there(item) - missing
    shop.stock.set(item, counted)
    return { item, counted, ...(missing > 0 && { reason: random.pick(['damaged', 'lost', 'expired'] as const) }) }
  })
  const { treasurer, supervisor } = officersOf(simulation)
  simulation.steps.push({ act: 'takeStock', date, lines, countedBy: [treasurer, supervisor] })
}

/** After the members were paid, what the shop earned goes to the bank. */
function bringToBank(simulation: Simulation, date: CalendarDate): void {
  simulation.bringToBank(date, 'shop', simulation.scaled(900_000))
}

function lettings(simulation: Simulation, month: CalendarMonth): Happening[] {
  const random = simulation.random('lettings')
  return Array.from({ length: random.whole(3, 6) }, () => {
    const date = `${month}-${String(random.whole(4, 28)).padStart(2, '0')}`
    const rental = random.pick(rentals)
    const days = random.whole(1, 3)
    const account = random.chance(65) ? '42104' : '43107'
    const lines = [{ account, amount: rental.price * days * 100 }]
    return {
      date,
      run: (simulation: Simulation) => simulation.receive(date, `Sewa ${rental.what}, ${days} hari`, 'shop', lines),
    }
  })
}

function packaging(simulation: Simulation, date: CalendarDate): void {
  const amount = simulation.scaled(simulation.random('packaging').whole(40, 80) * 1_000)
  simulation.spend(date, 'Kemasan dan label produk anggota', 'shop', [{ account: '52402', amount }])
}
