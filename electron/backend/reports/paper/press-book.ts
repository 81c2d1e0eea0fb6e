import Renderer from 'pdfmake/js/Renderer.js'
import type { Statement } from '../../../../shared/statements/statement.ts'
import { pagesOf } from './binding.ts'
import { defaultOf } from './default-of.ts'
import { bytesOf, openDocument } from './document.ts'
import type { Frame } from './frame.ts'
import { drawPages, forgetLayouts, type PlannedPaper, planPaper } from './press-pdf.ts'
import type { Tell } from './progress.ts'
import { Typesetter } from './typesetter.ts'
import { papersOf, type Volume, volumesOf } from './volumes.ts'

/** Which volumes of a book are made: the first alone, one by its number, or all of them. */
export type WantedVolumes = number | 'all'

/** The files of the volumes that were asked for, none where there is no such volume, and how many the book has. */
export interface PressedBook {
  readonly files: readonly { readonly volume: number; readonly bytes: Uint8Array }[]
  readonly volumes: number
}

/**
 * A book of many statements: each on pages of its own, its contents after the cover, and pages counted through. All pages
 * are planned first, so that the contents can say where everything stands; they are drawn a few at a time, and a book of
 * more pages than one volume holds becomes several, each a PDF of its own.
 */
export async function pressBook(
  book: Statement,
  frame: Frame,
  wanted: WantedVolumes = 1,
  tell?: Tell,
): Promise<PressedBook> {
  const measuring = openDocument(book, frame)
  const setter = new Typesetter(measuring)
  const plan = (statement: Statement): PlannedPaper => {
    const paper = planPaper(statement, frame, setter)
    forgetLayouts(measuring)
    return paper
  }
  const volumes = volumesOf(book, plan, tell)
  const made = volumes.filter(({ number }) => wanted === 'all' || number === wanted)
  const of = made.reduce((sum, volume) => sum + pagesOf(papersOf(volume)), 0)
  const files: { volume: number; bytes: Uint8Array }[] = []
  let done = 0
  for (const volume of made) {
    files.push({
      volume: volume.number,
      bytes: await drawVolume(book, volume, frame, (pages) => {
        done += pages
        tell?.({ stage: 'drawing', done, of })
      }),
    })
  }
  return { files, volumes: volumes.length }
}

async function drawVolume(
  book: Statement,
  volume: Volume,
  frame: Frame,
  tell: (pages: number) => void,
): Promise<Uint8Array> {
  const document = openDocument({ ...book, label: volume.label }, frame)
  const bytes = bytesOf(document)
  const renderer = new (defaultOf(Renderer))(document)
  const papers = papersOf(volume)
  const pages = pagesOf(papers)
  const number = volume.of === 1 ? undefined : volume.number
  let before = 0
  for (const { paper, from, to } of papers) {
    drawPages(
      { ...paper, pages: paper.pages.slice(from, to) },
      { frame, document, renderer, before, pages, volume: number, tell },
    )
    before += to - from
  }
  document.end()
  return bytes
}
