import Renderer from 'pdfmake/js/Renderer.js'
import type { Statement } from '../../../../shared/statements/statement.ts'
import { contentsOf } from './contents.ts'
import { defaultOf } from './default-of.ts'
import { bytesOf, openDocument } from './document.ts'
import type { Frame } from './frame.ts'
import { drawPages, type PlannedPaper, planPaper } from './press-pdf.ts'
import { Typesetter } from './typesetter.ts'

/**
 * A book of many statements as one PDF: each on pages of its own, its contents after the cover, and pages counted through.
 * All pages are planned first, so that the contents can say where everything stands; they are drawn a few at a time.
 */
export async function pressBook(book: Statement, frame: Frame): Promise<Uint8Array> {
  const document = openDocument(book, frame)
  const bytes = bytesOf(document)
  const setter = new Typesetter(document)
  const [cover, ...chapters] = (book.chapters ?? []).map((chapter) => planPaper(chapter, frame, setter))
  const contentsPages = planPaper(contentsOf(book, [], 0), frame, setter).pages.length
  const first = (cover?.pages.length ?? 0) + contentsPages
  const contents = planPaper(contentsOf(book, chapters, first), frame, setter)
  const papers = [...(cover ? [cover] : []), contents, ...chapters]
  const pages = papers.reduce((sum, paper) => sum + paper.pages.length, 0)
  const renderer = new (defaultOf(Renderer))(document)
  papers.reduce((before: number, paper: PlannedPaper) => {
    drawPages(paper, { frame, document, renderer, before, pages })
    return before + paper.pages.length
  }, 0)
  document.end()
  return bytes
}
