import type { loanPapers as id } from '../id/loan-papers.ts'
import type { Shape } from '../shape.ts'

export const loanPapers: Shape<typeof id> = {
  column: {
    n: 'No.',
    dueOn: 'Due on',
    principal: 'Principal',
    interest: 'Interest',
    payment: 'Instalment',
    closing: 'Principal left',
    unpaid: 'Unpaid',
    paid: 'Paid in all',
    outstanding: 'Still owed',
  },
  particular: {
    member: 'Borrower',
    memberNumber: 'Member no.',
    number: 'Loan no.',
    product: 'Kind of loan',
    principal: 'Principal',
    months: 'Term',
    rate: 'Interest',
    purpose: 'For',
    appliedOn: 'Applied for',
    approved: 'Approved',
    disbursedOn: 'Paid out',
    state: 'State',
  },
  method: {
    flat: 'flat (on the first principal)',
    declining: 'declining (on what is owed)',
    annuity: 'equal instalments (on what is owed)',
    bullet: 'seasonal, principal paid at once',
  },
  rate: { month: '{{pct}}% a month, {{method}}', year: '{{pct}}% a year, {{method}}' },
  months: '{{months}} months, an instalment {{every}}',
  every: {
    month: 'every month',
    months: 'every {{every}} months',
    week: 'every week',
    weeks: 'every {{every}} weeks',
  },
  approved: '{{date}}, by {{name}}',
  state: {
    applied: 'applied for',
    approved: 'approved, not yet paid out',
    disbursed: 'running',
    settled: 'settled',
  },
  schedule: 'Schedule of instalments',
  plan: 'Instalments as they would be if paid out on {{date}}; the binding schedule is printed after the payout.',
  notDisbursed: 'This loan has not been paid out.',
}
