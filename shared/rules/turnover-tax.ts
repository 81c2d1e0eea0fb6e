import { yearOf } from '../calendar.ts'
import { Exact, roundToSen, type Sen, sen } from './money.ts'

/** Which income tax a cooperative is under in a year (accounting.md section 7). */
export type TaxRegime = 'final_0_5' | 'article_31e' | 'none'

/** Turnover of twelve months up to which the final tax, and half the rate of article 31E, go: Rp4,8 billion in sen. */
export const turnoverLimit = 480_000_000_000

/** How many tax years a cooperative may pay the final tax. */
const finalTaxYears = 4

/** What a month's turnover costs under a regime, sen: 0,5 % in whole rupiah, rounded down; nothing of less than nothing. */
export function turnoverTax(regime: TaxRegime, turnover: Sen): Sen {
  if (regime !== 'final_0_5' || turnover <= 0) return sen(0)
  return roundToSen(new Exact(turnover).mul('0.005'), 'down', 100)
}

/** What the tax of a month is reckoned of, sen. */
interface TaxedMonth {
  /** What earlier months of the year were below nothing and no month since made up for; never above zero. */
  readonly carried: Sen
  /** The month's own turnover with it. */
  readonly taxed: Sen
}

/**
 * The months of a year one after another, their turnover in sen: a month in which more came back than was sold is taken off
 * the months after it, so that a year's sale that was undone is not taxed. It ends with the year, whose tax is settled
 * (returns lower the turnover they belong to; that they lower a later month of the same year is our reading).
 */
export function taxedMonths(turnovers: readonly Sen[]): TaxedMonth[] {
  let carried = 0
  return turnovers.map((turnover) => {
    const month = { carried: sen(carried), taxed: sen(turnover + carried) }
    carried = Math.min(0, month.taxed)
    return month
  })
}

/** The last year of the final tax: four tax years, the one it began in counted. */
export function lastFinalTaxYear(startYear: number): number {
  return startYear + finalTaxYears - 1
}

/** The year final tax began where nobody said: that of the founding, 2018 for older cooperatives. */
export function usualStartYear(foundedOn: string | null, year: number): number {
  return foundedOn === null ? year : Math.max(2018, yearOf(foundedOn))
}
