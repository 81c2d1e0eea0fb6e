import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusalOf, requestId } from '../support/book.ts'
import { openTradingBook, type TradingBook } from '../support/trade.ts'

let book: TradingBook
beforeAll(async () => {
  book = await openTradingBook()
})
afterAll(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const run = (documentId: string) => book.api.reports.run({ report: 'returnNote', params: { documentId } })

test('what a buyer brings back tells the sale it is of, the money she got and who she is', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 10, 12_000)
  const lines = [{ itemId, qty: 4_000, price: 20_000_00 }]
  const sold = await book.api.trade.sell({
    ...{ requestId: requestId(), date: '2026-02-03', memberId: book.memberId, cashAccount: '11101', lines },
  })
  const of = { documentId: sold.documentId, lines: [{ n: 1, qty: 1_500 }] }
  const back = await book.api.trade.returnSale({
    ...{ requestId: requestId(), date: '2026-02-04', cashAccount: '11101', note: 'Kemasan sobek', ...of },
  })
  const paper = await run(back.documentId)
  expect(paper.title).toBe('Nota Retur Penjualan')
  expect(paper.rows).toMatchObject([
    { item: 'Gula pasir', qty: 1_500, amount: 30_000_00 },
    { kind: 'total', amount: 30_000_00 },
  ])
  expect(paper.particulars.map(({ key }) => key)).toEqual(['party', 'of', 'note'])
  expect(paper.particulars[0]?.text).toMatch(/, anggota$/)
  expect(paper.particulars[1]?.text).toBe(`${sold.voucher}, 3 Februari 2026`)
  expect(paper.after).toMatchObject([
    { title: 'Terbilang', text: 'tiga puluh ribu rupiah' },
    { title: 'Uang kembali', text: 'Rp30.000 (Tunai)' },
  ])
  expect(paper.totals).toEqual({ amount: 30_000_00, owedLess: 0 })

  await book.api.journal.reverse({
    ...{ requestId: requestId(), entryId: back.entryId, date: '2026-02-05', reason: 'Salah nota' },
  })
  expect((await run(back.documentId)).particulars.at(-1)?.key).toBe('reversedBy')
})

test('what goes back to a seller who is still owed makes the debt smaller, at the price of the purchase', async () => {
  const itemId = await book.item({ name: 'Kopi' })
  const bought = await book.api.trade.purchase({
    ...{ requestId: requestId(), date: '2026-02-06', partnerId: book.supplierId },
    lines: [{ itemId, qty: 10_000, amount: 150_000_00 }],
  })
  const back = await book.api.trade.returnPurchase({
    ...{ requestId: requestId(), date: '2026-02-07', documentId: bought.documentId, lines: [{ n: 1, qty: 2_000 }] },
  })
  const paper = await run(back.documentId)
  expect(paper.title).toBe('Nota Retur Pembelian')
  expect(paper.particulars[0]?.text).toContain('UD Sumber Rejeki')
  expect(paper.after?.at(-1)).toMatchObject({ title: 'Utang berkurang', text: 'Rp30.000' })
  expect(paper.totals).toEqual({ amount: 30_000_00, owedLess: 30_000_00 })
  expect(paper.signers?.map(({ name }) => name)).toEqual(['UD Sumber Rejeki', null])
  for (const documentId of [bought.documentId, 'nobody']) {
    expect(await refusalOf(run(documentId))).toMatchObject({ code: 'NOT_FOUND' })
  }
})
