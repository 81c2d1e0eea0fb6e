import type { dueDates as id } from '../id/due-dates.ts'
import type { Shape } from '../shape.ts'

/** Words of the reports that others wait for. */
export const dueDates: Shape<typeof id> = {
  title: 'Reports to others',
  tab: 'Due dates',
  text: 'Who waits for which report, until when, and what was sent.',
  list: 'Reports about {{year}}',
  name: 'Report',
  recipient: 'For',
  due: 'At the latest',
  law: 'By',
  state: 'State',
  states: {
    sent: 'Sent {{date}}',
    late: 'Late',
    due: 'Send it soon',
    later: 'Not yet',
  },
  actions: 'To do',
  print: 'Save the file',
  printOf: 'Save the file: {{name}}',
  sent: 'Mark as sent',
  sentOf: 'Mark as sent: {{name}}',
  notSent: 'It was not sent',
  notSentOf: 'It was not sent: {{name}}',
  marked: '{{name}}: noted as sent.',
  unmarked: '{{name}}: noted as not sent.',
}
