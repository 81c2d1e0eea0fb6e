import type { assetPapers as id } from '../id/asset-papers.ts'
import type { Shape } from '../shape.ts'

export const assetPapers: Shape<typeof id> = {
  place: 'Place',
  residualNote: 'Book value is cost less accumulated depreciation, as the books have it.',
  none: 'There are no assets on this day.',
  label: { place: 'Place: {{place}}', acquiredOn: 'Acquired: {{date}}' },
  column: {
    code: 'Asset no.',
    name: 'Asset',
    acquiredOn: 'Acquired',
    months: 'Life (months)',
    place: 'Place',
    condition: 'Condition',
    cost: 'Cost',
    accumulated: 'Accumulated depreciation',
    bookValue: 'Book value',
  },
  condition: { good: 'Good', worn: 'Worn', broken: 'Broken' },
}
