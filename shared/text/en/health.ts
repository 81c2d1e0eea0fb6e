import type { health as id } from '../id/health.ts'
import type { Shape } from '../shape.ts'
import { healthPapers } from './health-papers.ts'

export const health: Shape<typeof id> = {
  title: 'Health questions',
  text: '38 questions about management for the health score. What the books can answer is proposed.',
  none: 'Not answered',
  yes: 'Yes',
  no: 'No',
  byBook: 'By the books: {{answer}}',
  proof: 'Written proof',
  counted: '{{yes}} of {{count}} count as yes',
  save: 'Save answers',
  saved: 'The answers of {{year}} are saved.',
  report: 'See the health score',
  part: healthPapers.part,
  question: healthPapers.question,
}
