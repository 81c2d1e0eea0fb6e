import type { z } from 'zod'
import { depreciationCalculator } from './asset-calculators.ts'
import type { Calculator } from './calculator.ts'
import { memberIdNumberCalculator, wordsCalculator } from './general-calculators.ts'
import { healthScoreCalculator } from './health-calculators.ts'
import { allowanceCalculator, collectibilityCalculator, loanScheduleCalculator } from './loan-calculators.ts'
import { packPriceCalculator } from './price-calculators.ts'
import { beforeBook } from './procedure.ts'
import { savingsInterestCalculator, savingsInterestTaxCalculator } from './savings-calculators.ts'
import { costOfSalesCalculator, stockCostCalculator } from './stock-calculators.ts'
import { surplusCalculator } from './surplus-calculators.ts'

/** A calculator as a procedure: the same schemas, for whoever stands at a door. */
function offered<Input extends z.ZodType, Output extends z.ZodType>({ input, output }: Calculator<Input, Output>) {
  return beforeBook.input(input).output(output)
}

/** The calculators at every door, the screens' *Kalkulator* among them; `lumbung calc` runs the same without a book. */
export const calcContract = {
  words: offered(wordsCalculator),
  memberIdNumber: offered(memberIdNumberCalculator),
  savingsInterest: offered(savingsInterestCalculator),
  savingsInterestTax: offered(savingsInterestTaxCalculator),
  loanSchedule: offered(loanScheduleCalculator),
  collectibility: offered(collectibilityCalculator),
  allowance: offered(allowanceCalculator),
  stockCost: offered(stockCostCalculator),
  costOfSales: offered(costOfSalesCalculator),
  depreciation: offered(depreciationCalculator),
  shu: offered(surplusCalculator),
  healthScore: offered(healthScoreCalculator),
  packPrice: offered(packPriceCalculator),
}
