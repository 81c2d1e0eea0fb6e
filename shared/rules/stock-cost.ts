import type { CalendarDate } from '../calendar.ts'
import { invalidInput } from '../errors.ts'
import { type Sen, sen, shareInSen, sumSen } from './money.ts'

/** How goods that leave are priced. The last bought first (LIFO) is not allowed (accounting.md section 5). */
export type CostMethod = 'moving_average' | 'fifo'

/**
 * Goods that came together and are still there: thousandths, and what all of them cost, sen. `of` tells the delivery they
 * came with from the others, where that is known.
 */
export type StockLot = { readonly qty: number; readonly cost: Sen; readonly of?: number | undefined }

/** What there is of an item, the oldest first; by moving average it is one lot. */
export type Stock = readonly StockLot[]

/** Quantity in thousandths and value in sen of all that is there. */
export function stockTotals(stock: Stock): { qty: number; value: Sen } {
  return { qty: sumSen(stock.map(({ qty }) => qty)), value: sumSen(stock.map(({ cost }) => cost)) }
}

/** Goods come in: a lot of their own, or mixed with what is there (accounting.md section 5). */
export function withLot(method: CostMethod, stock: Stock, lot: StockLot): Stock {
  return method === 'fifo' ? [...stock, lot] : mixed([...stock, lot])
}

/** Goods that had left come back at what they cost then: in front of all others, for they are the oldest. */
export function withLotBack(method: CostMethod, stock: Stock, lot: StockLot): Stock {
  return method === 'fifo' ? [lot, ...stock] : mixed([lot, ...stock])
}

function mixed(lots: Stock): Stock {
  const { qty, value } = stockTotals(lots)
  return [{ qty, cost: value }]
}

/**
 * Takes `qty` thousandths, the oldest lot first, and says what they cost, sen: a part of a lot its part of the cost to
 * the nearest sen, all that is left of it all that is left of its cost, so that nothing is worth nothing. More than there
 * is cannot be taken: ask `stockTotals` first.
 */
export function takenFrom(stock: Stock, qty: number): { cost: Sen; stock: Stock } {
  return inAll(lotsTaken(stock, qty))
}

/**
 * Goods go back to who sold them, sen: by moving average at what was paid for them, so that what stays costs what it did
 * before they came (accounting.md section 8); never at more than all that is there is worth, and the last of them at
 * just that. By FIFO they leave the lot they came with, at what that is worth; what is no more there of it, the oldest
 * do. More than there is cannot go back: ask `stockTotals` first.
 */
export function givenBack(method: CostMethod, stock: Stock, lot: StockLot): { cost: Sen; stock: Stock } {
  const { qty, value } = stockTotals(stock)
  if (method === 'fifo') return inAll(lotsTaken(stock, lot.qty, { ...lot, cost: paidOrWorth(stock, lot) }))
  if (lot.qty === qty) return takenFrom(stock, lot.qty)
  const cost = sen(Math.min(lot.cost, value))
  return { cost, stock: [{ qty: qty - lot.qty, cost: sen(value - cost) }] }
}

/** What is paid for goods is rounded to a rupiah: by so much it differs from their part of a lot and is meant to be that. */
const roundings = 100

/** What was paid for a part of a lot; what it is worth, where somebody said that this is another value. */
function paidOrWorth(stock: Stock, { of, qty, cost }: StockLot): Sen {
  const own = stock.find((lot) => isOf(lot, of))
  if (!own || qty >= own.qty) return cost
  const worth = partOfCost(own, qty)
  return Math.abs(cost - worth) <= roundings ? cost : worth
}

function inAll({ taken, left }: { taken: Stock; left: Stock }): { cost: Sen; stock: Stock } {
  return { cost: stockTotals(taken).value, stock: left }
}

/**
 * Which parts of lots leave when `qty` thousandths do, and what stays: the oldest go first, before them those of the
 * delivery that goes back, at its cost as long as some of that lot stay.
 */
export function lotsTaken<Lot extends StockLot>(
  stock: readonly Lot[],
  qty: number,
  back?: StockLot,
): { taken: Lot[]; left: Lot[] } {
  const own = back && stock.find((lot) => isOf(lot, back.of))
  const ofOwn = Math.min(own?.qty ?? 0, qty)
  let wanted = qty - ofOwn
  const taken: Lot[] = []
  const left: Lot[] = []
  for (const lot of stock) {
    const part = lot === own ? ofOwn : Math.min(lot.qty, wanted)
    if (lot !== own) wanted -= part
    const isPaid = back !== undefined && lot === own && part < lot.qty
    const cost = isPaid ? sen(Math.min(back.cost, lot.cost)) : partOfCost(lot, part)
    if (part > 0) taken.push({ ...lot, qty: part, cost })
    if (part < lot.qty) left.push({ ...lot, qty: lot.qty - part, cost: sen(lot.cost - cost) })
  }
  return { taken, left }
}

function isOf(lot: StockLot, of: number | undefined): boolean {
  return of !== undefined && lot.of === of
}

function partOfCost({ qty, cost }: StockLot, taken: number): Sen {
  if (taken === 0) return sen(0)
  return taken === qty ? cost : shareInSen(cost, { part: BigInt(taken), whole: BigInt(qty) }, 'half_up')
}

/** Goods that come in with what all of them cost, or go out; thousandths and sen. */
export type StockMove = {
  readonly date: CalendarDate
  readonly kind: 'in' | 'out'
  readonly qty: number
  readonly cost?: Sen | undefined
}

/** A move with what it cost and what is there after it. */
export type CostedMove = StockMove & { readonly cost: Sen; readonly qtyAfter: number; readonly valueAfter: Sen }

/**
 * The card of an item: what each move cost and what is there after it. Refuses INVALID_INPUT for moves that are not in
 * the order of their days, goods that come in without their cost, and more going out than there is.
 */
export function stockCost(input: {
  readonly method: CostMethod
  readonly opening?: Stock | undefined
  readonly moves: readonly StockMove[]
}): { moves: CostedMove[]; closing: { qty: number; value: Sen } } {
  let stock = (input.opening ?? []).reduce<Stock>((all, lot) => withLot(input.method, all, lot), [])
  const moves = input.moves.map((move, index): CostedMove => {
    if (move.date < (input.moves[index - 1]?.date ?? move.date)) {
      throw invalidInput(['moves', index, 'date'], 'not_in_order')
    }
    const { cost, stock: after } = moved(input.method, stock, move, index)
    stock = after
    const { qty: qtyAfter, value: valueAfter } = stockTotals(stock)
    return { ...move, cost, qtyAfter, valueAfter }
  })
  return { moves, closing: stockTotals(stock) }
}

function moved(method: CostMethod, stock: Stock, move: StockMove, index: number): { cost: Sen; stock: Stock } {
  const { kind, qty, cost } = move
  if (kind === 'in') {
    if (cost === undefined) throw invalidInput(['moves', index, 'cost'], 'required')
    return { cost, stock: withLot(method, stock, { qty, cost }) }
  }
  if (cost !== undefined) throw invalidInput(['moves', index, 'cost'], 'cost_is_reckoned')
  const inStock = stockTotals(stock).qty
  if (qty > inStock) throw invalidInput(['moves', index, 'qty'], 'stock_too_low', { inStock })
  return takenFrom(stock, qty)
}
