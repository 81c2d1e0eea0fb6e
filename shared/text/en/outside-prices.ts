import type { outsidePrices as id } from '../id/outside-prices.ts'
import type { Shape } from '../shape.ts'

export const outsidePrices: Shape<typeof id> = {
  title: 'Prices elsewhere',
  text: 'Prices and interest outside the cooperative, with source and day, for the report of economic promotion.',
  credit: 'Savings and loans',
  bought: 'Goods that members bought',
  sold: 'What members sold to the cooperative or through it',
  loans: 'Loan interest elsewhere (% a year)',
  savings: 'Bank interest on savings (% a year)',
  price: '{{item}}: price elsewhere per {{unit}}',
  here: 'Here {{amount}} for {{qty}} {{unit}}',
  mean: 'Here {{amount}} on {{mean}} on average',
  source: 'Source',
  seenOn: 'Seen on',
  benefit: 'Members’ benefit so far {{amount}}',
  none: 'Members bought or sold no goods through the cooperative this year.',
  save: 'Save prices',
  saved: 'Prices elsewhere of {{year}} are saved.',
  report: 'See the promotion report',
}
