import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isInstalled } from '../export/programs.ts'
import { refusalOf, requestId } from '../support/book.ts'
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

const settlement = (documentId: string) =>
  book.api.reports.run({ report: 'consignmentSettlement', params: { documentId } })

test('the first slip has all that was sold until then, less what was brought back; what is not paid is said', async () => {
  const { rows, totals, after } = await settlement(book.documents.firstPaid)
  expect(rows).toMatchObject([
    { qty: 6_000, amount: 72_000_00, commission: 9_000_00, share: 63_000_00 },
    { item: 'Kopi bubuk', qty: 2_000, amount: 70_000_00, commission: 8_750_00, share: 61_250_00 },
    { kind: 'total', amount: 142_000_00, commission: 17_750_00, share: 124_250_00 },
  ])
  expect(totals).toEqual({ opening: 0, share: 124_250_00, due: 124_250_00, paid: 50_000_00, left: 74_250_00 })
  expect(after).toContainEqual({ kind: 'fact', title: 'Belum dibayarkan', text: 'Rp74.250' })
})

test('the next slip begins with what was left, and a sale that was taken back is on neither', async () => {
  const { rows, totals, after, particulars } = await settlement(book.documents.paid)
  expect(rows).toMatchObject([
    { kind: 'opening', share: 74_250_00 },
    { item: 'Kopi bubuk', qty: 1_000, share: 30_625_00 },
    { kind: 'total', amount: 35_000_00, share: 104_875_00 },
  ])
  expect(totals.left).toBe(0)
  expect(0 - (await book.balance('22103'))).toBe(0)
  expect(particulars.find(({ key }) => key === 'since')?.text).toBe('sejak pembayaran 8 Februari 2026')
  const goods = after?.find((part) => part.kind === 'table')
  expect(goods && 'rows' in goods && goods.rows).toMatchObject([
    { before: 14_000, received: 0, sold: 0, back: 2_000, other: 0, there: 12_000 },
    { before: 18_000, received: 0, sold: 1_000, back: 2_000, other: 0, there: 15_000 },
  ])
})

test('what is said to be there is what there was', async () => {
  const { after } = await settlement(book.documents.paid)
  const goods = after?.find((part) => part.kind === 'table')
  const span = { from: '2026-02-10', to: '2026-02-10' }
  for (const row of goods && 'rows' in goods ? goods.rows : []) {
    const { closing } = await book.api.trade.stockCard({ itemId: String(row.itemId), ...span })
    expect(closing.qty).toBe(row.there)
  }
})

test('a slip that was taken back says so, and what it paid is owed again on the next', async () => {
  const other = await openShopBook()
  const { entryId } = await other.api.trade.document({ documentId: other.documents.paid })
  const reason = { date: '2026-02-11', reason: 'Salah orang' }
  await other.api.journal.reverse({ requestId: requestId(), entryId: entryId ?? '', ...reason })
  const params = { documentId: other.documents.paid }
  const { particulars } = await other.api.reports.run({ report: 'consignmentSettlement', params })
  expect(particulars.map(({ key }) => key)).toContain('reversedBy')
  const again = await other.api.trade.settleConsignor({
    ...{ requestId: requestId(), date: '2026-02-12', memberId: other.makerId, cashAccount: '11101' },
  })
  const next = await other.api.reports.run({
    ...{ report: 'consignmentSettlement', params: { documentId: again.documentId } },
  })
  expect(next.totals).toMatchObject({ opening: 74_250_00, share: 30_625_00, paid: 104_875_00, left: 0 })
  await other.close()
})

test('a receipt tells the price of one unit and how it is shared, as it was agreed that day; each way is signed the other way round', async () => {
  const run = (documentId: string) => book.api.reports.run({ report: 'consignmentReceipt', params: { documentId } })
  const [received, givenBack] = [await run(book.documents.received), await run(book.documents.givenBack)]
  expect(received.rows).toMatchObject([
    { qty: 20_000, price: 12_000_00, commissionPct: '12,5%', commission: 1_500_00, share: 10_500_00 },
    { qty: 20_000, price: 35_000_00, commissionPct: '12,5%', commission: 4_375_00, share: 30_625_00 },
  ])
  expect(received.columns.map(({ kind }) => kind).filter((kind) => kind === 'money')).toHaveLength(3)
  expect(givenBack.columns.map(({ kind }) => kind)).not.toContain('money')
  expect(givenBack.title).toBe('Tanda Terima Pengembalian Titipan')
  expect(received.signers?.[0]?.name).toBe(givenBack.signers?.[1]?.name)
})

test('a price that changes later leaves the receipt as it was, and the sale shares as it says', async () => {
  const other = await openShopBook()
  const params = { documentId: other.documents.received }
  const before = await other.api.reports.run({ report: 'consignmentReceipt', params })
  const itemId = String(before.rows[1]?.itemId)
  await other.api.items.update({ itemId, priceOther: 40_000_00, commissionPct: '20' })
  expect((await other.api.reports.run({ report: 'consignmentReceipt', params })).rows).toEqual(before.rows)
  expect((await other.api.ledger.verify()).problems).toEqual([])
  await other.close()
})

test('any other document has no such paper', async () => {
  for (const report of ['consignmentReceipt', 'consignmentSettlement'] as const) {
    const run = book.api.reports.run({ report, params: { documentId: book.documents.credit } })
    expect(await refusalOf(run)).toMatchObject({ code: 'NOT_FOUND' })
  }
})

describe.skipIf(!isInstalled('pdftotext'))('on paper', () => {
  test('nothing leaves the margins, and a row is read whole', async () => {
    const asked = [
      ...(['received', 'givenBack'] as const).map((key) => ({ report: 'consignmentReceipt' as const, key })),
      ...(['firstPaid', 'paid'] as const).map((key) => ({ report: 'consignmentSettlement' as const, key })),
    ]
    for (const { report, key } of asked) {
      const paper = await Paper.of(await book.api.reports.pdf({ report, params: { documentId: book.documents[key] } }))
      for (const word of paper.words()) {
        expect(word.from, word.text).toBeGreaterThanOrEqual(56)
        expect(word.to, word.text).toBeLessThanOrEqual(word.pageWidth - 33)
      }
      expect(paper.text()).toContain('Kopi bubuk')
      paper.forget()
    }
  })
})
