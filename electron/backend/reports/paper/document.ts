import PdfDocument, { type PdfFont } from 'pdfmake/js/PDFDocument.js'
import { instantOf } from '../../../../shared/calendar.ts'
import type { Statement } from '../../../../shared/statements/statement.ts'
import { defaultOf } from './default-of.ts'
import { setFiguresOneByOne } from './figures.ts'
import { fontFiles } from './fonts.ts'
import type { Frame } from './frame.ts'

/** The one family everything is set in. */
export const fontFamily = 'NotoSans'

/** A PDF whose metadata can say any name (pdfkit writes it into XML as it stands), and whose figures are set quickly. */
class PaperDocument extends defaultOf(PdfDocument) {
  readonly #prepared = new WeakSet<PdfFont>()

  override provideFont(family: string, bold: boolean, italics: boolean): PdfFont {
    const font = super.provideFont(family, bold, italics)
    if (!this.#prepared.has(font)) {
      this.#prepared.add(font)
      setFiguresOneByOne(font)
    }
    return font
  }

  override _addInfo(): void {
    const plain = this.info
    this.info = Object.fromEntries(
      Object.entries(plain).map(([key, value]) => [key, typeof value === 'string' ? escaped(value) : value]),
    )
    super._addInfo()
    this.info = plain
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/**
 * An empty PDF/A-2b. Date and identity come from the newest entry of the book, so that the same book gives the same bytes;
 * no file but the fonts may be read, and nothing is ever fetched.
 */
export function openDocument(statement: Statement, frame: Frame): InstanceType<typeof PaperDocument> {
  const fonts = fontFiles()
  const readable: ReadonlySet<string> = new Set(Object.values(fonts))
  const info = {
    Title: `${statement.title} ${statement.label}`,
    Author: frame.cooperative.name,
    Subject: statement.subtitle,
    Keywords: `${frame.bookId} ${frame.entries} ${frame.hash}`,
    Creator: 'Lumbung',
    Producer: 'Lumbung (pdfmake)',
    CreationDate: instantOf(frame.madeAt),
  }
  const options = {
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    lang: statement.language,
    displayTitle: true,
    autoFirstPage: false,
    font: null,
    info,
  }
  return new PaperDocument({ [fontFamily]: { ...fonts } }, {}, {}, {}, options, null, (path) => readable.has(path))
}

/** Collects the finished file. */
export function bytesOf(document: InstanceType<typeof PaperDocument>): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('error', reject)
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
  })
}
