import type { taxPapers as id } from '../id/tax-papers.ts'
import type { Shape } from '../shape.ts'

/** Words on the sheet of the year's tax. */
export const taxPapers: Shape<typeof id> = {
  regime: 'Tax',
  regimes: {
    final_0_5: 'Final income tax, 0.5% of turnover',
    article_31e: 'Rate of article 31E, reckoned once a year',
    none: 'No income tax',
    undecided: 'Not decided yet',
  },
  span: 'Years of final tax',
  spanText: 'tax years {{from}} to {{to}}',
  column: {
    month: 'Month',
    turnover: 'Turnover',
    tax: 'Final tax',
    posted: 'Recorded',
    voucher: 'Voucher',
    twelveMonths: 'Turnover of 12 months',
  },
  note: 'Turnover is all income from members and others less what came back, as the books say.',
  limit: 'Limit of turnover in 12 months {{limit}}.',
  warning: {
    regime_missing: 'The tax of this year is not decided yet; no final tax is reckoned.',
    final_period_over: 'The years of final tax of this cooperative are over.',
    above_limit: 'Turnover of 12 months is above the limit.',
    posted_differs: 'A month has another tax recorded than is reckoned: its turnover changed after that.',
  },
}
