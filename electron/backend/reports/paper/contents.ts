import type { Cell, Part, Row, Statement } from '../../../../shared/statements/statement.ts'
import { filled } from '../../../../shared/statements/texts.ts'
import { paperTexts } from './paper-texts.ts'

/** A chapter as the contents name it, with the page it begins on, or in which volume that is. */
export interface ListedChapter extends Pick<Statement, 'title' | 'place'> {
  readonly page: Cell
}

/** What a volume holds, for the list of them: `6.1 Daftar Anggota`. */
export interface ListedVolume {
  readonly number: number
  readonly holds: string
  readonly pages: number
}

/** The contents of a book or of one of its volumes: its chapters with their pages, and which volumes there are. */
export function contentsOf(
  book: Statement,
  chapters: readonly ListedChapter[],
  volumes: readonly ListedVolume[] = [],
): Statement {
  const { title, ...texts } = paperTexts(book.language).contents
  const rows = chapters.map(({ place, title: caption, page }): Row => {
    return {
      kind: place?.level === 1 ? 'heading' : 'line',
      level: (place?.level ?? 1) - 1,
      number: place?.number ?? null,
      caption,
      page,
    }
  })
  return {
    ...{ report: book.report, language: book.language, subtitle: book.subtitle, date: book.date, label: book.label },
    title,
    particulars: [],
    columns: [
      { key: 'number', title: texts.number, kind: 'code' },
      { key: 'caption', title: texts.chapter, kind: 'text' },
      { key: 'page', title: texts.page, kind: 'number' },
    ],
    rows,
    after: volumes.length === 0 ? [] : volumeTable(book, volumes),
    totals: {},
    notes: [],
    signers: [],
    place: { number: '', level: 1 },
  }
}

function volumeTable({ language }: Statement, volumes: readonly ListedVolume[]): Part[] {
  const texts = paperTexts(language).volumes
  return [
    { kind: 'paragraph', text: filled(texts.several, { count: volumes.length }) },
    {
      ...{ kind: 'table', title: texts.title },
      columns: [
        { key: 'number', title: texts.number, kind: 'number' },
        { key: 'caption', title: texts.holds, kind: 'text' },
        { key: 'page', title: texts.pages, kind: 'number' },
      ],
      rows: volumes.map(({ number, holds, pages }): Row => {
        return { kind: 'line', level: 0, number, caption: holds, page: pages }
      }),
    },
  ]
}
