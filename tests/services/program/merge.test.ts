import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeProgramFile } from '../../../electron/backend/services/program/signed-file.ts'
import { isInstalled } from '../../export/programs.ts'
import { Paper } from '../../reports/paper.ts'
import { refusalOf, requestId, type TestBook } from '../../support/book.ts'
import { openProgramBook, writtenFile } from '../../support/program-book.ts'

let books: TestBook[]
let own: TestBook
let folder: string
/** Mawar's second and third quarter, Melati's first and third, Kenanga's third. */
let paths: string[]
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lumbung-merge-'))
  own = await openProgramBook({ name: 'Koperasi Mawar', village: 'Sukamaju' })
  const melati = await openProgramBook({ name: 'Koperasi Melati', village: 'Sukadana', women: 9, men: 3 })
  const kenanga = await openProgramBook({ name: 'Koperasi Kenanga', women: 20, men: 10 })
  books = [own, melati, kenanga]
  paths = [
    await writtenFile(own, '2026-Q2', folder),
    await writtenFile(own, '2026-Q3', folder),
    await writtenFile(melati, '2026-Q1', folder),
    await writtenFile(melati, '2026-Q3', folder),
    await writtenFile(kenanga, '2026-Q3', folder),
  ]
})
afterAll(async () => {
  for (const book of books) {
    expect(book.bugs).toEqual([])
    await book.close()
  }
  rmSync(folder, { recursive: true, force: true })
})

const filesOf = (chosen: readonly string[]) => chosen.map((path) => ({ path }))
const merge = (chosen = paths) => own.api.program.merge({ files: filesOf(chosen) })

test('every cooperative has a row, and their sums are the last one', async () => {
  const { rows, title, subtitle, totals } = await merge()
  expect([title, subtitle]).toEqual([
    'Laporan Gabungan Program',
    '3 koperasi · Triwulan 1 Tahun 2026 sampai Triwulan 3 Tahun 2026',
  ])
  expect(
    rows.map(({ cooperative, quarters, members, female, male, savings }) => [
      cooperative,
      quarters,
      members,
      female,
      male,
      savings,
    ]),
  ).toEqual([
    ['Koperasi Kenanga', 'TW 3/2026', 30, 20, 10, 4_500_000_00],
    ['Koperasi Mawar, Sukamaju', 'TW 2/2026 - TW 3/2026', 15, 8, 7, 2_250_000_00],
    ['Koperasi Melati, Sukadana', 'TW 1/2026 - TW 3/2026', 12, '•', '•', 1_800_000_00],
    ['Semua koperasi', null, 57, '28 + •', '17 + •', 8_550_000_00],
  ])
  expect(totals).toMatchObject({ cooperatives: 3, savings: 8_550_000_00, savingsStart: 4_500_000_00 })
})

test('assets and capital grow from the start of the first quarter to the end of the last', async () => {
  const { after = [] } = await merge()
  const growth = after.find((part) => part.kind === 'table' && part.title === 'Pertumbuhan aset dan modal sendiri')
  expect(growth?.kind === 'table' && growth.rows).toMatchObject([
    { cooperative: 'Koperasi Kenanga', assetsStart: 3_000_000_00, assetsEnd: 4_500_000_00, assetsPct: '50' },
    { cooperative: 'Koperasi Mawar', assetsStart: 1_500_000_00, assetsEnd: 2_250_000_00, assetsPct: '50' },
    { cooperative: 'Koperasi Melati', assetsStart: 0, assetsEnd: 1_800_000_00, assetsPct: null },
    { cooperative: 'Semua koperasi', assetsStart: 4_500_000_00, assetsEnd: 8_550_000_00, assetsPct: '90' },
  ])
})

test('a quarter without its file is said, and what the words mean stands beside the figures', async () => {
  const { notes, after = [] } = await merge()
  expect(notes).toContain('Koperasi Melati: berkas Triwulan 2 Tahun 2026 tidak ada.')
  expect(notes).toContain('Koperasi Kenanga: berkas Triwulan 1 Tahun 2026, Triwulan 2 Tahun 2026 tidak ada.')
  const definitions = after.find((part) => part.kind === 'table' && part.title === 'Pengertian')
  expect(definitions?.kind === 'table' && definitions.rows.map(({ what }) => what)).toContain('Penabung')
})

test('a book that was changed between two files of a cooperative is told', async () => {
  const changed = await openProgramBook({ name: 'Koperasi Dahlia' })
  books.push(changed)
  const before = await writtenFile(changed, '2026-Q2', folder)
  const lines = [
    { account: '11101', debit: 10_00 },
    { account: '48106', credit: 10_00 },
  ]
  await changed.api.journal.post({ requestId: requestId(), date: '2026-05-02', description: 'Susulan', lines })
  const { notes } = await merge([before, await writtenFile(changed, '2026-Q3', folder)])
  expect(notes.find((note) => note.startsWith('Koperasi Dahlia: akhir Triwulan 2'))).toBeDefined()
})

test('in whatever order the files are chosen, and whatever they are called, the report is the same to the byte', async () => {
  const usual = JSON.stringify({ ...(await merge()), files: [] })
  const byContent = paths.map((path) => ({ name: basename(path), base64: readFileSync(path).toString('base64') }))
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(byContent, { minLength: paths.length }),
      fc.boolean(),
      async (files, isNamed) => {
        const named = isNamed ? files : files.map((file, index) => ({ ...file, name: `${index}.json` }))
        expect(JSON.stringify({ ...(await own.api.program.merge({ files: named })), files: [] })).toBe(usual)
      },
    ),
    { numRuns: 60 },
  )
})

test('its paper and its spreadsheet have the same bytes in any order, and nothing of the book they were made beside', async () => {
  const asked = (chosen: readonly string[]) =>
    ({ report: 'programConsolidated', params: { files: filesOf(chosen) } }) as const
  const [there, back] = [asked(paths), asked(paths.toReversed())]
  const bytes = async (file: Promise<File>) => Buffer.from(await (await file).arrayBuffer())
  expect((await bytes(own.api.reports.pdf(there))).equals(await bytes(own.api.reports.pdf(back)))).toBe(true)
  expect((await own.api.reports.pdf(there)).name).toBe(
    'Laporan Gabungan Program 2026-Q1 sd 2026-Q3 Gabungan 3 koperasi.pdf',
  )
  expect((await own.api.reports.sheet(there)).name).toMatch(/\.xlsx$/)
})

test.runIf(isInstalled('pdftotext'))(
  'its paper names no cooperative as its own, and says where it is of practice',
  async () => {
    const practice = await openProgramBook({ name: 'Koperasi Latihan', kind: 'practice' })
    books.push(practice)
    const text = async (chosen: readonly string[]) => {
      const asked = { report: 'programConsolidated' as const, params: { files: filesOf(chosen) } }
      const paper = await Paper.of(await own.api.reports.pdf(asked))
      try {
        return paper.text()
      } finally {
        paper.forget()
      }
    }
    const real = await text(paths)
    expect(real.trimStart()).toMatch(/^Gabungan 3 koperasi\n/)
    expect(real).toMatch(/Kode periksa [0-9a-f]{8} · 5 berkas/)
    expect(real).not.toContain('LATIHAN')
    expect(await text([await writtenFile(practice, '2026-Q3', folder)])).toContain('LATIHAN: bukan catatan')
  },
)

test('whoever looks after a programme makes and merges its files, and reads nothing else of the book', async () => {
  const facilitator = own.as({ id: 'pendamping', role: 'facilitator' })
  expect((await facilitator.program.merge({ files: filesOf(paths) })).files).toHaveLength(5)
  expect((await facilitator.program.export({ quarter: '2026-Q3' })).name).toContain('Koperasi Mawar')
  expect(await refusalOf(facilitator.members.list({}))).toMatchObject({ code: 'NOT_ALLOWED' })
})

test('two hundred files are merged in a moment', async () => {
  const template = JSON.parse(readFileSync(paths[4] ?? '', 'utf8'))
  const { key: _, signature: __, ...content } = template
  const { privateKey } = generateKeyPairSync('ed25519')
  const files = Array.from({ length: 200 }, (_, index) => {
    const cooperative = { ...content.cooperative, id: `k-${index}`, name: `Koperasi ke-${index}` }
    const text = writeProgramFile({ ...content, cooperative }, privateKey)
    return { name: `${index}.json`, base64: Buffer.from(text).toString('base64') }
  })
  const started = performance.now()
  const { rows, totals } = await own.api.program.merge({ files })
  expect(performance.now() - started).toBeLessThan(2_000)
  expect([rows.length, totals.cooperatives, totals.savings]).toEqual([201, 200, 200 * 4_500_000_00])
})
