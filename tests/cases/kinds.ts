import { amountInWordsCase } from './amount-in-words.ts'
import { bookkeepingCycleCase } from './bookkeeping-cycle.ts'
import type { Answer, PublishedCase } from './case.ts'
import { healthScoreCase } from './health-score.ts'
import { loanProvisionCase } from './loan-provision.ts'
import { loanScheduleCase } from './loan-schedule.ts'
import { nikStructureCase } from './nik-structure.ts'
import { savingsInterestCase } from './savings-interest.ts'
import { savingsInterestTaxCase } from './savings-interest-tax.ts'
import { shuDistributionCase } from './shu-distribution.ts'
import { shuMemberExerciseCase } from './shu-member-exercise.ts'
import { stockValuationCase } from './stock-valuation.ts'

/** How the program answers each kind of published case: one mapping per kind, never one per case. */
export const kinds: Readonly<Record<string, (inputs: never, published: PublishedCase) => Answer | Promise<Answer>>> = {
  amount_in_words: amountInWordsCase,
  bookkeeping_cycle: bookkeepingCycleCase,
  health_score: healthScoreCase,
  loan_provision: loanProvisionCase,
  loan_schedule: loanScheduleCase,
  nik_structure: nikStructureCase,
  savings_interest: savingsInterestCase,
  savings_interest_tax: savingsInterestTaxCase,
  shu_distribution: shuDistributionCase,
  shu_member_exercise: shuMemberExerciseCase,
  stock_valuation: stockValuationCase,
}
