import type { paper as id } from '../id/paper.ts'
import type { Shape } from '../shape.ts'

export const paper: Shape<typeof id> = {
  page: 'Page {{page}} of {{pages}}',
  code: 'Check code {{code}} · {{entries}} vouchers',
  open: 'period not locked yet',
  locked: 'period locked',
  alarm: 'THIS BOOK MUST BE EXAMINED: some records do not agree',
  practice: 'PRACTICE',
  sample: 'SAMPLE',
  practiceLine: 'PRACTICE: not the real records of a cooperative',
  sampleLine: 'SAMPLE: this cooperative and its figures are made up',
  reversed: 'REVERSED',
  continued: '{{title}} (continued)',
  legal: 'Legal entity No. {{number}}',
  registration: 'Cooperative registration {{number}}',
  phone: 'Phone {{number}}',
  signedAt: '{{place}}, {{date}}',
  stamp: 'Duty stamp',
  knowing: 'Acknowledged by',
  role: { chair: 'Chair', secretary: 'Secretary', treasurer: 'Treasurer', supervisor: 'Supervisor' },
  signer: {
    recorded: 'Recorded by',
    approved: 'Approved by',
    receivedBy: 'Received and recorded by',
    paidBy: 'Paid and recorded by',
    payer: 'Paid in by',
    payee: 'Received by',
    checked: 'Checked by',
    member: 'Member',
    counter: 'Officer',
  },
}
