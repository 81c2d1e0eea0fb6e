import type { fundReport as id } from '../id/fund-report.ts'
import type { Shape } from '../shape.ts'

export const fundReport: Shape<typeof id> = {
  column: { budgetLine: 'Budget line', planned: 'Planned', spent: 'Spent', left: 'Left' },
  particular: {
    fund: 'Fund',
    donor: 'Donor',
    agreement: 'Agreement number',
    purpose: 'For',
    period: 'Period',
    treatment: 'Kind of fund',
    restriction: 'Condition',
  },
  treatment: { capital: 'capital grant', activity: 'restricted activity money', revolving: 'revolving money' },
  unplanned: 'Goods received',
  total: 'Total',
  what: 'What',
  amount: 'Amount',
  money: 'Money of this fund',
  received: 'Received',
  paid: 'Spent',
  refunded: 'Given back',
  balance: 'Left of the fund',
  claimed: 'Laid out, not yet received from the donor',
  bank: 'Proof by account {{account}}',
  bankBalance: 'Balance of the account',
  ofFund: 'Of this fund',
  ofOtherFunds: 'Of other funds',
  rest: 'The rest, of no fund',
  missing: 'Money is missing on this account: it was moved, or spent on something else.',
}
