import { invalidInput } from '../errors.ts'
import { type Sen, sen, sumSen } from './money.ts'

/** What a shop without cards of its goods knows at the end of a time, sen: what was bought, and what a count found. */
export type GoodsCounted = {
  readonly opening: Sen
  readonly purchases: Sen
  readonly freightIn?: Sen | undefined
  readonly purchaseReturns?: Sen | undefined
  readonly purchaseDiscounts?: Sen | undefined
  readonly closing: Sen
  readonly sales?: Sen | undefined
  readonly salesReturns?: Sen | undefined
  readonly salesDiscounts?: Sen | undefined
}

export type CostOfSales = {
  readonly netPurchases: Sen
  readonly available: Sen
  readonly costOfSales: Sen
  readonly netSales: Sen
  readonly grossProfit: Sen
}

/**
 * What the goods that left cost, where only a count at the end tells what is left: opening and net purchases less
 * closing, sen (the reckoning without cards; the book itself keeps cards, accounting.md section 5). Freight adds to what
 * goods cost, returns and discounts take off it. Refuses INVALID_INPUT where more goes back than was bought, more was
 * counted than there can be, or more came back than was sold.
 */
export function costOfSales(counted: GoodsCounted): CostOfSales {
  const bought = sumSen([counted.opening, counted.purchases, counted.freightIn ?? 0])
  const back = sumSen([counted.purchaseReturns ?? 0, counted.purchaseDiscounts ?? 0])
  const available = sen(bought - back)
  if (available < 0) throw invalidInput(['purchaseReturns'], 'more_than_bought')
  if (counted.closing > available) throw invalidInput(['closing'], 'more_than_available', { available })
  const cost = sen(available - counted.closing)
  const netSales = sen((counted.sales ?? 0) - sumSen([counted.salesReturns ?? 0, counted.salesDiscounts ?? 0]))
  if (netSales < 0) throw invalidInput(['salesReturns'], 'more_than_sold')
  return {
    netPurchases: sen(available - counted.opening),
    available,
    costOfSales: cost,
    netSales,
    grossProfit: sen(netSales - cost),
  }
}
