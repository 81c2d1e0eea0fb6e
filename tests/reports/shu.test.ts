import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AskedReport } from '../../shared/contract/reports.ts'
import type { Part, Row } from '../../shared/statements/statement.ts'
import { isInstalled } from '../export/programs.ts'
import { openTestBook, refusalOf, requestId } from '../support/book.ts'
import { post } from '../support/worked-year.ts'
import { Paper } from './paper.ts'
import { openShuBook, type ShuBook } from './shu-book.ts'

const canRead = isInstalled('pdftotext')

let book: ShuBook
beforeAll(async () => {
  book = await openShuBook()
})
afterAll(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const rupiah = (amount: number) => amount * 100
const run = (report: AskedReport) => book.api.reports.run(report)
const tables = (parts: readonly object[] = []) =>
  (parts as Part[]).filter((part) => part.kind === 'table').map(({ rows }) => rows)
const column = (rows: readonly object[], key: string) => (rows as Row[]).map((row) => row[key])

test('the meeting sees the rule, each part of it in rupiah, and that the parts are the whole surplus', async () => {
  const { rows, totals, particulars, before } = await run({ report: 'shuComponents', params: { year: 2025 } })
  expect(column(rows, 'amount')).toEqual(
    [...[14_625_000, 9_750_000, 12_187_500, 3_656_250, 2_437_500, 2_437_500, 2_437_500, 1_218_750], 48_750_000].map(
      rupiah,
    ),
  )
  expect(column(rows, 'pct')).toEqual(['30', '20', '25', '7.5', '5', '5', '5', '2.5', '100'])
  expect(totals).toMatchObject({ surplus: rupiah(48_750_000), members: rupiah(21_937_500), undistributed: 0 })
  expect(particulars[0]?.text).toBe('Keputusan RAT No. 3/RAT/2026, 14 Maret 2026 (BM-2026-0001)')
  expect(column(tables(before)[0] ?? [], 'amount')).toEqual([48_750_000, 0, 48_750_000, 48_750_000].map(rupiah))
})

test('the funds show what came in, was used and is left, and one that was overdrawn says so', async () => {
  const { after, notes } = await run({ report: 'shuComponents', params: { year: 2026 } })
  const [funds = [], uses = []] = tables(after)
  expect(
    (funds as Row[]).map(({ fund, opening, added, used, balance }) => [fund, opening, added, used, balance]),
  ).toEqual([
    ['25102 Dana pengurus dan pengawas', 0, rupiah(3_656_250), 0, rupiah(3_656_250)],
    ['25103 Dana karyawan', 0, rupiah(2_437_500), 0, rupiah(2_437_500)],
    ['25104 Dana pendidikan', 0, rupiah(2_437_500), rupiah(1_000_000), rupiah(1_437_500)],
    ['25105 Dana sosial', 0, rupiah(2_437_500), rupiah(2_700_000), rupiah(-262_500)],
    ['25106 Dana pembangunan daerah kerja', 0, rupiah(1_218_750), 0, rupiah(1_218_750)],
    ['JUMLAH', 0, rupiah(12_187_500), rupiah(3_700_000), rupiah(8_487_500)],
  ])
  // What was recorded by mistake and taken back is no use of the fund.
  expect(column(uses, 'description')).toEqual(['Pelatihan pembukuan', 'Santunan kebakaran'])
  expect(notes).toContain('Dana sosial dipakai Rp262.500 lebih banyak daripada isinya.')
})

test('gifts of the year stand apart and are not divided', async () => {
  const { before, totals, isProposal, notes } = await run({ report: 'shuComponents', params: { year: 2026 } })
  expect(column(tables(before)[0] ?? [], 'amount')).toEqual(
    [3_000_000, 0, 2_000_000, 5_000_000, -2_000_000, 3_000_000].map(rupiah),
  )
  expect([totals.surplus, isProposal]).toEqual([rupiah(3_000_000), true])
  expect(notes[0]).toBe('Tahun buku 2026 belum ditutup: angka di sini masih bisa berubah.')
})

test('the list of members adds up to what they share in, column by column', async () => {
  const { rows, totals } = await run({ report: 'shuMembers', params: { year: 2025 } })
  const of = (key: string) => column(rows, key).map((amount) => Number(amount) / 100)
  expect(of('savings')).toEqual([1_450_000, 850_000, 2_300_000, 60_400_000, 65_000_000])
  expect(of('business service')).toEqual([2_150_000, 0, 640_000, 58_210_000, 61_000_000])
  expect(of('capital')).toEqual([217_500, 127_500, 345_000, 9_060_000, 9_750_000])
  expect(of('service service')).toEqual([429_559, 0, 127_869, 11_630_072, 12_187_500])
  expect(of('total')).toEqual([647_059, 127_500, 472_869, 20_690_072, 21_937_500])
  expect(of('paid')).toEqual([647_059, 127_500, 0, 0, 774_559])
  expect(totals).toMatchObject({ members: 4, total: rupiah(21_937_500), paid: rupiah(774_559) })
})

test("a member's own sheet shows how her share is reckoned, to be followed with a pocket calculator", async () => {
  const { before = [], isProposal } = await run({
    ...{ report: 'shuMember', params: { year: 2025, memberId: book.members[0] } },
  })
  expect(before).toHaveLength(1)
  const slip = before[0]
  const facts = slip?.kind === 'slip' ? slip.facts.map(({ text }) => text) : []
  expect(facts.slice(2)).toEqual([
    'jasa pinjaman Rp2.150.000 + belanja Rp0 + komisi titipan Rp0 = Rp2.150.000',
    'Rp1.450.000 : Rp65.000.000 × Rp9.750.000 = Rp217.500',
    'Rp2.150.000 : Rp61.000.000 × Rp12.187.500 = Rp429.559,43, dibulatkan ke bawah menjadi Rp429.559',
    'Rp647.059',
    'Rp0',
  ])
  expect(isProposal).toBeUndefined()
  const refused = await refusalOf(run({ report: 'shuMember', params: { year: 2025, memberId: 'nobody' } }))
  expect(refused).toMatchObject({ code: 'NOT_FOUND', data: { reason: 'member_without_share' } })
})

test.skipIf(!canRead)('what is not decided is marked as a proposal on every page, what is decided is not', async () => {
  const pages = async (year: number) => {
    const paper = await Paper.of(await book.api.reports.pdf({ report: 'shuComponents', params: { year } }))
    const texts = paper
      .text()
      .split('\f')
      .filter((page) => page.trim() !== '')
    paper.forget()
    return texts.map((page) => page.includes('USULAN: belum diputuskan rapat anggota'))
  }
  expect(new Set(await pages(2026))).toEqual(new Set([true]))
  expect(new Set(await pages(2025))).toEqual(new Set([false]))
})

test('a year that made a loss has nothing to divide and says how much it lost', async () => {
  const poor = await openTestBook()
  await post(poor, '2025-05-05', [
    { account: '52201', debit: rupiah(750_000) },
    { account: '24102', credit: rupiah(750_000) },
  ])
  await poor.api.closing.closeYear({ requestId: requestId(), year: 2025 })
  const { totals, notes, isProposal } = await poor.api.reports.run({ report: 'shuComponents', params: { year: 2025 } })
  expect([totals.surplus, isProposal]).toEqual([0, undefined])
  expect(notes).toEqual(['Tahun ini rugi Rp750.000: tidak ada SHU yang dibagi.'])
  const refused = await refusalOf(poor.api.reports.run({ report: 'shuMembers', params: { year: 2025 } }))
  expect(refused.data).toMatchObject({ reason: 'nothing_to_divide' })
  expect(poor.bugs).toEqual([])
  await poor.close()
})
