import { ask } from './ask.ts'
import type { Answer } from './case.ts'

type Layers = { readonly layers: readonly (readonly [number, number])[]; readonly sold: number }

/** What a shop knows that keeps no cards and counts at the end, in rupiah. */
type Counted = {
  readonly opening_inventory?: number
  readonly purchases?: number
  readonly freight_in?: number
  readonly purchase_returns?: number
  readonly purchase_discounts?: number
  readonly closing_inventory?: number
  readonly sales?: number
  readonly net_sales?: number
  readonly sales_returns?: number
  readonly sales_discounts?: number
}

type Inputs = Counted & { readonly fifo?: Layers; readonly lifo?: Layers; readonly average?: Layers }

const notAllowed = 'the last bought first is not allowed by the standard, and the program has no such method'

/** Goods bought at one price a layer, then sold: what the sold ones cost and what is left. */
function valued(method: 'fifo' | 'moving_average', { layers, sold }: Layers) {
  const date = '2026-01-31'
  const bought = layers.map(([units, price]) => ({ date, kind: 'in', qty: units * 1000, cost: units * price * 100 }))
  const { moves, closing } = ask('stockCost', { method, moves: [...bought, { date, kind: 'out', qty: sold * 1000 }] })
  const cost = moves.at(-1)?.cost ?? 0
  return { cost_of_goods_sold: cost / 100, closing_stock: closing.value / 100, unit_cost: cost / 100 / sold }
}

function countedAtTheEnd(inputs: Counted) {
  const inSen = (rupiah: number | undefined) => (rupiah === undefined ? undefined : rupiah * 100)
  const told = ask('costOfSales', {
    opening: inSen(inputs.opening_inventory ?? 0),
    purchases: inSen(inputs.purchases ?? 0),
    freightIn: inSen(inputs.freight_in),
    purchaseReturns: inSen(inputs.purchase_returns),
    purchaseDiscounts: inSen(inputs.purchase_discounts),
    closing: inSen(inputs.closing_inventory ?? 0),
    sales: inSen(inputs.sales ?? inputs.net_sales),
    salesReturns: inSen(inputs.sales_returns),
    salesDiscounts: inSen(inputs.sales_discounts),
  })
  return {
    net_purchases: told.netPurchases / 100,
    goods_available: told.available / 100,
    cost_of_goods_sold: told.costOfSales / 100,
    net_sales: told.netSales / 100,
    gross_profit: told.grossProfit / 100,
  }
}

export function stockValuationCase(inputs: Inputs): Answer {
  const { fifo, lifo, average, closing_inventory } = inputs
  return {
    answers: {
      ...(fifo && { fifo: valued('fifo', fifo) }),
      ...(average && { average: valued('moving_average', average) }),
      ...(closing_inventory !== undefined && countedAtTheEnd(inputs)),
    },
    unanswered: lifo ? { 'lifo.cost_of_goods_sold': notAllowed, 'lifo.closing_stock': notAllowed } : {},
  }
}
