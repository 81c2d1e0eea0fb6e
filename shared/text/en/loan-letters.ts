import type { loanLetters as id } from '../id/loan-letters.ts'
import type { Shape } from '../shape.ts'

export const loanLetters: Shape<typeof id> = {
  title: { first: 'Reminder of Instalments', second: 'Second Demand', third: 'Third and Last Demand' },
  number: '{{loan}}/ST-{{letter}}/{{year}}',
  column: { n: 'No.', dueOn: 'Due on', days: 'Days late', total: 'Unpaid' },
  particular: { number: 'Number', about: 'About', to: 'To', memberNumber: 'Member no.', address: 'Address' },
  about: 'Unpaid instalments of loan {{loan}}',
  address: { female: 'Mrs', male: 'Mr' },
  to: '{{address}} {{name}}',
  greeting: 'Dear member,',
  opening: {
    first: 'We hope that you and your family are well. By our books, these instalments had not reached us by {{date}}:',
    second: 'After our first reminder, these instalments had still not reached us by {{date}}:',
    third:
      'This is the third and last demand. Although we reminded you twice by letter, these instalments had not reached us by {{date}}:',
  },
  openingDated: {
    second: 'After our letter of {{first}}, these instalments had still not reached us by {{date}}:',
    third:
      'This is the third and last demand. After our letters of {{first}} and {{second}}, these instalments had not reached us by {{date}}:',
  },
  request: {
    first: 'It may have slipped your mind. Please pay {{total}} ({{words}}) by {{payBy}}.',
    second: 'We ask you to pay all that is overdue, {{total}} ({{words}}), by {{payBy}}.',
    third: 'All that is overdue, {{total}} ({{words}}), must be paid by {{payBy}}.',
  },
  penalty: 'By the agreement this delay carries a late fee, which comes to {{penalty}} today.',
  reason: 'What is lent are the savings of all members. Where instalments are not paid, others cannot borrow.',
  consequence:
    'If it is not paid by then and nothing is agreed with the board, the loan agreement applies: all that is owed, principal of {{outstanding}} with its interest, is claimed at once{{also}}, under the law.',
  talk: {
    first: 'If paying is difficult, please come to the board. We will look for a way together.',
    second: 'If you cannot pay at once, come to the board before that day to talk about how to pay.',
    third: 'Until that day the board is still willing to talk about how to pay, rescheduling included.',
  },
  paid: 'If you have paid already, please show your receipt to the treasurer so that our books are checked, and ignore this letter.',
  closing: {
    first: 'Thank you for your attention and cooperation.',
    second: 'Thank you for your attention.',
    third: 'Please give this letter your attention.',
  },
  copy: 'Copy to: {{names}} (guarantors).',
  signer: { chair: 'Chair', treasurer: 'Treasurer', receivedBy: 'Received by' },
}
