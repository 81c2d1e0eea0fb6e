import { comparePlan, explainLine } from '../services/budget/comparison.ts'
import { getPlan, proposePlan, setPlan } from '../services/budget/plan.ts'
import { os, reads, writes } from './base.ts'

export const budget = {
  get: os.budget.get.handler(reads(getPlan)),
  set: os.budget.set.handler(writes(setPlan)),
  propose: os.budget.propose.handler(reads(proposePlan)),
  compare: os.budget.compare.handler(reads(comparePlan)),
  explain: os.budget.explain.handler(writes(explainLine)),
}
