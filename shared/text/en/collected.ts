import type { collected as id } from '../id/collected.ts'
import type { Shape } from '../shape.ts'

export const collected: Shape<typeof id> = {
  column: { principal: 'Principal', interest: 'Interest', penalty: 'Late fee', held: 'Held for later' },
  slip: {
    title: 'Payment Slip',
    member: 'Name',
    number: 'Member no.',
    kind: 'For',
    amount: 'Paid',
    after: 'Balance / still owed',
    loan: 'Loan {{number}}',
    loanParts: '{{loan}}: {{parts}}',
    principal: 'principal {{amount}}',
    interest: 'interest {{amount}}',
    penalty: 'late fee {{amount}}',
    held: 'Held for later instalments',
    total: 'TOTAL',
    words: 'In words',
    officer: 'Treasurer',
  },
  count: '{{members}} members paid.',
  reversed: 'This voucher was reversed.',
}
