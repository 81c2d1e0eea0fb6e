import type { programScreen as id } from '../id/program-screen.ts'
import type { Shape } from '../shape.ts'

export const programScreen: Shape<typeof id> = {
  title: 'Programme files',
  text: 'The figures of a quarter for a supporting programme, without members’ names. Groups of fewer than 5 people are hidden.',
  make: {
    title: 'Make this cooperative’s file',
    quarter: 'Quarter',
    isOpen: '{{quarter}} (book not locked yet)',
    none: 'This book has no quarter that is over yet.',
    save: 'Save the file',
    done: 'The file {{name}} was made. Send it to the programme.',
    key: 'Key code of this cooperative',
    keyText: 'Read this code out when the programme telephones.',
  },
  merge: {
    title: 'Merge the files of several cooperatives',
    text: 'Choose each cooperative’s files, in any order. Nothing of them goes into this book.',
    choose: 'Choose files',
    more: 'Add files',
    chosen: 'Chosen files',
    remove: 'Remove',
    removeNamed: 'Remove {{name}}',
    accept: 'The codes agree, accept this key',
    acceptHint: 'Do not accept before the cooperative has read out the code {{key}}.',
    firstSeen: 'Seen on this laptop for the first time. Compare the code by telephone:',
    firstSeenOf: '{{cooperative}}: {{key}}',
    result: 'Consolidated report',
    print: 'Print',
    keep: 'Save PDF',
    sheet: 'Save Excel',
  },
}
