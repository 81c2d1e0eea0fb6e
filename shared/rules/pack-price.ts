import type { Decimal } from 'decimal.js'
import { invalidInput } from '../errors.ts'
import { Exact, roundToSen, type Sen, sen, sumSen } from './money.ts'

export type PackPriceInput = {
  /** How many packs one batch gives. */
  readonly packs: number
  /** What one batch costs, sen; overhead is what it costs however many packs are sold: fuel, rent, the day's share. */
  readonly materials?: Sen | undefined
  readonly labour?: Sen | undefined
  readonly packaging?: Sen | undefined
  readonly overhead?: Sen | undefined
  /** One of the three: profit as a part of the price, as a part of the cost, or a price to be looked at. */
  readonly marginPct?: string | undefined
  readonly markupPct?: string | undefined
  readonly price?: Sen | undefined
  /** Prices are rounded up to multiples of this, sen; Rp1 unless said otherwise. */
  readonly roundTo?: Sen | undefined
}

export type PackPrice = {
  readonly batchCost: Sen
  /** Half up to the sen. */
  readonly costPerPack: Sen
  readonly price: Sen
  readonly profitPerPack: Sen
  /** If all of a batch is sold. */
  readonly profitPerBatch: Sen
  /** Profit over price and over cost, decimal strings with at most two places, cut off. */
  readonly marginPct: string
  readonly markupPct: string
  /** The least price at which a batch that is sold out loses nothing. */
  readonly breakEvenPrice: Sen
  /** How many packs must be sold at the price to earn the overhead; null where each costs more than it brings. */
  readonly breakEvenPacks: number | null
}

const hundred = new Exact(100)

/**
 * What one pack costs, and what it must be sold for, amounts in sen. A margin is a part of the price: price = cost ÷
 * (1 − margin). A mark-up is a part of the cost: price = cost × (1 + mark-up). Prices are rounded up, so that the margin is
 * never less than was asked for. Each pack sold earns its price less materials, labour and packaging; as many as earn the
 * overhead together are the break-even. Usual cost accounting, no regulation.
 *
 * Refused with INVALID_INPUT: `required` (no way to a price), `not_together` (two), `amount_not_positive` (nothing costs
 * anything), `margin_too_large` (100 % or more of the price), `amount_too_large`.
 */
export function packPrice(input: PackPriceInput): PackPrice {
  const { packs, materials = 0, labour = 0, packaging = 0, overhead = 0, roundTo = 100 } = input
  const batchCost = sumSen([materials, labour, packaging, overhead])
  if (batchCost === 0) throw invalidInput(['materials'], 'amount_not_positive')
  const cost = new Exact(batchCost).div(packs)
  const price = priceOf(input, batchCost)
  const takings = new Exact(price).mul(packs)
  const profit = takings.minus(batchCost)
  return {
    batchCost,
    costPerPack: roundToSen(cost, 'half_up'),
    price,
    profitPerPack: roundToSen(profit.div(packs), 'half_up'),
    profitPerBatch: roundToSen(profit, 'half_up'),
    marginPct: pctOf(profit, takings),
    markupPct: pctOf(profit, new Exact(batchCost)),
    breakEvenPrice: roundToSen(cost, 'up', roundTo),
    breakEvenPacks: breakEven({ takings, running: materials + labour + packaging, overhead, packs }),
  }
}

/** The price that was given, or that the profit asks for; multiplied first, so that what comes out even stays even. */
function priceOf({ packs, price, marginPct, markupPct, roundTo = sen(100) }: PackPriceInput, batchCost: Sen): Sen {
  const [way, second] = Object.entries({ price, marginPct, markupPct }).flatMap(([key, value]) =>
    value === undefined ? [] : [key],
  )
  if (way === undefined) throw invalidInput(['marginPct'], 'required')
  if (second !== undefined) throw invalidInput([second], 'not_together')
  if (price !== undefined) return price
  if (markupPct !== undefined) {
    return roundToSen(hundred.plus(markupPct).mul(batchCost).div(hundred.mul(packs)), 'up', roundTo)
  }
  const left = hundred.minus(marginPct ?? 0)
  if (left.lte(0)) throw invalidInput(['marginPct'], 'margin_too_large')
  return roundToSen(hundred.mul(batchCost).div(left.mul(packs)), 'up', roundTo)
}

function pctOf(part: Decimal, whole: Decimal): string {
  return part.mul(100).div(whole).toDecimalPlaces(2, Exact.ROUND_HALF_UP).toFixed()
}

interface Batch {
  readonly takings: Decimal
  readonly running: number
  readonly overhead: number
  readonly packs: number
}

function breakEven({ takings, running, overhead, packs }: Batch): number | null {
  if (overhead === 0 && takings.gte(running)) return 0
  const earned = takings.minus(running)
  if (earned.lte(0)) return null
  return new Exact(overhead).mul(packs).div(earned).toDecimalPlaces(0, Exact.ROUND_UP).toNumber()
}
