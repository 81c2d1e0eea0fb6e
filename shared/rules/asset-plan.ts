import { addDays, type CalendarDate, type CalendarMonth, monthOf, monthsBetween } from '../calendar.ts'
import { type DepreciationMethod, depreciation } from './depreciation.ts'
import { type Sen, sen, sumSen } from './money.ts'

/** Where what an asset lost is kept, by where it stands (chart 181xx, 189xx); software is written off directly. */
export const contraAccounts: Readonly<Record<string, string | null>> = {
  '18101': null,
  '18102': '18901',
  '18103': '18902',
  '18104': '18903',
  '18105': '18904',
  '19101': '19101',
}

/** How an asset is depreciated, and where it stands: sen, of which `takenOver` was written off in the books before. */
export interface AssetStanding {
  readonly acquiredOn: CalendarDate
  /** The first month that is depreciated in this book. */
  readonly firstMonth: CalendarMonth
  readonly months: number | null
  readonly method: DepreciationMethod | null
  readonly ratePct: string | null
  readonly residual: number
  readonly cost: number
  readonly accumulated: number
  readonly takenOver: number
}

/** The month from which an asset is depreciated here that was taken over at the end of a day. */
export function monthAfterTakeover(date: CalendarDate): CalendarMonth {
  return monthOf(addDays(date, 1))
}

/**
 * What an asset still loses up to the end of a month, sen: all that its terms take until then, less what is written off
 * already. Months that were left out, and what was added to its cost since, come with the next. What was taken over with
 * something written off is spread over what is left of its life, one month at least.
 */
export function depreciationDue(asset: AssetStanding, month: CalendarMonth): Sen {
  const { months, method, residual, cost, takenOver, accumulated, firstMonth, ratePct } = asset
  const base = cost - takenOver
  if (months === null || method === null || month < firstMonth || base <= residual) return sen(0)
  const elapsed = Math.max(0, monthsBetween(monthOf(asset.acquiredOn), firstMonth))
  const { rows } = depreciation({
    ...{ cost: sen(base), residual: sen(residual), months: Math.max(1, months - elapsed), method },
    ...{ acquiredOn: `${firstMonth}-01`, ratePctPerYear: ratePct ?? undefined },
  })
  const planned = sumSen(rows.filter((row) => row.month <= month).map(({ amount }) => amount))
  return sen(Math.max(0, planned - (accumulated - takenOver)))
}
