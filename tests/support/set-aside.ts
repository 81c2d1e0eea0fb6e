import type { TestBook } from './book.ts'

/** Days on which less than nothing is set aside for loans in some unit, summed from the lines themselves. */
export function daysBelowZero({ desk }: Pick<TestBook, 'desk'>): string[] {
  const lines = desk
    .app()
    .file.database.prepare("SELECT unit, entry_date, credit - debit AS moved FROM journal_line WHERE account = '13901'")
    .all() as { unit: string; entry_date: string; moved: number }[]
  const below = new Set<string>()
  for (const { unit, entry_date: day } of lines) {
    const until = lines.filter((line) => line.unit === unit && line.entry_date <= day)
    if (until.reduce((sum, { moved }) => sum + moved, 0) < 0) below.add(`${unit} ${day}`)
  }
  return [...below].sort()
}
