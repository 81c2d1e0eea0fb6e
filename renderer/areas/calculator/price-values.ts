import type { Client } from '../../client.ts'

export type PriceInput = Parameters<Client['calc']['packPrice']>[0]

/** How somebody comes to a price: profit as a part of it, profit on top of the cost, or a price that is there already. */
export const priceWays = ['marginPct', 'markupPct', 'price'] as const
export type PriceWay = (typeof priceWays)[number]

/** To what prices are rounded up, sen. */
export const priceSteps = { rp1: 1_00, rp100: 100_00, rp500: 500_00, rp1000: 1_000_00 } as const
export type PriceStep = keyof typeof priceSteps

export const batchCosts = ['materials', 'labour', 'packaging', 'overhead'] as const

/** What stands in the fields of the price calculator. */
export interface PriceValues extends Readonly<Record<(typeof batchCosts)[number], number | null>> {
  readonly packs: number | null
  readonly way: PriceWay
  readonly marginPct: string | null
  readonly markupPct: string | null
  readonly price: number | null
  readonly step: PriceStep
}

export const usualPrice: PriceValues = {
  ...{ packs: null, materials: null, labour: null, packaging: null, overhead: null },
  ...{ way: 'marginPct', marginPct: '20', markupPct: '25', price: null, step: 'rp100' },
}

/** What `calc.packPrice` is asked; undefined while there is nothing to reckon with. */
export function priceInput(values: PriceValues): PriceInput | undefined {
  const { packs, materials, labour, packaging, overhead, way, step } = values
  const profit = values[way]
  const costs = Object.fromEntries(
    Object.entries({ materials, labour, packaging, overhead }).filter(([, amount]) => amount !== null && amount !== 0),
  )
  if (packs === null || profit === null || Object.keys(costs).length === 0) return undefined
  return { packs, ...costs, [way]: profit, roundTo: priceSteps[step] }
}
