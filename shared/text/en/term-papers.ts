import type { termPapers as id } from '../id/term-papers.ts'
import type { Shape } from '../shape.ts'

export const termPapers: Shape<typeof id> = {
  column: {
    certificate: 'Certificate no.',
    amount: 'Amount',
    rate: 'Interest a year',
    months: 'Months',
    startsOn: 'From',
    maturesOn: 'Falls due',
    daysLeft: 'Days left',
    accrued: 'Interest put aside',
  },
  particular: {
    number: 'Certificate no.',
    product: 'Kind of savings',
    member: 'In the name of',
    memberNumber: 'Member no.',
    address: 'Address',
    amount: 'Amount',
    words: 'In words',
    rate: 'Interest',
    months: 'Term',
    startsOn: 'From',
    maturesOn: 'Falls due',
    interest: 'All interest',
    rollover: 'When it falls due',
    payout: 'Interest is paid',
    rolledFrom: 'Placed again from',
  },
  rate: '{{pct}}% a year',
  months: '{{months}} months',
  interest: '{{amount}} until it falls due, before tax',
  rollover: {
    none: 'it is paid back',
    principal: 'the principal is placed again for the same term, the interest is paid',
    principal_and_interest: 'principal and interest are placed again for the same term',
  },
  toSavings: 'every month to account {{number}}',
  atEnd: 'when it falls due',
  holds:
    '{{cooperative}} holds this term deposit of the member named above and pays it back when it falls due to the person named, against this certificate.',
  early: {
    refused: 'This deposit cannot be paid back before it falls due.',
    forfeit_interest: 'If it is paid back before it falls due, no interest is paid.',
    penalty_pct: 'If it is paid back before it falls due, {{pct}}% of the principal is deducted.',
  },
  tax: 'Interest bears income tax as the law asks.',
  personal: 'This certificate is in a person’s name and cannot be passed on. If it is lost, tell the board at once.',
  closed: 'This deposit was paid back on {{date}}.',
  none: 'There was no term deposit on that day.',
  matured: 'Those with no days left have fallen due: {{count}} deposits.',
}
