import { ask } from './ask.ts'
import type { Answer } from './case.ts'

type Layers = { readonly layers: readonly (readonly [number, number])[]; readonly sold: number }

type Inputs = {
  readonly fifo?: Layers
  readonly lifo?: Layers
  readonly average?: Layers
  readonly opening_inventory?: number
}

const notAllowed = 'the last bought first is not allowed by the standard, and the program has no such method'
const periodic =
  'the sum of a year without a card of goods (opening + purchases - closing): answered by the book, not by a calculator'

/** Goods bought at one price a layer, then sold: what the sold ones cost and what is left. */
function valued(method: 'fifo' | 'moving_average', { layers, sold }: Layers) {
  const date = '2026-01-31'
  const bought = layers.map(([units, price]) => ({ date, kind: 'in', qty: units * 1000, cost: units * price * 100 }))
  const { moves, closing } = ask('stockCost', { method, moves: [...bought, { date, kind: 'out', qty: sold * 1000 }] })
  const cost = moves.at(-1)?.cost ?? 0
  return { cost_of_goods_sold: cost / 100, closing_stock: closing.value / 100, unit_cost: cost / 100 / sold }
}

export function stockValuationCase({ fifo, lifo, average, opening_inventory }: Inputs): Answer {
  const answers = {
    ...(fifo && { fifo: valued('fifo', fifo) }),
    ...(average && { average: valued('moving_average', average) }),
  }
  return {
    answers,
    unanswered: {
      ...(lifo && { 'lifo.cost_of_goods_sold': notAllowed, 'lifo.closing_stock': notAllowed }),
      ...(opening_inventory !== undefined && { cost_of_goods_sold: periodic, gross_profit: periodic }),
    },
  }
}
