import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AskedReport } from '../../shared/contract/reports.ts'
import type { Part, Row } from '../../shared/statements/statement.ts'
import { exportedFile } from '../export/hostile-book.ts'
import { isInstalled, run as runProgram } from '../export/programs.ts'
import { openTestBook, requestId, type TestBook } from '../support/book.ts'
import { heldYear } from '../support/held-year.ts'
import { Paper } from './paper.ts'

/** Every paper that tells of the part modal penyertaan gets: the division, the statements, the notes and the book. */

let book: TestBook
beforeAll(async () => {
  book = await openTestBook({ cooperative: { name: 'Koperasi Uji', village: 'Sukamaju' } })
  const { village } = await heldYear(book)
  await book.api.closing.closeYear({ requestId: requestId(), year: 2025 })
  const decision = 'Keputusan RAT No. 3/RAT/2026'
  await book.api.closing.decideShu({ requestId: requestId(), year: 2025, date: '2026-03-14', decision })
  const paid = { date: '2026-04-01', amount: 600_000_00, cashAccount: '11101' }
  await book.api.capital.payShare({ requestId: requestId(), borrowingId: village.borrowingId, ...paid })
})
afterAll(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

const rupiah = (amount: number) => amount * 100
const run = (report: AskedReport) => book.api.reports.run(report)
const tables = (parts: readonly object[] = []) => (parts as Part[]).filter((part) => part.kind === 'table')
const year2026 = { from: '2026-01-01', to: '2026-12-31' }
const division = { report: 'shuComponents', params: { year: 2025 } } as const

test('the division names who holds modal penyertaan, what each put in and how the part is reckoned', async () => {
  const { rows, after, totals, notes } = await run(division)
  expect((rows as Row[]).find(({ component }) => component === 'Penyertaan')).toMatchObject({
    ...{ to: 'Pemilik modal penyertaan', pct: '5', amount: rupiah(2_437_500) },
  })
  const [holders] = tables(after)
  expect(holders?.title).toBe('Bagian pemilik modal penyertaan: Penyertaan 5%')
  const cells = ({ number, holder, capital, how, amount }: Row) => [number, holder, capital, how, amount]
  expect(((holders?.rows ?? []) as Row[]).map(cells)).toEqual([
    [
      ...['U-001', 'BUM Desa Sukamaju', rupiah(20_000_000)],
      ...['Rp2.437.500 × Rp20.000.000 ÷ Rp30.000.000', rupiah(1_625_000)],
    ],
    [
      ...['U-002', 'Anggota 0001', rupiah(10_000_000)],
      ...['Rp2.437.500 × Rp10.000.000 ÷ Rp30.000.000', rupiah(812_500)],
    ],
    [null, 'JUMLAH', rupiah(30_000_000), null, rupiah(2_437_500)],
  ])
  expect(totals).toMatchObject({ participation: rupiah(2_437_500), members: rupiah(21_937_500), undistributed: 0 })
  expect(notes).toEqual([])
})

test('the spreadsheet of the division has the holders too', async () => {
  const bytes = Buffer.from(await (await book.api.reports.sheet(division)).arrayBuffer())
  const rows = await readSheet(bytes)
  expect(rows).toContainEqual(
    expect.arrayContaining([
      'U-001',
      'BUM Desa Sukamaju',
      20_000_000,
      'Rp2.437.500 × Rp20.000.000 ÷ Rp30.000.000',
      1_625_000,
    ]),
  )
})

test('the statements show what is owed, what was paid, and that the surplus left equity', async () => {
  const sheet = await run({ report: 'balanceSheet', params: { asOf: '2026-12-31' } })
  const owed = (sheet.rows as Row[]).find(({ line }) => line === 'L10')
  expect(owed).toMatchObject({
    ...{ caption: 'Bagian SHU belum diambil', current: rupiah(21_937_500 + 2_437_500 - 600_000) },
  })
  expect(sheet.totals.assets).toBe((sheet.totals.liabilities ?? 0) + (sheet.totals.equity ?? 0))
  const money = await run({ report: 'cashFlow', params: year2026 })
  const caption = 'Modal penyertaan dikembalikan dan bagian SHU-nya dibayar'
  expect((money.rows as Row[]).find((row) => row.caption === caption)).toMatchObject({ current: -rupiah(600_000) })
  const equity = await run({ report: 'equityChanges', params: year2026 })
  expect(equity.totals.closing).toBe(sheet.totals.equity)
})

test('the notes say what of the share is not paid yet, lender by lender', async () => {
  const { before = [], after = [], rows } = await run({ report: 'notes', params: { year: 2026 } })
  const all = [...tables(before), ...tables(after)].flatMap((part) => part.rows as Row[]).concat(rows as Row[])
  const of = (lender: string) => all.find((row) => row.lender === lender)
  expect(of('U-001 BUM Desa Sukamaju')).toMatchObject({ owed: rupiah(20_000_000), shareLeft: rupiah(1_025_000) })
  expect(of('U-003 Desa Sukamaju')).toMatchObject({ owed: rupiah(8_000_000), shareLeft: 0 })
})

test.skipIf(!isInstalled('pdftotext'))('the book of the meeting has the holders below the division', async () => {
  const paper = await Paper.of(await book.api.reports.pdf({ report: 'annualMeetingBook', params: { year: 2025 } }))
  const told = paper.text().replaceAll(/\s+/g, ' ')
  paper.forget()
  expect(told).toContain('Bagian pemilik modal penyertaan: Penyertaan 5%')
  expect(told).toContain('U-001 BUM Desa Sukamaju')
})

test('a member’s own sheet and the list of members are about members alone', async () => {
  const members = await run({ report: 'shuMembers', params: { year: 2025 } })
  expect(JSON.stringify(members)).not.toContain('Penyertaan')
  expect(members.totals).toMatchObject({ total: rupiah(21_937_500) })
})

test.skipIf(!isInstalled('hledger'))('hledger finds the same owed on the account', async () => {
  const file = await exportedFile(book, 'hledger')
  const said = runProgram('hledger', '-f', file, 'bal', '--flat', '-O', 'csv', '--no-total', '25108')
  expect(said).toMatch(/-1837500\.00/)
})
