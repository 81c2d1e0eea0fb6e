import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../export/programs.ts'

/** A PDF lying in a folder of its own, looked at with the programs that read any PDF. */
export class Paper {
  readonly #folder = mkdtempSync(join(tmpdir(), 'lumbung-paper-'))
  readonly path = join(this.#folder, 'paper.pdf')

  static async of(file: File): Promise<Paper> {
    const paper = new Paper()
    writeFileSync(paper.path, new Uint8Array(await file.arrayBuffer()))
    return paper
  }

  /** The text of each page, laid out as it stands there. */
  pages(): string[] {
    return run('pdftotext', '-layout', '-enc', 'UTF-8', this.path, '-').split('\f').slice(0, -1)
  }

  text(): string {
    return this.pages().join('\n')
  }

  /** Where every word stands, as `pdftotext` tells it. */
  boxes(): string {
    return run('pdftotext', '-bbox', this.path, '-')
  }

  /** The page's width and every word with where it begins and ends, in points. */
  words(): { page: number; pageWidth: number; text: string; from: number; to: number; bottom: number }[] {
    return this.boxes()
      .split('<page ')
      .slice(1)
      .flatMap((page, index) => {
        const pageWidth = Number(/width="([\d.]+)"/.exec(page)?.[1])
        const found = page.matchAll(
          /<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g,
        )
        return [...found].map(([, from, to, bottom, text = '']) => ({
          page: index + 1,
          pageWidth,
          text,
          from: Number(from),
          to: Number(to),
          bottom: Number(bottom),
        }))
      })
  }

  /** What qpdf complains of; nothing where the file is sound. */
  complaints(): string {
    const said = run('qpdf', '--check', this.path)
    return said.includes('No syntax or stream encoding errors found') ? '' : said
  }

  /** The file with every stream unpacked. */
  unpacked(): string {
    return run('qpdf', '--qdf', '--object-streams=disable', this.path, '-')
  }

  /** One line per font: its name, and whether it is embedded and can be turned back into text. */
  fonts(): string[] {
    return run('pdffonts', this.path).trim().split('\n').slice(2)
  }

  forget(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
