import { afterAll, beforeAll, expect, test } from 'vitest'
import { isInstalled } from '../export/programs.ts'
import { refusalOf, requestId } from '../support/book.ts'
import { openTradingBook, type TradingBook } from '../support/trade.ts'
import { Paper } from './paper.ts'

let book: TradingBook
beforeAll(async () => {
  book = await openTradingBook()
})
afterAll(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const run = (documentId: string) => book.api.reports.run({ report: 'purchaseReceipt', params: { documentId } })

test('a purchase tells what was paid and what is owed, freight among its lines, and what went back', async () => {
  const itemId = await book.item()
  const bought = await book.api.trade.purchase({
    ...{ requestId: requestId(), date: '2026-02-01', partnerId: book.supplierId, cashAccount: '11101' },
    ...{ paid: 100_000_00, otherCosts: 10_000_00, lines: [{ itemId, qty: 10_000, amount: 150_000_00 }] },
  })
  const { rows, after, totals, particulars } = await run(bought.documentId)
  expect(rows).toMatchObject([
    { item: 'Gula pasir', qty: 10_000, amount: 160_000_00 },
    { kind: 'total', amount: 160_000_00 },
  ])
  expect(after).toMatchObject([
    { title: 'Terbilang', text: 'seratus enam puluh ribu rupiah' },
    { title: 'Tunai', text: 'Rp100.000' },
    { title: 'Belum dibayar', text: 'Rp60.000' },
  ])
  expect(totals).toEqual({ amount: 160_000_00, owed: 60_000_00 })
  expect(particulars[0]?.text).toContain('UD Sumber Rejeki')
  await book.api.trade.returnPurchase({
    ...{ requestId: requestId(), date: '2026-02-02', documentId: bought.documentId, lines: [{ n: 1, qty: 1_000 }] },
  })
  expect((await run(bought.documentId)).notes.at(-1)).toBe('Ada yang dikembalikan kepada penjual: Gula pasir.')
})

test('what is no purchase has no such paper', async () => {
  const itemId = await book.item({ name: 'Kopi' })
  await book.buy(itemId, 2, 10_000)
  const sold = await book.sell(itemId, 1, '2026-02-03')
  expect(await refusalOf(run(sold.documentId))).toMatchObject({ code: 'NOT_FOUND' })
})

test.skipIf(!isInstalled('pdftotext'))('the longest name and the largest amount stay within the margins', async () => {
  const itemId = await book.item({ name: 'Gula kelapa '.repeat(10).trim() })
  const debt = await book.api.trade.purchase({
    ...{ requestId: requestId(), date: '2026-02-04', partnerId: book.supplierId },
    lines: [{ itemId, qty: 999_999_999, amount: 8_888_888_888_888_00 }],
  })
  const asked = { report: 'purchaseReceipt' as const, params: { documentId: debt.documentId } }
  const paper = await Paper.of(await book.api.reports.pdf(asked))
  for (const word of paper.words()) {
    expect(word.from, word.text).toBeGreaterThanOrEqual(56)
    expect(word.to, word.text).toBeLessThanOrEqual(word.pageWidth - 33)
  }
  expect(paper.text()).toContain('8.888.888.888.888')
  paper.forget()
})
