import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AskedReport } from '../../shared/contract/reports.ts'
import { isInstalled } from '../export/programs.ts'
import { refusalOf } from '../support/book.ts'
import { Paper } from './paper.ts'
import { openShopBook, type ShopBook } from './shop-book.ts'

let book: ShopBook
beforeAll(async () => {
  book = await openShopBook()
})
afterAll(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const run = (report: AskedReport) => book.api.reports.run(report)
const shift = (key: 'closed' | 'open') => run({ report: 'shiftReport', params: { shiftId: book.shifts[key] } })

test('the paper of a shift tells its sales by how they were paid, without what was taken back', async () => {
  const { rows, totals } = await shift('closed')
  const amount = (caption: string) => rows.find((row) => row.caption === caption)?.amount
  expect(amount('Tunai ke kas ini')).toBe(100_000_00)
  expect(amount('QRIS, bank, dan kas lain')).toBe(100_000_00)
  expect(amount('Belum dibayar')).toBe(100_000_00)
  expect(amount('Lewat lokapasar')).toBe(100_000_00)
  expect(rows.find(({ kind }) => kind === 'subtotal')).toMatchObject({ count: 4, amount: 400_000_00 })
  expect(totals.sold).toBe(400_000_00)
})

test('what should be in the box is what was there, came and went; the count says what is missing, and why', async () => {
  const { rows, after, totals, signers } = await shift('closed')
  const from = rows.findIndex(({ caption }) => caption === 'UANG DI KAS') + 1
  const to = rows.findIndex(({ caption }) => caption === 'Seharusnya ada')
  const parts = rows.slice(from, to).map(({ amount }) => Number(amount))
  expect(parts.slice(1)).toEqual([100_000_00, 0, -25_000_00, -15_000_00])
  expect(parts.reduce((sum, amount) => sum + amount, 0)).toBe(rows[to]?.amount)
  expect(totals.difference).toBe(-535_00)
  const count = after?.find((part) => part.kind === 'table')
  const pieces = count && 'rows' in count ? count.rows : []
  const counted = pieces.filter(({ kind }) => kind === 'line').reduce((sum, row) => sum + Number(row.amount), 0)
  expect([counted, pieces.at(-1)?.amount]).toEqual([totals.counted, totals.counted])
  expect(after?.at(-1)).toEqual({ kind: 'fact', title: 'Sebab selisih', text: 'Uang kembalian' })
  expect(signers?.map(({ name }) => name)).toEqual(['Dewi Lestari', 'Wahyu Nugroho'])
})

test('a shift that goes on says so, and begins with what was counted before it', async () => {
  const { rows, notes, totals } = await shift('open')
  expect(notes).toEqual(['Giliran ini belum ditutup: uangnya belum dihitung.'])
  expect(rows.find(({ caption }) => caption === 'Uang awal')?.amount).toBe((await shift('closed')).totals.counted)
  expect(totals.expected).toBe(await book.balance('11101'))
})

test('minutes of a count tell each difference with its reason, and what it is worth', async () => {
  const { rows, totals, before, signers } = await run({
    ...{ report: 'stockTakeMinutes', params: { documentId: book.documents.counted } },
  })
  expect(rows).toMatchObject([
    { item: 'Emas', difference: -1_000, reason: 'Hilang' },
    { difference: 2_000, reason: 'Salah hitung atau catat', value: 0 },
    { kind: 'total' },
  ])
  expect(totals.missing).toBe(0 - Number(rows[0]?.value))
  expect(totals.missing).toBeGreaterThan(0)
  expect(before?.[0]).toMatchObject({ text: expect.stringContaining('Siti Aminah dan Wahyu Nugroho') })
  expect(signers).toHaveLength(3)
})

test('a count that agrees says so', async () => {
  const { after } = await run({ report: 'stockTakeMinutes', params: { documentId: book.documents.agreed } })
  expect(after).toEqual([{ kind: 'paragraph', text: 'Hasil hitungan cocok dengan catatan.' }])
})

test('what is no shift and no count has no such paper', async () => {
  const asked: AskedReport[] = [
    { report: 'shiftReport', params: { shiftId: 'none' } },
    { report: 'stockTakeMinutes', params: { documentId: book.documents.credit } },
  ]
  for (const report of asked) expect(await refusalOf(run(report))).toMatchObject({ code: 'NOT_FOUND' })
})

describe.skipIf(!isInstalled('pdftotext'))('on paper', () => {
  test("the meeting's book has the minutes of the year's last count, signed by who counted", async () => {
    const annexes = async (year: number) => {
      const paper = await Paper.of(
        await book.api.reports.pdf({ report: 'annualMeetingBook', params: { year, part: '6' } }),
      )
      const pages = paper.pages()
      paper.forget()
      return pages.filter((page) => /^ *6\.\d+ +Berita Acara/m.test(page.split('\n').slice(0, 6).join('\n')))
    }
    const [minutes = '', ...others] = await annexes(2026)
    expect(others).toEqual([])
    expect(minutes).toContain('Hasil hitungan cocok dengan catatan.')
    expect(minutes).toMatch(/Yang menghitung[\s\S]*\(?Siti Aminah/)
    expect(await annexes(2025)).toEqual([])
  })

  test('nothing leaves the margins', async () => {
    const asked: AskedReport[] = [
      { report: 'shiftReport', params: { shiftId: book.shifts.closed } },
      { report: 'shiftReport', params: { shiftId: book.shifts.open } },
      { report: 'stockTakeMinutes', params: { documentId: book.documents.counted } },
    ]
    for (const report of asked) {
      const paper = await Paper.of(await book.api.reports.pdf(report))
      for (const word of paper.words()) {
        expect(word.from, `${report.report}: ${word.text}`).toBeGreaterThanOrEqual(56)
        expect(word.to, `${report.report}: ${word.text}`).toBeLessThanOrEqual(word.pageWidth - 33)
      }
      paper.forget()
    }
  })
})
