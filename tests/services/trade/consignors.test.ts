import { expect, test } from 'vitest'
import { requestId } from '../../support/book.ts'
import { openTradingBook } from '../../support/trade.ts'

const date = '2026-02-02'

test('who is owed for goods in keeping is told until she is paid, members and others', async () => {
  const book = await openTradingBook()
  const { trade, partners } = book.api
  const { partnerId, number } = await partners.create({ name: 'Toko Ani', kind: 'maker' })
  const mine = await book.item({ ownerMemberId: book.makerId, commissionPct: '10', priceOther: 10_000_00 })
  const theirs = await book.item({ ownerPartnerId: partnerId, commissionPct: '20', priceOther: 5_000_00 })
  for (const itemId of [mine, theirs]) {
    await trade.receiveConsignment({ requestId: requestId(), date, lines: [{ itemId, qty: 5_000 }] })
  }
  expect(await trade.consignors({})).toEqual({ rows: [] })
  const everybody = async () => (await trade.consignors({ paidToo: true })).rows.map(({ owed }) => owed).sort()
  expect(await everybody()).toEqual([0, 0])
  const sale = await book.sell(mine, 2)
  await book.sell(theirs, 1)
  const { rows } = await trade.consignors({})
  expect(rows).toHaveLength(2)
  expect(rows).toContainEqual(expect.objectContaining({ memberId: book.makerId, partnerId: null, owed: 18_000_00 }))
  expect(rows).toContainEqual({ memberId: null, partnerId, number, name: 'Toko Ani', owed: 4_000_00 })
  const lines = [{ n: 1, qty: 1_000 }]
  await trade.returnSale({ requestId: requestId(), date, documentId: sale.documentId, lines, cashAccount: '11101' })
  await trade.settleConsignor({ requestId: requestId(), date, partnerId, cashAccount: '11101' })
  expect((await trade.consignors({})).rows.map(({ owed }) => owed)).toEqual([9_000_00])
  expect(await everybody()).toEqual([0, 9_000_00])
})
