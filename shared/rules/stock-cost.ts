import type { CalendarDate } from '../calendar.ts'
import { invalidInput } from '../errors.ts'
import { type Sen, sen, shareInSen, sumSen } from './money.ts'

/** How goods that leave are priced. The last bought first (LIFO) is not allowed (accounting.md section 5). */
export type CostMethod = 'moving_average' | 'fifo'

/** Goods that were bought together and are still there: thousandths, and what all of them cost, sen. */
export type StockLot = { readonly qty: number; readonly cost: Sen }

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
  const left: StockLot[] = []
  const costs: Sen[] = []
  let wanted = qty
  for (const lot of stock) {
    const taken = Math.min(lot.qty, wanted)
    wanted -= taken
    const cost = partOfCost(lot, taken)
    costs.push(cost)
    if (taken < lot.qty) left.push({ qty: lot.qty - taken, cost: sen(lot.cost - cost) })
  }
  return { cost: sumSen(costs), stock: left }
}

/**
 * Goods go back to who sold them, sen: by moving average at what was paid for them, so that what stays costs what it did
 * before they came (accounting.md section 8); never at more than all that is there is worth, and the last of them at
 * just that. By FIFO the oldest go, as with any that leave. More than there is cannot go back: ask `stockTotals` first.
 */
export function givenBack(method: CostMethod, stock: Stock, lot: StockLot): { cost: Sen; stock: Stock } {
  const { qty, value } = stockTotals(stock)
  if (method === 'fifo' || lot.qty === qty) return takenFrom(stock, lot.qty)
  const cost = sen(Math.min(lot.cost, value))
  return { cost, stock: [{ qty: qty - lot.qty, cost: sen(value - cost) }] }
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
