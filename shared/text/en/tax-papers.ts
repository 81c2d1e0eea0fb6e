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
  owed: 'Not paid yet',
  prepaid: 'Paid in advance',
  rated: '{{income}} × {{rate}}%',
  article31e: {
    turnover: 'Turnover of the year',
    surplus: 'Surplus before tax',
    bankInterest: 'Bank interest, taxed by itself',
    grants: 'Grants and programmes',
    taxable: 'Taxable income',
    said: 'Taxable income, typed in',
    half: 'Taxed at half the rate (half of 22%)',
    full: 'Taxed at the full rate',
    tax: 'Income tax of the year',
    recorded: 'Income tax that was recorded',
  },
  column: {
    month: 'Month',
    turnover: 'Turnover',
    tax: 'Final tax',
    posted: 'Recorded',
    withheld: 'Withheld by others',
    left: 'To pay ourselves',
    voucher: 'Voucher',
    twelveMonths: 'Turnover of 12 months',
    carried: 'Below zero before',
  },
  note: 'Turnover is all income from members and others (accounts 41, 42 and 43) less what came back, by the books. Of goods in keeping the commission of the cooperative alone counts. Bank interest, grants and other income (accounts 48) are no turnover.',
  composition: {
    title: 'What turnover is made of',
    columns: { code: 'Code', name: 'Account', line: 'Line of the surplus statement', amount: 'Amount' },
    parts: {
      goods: 'Own goods, less what came back',
      commission: 'Commission on goods in keeping',
      services: 'Other services',
      loans: 'Savings and loans',
      other: 'Other',
    },
  },
  carriedNote:
    'A month in which more came back than was sold lowers the taxed turnover of the months after it in the same year.',
  withheldNote:
    'What others withheld, a marketplace for one, is taken off what has to be paid; what is left of it is used in the next month.',
  article31eNote:
    'As the books say, without fiscal corrections. Half the rate goes for a turnover up to Rp4.8 billion a year (article 31E).',
  limit: 'Limit of turnover in 12 months {{limit}}.',
  warning: {
    regime_missing: 'The tax of this year is not decided yet; no final tax is reckoned.',
    final_period_over: 'The years of final tax of this cooperative are over.',
    above_limit: 'Turnover of 12 months is above the limit.',
    posted_differs: 'A month has another tax recorded than is reckoned: its turnover changed after that.',
    posted_wrongly: 'Final tax was recorded, but this year is not under the final tax.',
  },
}
