import { depreciationCalculator } from '../../../shared/contract/asset-calculators.ts'
import { memberIdNumberCalculator, wordsCalculator } from '../../../shared/contract/general-calculators.ts'
import { healthScoreCalculator } from '../../../shared/contract/health-calculators.ts'
import {
  allowanceCalculator,
  collectibilityCalculator,
  loanScheduleCalculator,
} from '../../../shared/contract/loan-calculators.ts'
import { packPriceCalculator } from '../../../shared/contract/price-calculators.ts'
import {
  savingsInterestCalculator,
  savingsInterestTaxCalculator,
} from '../../../shared/contract/savings-calculators.ts'
import { costOfSalesCalculator, stockCostCalculator } from '../../../shared/contract/stock-calculators.ts'
import { surplusCalculator } from '../../../shared/contract/surplus-calculators.ts'
import { calculates, os } from './base.ts'

export const calc = {
  words: os.calc.words.handler(calculates(wordsCalculator)),
  memberIdNumber: os.calc.memberIdNumber.handler(calculates(memberIdNumberCalculator)),
  savingsInterest: os.calc.savingsInterest.handler(calculates(savingsInterestCalculator)),
  savingsInterestTax: os.calc.savingsInterestTax.handler(calculates(savingsInterestTaxCalculator)),
  loanSchedule: os.calc.loanSchedule.handler(calculates(loanScheduleCalculator)),
  collectibility: os.calc.collectibility.handler(calculates(collectibilityCalculator)),
  allowance: os.calc.allowance.handler(calculates(allowanceCalculator)),
  stockCost: os.calc.stockCost.handler(calculates(stockCostCalculator)),
  costOfSales: os.calc.costOfSales.handler(calculates(costOfSalesCalculator)),
  depreciation: os.calc.depreciation.handler(calculates(depreciationCalculator)),
  shu: os.calc.shu.handler(calculates(surplusCalculator)),
  healthScore: os.calc.healthScore.handler(calculates(healthScoreCalculator)),
  packPrice: os.calc.packPrice.handler(calculates(packPriceCalculator)),
}
