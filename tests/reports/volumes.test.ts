import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pressAll } from '../../electron/backend/reports/paper/press.ts'
import type { PressedBook, WantedVolumes } from '../../electron/backend/reports/paper/press-book.ts'
import type { PaperProgress } from '../../electron/backend/reports/paper/progress.ts'
import { chapter, numbered } from '../../shared/statements/meeting-book/chapters.ts'
import { paragraph } from '../../shared/statements/parts.ts'
import type { Statement } from '../../shared/statements/statement.ts'
import { isInstalled } from '../export/programs.ts'
import { testFrame } from './long-statement.ts'
import { Paper } from './paper.ts'

const of = { language: 'id', year: 2026 } as const

/** A list of so many members, about 43 on a page. */
function listOf(title: string, members: number): Statement {
  const rows = Array.from({ length: members }, (_, index) => ({
    ...({ kind: 'line', level: 0, number: String(index + 1).padStart(5, '0'), name: `${title} ${index + 1}` } as const),
  }))
  const columns = [
    { key: 'number', title: 'No.', kind: 'code' as const },
    { key: 'name', title: 'Nama', kind: 'text' as const },
  ]
  return { ...chapter(of, { title, parts: [], table: { columns, rows } }), isAnnex: true }
}

function bookOf(...lists: readonly Statement[]): Statement {
  const cover = { ...chapter(of, { title: 'Buku Rapat', parts: [] }), isCover: true }
  const report = chapter(of, { title: 'Laporan', parts: [paragraph('Tahun ini baik.')] })
  const annexes = chapter(of, { title: 'Lampiran', parts: [] })
  return {
    ...chapter(of, { title: 'Buku Rapat', parts: [] }),
    chapters: [cover, ...numbered('1', [report]), ...numbered('2', [annexes, ...lists])],
  }
}

async function pressed(statement: Statement, volumes?: WantedVolumes, tell?: (progress: PaperProgress) => void) {
  const job = { output: 'pdf', statement, frame: testFrame, ...(volumes !== undefined && { volumes }) } as const
  return (await pressAll(job, undefined, tell)).book
}

async function pagesOf({ bytes }: PressedBook['files'][number]): Promise<string[]> {
  const paper = await Paper.of(new File([bytes as Uint8Array<ArrayBuffer>], 'paper.pdf'))
  const pages = paper.pages()
  expect(paper.complaints()).toBe('')
  paper.forget()
  return pages
}

describe.skipIf(!isInstalled('pdftotext') || !isInstalled('qpdf'))('a book of more than two hundred pages', () => {
  const short = listOf('Piutang', 20)
  const book = bookOf(listOf('Anggota', 9_500), short, listOf('Simpanan', 4_300))
  const heard: PaperProgress[] = []
  let volumes: string[][] = []
  beforeAll(async () => {
    const made = await pressed(book, 'all', (progress) => heard.push(progress))
    volumes = await Promise.all(made.files.map(pagesOf))
  })
  afterAll(() => expect(heard.length).toBeGreaterThan(0))

  test('becomes volumes of at most two hundred, each with its cover, its contents and its own pages', () => {
    expect(volumes.length).toBe(3)
    for (const [index, pages] of volumes.entries()) {
      expect(pages.length).toBeLessThanOrEqual(200)
      expect(pages[0]).toContain(`Jilid ${index + 1} dari 3`)
      expect(pages[1]).toContain('Daftar Isi')
      const said = pages.map((page) => /Jilid (\d+) · Halaman (\d+) dari (\d+)/.exec(page)?.slice(1).map(Number))
      expect(said).toEqual(pages.map((_, at) => [index + 1, at + 1, pages.length]))
    }
  })

  test('says in the contents of the first where everything really stands; short lists stay there', () => {
    const contents = volumes[0]?.[1] ?? ''
    for (const [caption, title] of [
      ['Anggota', '2.1 Anggota'],
      ['Simpanan', '2.3 Simpanan'],
    ] as const) {
      const [, volume, page] = new RegExp(`${caption} +Jilid (\\d+), hal\\. (\\d+)`).exec(contents) ?? []
      const stands = volumes[Number(volume) - 1]?.[Number(page) - 1] ?? ''
      expect(stands.replace(/ +/g, ' ')).toContain(title)
    }
    expect(contents).toMatch(/2\.2 +Piutang +5\n/)
    expect(volumes[0]?.[4]).toContain('Piutang 20')
    expect(volumes[0]?.[3]).toContain('Simpanan (Jilid 3)')
  })

  test('loses no member and tells none twice where a list goes on in the next volume', () => {
    const names =
      volumes
        .flat()
        .join('\n')
        .match(/Anggota \d+$/gm) ?? []
    expect(names.length).toBe(9_500)
    expect(new Set(names).size).toBe(9_500)
    expect(volumes[2]?.[1]).toContain('Anggota (lanjutan)')
    expect(volumes[2]?.[2]).toMatch(/No\. +Nama/)
  })

  test('answers its first volume where nothing else is asked for, any other by its number, and none beyond the last', async () => {
    const first = await pressed(book)
    expect(first.volumes).toBe(3)
    expect(first.files.map(({ volume }) => volume)).toEqual([1])
    const last = await pressed(book, 3)
    expect(await pagesOf(last.files[0] ?? { volume: 0, bytes: new Uint8Array() })).toEqual(volumes[2])
    expect(await pressed(book, 4)).toEqual({ files: [], volumes: 3 })
  })

  test('tells how far it is in pages that are really drawn, never backwards and to the end', () => {
    const drawn = heard.filter(({ stage }) => stage === 'drawing')
    const pages = volumes.flat().length
    expect(drawn.map(({ done }) => done)).toEqual(drawn.map(({ done }) => done).toSorted((a, b) => a - b))
    expect(drawn.at(-1)).toEqual({ stage: 'drawing', done: pages, of: pages })
    expect(drawn.length).toBeGreaterThan(15)
    const planned = heard.filter(({ stage }) => stage === 'planning')
    expect(planned.at(-1)).toEqual({ stage: 'planning', done: 5, of: 5 })
  })

  test('stays one file up to two hundred pages', async () => {
    const { files, volumes: count } = await pressed(bookOf(short), 'all')
    expect(count).toBe(1)
    const [pages = []] = await Promise.all(files.map(pagesOf))
    expect(pages[0]).not.toContain('Jilid')
    expect(pages.at(-1)).toContain(`Halaman ${pages.length} dari ${pages.length}`)
  })
})
