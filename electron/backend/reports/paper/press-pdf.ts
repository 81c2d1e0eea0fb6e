import type { Content } from 'pdfmake/interfaces'
import LayoutBuilder from 'pdfmake/js/LayoutBuilder.js'
import Renderer from 'pdfmake/js/Renderer.js'
import * as layouts from 'pdfmake/js/tableLayouts.js'
import { assert } from '../../../../shared/errors.ts'
import type { Statement } from '../../../../shared/statements/statement.ts'
import { defaultOf } from './default-of.ts'
import { bytesOf, fontFamily, openDocument } from './document.ts'
import { piecesOf } from './flow.ts'
import type { Frame } from './frame.ts'
import { cutOff, type Geometry } from './geometry.ts'
import { footer, markOf, runningHead } from './margins.ts'
import { markAcross } from './mark.ts'
import { type Drawing, pageItems } from './page-content.ts'
import { type Page, paginate } from './pagination.ts'
import type { Tell } from './progress.ts'
import { isRoll, styleOf } from './style.ts'
import { type PaperPlan, planTables } from './table-plan.ts'
import { Typesetter } from './typesetter.ts'

/** Pages that are laid out and written at a time: what a report needs of memory does not grow with its length. */
const pagesAtATime = 20

/** A hair's breadth that rounding may take. */
const tolerance = 2

/** A statement with every page of its paper planned. */
export interface PlannedPaper extends Drawing {
  readonly plan: PaperPlan
  readonly pages: readonly Page[]
}

/** What pages are drawn into: they follow those `before` them, of so many in all. */
interface Target {
  readonly frame: Frame
  readonly document: ReturnType<typeof openDocument>
  readonly renderer: { renderPages(pages: object[]): void }
  readonly before: number
  readonly pages: number
  /** Where a book has several. */
  readonly volume?: number | undefined
  /** Told how many pages were drawn since it was last told. */
  readonly tell?: ((pages: number) => void) | undefined
}

/** A statement as a PDF. Every page is planned first, so that each can say how many there are. */
export async function pressPdf(statement: Statement, frame: Frame, tell?: Tell): Promise<Uint8Array> {
  const document = openDocument(statement, frame)
  const bytes = bytesOf(document)
  const paper = planPaper(statement, frame, new Typesetter(document))
  const renderer = new (defaultOf(Renderer))(document)
  const pages = paper.pages.length
  let done = 0
  drawPages(paper, {
    ...{ frame, document, renderer, before: 0, pages },
    tell: (drawn) => {
      done += drawn
      tell?.({ stage: 'drawing', done, of: pages })
    },
  })
  document.end()
  return bytes
}

/** Plans the pages of a statement. */
export function planPaper(statement: Statement, frame: Frame, setter: Typesetter): PlannedPaper {
  const style = styleOf(statement)
  const plan = planTables(statement, style, setter)
  const pages = paginate(piecesOf({ statement, frame, style, plan, setter }), plan.geometry.height - tolerance)
  return { statement, style, setter, plan, pages }
}

/** Lays out and writes planned pages, a few at a time. */
export function drawPages(paper: PlannedPaper, target: Target): void {
  const { pages, style, plan } = paper
  const atATime = isRoll(style) ? 1 : pagesAtATime
  for (let first = 0; first < pages.length; first += atATime) {
    const part = pages.slice(first, first + atATime)
    const sized = isRoll(style) ? { ...plan, geometry: cutOff(plan.geometry, heightOf(part) + tolerance) } : plan
    target.renderer.renderPages(layOut({ ...paper, plan: sized, pages: part }, first, target))
    forgetLayouts(target.document)
    target.tell?.(part.length)
  }
}

/** What stands on pages of blocks alone, one above the other. */
function heightOf(pages: readonly Page[]): number {
  return pages.flatMap(({ items }) => items).reduce((sum, item) => sum + ('height' in item ? item.height : 0), 0)
}

function layOut(paper: PlannedPaper, first: number, { frame, document, before, pages, volume }: Target): object[] {
  const { statement, style, setter, plan } = paper
  const { geometry, fontSize } = plan
  const contents = paper.pages.map((page): Content => ({ stack: pageItems(paper, page) }))
  const size = { width: geometry.pageWidth, height: geometry.pageHeight }
  const builder = new (defaultOf(LayoutBuilder))(
    { ...size, orientation: orientationOf(size) } as typeof size,
    margins(geometry),
    null,
  )
  builder.registerTableLayouts(defaultOf(layouts).tableLayouts)
  // A roll says it in words above and below: what stands behind its letters, a till's printer makes unreadable.
  const mark = isRoll(style) ? undefined : markOf(statement, frame)
  const foot = footer(setter, statement, frame, geometry, style)
  const stack = contents.map((content, index) =>
    index === 0 ? content : { ...(content as object), pageBreak: 'before' },
  )
  const laid = builder.layoutDocument(
    stack as Content,
    document,
    {},
    { font: fontFamily, fontSize },
    mark === undefined ? undefined : () => markAcross(setter, mark, geometry),
    (page) =>
      style.isBare || (first + page === 1 && !statement.place) ? '' : runningHead(setter, statement, frame, geometry),
    (page) => (style.isBare ? '' : foot(before + first + page, pages, volume)),
    undefined,
    undefined,
  )
  assert(laid.length === contents.length, `pages are as planned: ${contents.length}, laid out ${laid.length}`)
  return laid
}

function orientationOf({ width, height }: { width: number; height: number }): 'landscape' | 'portrait' {
  return width > height ? 'landscape' : 'portrait'
}

function margins({ left, top, right, bottom }: Geometry) {
  return { left, top, right, bottom }
}

/** pdfkit remembers the layout of every word it ever met: in a long register that is every figure of it. */
export function forgetLayouts(document: ReturnType<typeof openDocument>): void {
  for (const bold of [false, true]) document.provideFont(fontFamily, bold, false).layoutCache = Object.create(null)
}
