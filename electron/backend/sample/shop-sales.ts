import type { CalendarDate, CalendarMonth } from '../../../shared/calendar.ts'
import { type Sale, sell } from './shop.ts'
import type { Units } from './shop-steps.ts'
import type { Happening, Simulation } from './simulation.ts'

/** More than these a month would only make the book longer. */
const salesMax = 60

/** What is sold over the counter in a month: most of it for cash, some by QRIS, on credit or through the marketplace. */
export function sales(simulation: Simulation, month: CalendarMonth): Happening[] {
  const random = simulation.random('sales')
  const count = Math.min(salesMax, Math.ceil((simulation.standings.size * random.whole(20, 32)) / 100))
  return Array.from({ length: count }, () => {
    const date = `${month}-${String(random.whole(2, 28)).padStart(2, '0')}`
    return { date, run: sellToSomebody }
  })
}

function sellToSomebody(simulation: Simulation, date: CalendarDate): void {
  const random = simulation.random('buyers of a day')
  const { standings, shop } = simulation
  const way = random.whole(1, 100)
  if (way <= 8) return void sellBasket(simulation, date, { way: 'marketplace', party: { partner: 'market' } })
  // Who buys on credit is somebody who stays: her next goods pay for it.
  if (way <= 20 && shop.makerMembers.size > 0) {
    return void sellBasket(simulation, date, { way: 'credit', party: { member: random.pick([...shop.makerMembers]) } })
  }
  const party = random.chance(60) ? { party: { member: random.pick([...standings.keys()]) } } : {}
  sellBasket(simulation, date, { way: way <= 35 ? 'wallet' : 'cash', ...party })
}

/** Sells what is in the basket, or what somebody picks from the shelves; nothing from empty ones. */
export function sellBasket(
  simulation: Simulation,
  date: CalendarDate,
  sale: Omit<Sale, 'lines'> & { readonly lines?: readonly Units[] },
): { document: string; total: number } {
  const lines = sale.lines ?? basket(simulation)
  return sell(simulation, date, { ...sale, lines: lines.length > 0 ? lines : [{ item: 'grinding', qty: 1 }] })
}

/** One to four things that are there; of one now and then a little off the price. */
export function basket(simulation: Simulation, among?: readonly string[]): (Units & { discount?: number })[] {
  const { shop } = simulation
  const random = simulation.random('baskets')
  const items = among ?? [...shop.items.keys()].filter((item) => item !== 'cassava')
  const picked = new Set(Array.from({ length: random.whole(1, 4) }, () => random.pick(items)))
  return [...picked].flatMap((item) => {
    const { good, owner } = shop.sold(item)
    const qty = Math.min(random.whole(1, 5), good.kind === 'service' ? 5 : shop.there(item))
    const isCheaper = !owner && !among && random.chance(10)
    return qty > 0 ? [{ item, qty, ...(isCheaper && { discount: 50_000 }) }] : []
  })
}
