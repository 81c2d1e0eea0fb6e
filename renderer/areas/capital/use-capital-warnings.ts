import { useText } from '../../ui/text.ts'

const words = {
  fund_over_budget: 'overBudget',
  fund_laid_out: 'laidOut',
  fund_overspent: 'overspent',
  fund_above_agreement: 'aboveAgreement',
  fund_outside_period: 'outsidePeriod',
  fund_other_account: 'otherAccount',
  budget_below_spent: 'budgetBelowSpent',
  bank_below_zero: 'bankBelowZero',
} as const
const codes = Object.keys(words) as (keyof typeof words)[]

/** What a posting of this area warns of, as sentences. */
export function useCapitalWarnings(given: readonly string[]): string[] {
  const { t } = useText()
  return codes.filter((code) => given.includes(code)).map((code) => t(($) => $.capital.warning[words[code]]))
}
