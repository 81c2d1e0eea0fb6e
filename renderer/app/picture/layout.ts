import type { Picture } from '../../../shared/contract/report-answers.ts'

/** How letters look: their height in dots of the picture. */
export interface Face {
  readonly size: number
  readonly isBold?: boolean
  readonly isPale?: boolean
}

/** One line of text; `x` is its left, middle or right end as `align` says, `y` its baseline. */
export interface Line {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly align: 'left' | 'center' | 'right'
  readonly face: Face
}

interface Rule {
  readonly y: number
  readonly thickness: number
}

export interface Layout {
  readonly width: number
  readonly height: number
  readonly lines: readonly Line[]
  readonly rules: readonly Rule[]
}

export type Measure = (text: string, face: Face) => number

/** As wide as a phone held upright shows without shrinking it. */
const pageWidth = 1080
const margin = 44
const inner = pageWidth - 2 * margin

const faces = {
  name: { size: 38, isBold: true },
  head: { size: 24 },
  title: { size: 34, isBold: true },
  subtitle: { size: 27 },
  label: { size: 27, isPale: true },
  text: { size: 29 },
  small: { size: 21, isPale: true },
  warning: { size: 25, isBold: true },
} as const satisfies Record<string, Face>

/** Places everything of a picture from above, as a page would, on one long sheet. */
export function layoutOf(picture: Picture, measure: Measure): Layout {
  const sheet = new Sheet(measure)
  const [name = '', ...head] = picture.head
  sheet.centred(name, faces.name)
  for (const text of head) sheet.centred(text, faces.head)
  sheet.rule(3)
  sheet.centred(picture.title, faces.title)
  sheet.centred(picture.subtitle, faces.subtitle)
  sheet.space(14)
  for (const { title, text } of picture.particulars) sheet.fact(title, text)
  for (const table of picture.tables) placeTable(sheet, table)
  for (const note of picture.notes) sheet.left(note, faces.head)
  sheet.rule(2)
  for (const warning of picture.warnings) sheet.centred(warning, faces.warning)
  sheet.centred(picture.code, faces.small)
  return sheet.done()
}

/** Takes what comes next and knows how far down it is. */
class Sheet {
  readonly measure: Measure
  readonly #lines: Line[] = []
  readonly #rules: Rule[] = []
  #y = margin

  constructor(measure: Measure) {
    this.measure = measure
  }

  centred(text: string, face: Face): void {
    this.#down(
      this.wrapped(text, face, inner).map((line) => ({ text: line, x: pageWidth / 2, align: 'center', face })),
      face,
    )
  }

  left(text: string, face: Face): void {
    this.#down(
      this.wrapped(text, face, inner).map((line) => ({ text: line, x: margin, align: 'left', face })),
      face,
    )
  }

  /** `Anggota   Siti Aminah`, the text over as many lines as it needs. */
  fact(title: string, text: string): void {
    const titled = inner * 0.33
    this.cells([
      { lines: this.wrapped(title, faces.label, titled - 16), x: margin, align: 'left', face: faces.label },
      { lines: this.wrapped(text, faces.text, inner - titled), x: margin + titled, align: 'left', face: faces.text },
    ])
  }

  /** Cells beside each other; the next thing stands below the longest. */
  cells(cells: readonly Cell[]): void {
    const height = Math.max(...cells.map(({ face }) => leading(face)))
    const rows = Math.max(1, ...cells.map(({ lines }) => lines.length))
    for (const { lines, ...cell } of cells) {
      for (const [index, text] of lines.entries()) {
        this.#lines.push({ ...cell, text, y: this.#y + height * (index + 0.75) })
      }
    }
    this.#y += height * rows
  }

  rule(thickness: number): void {
    this.#y += 10
    this.#rules.push({ y: this.#y, thickness })
    this.#y += 10 + thickness
  }

  space(height: number): void {
    this.#y += height
  }

  /** By words; a word wider than its place is broken. */
  wrapped(text: string, face: Face, width: number): string[] {
    const lines: string[] = []
    let line = ''
    for (const word of text.split(/\s+/).flatMap((whole) => this.#pieces(whole, face, width))) {
      const longer = line === '' ? word : `${line} ${word}`
      if (line !== '' && this.measure(longer, face) > width) {
        lines.push(line)
        line = word
      } else line = longer
    }
    return line === '' ? lines : [...lines, line]
  }

  #pieces(word: string, face: Face, width: number): string[] {
    const pieces: string[] = []
    let piece = ''
    for (const letter of word) {
      if (piece !== '' && this.measure(piece + letter, face) > width) {
        pieces.push(piece)
        piece = ''
      }
      piece += letter
    }
    return piece === '' ? pieces : [...pieces, piece]
  }

  #down(lines: readonly Omit<Line, 'y'>[], face: Face): void {
    for (const line of lines) {
      this.#lines.push({ ...line, y: this.#y + leading(face) * 0.75 })
      this.#y += leading(face)
    }
  }

  done(): Layout {
    return { width: pageWidth, height: Math.ceil(this.#y + margin / 2), lines: this.#lines, rules: this.#rules }
  }
}

interface Cell extends Omit<Line, 'text' | 'y'> {
  readonly lines: readonly string[]
}

function leading({ size }: Face): number {
  return Math.ceil(size * 1.45)
}

const gap = 18
const sizes = [26, 24, 22, 20, 18] as const
const roomMin = 170

type Table = Picture['tables'][number]

function placeTable(sheet: Sheet, table: Table): void {
  if (table.rows.length === 0) return
  sheet.space(12)
  if (table.title !== null) sheet.left(table.title, { size: 29, isBold: true })
  if (table.omitted !== null) sheet.left(table.omitted, faces.small)
  const { face, widths } = fitted(table, sheet.measure)
  sheet.rule(2)
  const heads = table.columns.map(({ title }) => title)
  sheet.cells(rowCells(sheet, table, widths, heads, { ...face, isBold: true }))
  sheet.rule(1)
  for (const { cells, isSum } of table.rows) {
    sheet.cells(rowCells(sheet, table, widths, cells, isSum ? { ...face, isBold: true } : face))
  }
  sheet.rule(2)
}

/** Figures, days and codes take what they need, the longest words get the rest; letters shrink where that is too little. */
function fitted(table: Table, measure: Measure): { face: Face; widths: number[] } {
  for (const size of sizes) {
    const face: Face = { size }
    const widths = naturalWidths(table, measure, face)
    const wide = widest(table, widths)
    const others = widths.reduce((sum, width, index) => (index === wide ? sum : sum + width + gap), 0)
    const room = inner - others
    const needed = wide < 0 ? 0 : Math.min(roomMin, widths[wide] ?? 0)
    if (room < needed && size !== sizes.at(-1)) continue
    if (wide >= 0) widths[wide] = Math.max(room, 40)
    return { face, widths }
  }
  return { face: { size: sizes[0] }, widths: [] }
}

function naturalWidths({ columns, rows }: Table, measure: Measure, face: Face): number[] {
  return columns.map(({ title }, index) => {
    const bold = { ...face, isBold: true }
    const heads = title.split(/\s+/).map((word) => measure(word, bold))
    const cells = rows.map(({ cells: own, isSum }) => measure(own[index] ?? '', isSum ? bold : face))
    return Math.ceil(Math.max(...heads, ...cells))
  })
}

/** The column of words that is the widest; -1 where there are only figures. */
function widest({ columns }: Table, widths: readonly number[]): number {
  const words = columns.flatMap(({ isFigure }, index) => (isFigure ? [] : [index]))
  return words.reduce((best, index) => ((widths[index] ?? 0) > (widths[best] ?? -1) ? index : best), -1)
}

function rowCells(sheet: Sheet, table: Table, widths: readonly number[], cells: readonly string[], face: Face): Cell[] {
  let x = margin
  return table.columns.map(({ isFigure }, index) => {
    const width = widths[index] ?? 0
    const at = isFigure ? x + width : x
    x += width + gap
    const lines = sheet.wrapped(cells[index] ?? '', face, width + 1)
    return { lines, x: at, align: isFigure ? 'right' : 'left', face }
  })
}
