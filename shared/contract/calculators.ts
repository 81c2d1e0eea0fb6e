import type { z } from 'zod'
import { depreciationCalculator } from './asset-calculators.ts'
import type { Calculator, CalculatorHost } from './calculator.ts'
import { memberIdNumberCalculator, wordsCalculator } from './general-calculators.ts'
import { healthScoreCalculator } from './health-calculators.ts'
import { invalidInputOf } from './issue-words.ts'
import { allowanceCalculator, collectibilityCalculator, loanScheduleCalculator } from './loan-calculators.ts'
import { packPriceCalculator } from './price-calculators.ts'
import { savingsInterestCalculator, savingsInterestTaxCalculator } from './savings-calculators.ts'
import { costOfSalesCalculator, stockCostCalculator } from './stock-calculators.ts'
import { surplusCalculator } from './surplus-calculators.ts'

/**
 * Every calculator of the program: one list for the command line, for `lumbung procedures` and for the Kalkulator
 * screen. They need no book. A new one is a rule in shared/rules and an entry here.
 */
export const calculators = {
  words: wordsCalculator,
  memberIdNumber: memberIdNumberCalculator,
  savingsInterest: savingsInterestCalculator,
  savingsInterestTax: savingsInterestTaxCalculator,
  loanSchedule: loanScheduleCalculator,
  collectibility: collectibilityCalculator,
  allowance: allowanceCalculator,
  stockCost: stockCostCalculator,
  costOfSales: costOfSalesCalculator,
  depreciation: depreciationCalculator,
  shu: surplusCalculator,
  healthScore: healthScoreCalculator,
  packPrice: packPriceCalculator,
} as const

export type CalculatorName = keyof typeof calculators

/**
 * Runs one calculator on an input nobody has checked yet, for every door alike. Refuses with INVALID_INPUT and the
 * issues of the input, or with the rule's own refusal.
 */
export function runCalculator(name: CalculatorName, input: unknown, host: CalculatorHost): unknown {
  const { input: schema, output, run } = calculators[name] as Calculator<z.ZodType, z.ZodType>
  const parsed = schema.safeParse(input)
  if (!parsed.success) throw invalidInputOf(parsed.error.issues)
  return output.parse(run(parsed.data, host))
}
