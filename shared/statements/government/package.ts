import { type BookOf, chapter } from '../meeting-book/chapters.ts'
import type { Row, Statement } from '../statement.ts'
import { column } from '../texts.ts'

/** What a package has beside its chapters. */
interface Packed {
  readonly title: string
  readonly subtitle: string
  readonly chapters: Statement[]
  readonly totals: Statement['totals']
  readonly notes: string[]
}

/** A package of chapters as one book; what the screen shows of it is the list of them. */
export function packageOf(
  book: Required<Omit<BookOf, 'isUndated'>>,
  { title, subtitle, chapters, totals, notes }: Packed,
): Statement {
  const { language, report, date, label } = book
  return {
    ...{ report, language, title, subtitle, date, label, particulars: [], totals, notes, chapters },
    columns: [column(language, 'code', 'code'), column(language, 'caption', 'text')],
    rows: chapters.slice(1).map(({ place, title: caption }): Row => {
      return { kind: 'line', level: (place?.level ?? 1) - 1, code: place?.number ?? null, caption }
    }),
  }
}

/** The first page: what it is, of when, and a line below each other of what else must be known at once. */
export function packageCover(book: BookOf, title: string, subtitle: string, told: readonly string[]): Statement {
  return {
    ...chapter(book, { title, parts: [] }),
    subtitle,
    particulars: told.map((text) => ({ key: 'told', title: '', text })),
    isCover: true,
  }
}
