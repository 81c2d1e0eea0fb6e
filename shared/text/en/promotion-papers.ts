import type { promotionPapers as id } from '../id/promotion-papers.ts'
import type { Shape } from '../shape.ts'

export const promotionPapers: Shape<typeof id> = {
  column: {
    what: 'Benefit',
    measure: 'How much',
    outside: 'Price elsewhere',
    source: 'Source and date',
    own: 'Here',
    elsewhere: 'Elsewhere',
    benefit: 'Members’ benefit',
  },
  group: {
    bought: '1. Joint buying',
    sold: '2. Joint marketing and processing',
    credit: '3. Savings and loans',
    surplus: '4. Members’ share of the surplus',
  },
  loans: 'Interest on members’ loans',
  savings: 'Interest on members’ savings',
  mean: '{{amount}} on average',
  price: '{{amount}} / {{unit}}',
  rate: '{{pct}}% a year',
  source: '{{source}}, {{date}}',
  missing: 'not entered',
  sum: 'Total',
  promotion: 'TOTAL ECONOMIC BENEFIT (MEPPP)',
  surplus: 'Members’ share of the surplus',
  total: 'TOTAL ECONOMIC PROMOTION OF MEMBERS',
  perMember: 'Mean per member',
  perMemberText: '{{amount}} for {{members}} members',
  missingNote: '{{count}} lines have no price to compare with and are not counted.',
  openNote: 'Up to {{date}}: the book year is not over.',
  method:
    'Buying: price elsewhere less what was paid. Marketing: what was received less price elsewhere. Loans: interest elsewhere less interest here. Savings: interest here less bank interest.',
}
