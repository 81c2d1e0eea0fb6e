import { afterEach, beforeEach, expect, test } from 'vitest'
import { requestId } from '../../support/book.ts'
import { openTradingBook, type TradingBook } from '../../support/trade.ts'

let book: TradingBook
beforeEach(async () => {
  book = await openTradingBook()
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

const cash = { cashAccount: '11101' }
const refusal = (code: string, reason?: string) =>
  expect.objectContaining({ code, ...(reason && { data: expect.objectContaining({ reason }) }) })

test('what goods cost is the average of what was paid for them, and stands with who bought them', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 10, 120_000)
  await book.buy(itemId, 20, 270_000)
  const { api, memberId } = book
  const toMember = { requestId: requestId(), date: '2026-02-03', memberId, ...cash, lines: [{ itemId, qty: 2_000 }] }
  const answer = await api.trade.sell(toMember)
  expect(answer).toMatchObject({ total: 36_000_00, isMember: true, owed: 0, discount: 0 })
  expect(answer.voucher).toMatch(/^PJ-2026-/)
  await book.sell(itemId, 1)
  expect(await book.balance('42101')).toBe(-36_000_00)
  expect(await book.balance('51103')).toBe(26_000_00)
  expect(await book.balance('43101')).toBe(-18_000_00)
  expect(await book.balance('51201')).toBe(13_000_00)
  expect(await book.balance('15101')).toBe(351_000_00)
  expect(await api.items.get({ itemId })).toMatchObject({ qty: 27_000, value: 351_000_00 })
})

test('goods that bring less than they cost are sold with a warning, and not without need', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 10, 120_000)
  const sellAt = (price: number) =>
    book.api.trade.sell({
      ...{ requestId: requestId(), date: '2026-02-03', ...cash },
      lines: [{ itemId, qty: 1_000, price }],
    })
  expect((await sellAt(11_999_00)).warnings).toEqual(['sold_below_cost'])
  expect((await sellAt(12_000_00)).warnings).toEqual([])
})

test('goods in keeping have no value: of 50.000 sold for a member 10.000 stay here', async () => {
  const { api, makerId, balance } = book
  const kept = { name: 'Keripik pisang', unitName: 'bungkus', priceOther: 50_000_00, commissionPct: '20' }
  const { itemId } = await api.items.create({ ...kept, ownerMemberId: makerId })
  await expect(book.sell(itemId, 1)).rejects.toEqual(refusal('STOCK_BELOW_ZERO'))
  await expect(book.buy(itemId, 1, 1_000)).rejects.toEqual(refusal('INVALID_INPUT', 'kept_not_bought'))
  expect(await balance('22103')).toBe(0)
})

test('more than there is cannot be sold, on any day, and nothing is written', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 5, 60_000, '2026-02-10')
  await expect(book.sell(itemId, 6, '2026-02-11')).rejects.toMatchObject({
    code: 'STOCK_BELOW_ZERO',
    data: { inStock: 5_000, missing: 1_000, issues: [{ path: ['lines', 0, 'qty'], message: 'stock_too_low' }] },
  })
  await book.sell(itemId, 5, '2026-02-15')
  // Another day's count is told with its day: sold out on the 15th, and nothing there before the 10th.
  const then = (day: string) => ({
    code: 'STOCK_BELOW_ZERO',
    data: { inStock: 0, day, issues: [{ path: ['lines', 0, 'qty'], message: 'stock_too_low_then' }] },
  })
  await expect(book.sell(itemId, 1, '2026-02-11')).rejects.toMatchObject(then('2026-02-15'))
  await expect(book.sell(itemId, 1, '2026-02-09')).rejects.toMatchObject(then('2026-02-09'))
  expect(await book.api.items.get({ itemId })).toMatchObject({ qty: 0, value: 0 })
})

test('goods dated before others went out are refused with the day from which it is possible', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 5, 60_000, '2026-02-10')
  await book.sell(itemId, 1, '2026-02-15')
  await expect(book.buy(itemId, 5, 90_000, '2026-02-14')).rejects.toMatchObject({
    data: { reason: 'date_before_goods_left', date: '2026-02-15' },
  })
  await book.buy(itemId, 5, 90_000, '2026-02-15')
})

test('a sale on credit is owed by who bought, and needs a name', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 5, 60_000)
  const onCredit = { requestId: requestId(), date: '2026-02-03', lines: [{ itemId, qty: 1_000 }] }
  await expect(book.api.trade.sell(onCredit)).rejects.toEqual(refusal('INVALID_INPUT', 'credit_needs_name'))
  const half = { ...onCredit, memberId: book.memberId, ...cash, paid: 10_000_00 }
  expect(await book.api.trade.sell(half)).toMatchObject({ total: 18_000_00, owed: 8_000_00 })
  expect(await book.balance('14101')).toBe(8_000_00)
})

test('200.000 through a marketplace: its fee, what it withholds, and what it holds for us', async () => {
  const itemId = await book.item({ priceOther: 200_000_00 })
  await book.buy(itemId, 1, 100_000)
  const { api, marketplaceId, balance } = book
  const sold = { requestId: requestId(), date: '2026-02-03', partnerId: marketplaceId, lines: [{ itemId, qty: 1_000 }] }
  const answer = await api.trade.sell({ ...sold, channel: 'marketplace' })
  expect(answer).toMatchObject({ total: 200_000_00, owed: 186_000_00, fee: 13_000_00, withheld: 1_000_00 })
  for (const [account, amount] of [
    ['14103', 186_000_00],
    ['52401', 13_000_00],
    ['16104', 1_000_00],
    ['43102', -200_000_00],
  ] as const) {
    expect([account, await balance(account)]).toEqual([account, amount])
  }
})

test('a discount is off the line, a line that comes to nothing is refused', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 5, 60_000)
  const line = { itemId, qty: 1_000 }
  const sold = { requestId: requestId(), date: '2026-02-03', ...cash }
  const { trade } = book.api
  await expect(trade.sell({ ...sold, lines: [{ ...line, discount: 18_000_00 }] })).rejects.toEqual(
    refusal('INVALID_INPUT', 'discount_too_large'),
  )
  await expect(trade.sell({ ...sold, lines: [{ ...line, price: 0 }] })).rejects.toEqual(
    refusal('INVALID_INPUT', 'amount_not_positive'),
  )
  const answer = await trade.sell({ ...sold, lines: [{ ...line, discount: 3_000_00 }] })
  expect(answer).toMatchObject({ total: 15_000_00, discount: 3_000_00 })
})

test('what was sold comes back in parts at what it was sold for and cost, never more than was sold', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 3, 10_000)
  const sale = await book.sell(itemId, 3)
  const back = (qty: number) =>
    book.api.trade.returnSale({
      ...{ requestId: requestId(), date: '2026-02-05', documentId: sale.documentId, ...cash },
      lines: [{ n: 1, qty }],
    })
  await back(1_000)
  await expect(back(2_001)).rejects.toMatchObject({ data: { reason: 'return_above_sold', inStock: 2_000 } })
  await back(2_000)
  expect(await book.api.items.get({ itemId })).toMatchObject({ qty: 3_000, value: 10_000_00 })
  expect(await book.balance('43103')).toBe(54_000_00)
  expect(await book.balance('51201')).toBe(0)
  await expect(back(1)).rejects.toEqual(refusal('INVALID_INPUT', 'return_above_sold'))
})

test('a reversal takes quantity and value back, in the order in which they came', async () => {
  const itemId = await book.item()
  const bought = await book.buy(itemId, 3, 10_000)
  const sold = await book.sell(itemId, 2)
  const reverse = (entryId: string) =>
    book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-02-06', reason: 'Salah catat' })
  await expect(reverse(bought.entryId)).rejects.toMatchObject({ data: { reason: 'reverse_first' } })
  await reverse(sold.entryId)
  expect(await book.api.items.get({ itemId })).toMatchObject({ qty: 3_000, value: 10_000_00 })
  await reverse(bought.entryId)
  expect(await book.api.items.get({ itemId })).toMatchObject({ qty: 0, value: 0 })
})

test('goods go back to their supplier at what was paid for them, and less is owed', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 10, 100_000)
  const credit = { requestId: requestId(), date: '2026-02-02', partnerId: book.supplierId }
  const { trade } = book.api
  const lines = [{ itemId, qty: 10_000, amount: 140_000_00 }]
  const bought = await trade.purchase({ ...credit, lines, otherCosts: 10_000_00 })
  expect(await book.balance('22101')).toBe(-150_000_00)
  const back = { requestId: requestId(), date: '2026-02-03', documentId: bought.documentId }
  await trade.returnPurchase({ ...back, lines: [{ n: 1, qty: 5_000 }] })
  expect(await book.balance('22101')).toBe(-75_000_00)
  expect(await book.balance('15101')).toBe(175_000_00)
  expect(await book.balance('52303')).toBe(0)
})

test('what goes back after some were sold never takes more than all that is there is worth', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 10, 100_000)
  const dearer = await book.buy(itemId, 10, 900_000)
  await book.sell(itemId, 15)
  expect(await book.balance('15101')).toBe(250_000_00)
  const back = (qty: number) =>
    book.api.trade.returnPurchase({
      ...{ requestId: requestId(), date: '2026-02-05', documentId: dearer.documentId, cashAccount: '11101' },
      lines: [{ n: 1, qty }],
    })
  await back(2_000)
  expect([await book.balance('15101'), await book.balance('52303')]).toEqual([70_000_00, 0])
  await back(3_000)
  expect([await book.balance('15101'), await book.balance('52303')]).toEqual([0, -200_000_00])
})

/** The first in are the first out: 10 at 10.000 and then 10 at 90.000, of which some go back to who sold them. */
const firstInFirstOut = async (sold: number) => {
  const itemId = await book.item({ costing: 'fifo', priceOther: 100_000_00 })
  const cheap = await book.buy(itemId, 10, 100_000)
  const dear = await book.buy(itemId, 10, 900_000)
  if (sold > 0) await book.sell(itemId, sold)
  const back = (of: { documentId: string }, qty: number, n = 1) =>
    book.api.trade.returnPurchase({
      ...{ requestId: requestId(), date: '2026-02-05', documentId: of.documentId, ...cash },
      lines: [{ n, qty: qty * 1_000 }],
    })
  const worth = async () => [await book.balance('15101'), await book.balance('52303')]
  return { itemId, cheap, dear, back, worth }
}

test('first in, first out, goods go back at what was paid for the delivery they came with', async () => {
  const { itemId, cheap, dear, back, worth } = await firstInFirstOut(0)
  // 10 x 10.000 + 5 x 90.000; then 8 x 10.000 + 5 x 90.000.
  const fiveBack = await back(dear, 5)
  expect(await worth()).toEqual([550_000_00, 0])
  await back(cheap, 2)
  expect(await worth()).toEqual([530_000_00, 0])
  // Nine of what is there are sold: 8 x 10.000 + 1 x 90.000 leave 4 x 90.000, and all of these go back.
  const sold = await book.sell(itemId, 9, '2026-02-06')
  expect(await worth()).toEqual([360_000_00, 0])
  const reverse = (entryId: string) =>
    book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-02-06', reason: 'Salah catat' })
  await reverse(sold.entryId)
  expect(await worth()).toEqual([530_000_00, 0])
  await reverse(fiveBack.entryId)
  expect(await worth()).toEqual([980_000_00, 0])
  // What came back is where it was: 8 x 10.000 + 1 x 90.000 are sold again, and 9 x 90.000 stay.
  await book.sell(itemId, 9, '2026-02-07')
  expect(await worth()).toEqual([810_000_00, 0])
})

test('first in, first out, what was sold of a delivery meanwhile goes back from the oldest there is', async () => {
  const { cheap, dear, back, worth } = await firstInFirstOut(8)
  // 2 x 10.000 + 10 x 90.000 are there. Of the first, 4 go back for 40.000: its last 2, and 2 x 90.000 that others paid.
  expect(await worth()).toEqual([920_000_00, 0])
  await back(cheap, 4)
  expect(await worth()).toEqual([720_000_00, 160_000_00])
  await back(dear, 7)
  expect(await worth()).toEqual([90_000_00, 160_000_00])
  // The last one that is there takes all that is left: paid back 10.000, worth 90.000.
  await back(cheap, 1)
  expect(await worth()).toEqual([0, 240_000_00])
})

test('first in, first out, each line of the same goods on one document goes back at its own price, in parts', async () => {
  const { itemId, back, worth } = await firstInFirstOut(20)
  expect(await worth()).toEqual([0, 0])
  const lines = [
    { itemId, qty: 3_000, amount: 10_000_00 },
    { itemId, qty: 3_000, amount: 20_000_00 },
  ]
  const bought = await book.api.trade.purchase({ requestId: requestId(), date: '2026-02-03', ...cash, lines })
  // A third of 20.000 is 6.667 in whole rupiah, two are 13.333; a third of 10.000 is 3.333.
  await back(bought, 1, 2)
  expect(await worth()).toEqual([23_333_00, 0])
  await back(bought, 1)
  expect(await worth()).toEqual([20_000_00, 0])
  await back(bought, 1, 2)
  expect(await worth()).toEqual([13_334_00, 0])
  await back(bought, 1, 2)
  expect(await worth()).toEqual([6_667_00, 0])
  await back(bought, 2)
  expect(await worth()).toEqual([0, 0])
})

test('first in, first out, goods that somebody said are worth half go back at that half', async () => {
  const { itemId, dear, back, worth } = await firstInFirstOut(10)
  const lines = [
    { account: '52303', debit: 450_000_00 },
    { account: '15101', itemId, credit: 450_000_00 },
  ]
  await book.api.journal.post({ requestId: requestId(), date: '2026-02-04', description: 'Turun nilai', lines })
  // Paid back 2 x 90.000, written down to 2 x 45.000.
  await back(dear, 2)
  expect(await worth()).toEqual([360_000_00, 360_000_00])
})
