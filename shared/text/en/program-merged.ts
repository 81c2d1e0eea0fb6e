import type { programMerged as id } from '../id/program-merged.ts'
import type { Shape } from '../shape.ts'

export const programMerged: Shape<typeof id> = {
  of: '{{count}} cooperatives together',
  subtitle: '{{count}} cooperatives · {{quarters}}',
  quarter: 'Quarter {{number}} of {{year}}',
  quarters: '{{from}} to {{to}}',
  quarterShort: 'Q{{number}}/{{year}}',
  column: {
    cooperative: 'Cooperative',
    quarters: 'Period',
    members: 'Members',
    female: 'Women',
    male: 'Men',
    borrowers: 'Borrowers',
    savers: 'Savers',
    assets: 'Assets',
    ownCapital: 'Own capital',
    savings: 'Members’ savings',
    loans: 'Loans outstanding',
    granted: 'Loans granted',
    start: '{{what}} at start',
    end: '{{what}} at end',
    growthPct: 'Growth %',
    state: 'State of the book',
    madeOn: 'Made on',
    key: 'Key code',
  },
  all: 'All cooperatives',
  someHidden: '{{told}} + •',
  growth: 'Growth of assets and own capital',
  business: 'Growth of savings and loans',
  people: 'Members of all cooperatives by group',
  group: 'Group',
  files: 'Files that were merged',
  isFinal: 'locked',
  isOpen: 'not locked yet',
  hasAlarm: 'checks of the book found a problem',
  note: {
    people:
      'People are counted at the end of each cooperative’s last quarter; money runs from the start of its first quarter to the end of its last.',
    hidden:
      'The sign • : fewer than 5 people, or hidden so that a figure below 5 cannot be worked out. A total of "12 + •" means 12 people and those who are hidden.',
    missing: '{{cooperative}}: there is no file of {{quarters}}.',
    moved:
      '{{cooperative}}: the end of {{before}} is not the start of {{after}}. Its book was changed between the two files; ask for new ones.',
    otherDefinitions: '{{cooperative}}: the file of {{quarter}} was made with other definitions of the indicators.',
    open: 'Files of a book that is not locked yet may still change.',
  },
}
