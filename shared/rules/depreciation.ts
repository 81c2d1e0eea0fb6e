import { addMonthsToMonth, type CalendarDate, type CalendarMonth, monthOf } from '../calendar.ts'
import { invalidInput } from '../errors.ts'
import { Exact, roundToSen, type Sen, sen } from './money.ts'

/** The same every month, or a part of what is left at the start of each year. */
export type DepreciationMethod = 'straight_line' | 'declining'

/** What an asset cost and what it is worth at the end, sen, and how long it lasts. */
export interface DepreciationTerms {
  readonly cost: Sen
  readonly residual: Sen
  readonly months: number
  readonly acquiredOn: CalendarDate
  readonly method: DepreciationMethod
  /** Percent a year as a decimal string; only for declining. */
  readonly ratePctPerYear?: string | undefined
}

/** What a month takes, and what the asset stands at after it, sen. */
export type DepreciationRow = { readonly month: CalendarMonth; readonly amount: Sen; readonly bookValue: Sen }

/** A month is reckoned in whole rupiah. */
const step = 100

/** How long an asset may last: fifty years. */
export const monthsMax = 600

/**
 * What an asset loses month by month, the month it was acquired in being the first, so that after the last it stands at
 * its residual value exactly. Amounts are whole rupiah rounded down and the last month takes the rest. Declining takes a
 * twelfth of the rate of what the asset stood at when the calendar year began (its cost in the first), and never goes
 * below the residual value; what the rate leaves is in the last month. Refuses INVALID_INPUT for a residual value above
 * the cost, declining without a rate, and a rate that is not used.
 */
export function depreciation(terms: DepreciationTerms): { rows: DepreciationRow[] } {
  requireTerms(terms)
  const { cost, residual, months, acquiredOn } = terms
  const first = monthOf(acquiredOn)
  const rows: DepreciationRow[] = []
  let [left, yearly] = [cost, cost]
  for (let n = 0; n < months; n++) {
    const month = addMonthsToMonth(first, n)
    if (month.endsWith('-01')) yearly = left
    const available = left - residual
    const amount = n === months - 1 ? sen(available) : sen(Math.min(monthly(terms, yearly), available))
    left = sen(left - amount)
    rows.push({ month, amount, bookValue: left })
  }
  return { rows }
}

function requireTerms({ cost, residual, method, ratePctPerYear: rate }: DepreciationTerms): void {
  if (residual > cost) throw invalidInput(['residual'], 'residual_above_cost', { available: cost })
  if (method === 'straight_line') {
    if (rate !== undefined) throw invalidInput(['ratePctPerYear'], 'not_together')
    return
  }
  if (rate === undefined) throw invalidInput(['ratePctPerYear'], 'required')
  if (new Exact(rate).lte(0)) throw invalidInput(['ratePctPerYear'], 'rate_not_positive')
}

function monthly({ cost, residual, months, method, ratePctPerYear = '0' }: DepreciationTerms, yearly: Sen): Sen {
  if (method === 'straight_line') return roundToSen(new Exact(cost).minus(residual).div(months), 'down', step)
  return roundToSen(new Exact(yearly).mul(ratePctPerYear).div(1200), 'down', step)
}
