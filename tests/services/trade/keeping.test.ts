import { afterEach, beforeEach, expect, test } from 'vitest'
import { requestId } from '../../support/book.ts'
import { openTradingBook, type TradingBook } from '../../support/trade.ts'

let book: TradingBook
let itemId: string
beforeEach(async () => {
  book = await openTradingBook()
  const kept = { name: 'Keripik pisang', unitName: 'bungkus', priceOther: 50_000_00, commissionPct: '20' }
  itemId = await book.item({ ...kept, ownerMemberId: book.makerId })
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

const receive = (qty: number, id = itemId, date = '2026-02-01') =>
  book.api.trade.receiveConsignment({ requestId: requestId(), date, lines: [{ itemId: id, qty }] })
const settle = (amount?: number, date = '2026-02-10') =>
  book.api.trade.settleConsignor({
    ...{ requestId: requestId(), date, memberId: book.makerId, cashAccount: '11101' },
    ...(amount && { amount }),
  })

test('of goods in keeping only the commission is income, the rest is paid to whoever made them, once', async () => {
  const { number } = await receive(3_000)
  expect(number).toBe('TT-2026-0001')
  expect(await book.api.items.get({ itemId })).toMatchObject({ qty: 3_000, value: 0 })
  await book.sell(itemId, 1)
  expect([await book.balance('22103'), await book.balance('42103')]).toEqual([-40_000_00, -10_000_00])
  expect(await settle()).toMatchObject({ total: 40_000_00, owed: 0 })
  expect(await book.balance('22103')).toBe(0)
  await expect(settle()).rejects.toMatchObject({ code: 'ALREADY_DONE', data: { reason: 'nothing_owed' } })
})

test('what was not sold goes back, and cannot be sold after that', async () => {
  await receive(3_000)
  await book.sell(itemId, 1)
  const back = { requestId: requestId(), date: '2026-02-05', lines: [{ itemId, qty: 2_000 }] }
  expect(await book.api.trade.returnConsignment(back)).toMatchObject({ number: 'RT-2026-0001' })
  await expect(book.sell(itemId, 1, '2026-02-06')).rejects.toMatchObject({ code: 'STOCK_BELOW_ZERO' })
  await expect(
    book.api.trade.returnConsignment({ ...back, requestId: requestId(), lines: [{ itemId, qty: 1 }] }),
  ).rejects.toMatchObject({ code: 'STOCK_BELOW_ZERO' })
})

test('a maker is paid in the units that owe her, and none is left with less than nothing', async () => {
  await book.api.opening.post({
    ...{ requestId: requestId(), date: '2026-01-01' },
    lines: [{ account: '22103', credit: 10_000_00, memberId: book.makerId, unit: 'general' }],
  })
  await receive(3_000)
  await book.sell(itemId, 1)
  const owed = async (unit: 'general' | 'shop') => {
    const { rows } = await book.api.ledger.trialBalance({ asOf: '2026-12-31', unit })
    const row = rows.find(({ code }) => code === '22103')
    return (row?.credit ?? 0) - (row?.debit ?? 0)
  }
  expect([await owed('general'), await owed('shop')]).toEqual([10_000_00, 40_000_00])
  await settle(30_000_00)
  expect([await owed('general'), await owed('shop')]).toEqual([0, 20_000_00])
  await settle()
  expect([await owed('general'), await owed('shop')]).toEqual([0, 0])
})

test('more than is owed is not paid out', async () => {
  await receive(3_000)
  await book.sell(itemId, 1)
  await expect(settle(40_000_01)).rejects.toMatchObject({
    data: { reason: 'payment_above_owed', available: 40_000_00 },
  })
  expect(await settle(15_000_00)).toMatchObject({ owed: 25_000_00 })
})

test('a sale whose owner was paid is taken back only after that payment', async () => {
  await receive(3_000)
  const sold = await book.sell(itemId, 1)
  const paid = await settle()
  const reverse = (entryId: string) =>
    book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-02-11', reason: 'Salah barang' })
  await expect(reverse(sold.entryId)).rejects.toMatchObject({
    data: { reason: 'reverse_first', voucher: paid.voucher },
  })
  await reverse(paid.entryId)
  await reverse(sold.entryId)
  expect(await book.api.items.get({ itemId })).toMatchObject({ qty: 3_000, value: 0 })
  expect(await book.balance('22103')).toBe(0)
})

test('a sale whose owner was paid names that payment, and no return of other goods', async () => {
  await receive(3_000)
  const sold = await book.sell(itemId, 1)
  const paid = await settle()
  const other = await book.sell(itemId, 1, '2026-02-11')
  await book.api.trade.returnSale({
    ...{ requestId: requestId(), date: '2026-02-12', documentId: other.documentId, cashAccount: '11101' },
    lines: [{ n: 1, qty: 1_000 }],
  })
  await expect(
    book.api.journal.reverse({ requestId: requestId(), entryId: sold.entryId, date: '2026-02-12', reason: 'Salah' }),
  ).rejects.toMatchObject({ data: { reason: 'reverse_first', voucher: paid.voucher } })
})

test('goods of a maker who left are still sold and owed to her, their commission is of a non-member', async () => {
  await receive(5_000)
  const before = await book.sell(itemId, 1)
  await book.api.members.exit({ requestId: requestId(), date: '2026-02-03', memberId: book.makerId, reason: 'moved' })
  const commissions = async () => [
    await book.balance('42103'),
    await book.balance('43104'),
    await book.balance('22103'),
  ]
  const after = await book.sell(itemId, 2, '2026-02-03')
  expect(await commissions()).toEqual([-10_000_00, -20_000_00, -120_000_00])
  const back = ({ documentId }: { documentId: string }) =>
    book.api.trade.returnSale({
      ...{ requestId: requestId(), date: '2026-02-05', documentId, cashAccount: '11101' },
      lines: [{ n: 1, qty: 1_000 }],
    })
  await back(before)
  expect(await commissions()).toEqual([0, -20_000_00, -80_000_00])
  const { entryId } = await back(after)
  expect(await commissions()).toEqual([0, -10_000_00, -40_000_00])
  for (const id of [entryId, after.entryId]) {
    await book.api.journal.reverse({ requestId: requestId(), entryId: id, date: '2026-02-06', reason: 'Salah' })
  }
  expect(await commissions()).toEqual([0, 0, 0])
  await book.sell(itemId, 1, '2026-02-07')
  expect(await settle(undefined, '2026-02-08')).toMatchObject({ total: 40_000_00, owed: 0 })
})

test('what is sold of a maker after she left counts as no trade of a member, what was sold before does', async () => {
  await receive(4_000)
  await book.sell(itemId, 1)
  const late = await book.sell(itemId, 2, '2026-02-02')
  await book.api.members.exit({ requestId: requestId(), date: '2026-02-03', memberId: book.makerId, reason: 'moved' })
  await book.sell(itemId, 1, '2026-02-03')
  const sold = async () =>
    (await book.api.closing.outsidePrices({ year: 2026 })).goods
      .filter(({ way }) => way === 'sold')
      .map(({ qty, amount }) => [qty, amount])
  expect(await sold()).toEqual([[3_000, 120_000_00]])
  // Sold while she was one, brought back when she was not: off what counted.
  await book.api.trade.returnSale({
    ...{ requestId: requestId(), date: '2026-02-05', documentId: late.documentId, cashAccount: '11101' },
    lines: [{ n: 1, qty: 1_000 }],
  })
  expect(await sold()).toEqual([[2_000, 80_000_00]])
})

test('goods in keeping are taken over only of who is a member on the day', async () => {
  const take = (date: string) =>
    book.api.trade.openingStock({ requestId: requestId(), date, lines: [{ itemId, qty: 1_000 }] })
  await expect(take('2025-12-31')).rejects.toMatchObject({ data: { reason: 'not_a_member_then' } })
  await take('2026-01-01')
})

test('a customer brings goods in keeping back: their owner is owed that much less', async () => {
  await receive(3_000)
  const { documentId } = await book.sell(itemId, 2)
  await book.api.trade.returnSale({
    ...{ requestId: requestId(), date: '2026-02-05', documentId, cashAccount: '11101' },
    lines: [{ n: 1, qty: 1_000 }],
  })
  expect([await book.balance('22103'), await book.balance('42103')]).toEqual([-40_000_00, -10_000_00])
  expect(await book.api.items.get({ itemId })).toMatchObject({ qty: 2_000, value: 0 })
})

test('goods of the shop are not received for keeping, nor those of two owners on one slip', async () => {
  const own = await book.item()
  await expect(receive(1_000, own)).rejects.toMatchObject({ data: { reason: 'not_kept' } })
  const other = await book.item({ name: 'Kopi', ownerPartnerId: book.supplierId })
  const lines = [itemId, other].map((id) => ({ itemId: id, qty: 1_000 }))
  await expect(
    book.api.trade.receiveConsignment({ requestId: requestId(), date: '2026-02-01', lines }),
  ).rejects.toMatchObject({ data: { reason: 'another_owner' } })
})

test('a slip that was wrong is undone with its request, as long as nothing of it was sold', async () => {
  const request = requestId()
  const lines = [{ itemId, qty: 3_000 }]
  await book.api.trade.receiveConsignment({ requestId: request, date: '2026-02-01', lines })
  const sold = await book.sell(itemId, 1)
  const undo = () =>
    book.api.requests.undo({ requestId: requestId(), undoes: request, date: '2026-02-11', reason: 'Salah' })
  await expect(undo()).rejects.toMatchObject({ code: 'STOCK_BELOW_ZERO' })
  await book.api.journal.reverse({
    ...{ requestId: requestId(), entryId: sold.entryId, date: '2026-02-11', reason: 'Salah' },
  })
  expect(await undo()).toMatchObject({ removed: 1 })
  expect(await book.api.items.get({ itemId })).toMatchObject({ qty: 0 })
})

test('goods at an outlet are still ours and worth what they were; only they can be sold there', async () => {
  const own = await book.item()
  await book.buy(own, 10, 120_000)
  const { trade, partners, items } = book.api
  const { partnerId } = await partners.create({ name: 'Warung Bu Sri', kind: 'outlet' })
  const { locationId } = await trade.createLocation({ name: 'Warung Bu Sri', partnerId })
  const moved = { requestId: requestId(), date: '2026-02-02', from: 'shop', to: locationId }
  await trade.transfer({ ...moved, lines: [{ itemId: own, qty: 4_000 }] })
  expect(await items.get({ itemId: own })).toMatchObject({ qty: 10_000, value: 120_000_00 })
  await expect(book.sell(own, 7, '2026-02-03')).rejects.toMatchObject({ data: { inStock: 6_000 } })
  const sold = { requestId: requestId(), date: '2026-02-03', partnerId, locationId }
  const answer = await trade.sell({ ...sold, lines: [{ itemId: own, qty: 4_000 }] })
  expect(answer).toMatchObject({ owed: 72_000_00, isMember: false })
  expect(await book.balance('15101')).toBe(72_000_00)
  await expect(trade.updateLocation({ locationId: 'shop', active: false })).rejects.toMatchObject({
    data: { reason: 'location_not_empty' },
  })
  await trade.updateLocation({ locationId, active: false })
})

/** Two were sold and paid for, and one of them came back. */
async function paidAndBack() {
  await receive(5_000)
  const { documentId } = await book.sell(itemId, 2)
  await settle()
  return book.api.trade.returnSale({
    ...{ requestId: requestId(), date: '2026-02-11', documentId, cashAccount: '11101' },
    lines: [{ n: 1, qty: 1_000 }],
  })
}

test('goods that were paid for and come back: their owner owes it, which is said and shown wherever she is met', async () => {
  expect(await paidAndBack()).toMatchObject({ total: 50_000_00, warnings: ['maker_owes'] })
  expect(await book.balance('22103')).toBe(40_000_00)
  expect((await book.api.trade.consignors({})).rows).toMatchObject([{ memberId: book.makerId, owed: -40_000_00 }])
  const report = await book.api.reports.run({ report: 'consignments', params: { asOf: '2026-12-31' } })
  expect(report.notes).toEqual(['Anggota 0002 berutang kepada koperasi: Rp40.000.'])
  await expect(settle(undefined, '2026-02-12')).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
    data: { reason: 'maker_owes', amount: 40_000_00 },
  })
})

test('a mistyped sale for an owner who owes cannot be reversed: why is said, and bringing the goods back works', async () => {
  await paidAndBack()
  const { entryId, documentId } = await book.sell(itemId, 2, '2026-02-12')
  await expect(
    book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-02-12', reason: 'Salah ketik' }),
  ).rejects.toMatchObject({ code: 'NOT_ALLOWED', data: { reason: 'covers_goods_back', amount: 40_000_00 } })
  const back = { requestId: requestId(), date: '2026-02-12', documentId, cashAccount: '11101' }
  await book.api.trade.returnSale({ ...back, lines: [{ n: 1, qty: 2_000 }] })
  expect((await book.api.trade.consignors({})).rows).toMatchObject([{ owed: -40_000_00 }])
})

test('goods in keeping whose share nobody said leave nothing here, which is warned of; a typed nothing is not', async () => {
  const { items } = book.api
  const kept = { name: 'Sirup jahe', ownerMemberId: book.makerId }
  expect(await items.create(kept)).toMatchObject({ commissionPct: '0', warnings: ['no_commission'] })
  expect(await items.create({ ...kept, commissionPct: '0' })).toMatchObject({ commissionPct: '0', warnings: [] })
  expect((await items.create({ name: 'Gula' })).warnings).toEqual([])
})

test('goods taken into keeping on a day to come are warned of', async () => {
  expect(await receive(1_000, itemId, '2027-02-01')).toMatchObject({ warnings: ['date_in_future'] })
  expect(await receive(1_000)).toMatchObject({ warnings: [] })
})

test('an owner who owes is paid that much less for her next goods, and owes nothing after that', async () => {
  await paidAndBack()
  await book.sell(itemId, 3, '2026-02-12')
  expect((await book.api.trade.consignors({})).rows).toMatchObject([{ owed: 80_000_00 }])
  await expect(settle(80_000_01, '2026-02-13')).rejects.toMatchObject({ data: { available: 80_000_00 } })
  expect(await settle(undefined, '2026-02-13')).toMatchObject({ total: 80_000_00, owed: 0, warnings: [] })
  expect(await book.balance('22103')).toBe(0)
})

test('an owner who was paid for what came back is not paid for it again, on any day, when more of hers is sold', async () => {
  await paidAndBack()
  await book.sell(itemId, 3, '2026-02-12')
  for (const early of ['2026-02-10', '2026-02-11']) {
    await expect(settle(undefined, early)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  }
  expect(await settle(undefined, '2026-02-12')).toMatchObject({ total: 80_000_00, owed: 0 })
  await expect(settle(undefined, '2026-02-13')).rejects.toMatchObject({ code: 'ALREADY_DONE' })
})

test('giving goods back to an owner who owes is warned of, and to one who does not is not', async () => {
  await paidAndBack()
  const giveBack = () =>
    book.api.trade.returnConsignment({ requestId: requestId(), date: '2026-02-14', lines: [{ itemId, qty: 1_000 }] })
  expect(await giveBack()).toMatchObject({ warnings: ['goods_of_maker_who_owes'] })
  await book.sell(itemId, 1, '2026-02-14')
  expect(await giveBack()).toMatchObject({ warnings: [] })
})

test('what comes back before its owner was paid leaves her nothing to owe', async () => {
  await receive(3_000)
  const { documentId } = await book.sell(itemId, 2)
  const back = { requestId: requestId(), date: '2026-02-05', documentId, cashAccount: '11101' }
  expect(await book.api.trade.returnSale({ ...back, lines: [{ n: 1, qty: 2_000 }] })).toMatchObject({ warnings: [] })
  await expect(settle()).rejects.toMatchObject({ code: 'ALREADY_DONE' })
})
