import type { collection as id } from '../id/collection.ts'
import type { Shape } from '../shape.ts'

export const collection: Shape<typeof id> = {
  title: 'Monthly collection',
  printForm: 'Print the blank form',
  date: 'Day of the meeting',
  cashAccount: 'Money goes into',
  save: 'Save all deposits',
  grid: {
    label: 'Deposits of the members',
    number: 'No.',
    name: 'Name',
    hamlet: 'Hamlet',
    total: 'Total',
    settled: 'paid up',
    members: 'Total, members: {{count}}',
    noMatch: 'No member matches. Figures already typed stay on this sheet.',
    noMembers: 'There are no members on this day yet. Enter members first.',
  },
  filter: {
    label: 'Find a member on this sheet',
    hint: 'Name, number or hamlet (Ctrl+F)',
    typedOnly: 'Only those filled in',
    shown: '{{shown}} of {{all}} members',
  },
  fill: {
    all: 'Fill in all that is due',
    shown: 'Fill in what is due (members: {{count}})',
    key: 'Ctrl+I',
    done: 'Cells filled in: {{count}}. Clear the row of a member who is absent with Ctrl+Delete.',
    nothing: 'No empty cell has anything due.',
    undo: 'Empty them again',
  },
  keys:
    'Enter: next cell. Arrows: move. Space: take the amount due. Ctrl+Delete: clear the row. ' +
    'Ctrl+F: find a member. Ctrl+Enter: save.',
  note: {
    none: 'Choose a cell to start typing.',
    due: '{{amount}} is due',
    arrears: 'of which {{amount}} is in arrears',
    notDue: 'Nothing is due',
    balance: 'Balance {{amount}}',
  },
  count: {
    title: 'Count the cash on the table',
    text: 'May be skipped. Enter how many notes or coins; the program compares them with what was typed.',
    pieces: 'How many of {{value}}',
    counted: 'Cash counted',
    typed: 'Total typed',
    same: 'They agree: the cash on the table is what was typed.',
    more: 'There is {{amount}} too much on the table.',
    less: 'There is {{amount}} too little on the table.',
    none: 'Not counted yet.',
    notWhole: 'Digits only.',
  },
  check: {
    title: 'Check before saving',
    paidUp: '{{member}}: {{product}} is paid up, but {{amount}} is filled in.',
    tenTimes: '{{member}}, {{product}}: {{amount}} is ten times {{usual}} or more.',
    more: 'The cash on the table is {{amount}} more than what was typed.',
    less: 'The cash on the table is {{amount}} less than what was typed.',
    save: 'It is right, save',
    back: 'Go back and check',
  },
  saved: {
    sentence: 'Deposits recorded: {{amount}} in all, members: {{members}}.',
    total: 'Total of the deposits',
    opened: 'New savings accounts opened: {{count}}.',
    counted: 'The cash on the table was counted and agrees.',
  },
}
