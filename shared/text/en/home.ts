import type { home as id } from '../id/home.ts'
import type { Shape } from '../shape.ts'

export const home: Shape<typeof id> = {
  title: 'Home',
  asOf: 'As of {{date}}',
  cash: {
    title: 'Cash and bank',
    total: 'Money at hand',
    in: 'In today',
    out: 'Out today',
    receive: 'Record money in',
    spend: 'Record money out',
  },
  todo: {
    title: 'To do',
    nothing: 'Nothing is waiting. All done.',
    mandatory_unpaid: '{{count}} members have not paid their mandatory savings, {{amount}} in all',
    instalments_due: 'Instalments of {{count}} loans fall due in these seven days, {{amount}} in all',
    loans_behind: '{{count}} loans are behind, {{amount}} in all',
    loan_interest: 'Loan interest of {{month}} is not booked yet',
    loan_allowance: 'What is set aside for loans is not reckoned for {{month}} yet',
    lock_month: '{{month}} is not locked yet',
    backup: '{{count}} entries are not backed up yet',
    neverBackedUp: 'This book was never backed up',
    opening_difference: 'The opening balances do not balance yet, {{amount}} apart',
    cash_count: 'The cash was not counted this month',
    alarm: '{{count}} things in this book do not agree',
  },
  figure: {
    title: 'Growth',
    text: 'Compared with 12 months ago',
    assets: 'Assets',
    own_capital: 'Own capital',
    savings: 'Member savings',
    members: 'Members',
    surplus: 'Surplus this year',
    people: '{{count}} people',
  },
  last: {
    title: 'Last entries',
    date: 'Date',
    voucher: 'Voucher',
    description: 'Description',
    total: 'Amount',
    empty: 'No entries yet. Begin by registering members or entering opening balances.',
  },
  failed: 'The home screen could not be loaded.',
}
