import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { receiptFormats } from '../../shared/contract/report-answers.ts'
import { isInstalled } from '../export/programs.ts'
import { refusalOf, requestId } from '../support/book.ts'
import { Paper } from './paper.ts'
import { openShopBook, type ShopBook } from './shop-book.ts'

let book: ShopBook
const papers: Paper[] = []
beforeAll(async () => {
  book = await openShopBook()
})
afterAll(async () => {
  for (const paper of papers) paper.forget()
  expect(book.bugs).toEqual([])
  await book.close()
})

type Params = { documentId: string; format?: (typeof receiptFormats)[number]; given?: number }

const run = (params: Params) => book.api.reports.run({ report: 'saleReceipt', params })

async function print(params: Params): Promise<Paper> {
  const paper = await Paper.of(await book.api.reports.pdf({ report: 'saleReceipt', params }))
  papers.push(paper)
  return paper
}

const facts = (statement: Awaited<ReturnType<typeof run>>) =>
  (statement.after ?? []).flatMap((part) => (part.kind === 'fact' ? [`${part.title}: ${part.text}`] : []))

test('what a sale was paid with stands below its total: what was given, the change, and what is owed', async () => {
  const documentId = book.documents.credit
  expect(facts(await run({ documentId }))).toEqual(['Tunai: Rp10.000', 'Belum dibayar: Rp20.000'])
  expect(facts(await run({ documentId, given: 50_000_00 }))).toEqual([
    'Tunai: Rp10.000',
    'Uang diterima: Rp50.000',
    'Kembali: Rp40.000',
    'Belum dibayar: Rp20.000',
  ])
  expect((await run({ documentId })).totals).toEqual({ amount: 30_000_00, paid: 10_000_00, owed: 20_000_00 })
  expect(await refusalOf(run({ documentId, given: 9_999_00 }))).toMatchObject({
    data: { amount: 10_000_00, issues: [{ message: 'given_below_paid' }] },
  })
})

test('a sale through a marketplace says what it holds, keeps and withholds', async () => {
  const { after, particulars } = await run({ documentId: book.documents.market })
  expect(after).toMatchObject([
    { title: 'Ditahan lokapasar', text: 'Rp27.900' },
    { title: 'Potongan lokapasar', text: 'Rp1.950' },
    { title: 'PPh dipungut lokapasar', text: 'Rp150' },
  ])
  expect(particulars[0]?.text).toContain('Pasar Daring')
})

test('the entry of a sale names it as well; what is no sale has no receipt of this kind', async () => {
  const { documentId, entryId } = await book.api.trade.document({ documentId: book.documents.credit })
  expect(await run({ documentId: entryId ?? '' })).toEqual(await run({ documentId }))
  const bought = await book.buy(await book.item(), 1, 15_000)
  expect(await refusalOf(run({ documentId: bought.documentId }))).toMatchObject({ code: 'NOT_FOUND' })
})

test('on a sheet it is an invoice and says what is paid and owed; on a roll it is a receipt', async () => {
  const documentId = book.documents.credit
  const invoice = await run({ documentId, format: 'A4' })
  expect(invoice.title).toBe('Faktur')
  expect(facts(invoice).slice(1)).toEqual(['Tunai: Rp10.000', 'Belum dibayar: Rp20.000'])
  expect((await run({ documentId, format: '58mm' })).title).toBe('Nota Penjualan')
  expect((await run({ documentId })).title).toBe('Nota Penjualan')
})

test('an invoice of which nothing is paid yet says so, and when it falls due', async () => {
  const [itemId, { memberId }] = [await book.item(), book]
  await book.buy(itemId, 1, 15_000)
  const { documentId } = await book.api.trade.sell({
    ...{ requestId: requestId(), date: '2026-03-01', memberId, dueOn: '2026-03-31', lines: [{ itemId, qty: 1_000 }] },
  })
  expect(facts(await run({ documentId, format: 'A4' })).slice(1)).toEqual([
    'Sudah dibayar: Rp0',
    expect.stringMatching(/^Belum dibayar: Rp/),
    'Jatuh tempo: 31 Maret 2026',
  ])
})

test('an invoice has its amount in words, a roll has none', async () => {
  const documentId = book.documents.largest
  expect(facts(await run({ documentId, format: 'A4' }))[0]).toMatch(/^Terbilang: delapan triliun delapan ratus /)
  expect(facts(await run({ documentId }))).toEqual([expect.stringMatching(/^Bank.*: Rp8\.887\.999\.999\.990$/)])
})

describe.skipIf(!isInstalled('pdftotext'))('on paper', () => {
  const pt = (mm: number) => (mm * 72) / 25.4
  const edges = { '58mm': [5, 5], '80mm': [4, 4], A4: [25, 15] } as const

  test.each(receiptFormats)(
    'nothing leaves the margins of %s, with the longest names and the largest amounts',
    async (format) => {
      for (const key of ['long', 'largest', 'credit', 'market'] as const) {
        const documentId = book.documents[key]
        const paper = await print({ documentId, format })
        const [left, right] = edges[format].map(pt) as [number, number]
        for (const word of paper.words()) {
          expect(word.from, word.text).toBeGreaterThanOrEqual(left - 0.5)
          expect(word.to, word.text).toBeLessThanOrEqual(word.pageWidth - right + 0.5)
        }
      }
    },
  )

  test.each(receiptFormats)('all sixty lines stand on %s, and their sum', async (format) => {
    const text = (await print({ documentId: book.documents.long, format })).text()
    for (let n = 1; n <= 60; n += 1) expect(text).toContain(`${n}. Keripik`)
    expect(text).toContain('84.060')
    expect(text).toContain('Kode periksa')
  })

  test('a roll is one page, as long as what stands on it', async () => {
    const height = async (documentId: string) => {
      const paper = await print({ documentId, format: '58mm' })
      const words = paper.words()
      expect(words.every(({ page }) => page === 1)).toBe(true)
      expect(Math.round(words[0]?.pageWidth ?? 0)).toBe(Math.round(pt(58)))
      return {
        page: Number(/<page [^>]*height="([\d.]+)"/.exec(paper.boxes())?.[1]),
        last: Math.max(...words.map(({ bottom }) => bottom)),
      }
    }
    const [short, long] = [await height(book.documents.credit), await height(book.documents.long)]
    for (const { page, last } of [short, long]) expect(page - last).toBeLessThan(pt(12))
    expect(long.page).toBeGreaterThan(short.page * 4)
  })
})
