import type PdfDocument from 'pdfmake/js/PDFDocument.js'
import { fontFamily } from './document.ts'

/** How a text is set. */
export interface Face {
  readonly size: number
  readonly bold?: boolean
  readonly italics?: boolean
}

/** Shown for what the font has no picture of; a PDF/A may not hold a missing glyph. */
const replacement = '\ufffd'

/** Letters every page has, tried first: most texts need no second look. */
const ordinary = /^[\x20-\x7e\u00a0-\u017f\u2013\u2026]*$/

/** One stroke of a letter's outline, as SVG names it. */
export interface Outline {
  readonly command: string
  readonly points: readonly (readonly [x: number, y: number])[]
}

const pathCommands: Readonly<Record<string, string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
}

function pairs(numbers: readonly number[]): (readonly [number, number])[] {
  return Array.from({ length: numbers.length / 2 }, (_, index) => [
    numbers[index * 2] ?? 0,
    numbers[index * 2 + 1] ?? 0,
  ])
}

/** Measures and breaks text exactly as the page will show it, so that pages can be planned before they are laid out. */
export class Typesetter {
  readonly #document: Pick<PdfDocument, 'provideFont'>
  readonly #known = new Map<number, boolean>()
  readonly #graphemes = new Intl.Segmenter('id', { granularity: 'grapheme' })

  constructor(document: Pick<PdfDocument, 'provideFont'>) {
    this.#document = document
  }

  lineHeight({ size, ...face }: Face): number {
    const { ascender, descender, lineGap } = this.#font({ size, ...face })
    return ((ascender - descender + lineGap) / 1000) * size
  }

  width(text: string, face: Face): number {
    return this.#font(face).widthOfString(text, face.size)
  }

  /** Replaces each character the font has no picture of, an emoji of several code points by one sign. */
  clean(text: string): string {
    if (ordinary.test(text)) return text
    return [...this.#graphemes.segment(text)]
      .map(({ segment }) => ([...segment].every((character) => this.#isKnown(character)) ? segment : replacement))
      .join('')
  }

  /** The lines of a text in a column of `width` points; words too long for a line are broken where the line ends. */
  wrap(text: string, width: number, face: Face): string[] {
    const lines: string[] = []
    let line = ''
    let used = 0
    for (const word of this.clean(text).match(/\S+\s*/g) ?? []) {
      const bare = this.width(word.trimEnd(), face)
      if (line !== '' && used + bare > width) {
        lines.push(line.trimEnd())
        line = ''
        used = 0
      }
      const pieces = bare > width ? this.#broken(word, width, face) : [word]
      for (const piece of pieces.slice(0, -1)) lines.push(piece)
      const last = pieces.at(-1) ?? ''
      line += last
      used += this.width(last, face)
    }
    lines.push(line.trimEnd())
    return lines
  }

  /** One line of at most `width` points; what does not fit ends in an ellipsis. */
  fit(text: string, width: number, face: Face): string {
    const clean = this.clean(text)
    if (this.width(clean, face) <= width) return clean
    const characters = [...this.#graphemes.segment(clean)].map(({ segment }) => segment)
    while (characters.length > 0 && this.width(`${characters.join('')}…`, face) > width) characters.pop()
    return `${characters.join('').trimEnd()}…`
  }

  /** The shapes of a word in bold, at a type size of one point, standing on a line. */
  outlines(text: string): { width: number; outlines: Outline[] } {
    const { font } = this.#font({ size: 1, bold: true })
    const { glyphs, positions } = font.layout(this.clean(text))
    let width = 0
    const outlines = glyphs.flatMap(({ path }, index) => {
      const left = width
      width += (positions[index]?.xAdvance ?? 0) / font.unitsPerEm
      return path.commands.map(({ command, args }) => ({
        command: pathCommands[command] ?? 'Z',
        points: pairs(args).map(([x, y]) => [left + x / font.unitsPerEm, y / font.unitsPerEm] as const),
      }))
    })
    return { width, outlines }
  }

  #broken(word: string, width: number, face: Face): string[] {
    const pieces: string[] = []
    let piece = ''
    for (const { segment } of this.#graphemes.segment(word)) {
      if (piece !== '' && this.width(piece + segment, face) > width) {
        pieces.push(piece)
        piece = ''
      }
      piece += segment
    }
    return [...pieces, piece]
  }

  #isKnown(character: string): boolean {
    const codePoint = character.codePointAt(0) ?? 0
    const known = this.#known.get(codePoint) ?? this.#font({ size: 1 }).font.hasGlyphForCodePoint(codePoint)
    this.#known.set(codePoint, known)
    return known
  }

  #font({ bold = false, italics = false }: Face) {
    return this.#document.provideFont(fontFamily, bold, italics)
  }
}
