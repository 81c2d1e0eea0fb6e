import { expect, test } from 'vitest'
import { shownLines } from '../../../../../renderer/areas/trade/documents/document-lines.ts'
import { requestId } from '../../../../support/book.ts'
import { openTradingBook } from '../../../../support/trade.ts'

test('a production shows flour and wages going out, and bread coming in', async () => {
  const book = await openTradingBook()
  const flour = await book.item({ name: 'Tepung', kind: 'material' })
  const bread = await book.item({ name: 'Roti', kind: 'finished' })
  await book.buy(flour, 10, 100_000)
  const { documentId } = await book.api.trade.produce({
    ...{ requestId: requestId(), date: '2026-02-03', materials: [{ itemId: flour, qty: 5_000 }] },
    costs: [{ account: '11101', amount: 25_000_00, memo: 'Upah' }],
    products: [{ itemId: bread, qty: 10_000 }],
  })
  const rows = shownLines(await book.api.trade.document({ documentId }), 'Ongkos dibayar')
  expect(rows.map(({ item, qty, amount }) => [item, qty, amount])).toEqual([
    ['Tepung', -5_000, -50_000_00],
    ['Roti', 10_000, 75_000_00],
    ['Ongkos dibayar', null, -25_000_00],
  ])
  await book.close()
})

test('a sale shows its lines as they are', async () => {
  const book = await openTradingBook()
  const sugar = await book.item()
  await book.buy(sugar, 10, 100_000)
  const { documentId } = await book.sell(sugar, 2)
  const document = await book.api.trade.document({ documentId })
  expect(shownLines(document, 'Ongkos dibayar')).toEqual(document.lines)
  await book.close()
})
