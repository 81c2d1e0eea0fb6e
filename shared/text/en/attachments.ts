import type { attachments as source } from '../id/attachments.ts'
import type { Shape } from '../shape.ts'

export const attachments: Shape<typeof source> = {
  title: 'Attachments',
  text: 'PDF or pictures, at most 10 MB. They are copied beside this book.',
  add: 'Attach a file',
  none: 'Nothing attached yet.',
  open: 'Open',
  openNamed: 'Open {{name}}',
  keep: 'Keep a copy',
  keepNamed: 'Keep a copy of {{name}}',
  remove: 'Remove',
  removeNamed: 'Remove {{name}}',
  removeTitle: 'Remove attachment {{name}}?',
  removeText: 'It is not shown any more. That it was here, and why it went, is kept.',
  reason: 'Reason',
  back: 'Back',
  added: '{{name}} was attached.',
  removed: '{{name}} was removed.',
  missing: 'Its file is not beside the book',
  changed: 'Its file was changed outside the program',
  about: '{{size}} KB, {{at}}',
}
