import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { programmes as programmesOfBoard } from '../../shared/statements/meeting-book/board-report.ts'
import type { Part, Row } from '../../shared/statements/statement.ts'
import { refusalOf, requestId } from '../support/book.ts'
import { openProgrammeBook, type ProgrammeBook } from './funds-book.ts'
import { type LoansBook, openLoansBook } from './loans-book.ts'
import { openSeededTrade, type SeededTrade } from './seeded-trade.ts'
import { openShuBook, type ShuBook } from './shu-book.ts'

let lending: LoansBook
let trading: SeededTrade
let programmes: ProgrammeBook
let meeting: ShuBook
beforeAll(async () => {
  lending = await openLoansBook()
  trading = await openSeededTrade()
  programmes = await openProgrammeBook()
  meeting = await openShuBook()
})
afterAll(async () => {
  for (const one of [lending, trading, programmes, meeting]) {
    expect(one.bugs).toEqual([])
    await one.close()
  }
})

type Api = Pick<ShuBook, 'api'>
const notes = async ({ api }: Api, year = 2026) =>
  (await api.reports.run({ report: 'notes', params: { year } })).before as Part[]
const tableOf = (parts: readonly Part[], title: string): readonly Row[] => {
  const found = parts.find((part) => part.kind === 'table' && part.title.startsWith(title))
  return found?.kind === 'table' ? found.rows : []
}
const sentences = (parts: readonly Part[]) => parts.flatMap((part) => ('text' in part ? [part.text] : []))
const sum = (rows: readonly Row[], key: string) => rows.reduce((all, row) => all + Number(row[key] ?? 0), 0)
/** What is left of a fund by what its row says of it. */
const left = ({ received, spent, refunded }: Row) => Number(received) - Number(spent) - Number(refunded)
const rupiah = (amount: number) => amount * 100

describe('the notes explain what the statements print', () => {
  test('every line that is not nil is broken down, and its accounts add up to it in both years', async () => {
    for (const book of [lending, trading, programmes, meeting]) {
      const parts = await notes(book)
      const rows = ['Posisi keuangan', 'Perhitungan hasil usaha'].flatMap((title) => tableOf(parts, title))
      const groups: Row[][] = []
      for (const row of rows) {
        // A line begins with its name; one that is a single account is that account alone.
        if (row.line !== undefined) groups.push([])
        groups.at(-1)?.push(row)
      }
      for (const group of groups) {
        if (group.length === 1) {
          expect(group[0]).toMatchObject({ kind: 'subtotal', account: expect.stringMatching(/\d{5} /) })
          continue
        }
        const total = group.at(-1)
        const accounts = group.slice(1, -1)
        expect(accounts.length, String(group[0]?.account)).toBeGreaterThan(0)
        // Only results of years that are not closed stand on no account of their line.
        if (accounts.some(({ account }) => account === 'Hasil usaha yang belum ditutup')) {
          expect(group[0]?.line).toMatch(/^E0[89]$/)
        }
        for (const key of ['current', 'compared'])
          expect(sum(accounts, key), String(group[0]?.account)).toBe(total?.[key])
      }
      const ofAssets = groups.filter(([head]) => String(head?.line).startsWith('A')).map((group) => group.at(-1) as Row)
      const sheet = await book.api.reports.run({ report: 'balanceSheet', params: { asOf: '2026-12-31' } })
      expect(sum(ofAssets, 'current')).toBe(sheet.totals.assets)
    }
  })

  test('loans by class and by kind are the loans of the list', async () => {
    const parts = await notes(lending)
    const { rows } = await lending.api.loans.classify({ asOf: '2026-12-31' })
    const outstanding = rows.reduce((all, row) => all + row.outstanding, 0)
    for (const title of ['Menurut kolektibilitas', 'Menurut jenis pinjaman']) {
      expect(tableOf(parts, title).at(-1)).toMatchObject({ kind: 'total', count: rows.length, outstanding })
    }
  })

  test('fixed assets go from the balance of one year end to that of the next, also where one left', async () => {
    const machine = { name: 'Timbangan', number: 'AT-900', account: '18104', months: 48, cost: rupiah(480_000) }
    const { assetId } = await trading.api.assets.acquire({
      ...{ requestId: requestId(), date: '2026-06-02', grant: true, ...machine },
    })
    await trading.api.assets.dispose({ requestId: requestId(), date: '2026-06-20', assetId, reason: 'Hilang' })
    const parts = await notes(trading)
    expect(tableOf(parts, 'Harga perolehan').at(-1)).toMatchObject({ removed: rupiah(480_000) })
    const at = async (asOf: string, line: string) => {
      const { rows } = await trading.api.reports.run({ report: 'balanceSheet', params: { asOf } })
      return Number(rows.find((row) => row.line === line)?.current)
    }
    for (const [title, line, side] of [
      ['Harga perolehan', 'A14', 1],
      ['Akumulasi penyusutan', 'A15', -1],
    ] as const) {
      const total = tableOf(parts, title).at(-1)
      expect(total, title).toMatchObject({ closing: side * (await at('2026-12-31', line)) })
      expect(total?.opening).toBe(side * (await at('2025-12-31', line)) + 0)
    }
    expect(sum(tableOf(parts, 'Harga perolehan').slice(-1), 'closing')).toBeGreaterThan(0)
  })

  test('restricted funds stand with what came in, was spent, went back and is left, and every row adds up', async () => {
    const rows = tableOf(await notes(programmes), 'Dana program')
    expect(rows[0]).toMatchObject({
      restriction: 'Hanya untuk peserta perempuan',
      ...{ received: rupiah(30_000_000), spent: rupiah(12_400_000) },
      ...{ refunded: rupiah(600_000), balance: rupiah(17_000_000) },
    })
    const { rows: funds } = await programmes.api.funds.list({ asOf: '2026-12-31' })
    const told = tableOf(programmesOfBoard({ funds, language: 'id' }), 'Dana program dan hibah')
    for (const table of [rows, told]) {
      expect(table.map(({ kind }) => kind)).toEqual(['line', 'line', 'line', 'total'])
      for (const row of table) expect(left(row)).toBe(row.balance)
    }
  })

  test('the surplus decided in the year stands with its decision, and what was decided after it is an event', async () => {
    const title = 'SHU tahun 2025: Keputusan RAT No. 3/RAT/2026, 14 Maret 2026'
    const rows = tableOf(await notes(meeting), title)
    expect(rows.at(-1)).toMatchObject({ kind: 'total', amount: rupiah(48_750_000) })
    expect(sentences(await notes(meeting, 2025))).toContain(
      'Rapat anggota tanggal 14 Maret 2026 memutuskan pembagian SHU tahun 2025 (Keputusan RAT No. 3/RAT/2026).',
    )
  })
})

test('members are counted at the beginning, in, out and at the end', async () => {
  await meeting.api.members.exit({
    ...{ requestId: requestId(), memberId: meeting.members[2] ?? '', date: '2026-07-01', reason: 'moved' },
  })
  const told = sentences(await notes(meeting))
  expect(told).toContain('awal tahun 4, masuk 0, keluar 1, akhir tahun 3 (3 perempuan, 0 laki-laki)')
})

test('all fifteen notes stand in their order, and a year without entries has none', async () => {
  const headings = (await notes(lending)).flatMap((part) => (part.kind === 'heading' ? [part.text] : []))
  expect(headings.map((text) => Number.parseInt(text, 10))).toEqual(Array.from({ length: 15 }, (_, at) => at + 1))
  const refused = await refusalOf(notes(lending, 1999))
  expect(refused.data).toMatchObject({ reason: 'no_entries_in_year' })
})

test('each line of the statements names the notes that tell of it, and they tell the same', async () => {
  const owed = (rows: readonly Row[], key: string) => Number(rows.at(-1)?.[key] ?? 0)
  for (const book of [lending, trading, programmes, meeting]) {
    const parts = await notes(book)
    const headings = parts.flatMap((part) => (part.kind === 'heading' ? [part.text] : []))
    const year = { from: '2026-01-01', to: '2026-12-31' }
    const sheet = await book.api.reports.run({ report: 'balanceSheet', params: { asOf: '2026-12-31' } })
    const result = await book.api.reports.run({ report: 'surplus', params: year })
    expect(sheet.columns[1]).toMatchObject({ key: 'note', title: 'Catatan' })
    const named = new Map<string, number>()
    for (const row of [...sheet.rows, ...result.rows]) {
      if (row.kind !== 'line') continue
      const numbers = String(row.note).split(', ')
      expect(numbers[0], String(row.line)).toBe('4')
      for (const number of numbers.slice(1)) {
        expect(headings.some((text) => text.startsWith(`${number}. `))).toBe(true)
        if (sheet.rows.includes(row)) named.set(number, (named.get(number) ?? 0) + Number(row.current))
      }
    }
    const closing = (title: string) => owed(tableOf(parts, title), 'closing')
    expect(named.get('6'), 'savings').toBe(owed(tableOf(parts, 'Menurut jenis simpanan'), 'balance'))
    expect(named.get('7'), 'assets').toBe(closing('Harga perolehan') - closing('Akumulasi penyusutan'))
    expect(named.get('8'), 'borrowings').toBe(owed(tableOf(parts, 'Pinjaman yang diterima'), 'owed'))
  }
})
