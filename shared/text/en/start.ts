import type { start as id } from '../id/start.ts'
import type { Shape } from '../shape.ts'

export const start: Shape<typeof id> = {
  title: 'Welcome to Lumbung',
  text: "The cooperative's book on this laptop. Everything is kept here; nothing is sent anywhere.",
  make: {
    title: 'Make a new book',
    text: 'Less than two minutes. What you do not know may stay empty; all of it can be filled in later in Settings.',
    action: 'Start a new book',
    name: 'Name of the cooperative',
    nameHint: 'As on the signboard or in the deed',
    village: 'Village',
    foundedOn: 'Founded on',
    foundedOnHint: 'Entries before this day will not be accepted',
    chair: 'Name of the chair',
    treasurer: 'Name of the treasurer',
    due: 'Mandatory savings each month',
    dueHint: 'From this month on; can be changed at any time',
    save: 'Make the book',
    back: 'Back',
  },
  open: {
    title: 'Open an existing book',
    recent: 'Opened last',
    gone: 'not found in its place',
    choose: 'Choose a file …',
    path: 'Where the book file lies',
    pathHint: 'Such as {{folder}}/Koperasi.lumbung',
    action: 'Open',
    kind: { practice: 'practice', sample: 'sample' },
  },
  sample: {
    title: 'See the sample cooperative',
    text: 'An invented cooperative with 85 members and some years of entries, to look around and try things.',
    action: 'Open the sample cooperative',
    making: 'Preparing the sample cooperative; the first time takes some seconds …',
  },
}
