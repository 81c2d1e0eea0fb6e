import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unpackedParts } from '../../electron/backend/services/spreadsheets/archive.ts'
import { instantOf } from '../../shared/calendar.ts'
import type { AskedReport } from '../../shared/contract/reports.ts'
import { isInstalled, run } from '../export/programs.ts'
import { requestId } from '../support/book.ts'
import { openLoansBook } from './loans-book.ts'
import { openSeededBook, type SeededBook } from './seeded-book.ts'

let book: SeededBook
beforeAll(async () => {
  book = await openSeededBook()
})
afterAll(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

async function bytesOf(report: AskedReport): Promise<Buffer> {
  return Buffer.from(await (await book.api.reports.sheet(report)).arrayBuffer())
}

async function rowsOf(report: AskedReport) {
  return readSheet(await bytesOf(report))
}

const asOf = '2026-02-28'
const year = { from: '2026-01-01', to: '2026-12-31' }

test('a spreadsheet has the rows of the statement, amounts as numbers in rupiah', async () => {
  const report = { report: 'trialBalance', params: { asOf } } as const
  const statement = await book.api.reports.run(report)
  const rows = await rowsOf(report)
  const head = rows.findIndex((row) => row[0] === 'Kode')
  expect(rows[head]).toEqual(['Kode', 'Nama akun', 'Debit', 'Kredit'])
  const amounts = (cell: unknown) => (typeof cell === 'number' ? cell / 100 : cell)
  expect(rows.slice(head + 1)).toEqual(
    statement.rows.map((row) => [row.code, row.name, amounts(row.debit), amounts(row.credit)]),
  )
})

test('lines that are nil stay in the spreadsheet', async () => {
  const rows = await rowsOf({ report: 'balanceSheet', params: { asOf } })
  expect(rows.find((row) => row[0] === 'Persediaan')).toEqual(['Persediaan', '4', 0, 0])
})

test('head, title and what a card is about stand above', async () => {
  const report = { report: 'savingsCard', params: { savingsAccountId: book.cards.voluntary ?? '' } } as const
  const rows = await rowsOf(report)
  expect(rows[0]?.[0]).toBe('Koperasi Uji')
  expect(rows[1]?.[0]).toBe('Kartu Simpanan')
  expect(rows).toContainEqual(expect.arrayContaining(['No. rekening', 'SS-A-001']))
})

test('days are dates and not text', async () => {
  const rows = await rowsOf({ report: 'cashBook', params: year })
  const row = rows.find((one) => one[1] === 'BKM-2026-0001')
  expect(row?.[0]).toEqual(instantOf('2026-01-05'))
})

test('a name that begins like a formula stays a name, whatever it begins with', async () => {
  const names = ['=cmd|calc', '=HYPERLINK("http://x")', '+1+1', '-2+3', '@SUM(A1)', "'=1", '<b>&"']
  for (const [index, name] of names.entries()) {
    await book.api.members.create({ number: `Z-${index}`, name, sex: 'female', joinedOn: '2026-03-01' })
  }
  const asked = { report: 'memberRegister', params: { asOf: '2026-12-31' } } as const
  const rows = await rowsOf(asked)
  const found = rows.map((row) => row[1])
  for (const name of names) expect(found).toContain(name)
  const parts = unpackedParts(await bytesOf(asked))
  const sheet = [...parts].find(([part]) => part.endsWith('sheet1.xml'))?.[1]
  expect(sheet).toContain('<sheetData>')
  expect(sheet).not.toMatch(/<f[ >]/)
})

test('the names of the columns stay in sight', async () => {
  const parts = unpackedParts(await bytesOf({ report: 'trialBalance', params: { asOf } }))
  const sheet = [...parts].find(([part]) => part.endsWith('sheet1.xml'))?.[1]
  expect(sheet).toMatch(/<pane ySplit="5"[^>]*state="frozen"/)
})

test('sen are kept to the last', async () => {
  const lines = [
    { account: '11201', debit: 8_888_888_888_888_51 },
    { account: '48106', credit: 8_888_888_888_888_51 },
  ]
  await book.api.journal.post({ requestId: requestId(), date: '2026-07-01', description: 'Besar', lines })
  const rows = await rowsOf({ report: 'journal', params: { from: '2026-07-01', to: '2026-07-31' } })
  expect(rows.flat()).toContain(8_888_888_888_888.51)
})

test('lists of loans have their rows, and papers that are read have their sentences below', async () => {
  const lending = await openLoansBook()
  try {
    const loan = { loanId: lending.loans.late ?? '' }
    const asked: AskedReport[] = [
      { report: 'loanList', params: { asOf: '2026-07-20' } },
      { report: 'arrears', params: { asOf: '2026-07-20' } },
      { report: 'collectibility', params: { asOf: '2026-07-20' } },
      { report: 'loanCard', params: loan },
      { report: 'loanAgreement', params: loan },
      { report: 'collectionList', params: { entryId: lending.entries.meeting ?? '' } },
    ]
    for (const report of asked) {
      const statement = await lending.api.reports.run(report)
      const rows = await readSheet(Buffer.from(await (await lending.api.reports.sheet(report)).arrayBuffer()))
      const titles = statement.columns.map(({ title }) => title)
      const head = rows.findIndex((row) => titles.every((title, index) => row[index] === title))
      const money = statement.columns.findIndex(({ kind }) => kind === 'money')
      const key = statement.columns[money]?.key ?? ''
      const written = rows.slice(head + 1, head + 1 + statement.rows.length).map((row) => row[money])
      const amounts = statement.rows.map((row) => (typeof row[key] === 'number' ? row[key] / 100 : null))
      expect(written, report.report).toEqual(amounts)
    }
    const agreement = await lending.api.reports.sheet({ report: 'loanAgreement', params: loan })
    const cells = (await readSheet(Buffer.from(await agreement.arrayBuffer()))).flat()
    expect(cells).toContain('Pasal 10 – Lain-lain')
    const card = await lending.api.reports.sheet({ report: 'loanCard', params: loan })
    expect((await readSheet(Buffer.from(await card.arrayBuffer()))).flat()).toContain('Jadwal angsuran')
    const slips = { report: 'collectionSlips', params: { entryId: lending.entries.meeting ?? '' } } as const
    const lines = (await readSheet(Buffer.from(await (await lending.api.reports.sheet(slips)).arrayBuffer()))).flat()
    expect(lines).toContain('Simpanan wajib (SW-A-001)')
  } finally {
    await lending.close()
  }
})

test('a file is called by what is in it', async () => {
  const file = await book.api.reports.sheet({ report: 'cashBook', params: { from: '2026-01-01', to: '2026-01-31' } })
  expect([file.name, file.type]).toEqual([
    'Buku Kas 2026-01 Koperasi Uji.xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ])
})

describe.skipIf(!isInstalled('soffice'))('LibreOffice', () => {
  test('reads the same amounts and computes no text', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lumbung-sheet-'))
    try {
      const path = join(folder, 'sheet.xlsx')
      writeFileSync(path, await bytesOf({ report: 'memberRegister', params: { asOf: '2026-12-31' } }))
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
      run('soffice', profile, '--headless', '--convert-to', 'csv', '--outdir', folder, path)
      const csv = readFileSync(join(folder, 'sheet.csv'), 'utf8')
      expect(csv).toContain('=cmd|calc')
      expect(csv).not.toMatch(/Err:|#NAME/)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

test('ratios, percents and points are numbers in the spreadsheet, with the places they are shown with', async () => {
  const asked: AskedReport[] = [
    { report: 'healthScore', params: { year: 2026 } },
    { report: 'shuComponents', params: { year: 2026 } },
  ]
  for (const report of asked) {
    const { columns, rows } = await book.api.reports.run(report)
    const sheet = await rowsOf(report)
    const at = sheet.findIndex((row) => row[0] === columns[0]?.title && row[1] === columns[1]?.title)
    const kinds = new Set(columns.map(({ kind }) => kind))
    expect(kinds.has('decimal') || kinds.has('percent'), report.report).toBe(true)
    for (const [index, { key, kind }] of columns.entries()) {
      if (kind !== 'decimal' && kind !== 'percent') continue
      const told = rows.map((row) => (/^-?[\d.]+$/.test(String(row[key])) ? Number(row[key]) : row[key]))
      const share = (cell: unknown) => (kind === 'percent' && typeof cell === 'number' ? cell / 100 : cell)
      const cells = sheet.slice(at + 1, at + 1 + rows.length).map((row) => row[index])
      expect(cells, `${report.report} ${key}`).toEqual(told.map(share))
      expect(cells.some((cell) => typeof cell === 'number')).toBe(true)
    }
  }
  const parts = unpackedParts(await bytesOf({ report: 'healthScore', params: { year: 2026 } }))
  expect(parts.get('xl/styles.xml')).toContain('#,##0.00')
})
