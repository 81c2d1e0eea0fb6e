/**
 * The parts of pdfmake that its own printer is made of. Used directly so that a long report is laid out and written a
 * few pages at a time into one document; the version is pinned and tests/reports/pdf.test.ts notices any change.
 */
declare module 'pdfmake/js/PDFDocument.js' {
  import type { Readable } from 'node:stream'

  export interface PdfFont {
    readonly font: {
      readonly unitsPerEm: number
      hasGlyphForCodePoint(codePoint: number): boolean
      layout(text: string): {
        readonly glyphs: readonly { readonly path: { readonly commands: readonly PathCommand[] } }[]
        readonly positions: readonly { readonly xAdvance: number }[]
      }
    }
    readonly ascender: number
    readonly descender: number
    readonly lineGap: number
    layoutCache: object
    layoutRun(text: string, features?: object): GlyphRun
    widthOfString(text: string, size: number): number
  }

  interface PathCommand {
    readonly command: string
    readonly args: readonly number[]
  }

  /** Glyphs in a row, widths in thousandths of the type size. */
  export interface GlyphRun {
    readonly glyphs: object[]
    readonly positions: object[]
    readonly advanceWidth: number
  }

  class PdfDocument extends Readable {
    constructor(
      fonts: object,
      images: object,
      patterns: object,
      attachments: object,
      options: object,
      virtualFiles: null,
      localAccessPolicy: (path: string) => boolean,
    )
    info: Record<string, string | Date>
    provideFont(family: string, bold: boolean, italics: boolean): PdfFont
    end(): void
    _addInfo(): void
  }
  // biome-ignore lint/style/noDefaultExport: the module is made that way
  export default PdfDocument
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  import type { Content } from 'pdfmake/interfaces'

  class LayoutBuilder {
    constructor(size: { width: number; height: number }, margins: object, svgMeasure: null)
    registerTableLayouts(layouts: object): void
    layoutDocument(
      content: Content,
      document: object,
      styles: object,
      defaultStyle: object,
      background: (() => Content) | undefined,
      header: ((page: number, pages: number) => Content) | undefined,
      footer: ((page: number, pages: number) => Content) | undefined,
      watermark: undefined,
      pageBreakBefore: undefined,
    ): object[]
  }
  // biome-ignore lint/style/noDefaultExport: the module is made that way
  export default LayoutBuilder
}

declare module 'pdfmake/js/Renderer.js' {
  class Renderer {
    constructor(document: object)
    renderPages(pages: object[]): void
  }
  // biome-ignore lint/style/noDefaultExport: the module is made that way
  export default Renderer
}

declare module 'pdfmake/js/tableLayouts.js' {
  export const tableLayouts: object
}
