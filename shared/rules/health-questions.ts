import type { HealthAnswers, HealthPart } from './health-score.ts'

/** The 38 questions about management, by part, in the order of the form (accounting.md section 8.1). */
export const healthQuestionList = {
  general: [
    ...(['vision', 'three_year_plan', 'yearly_plan', 'plans_agree', 'plans_known', 'managers_decide'] as const),
    ...(['board_commits', 'staff_rules', 'no_meddling', 'members_raise_capital', 'no_favours', 'supervises'] as const),
  ],
  institutional: ['chart', 'job_descriptions', 'supervisors', 'procedures', 'procedures_followed', 'documents_safe'],
  capital: ['capital_keeps_up', 'members_capital_grows', 'reserve_quarter', 'savings_grow', 'assets_from_capital'],
  assets: [
    ...(['mostly_current', 'loans_secured', 'allowance_covers', 'losses_collected', 'loan_procedure'] as const),
    ...(['allowance_policy', 'prudent_analysis', 'committee', 'use_monitored', 'collateral_inspected'] as const),
  ],
  liquidity: ['liquidity_policy', 'standby_credit', 'maturities', 'policy_fits', 'information_system'],
} as const satisfies Record<HealthPart, readonly string[]>

export type HealthQuestion = (typeof healthQuestionList)[HealthPart][number]

export const healthQuestionKeys = Object.values(healthQuestionList).flat() as [HealthQuestion, ...HealthQuestion[]]

/** Which part a question belongs to. */
export function partOf(question: HealthQuestion): HealthPart {
  const parts = Object.keys(healthQuestionList) as HealthPart[]
  return parts.find((part) => (healthQuestionList[part] as readonly string[]).includes(question)) ?? 'general'
}

/** How many questions of each part are answered with yes. */
export function countedYes(yes: (question: HealthQuestion) => boolean): HealthAnswers {
  const count = (part: HealthPart) => healthQuestionList[part].filter((question) => yes(question)).length
  return {
    ...{ general: count('general'), institutional: count('institutional'), capital: count('capital') },
    ...{ assets: count('assets'), liquidity: count('liquidity') },
  }
}
