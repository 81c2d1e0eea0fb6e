import type { tax as id } from '../id/tax.ts'
import type { Shape } from '../shape.ts'

/** Words of the year's tax. */
export const tax: Shape<typeof id> = {
  title: 'Income tax',
  text: 'Turnover month by month, the final tax due, and what was recorded.',
  year: 'Year',
  regime: 'Tax of this year',
  regimes: {
    final_0_5: 'Final tax, 0.5% of turnover',
    article_31e: 'Article 31E (reckoned once a year)',
    none: 'No income tax',
  },
  undecided: 'Not decided yet',
  startYear: 'First year of final tax',
  startYearText: 'It goes for four tax years. Leave empty: the year of founding, 2018 at the earliest.',
  saveRegime: 'Save the tax',
  regimeSaved: 'Tax of {{year}}: {{regime}}.',
  warning: {
    regime_missing: 'The tax of this year is not decided. Decide it first, then final tax can be reckoned.',
    final_period_over: 'The years of final tax ended with {{lastYear}}. Ask the tax office which tax holds now.',
    above_limit: 'Turnover of twelve months is above {{limit}}. Ask the tax office.',
    posted_differs:
      'The turnover of a month changed after its tax was recorded. Reverse its voucher, then record it again.',
  },
  month: 'Month',
  turnover: 'Turnover',
  due: 'Final tax',
  posted: 'Recorded',
  voucher: 'Voucher',
  twelveMonths: 'Turnover of 12 months',
  list: 'Turnover and tax of {{year}}',
  opens: 'opens its voucher',
  postTitle: 'Record the final tax of a month',
  postMonth: 'Month',
  postNone: 'Choose a month',
  postLine: '{{month}}: {{amount}}',
  date: 'Day of the voucher',
  dateText: 'The last day of that month, or a later one if the month is locked.',
  post: 'Record the tax due',
  saved: 'The final tax of {{month}} was recorded: {{amount}} of a turnover of {{turnover}}.',
  nothing: 'There is no month whose tax is not recorded.',
  pay: 'Paying it is recorded under Money out, for final tax payable.',
  toSpend: 'Pay the tax',
  print: 'Print the tax sheet',
}
