import type { GlyphRun, PdfFont } from 'pdfmake/js/PDFDocument.js'

/** Amounts, dates and voucher names, with the blank that may follow them. */
const figures = /^(?:[A-Z]{2,3}-)?[\d.,/()-]+ ?$/

/**
 * Sets figures glyph by glyph. They have one width and no ligatures, so the result is the same; but in a register nearly
 * every figure is a new word, and shaping each would cost more than everything else on the page.
 */
export function setFiguresOneByOne(font: PdfFont): void {
  const shape = font.layoutRun.bind(font)
  const single = new Map<string, GlyphRun>()
  const runOf = (character: string): GlyphRun => {
    const run = single.get(character) ?? shape(character)
    single.set(character, run)
    return run
  }
  font.layoutRun = (text, features) => {
    if (features !== undefined || !figures.test(text)) return shape(text, features)
    const runs = [...text].map(runOf)
    return {
      glyphs: runs.flatMap((run) => run.glyphs),
      positions: runs.flatMap((run) => run.positions),
      advanceWidth: runs.reduce((sum, run) => sum + run.advanceWidth, 0),
    }
  }
}
