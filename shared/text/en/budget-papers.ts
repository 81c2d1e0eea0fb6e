import type { budgetPapers as id } from '../id/budget-papers.ts'
import type { Shape } from '../shape.ts'

export const budgetPapers: Shape<typeof id> = {
  section: {
    income: 'INCOME',
    expense: 'COSTS',
    investing: 'INVESTMENTS',
    financing: 'CAPITAL AND FINANCING',
  },
  total: {
    income: 'Income in all',
    expense: 'Costs in all',
    surplus: 'PLANNED SURPLUS',
    investing: 'Net cash for investments',
    financing: 'Net cash from capital and financing',
  },
  realised: 'SURPLUS',
  column: {
    lastYear: 'Actual {{year}}',
    quarter: 'Quarter {{number}}',
    year: 'Whole year',
    planned: 'Planned to {{month}}',
    actual: 'Actual to {{month}}',
    difference: 'Difference',
    pct: '%',
    plannedYear: 'Planned for the year',
    reason: 'Reason',
    note: 'Remarks',
  },
  draft: 'DRAFT, not decided by the members’ meeting yet',
  decision: 'Decision',
  changed: 'Changed',
  none: 'There is no plan for this year yet.',
  lastYearPart: 'Actual {{year}} holds the {{months}} months that are over.',
  reasonMissing: 'In lines marked * the difference is a tenth or more and nobody wrote down why.',
}
