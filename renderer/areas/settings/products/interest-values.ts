import type { CalendarMonth } from '../../../../shared/calendar.ts'
import type { SavingsProduct } from '../../../../shared/contract/savings.ts'

type Rate = SavingsProduct['interest'][number]

/** One step of the rate as it stands in the form. */
export interface TierLine {
  readonly key: string
  readonly from: number | null
  readonly rate: string | null
}

/** How a product earns, as it stands in the form. */
export interface InterestValues {
  readonly fromMonth: CalendarMonth
  readonly tiers: readonly TierLine[]
  readonly method: Rate['method']
  readonly dayBasis: Rate['dayBasis']
  readonly rounding: Rate['rounding']
  readonly openingCounts: boolean
  readonly minimumBalance: number | null
}

/** The terms that hold now, to be changed; the usual ones where there were none. */
export function interestValues(rates: readonly Rate[], fromMonth: CalendarMonth): InterestValues {
  const now = rates.at(-1)
  const tiers = (now?.tiers ?? []).map(({ from, ratePctPerYear }, index): TierLine => {
    return { key: String(index), from, rate: ratePctPerYear }
  })
  return {
    fromMonth,
    tiers: tiers.length === 0 ? [{ key: '0', from: 0, rate: null }] : tiers,
    method: now?.method ?? 'lowest',
    dayBasis: now?.dayBasis ?? 'twelfths',
    rounding: now?.rounding ?? 'down',
    openingCounts: now?.openingCounts ?? true,
    minimumBalance: now?.minimumBalance ? now.minimumBalance : null,
  }
}

/** What `savings.setInterest` is told; a step that was not filled in is refused there, at its place. */
export function interestInput({ tiers, minimumBalance, ...terms }: InterestValues) {
  return {
    ...terms,
    minimumBalance: minimumBalance ?? 0,
    tiers: tiers.map(({ from, rate }) => ({ from: from ?? -1, ratePctPerYear: rate ?? '' })),
  }
}
