import type { Row, Statement } from '../../../../shared/statements/statement.ts'
import { paperTexts } from './paper-texts.ts'
import type { PlannedPaper } from './press-pdf.ts'

/**
 * The contents of a book: its chapters with the page each begins on, counted from the first page of the whole. Without
 * chapters it is planned for those the book names, so that its own length is known before theirs.
 */
export function contentsOf(book: Statement, chapters: readonly PlannedPaper[], pagesBefore: number): Statement {
  const { title: _, ...texts } = paperTexts(book.language).contents
  const listed = (book.chapters ?? []).slice(1)
  let page = pagesBefore + 1
  const rows = listed.map(({ place, title }, index): Row => {
    const own = page
    page += chapters[index]?.pages.length ?? 1
    return { kind: 'line', level: (place?.level ?? 1) - 1, number: place?.number ?? null, caption: title, page: own }
  })
  return {
    ...{ report: book.report, language: book.language, subtitle: book.subtitle, date: book.date, label: book.label },
    title: paperTexts(book.language).contents.title,
    particulars: [],
    columns: [
      { key: 'number', title: texts.number, kind: 'code' },
      { key: 'caption', title: texts.chapter, kind: 'text' },
      { key: 'page', title: texts.page, kind: 'number' },
    ],
    rows,
    totals: {},
    notes: [],
    signers: [],
    place: { number: '', level: 1 },
  }
}
