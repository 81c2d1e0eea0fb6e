import { Exact, roundToSen, type Sen } from './money.ts'

/** What one unit of goods costs. */
export interface UnitCost {
  /** Whole rupiah, in sen. */
  readonly each: Sen
  /** True where so many units do not cost exactly `each`: whoever is told it is told this as well. */
  readonly isRounded: boolean
}

/**
 * What one unit cost where `qty` thousandths of it cost `cost` sen in all: half up to the rupiah, because it is told and
 * never posted. The book keeps what all of it cost (accounting.md section 5). `qty` is above zero.
 */
export function unitCost(cost: number, qty: number): UnitCost {
  const exact = new Exact(cost).mul(1000).div(qty)
  const each = roundToSen(exact, 'half_up', 100)
  return { each, isRounded: !exact.eq(each) }
}
