import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusalOf, requestId } from '../../support/book.ts'
import { openTradingBook, type TradingBook } from '../../support/trade.ts'

/** Goods that come back: all of them together at what they were sold for, however they come. */

let book: TradingBook
let itemId: string
beforeEach(async () => {
  book = await openTradingBook()
  itemId = await book.item()
  await book.buy(itemId, 20, 100_000, '2026-02-01')
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

const cash = { cashAccount: '11101' }
const head = (date = '2026-02-05') => ({ requestId: requestId(), date })
const sum = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0)

const sellAt = (price: number, discount: number, units = 3, item = itemId) =>
  book.api.trade.sell({ ...head(), ...cash, lines: [{ itemId: item, qty: units * 1_000, price, discount }] })

const back = (documentId: string, units: number, date = '2026-02-06') =>
  book.api.trade.returnSale({ ...head(date), ...cash, documentId, lines: [{ n: 1, qty: units * 1_000 }] })

test('a return tells what is still owed after it; of a sale to nobody known it tells nothing', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 10, 120_000)
  const { trade } = book.api
  const lines = [{ itemId, qty: 3_000 }]
  const credit = { requestId: requestId(), date: '2026-02-02', memberId: book.memberId, lines }
  const { documentId } = await trade.sell(credit)
  const back = { date: '2026-02-03', lines: [{ n: 1, qty: 1_000 }] }
  expect(await trade.returnSale({ ...back, requestId: requestId(), documentId })).toMatchObject({ owed: 36_000_00 })
  const nobody = await book.sell(itemId, 1, '2026-02-03')
  const paid = { ...back, requestId: requestId(), documentId: nobody.documentId, cashAccount: '11101' }
  expect(await trade.returnSale(paid)).toMatchObject({ owed: null })
  const later = { requestId: requestId(), date: '2026-02-04', partnerId: book.supplierId }
  const bought = await trade.purchase({ ...later, lines: [{ itemId, qty: 2_000, amount: 24_000_00 }] })
  const gone = { ...back, date: '2026-02-05', requestId: requestId(), documentId: bought.documentId }
  expect(await trade.returnPurchase(gone)).toMatchObject({ owed: 12_000_00 })
})

test('unit by unit a line comes back in whole rupiah, and the last one takes what is left of the price', async () => {
  const { documentId, total } = await sellAt(10_00, 1_00)
  const parts = [await back(documentId, 1), await back(documentId, 1), await back(documentId, 1)]
  expect(parts.map((part) => part.total)).toEqual([10_00, 9_00, 10_00])
  expect(sum(parts.map((part) => part.total))).toBe(total)
})

test('a price that ends in sen comes back to the sen', async () => {
  const { documentId, total } = await sellAt(10_00, 1)
  expect(total).toBe(29_99)
  const parts = [await back(documentId, 1), await back(documentId, 1), await back(documentId, 1)]
  expect(parts.map((part) => part.total)).toEqual([10_00, 10_00, 9_99])
  expect(await book.balance('43101')).toBe(-(await book.balance('43103')))
})

test('a return that was taken back did not come back: all of it may, for all of its price and cost', async () => {
  const before = await book.balance('15101')
  const { documentId, total } = await sellAt(10_00, 1_00, 4)
  const first = await back(documentId, 3)
  await book.api.journal.reverse({ ...head('2026-02-07'), entryId: first.entryId, reason: 'Salah' })
  const { lines } = await book.api.trade.document({ documentId })
  expect(lines).toMatchObject([{ returned: 0 }])
  expect(await back(documentId, 4, '2026-02-08')).toMatchObject({ total })
  expect(await book.balance('15101')).toBe(before)
  expect(await book.balance('51201')).toBe(0)
})

test('commission comes back with the goods it was taken of, no more and no less', async () => {
  const { api, makerId } = book
  const mine = { kind: 'consigned' as const, ownerMemberId: makerId, commissionPct: '33' }
  const kept = await book.item({ ...mine, name: 'Keripik', priceOther: 10_00 })
  await api.trade.receiveConsignment({ ...head('2026-02-01'), lines: [{ itemId: kept, qty: 3_000 }] })
  const { documentId } = await sellAt(10_00, 0, 3, kept)
  expect(await book.balance('42103')).toBe(-10_00)
  for (let unit = 1; unit <= 3; unit += 1) await back(documentId, 1)
  expect([await book.balance('42103'), await book.balance('22103')]).toEqual([0, 0])
})

test('what came through a marketplace and comes back on credit is held less there', async () => {
  const { trade } = book.api
  const market = { channel: 'marketplace' as const, partnerId: book.marketplaceId, fee: 0, withheld: 0 }
  const { documentId } = await trade.sell({ ...head(), ...market, lines: [{ itemId, qty: 2_000 }] })
  await trade.returnSale({ ...head('2026-02-06'), documentId, lines: [{ n: 1, qty: 1_000 }] })
  expect([await book.balance('14103'), await book.balance('14102')]).toEqual([18_000_00, 0])
})

test('a marketplace that gives back what it kept of a sale leaves nothing of it, and one that does not is told of', async () => {
  const { trade } = book.api
  const market = { channel: 'marketplace' as const, partnerId: book.marketplaceId, fee: 1_000_00, withheld: 90_00 }
  const { documentId } = await trade.sell({ ...head(), ...market, lines: [{ itemId, qty: 2_000 }] })
  const again = (more: object) =>
    trade.returnSale({ ...head('2026-02-06'), documentId, lines: [{ n: 1, qty: 2_000 }], ...more })
  const kept = { feeReturned: 1_000_00, withheldReturned: 90_00 }
  const refused = async (more: object) => (await refusalOf(again(more))).data
  expect(await refused({ feeReturned: 1_000_01 })).toMatchObject({ reason: 'above_kept', available: 1_000_00 })
  expect(await refused({ ...kept, ...cash })).toMatchObject({ reason: 'not_together' })
  const whole = await again(kept)
  expect(whole.warnings).not.toContain('fee_not_returned')
  const left = () => Promise.all(['14103', '52401', '16104', '43102', '43103'].map((code) => book.balance(code)))
  expect(await left()).toEqual([0, 0, 0, -36_000_00, 36_000_00])
  await book.api.journal.reverse({ ...head('2026-02-06'), entryId: whole.entryId, reason: 'Salah' })
  expect(await left()).toEqual([34_910_00, 1_000_00, 90_00, -36_000_00, 0])
})

test('where all goods of a marketplace sale came back and it keeps its fee, that is warned about', async () => {
  const { trade } = book.api
  const market = { channel: 'marketplace' as const, partnerId: book.marketplaceId, fee: 1_000_00, withheld: 0 }
  const { documentId } = await trade.sell({ ...head(), ...market, lines: [{ itemId, qty: 2_000 }] })
  await trade.sell({ ...head(), ...market, fee: 0, lines: [{ itemId, qty: 2_000 }] })
  const part = { documentId, lines: [{ n: 1, qty: 1_000 }] }
  expect((await trade.returnSale({ ...head('2026-02-06'), ...part })).warnings).not.toContain('fee_not_returned')
  expect((await trade.returnSale({ ...head('2026-02-07'), ...part })).warnings).toContain('fee_not_returned')
})

test('goods that are out of use by now still come back, to the buyer and to the seller', async () => {
  const other = await book.item({ name: 'Kopi' })
  const bought = await book.buy(other, 4, 40_000, '2026-02-01')
  const sold = await book.sell(other, 4, '2026-02-05')
  await book.api.items.update({ itemId: other, active: false })
  await back(sold.documentId, 4)
  const lines = [{ n: 1, qty: 4_000 }]
  await book.api.trade.returnPurchase({ ...head('2026-02-06'), ...cash, documentId: bought.documentId, lines })
  expect((await book.api.items.get({ itemId: other })).qty).toBe(0)
})

test('the day of a sale takes more goods in, and a sale that was taken back holds no day', async () => {
  const sold = await book.sell(itemId, 1, '2026-02-05')
  await book.buy(itemId, 1, 5_000, '2026-02-05')
  expect(await refusalOf(book.buy(itemId, 1, 5_000, '2026-02-04'))).toMatchObject({
    data: { issues: [{ message: 'date_before_goods_left' }] },
  })
  await book.api.journal.reverse({ ...head('2026-02-05'), entryId: sold.entryId, reason: 'Salah' })
  await book.buy(itemId, 1, 5_000, '2026-02-04')
})

test('no more is paid for goods than they come to, and a marketplace may keep all of it and not a sen more', async () => {
  const { trade } = book.api
  const lines = [{ itemId, qty: 1_000, amount: 10_000_00 }]
  const buy = (paid: number) => trade.purchase({ ...head(), ...cash, partnerId: book.supplierId, paid, lines })
  expect(await refusalOf(buy(10_000_01))).toMatchObject({ data: { issues: [{ message: 'paid_above_total' }] } })
  await buy(10_000_00)
  const sell = (withheld: number) =>
    trade.sell({
      ...{ ...head(), channel: 'marketplace', partnerId: book.marketplaceId, fee: 18_000_00, withheld },
      lines: [{ itemId, qty: 1_000 }],
    })
  expect(await refusalOf(sell(1))).toMatchObject({ data: { issues: [{ message: 'paid_above_total' }] } })
  expect(await sell(0)).toMatchObject({ owed: 0, fee: 18_000_00 })
})

test('a member may owe exactly as much as is allowed, and not a sen more', async () => {
  const { trade } = book.api
  const lines = [{ itemId, qty: 1_000 }]
  const sell = () => trade.sell({ ...head(), memberId: book.memberId, lines })
  await trade.setPolicy({ memberCreditLimit: 17_999_99 })
  expect(await refusalOf(sell())).toMatchObject({ code: 'NOT_ALLOWED', data: { available: 17_999_99 } })
  await trade.setPolicy({ memberCreditLimit: 18_000_00 })
  await sell()
})

test('what was sold may come back on its own day', async () => {
  const { documentId } = await sellAt(10_00, 0)
  expect(await back(documentId, 1, '2026-02-05')).toMatchObject({ total: 10_00 })
})

test('freight is spread over what was bought by its amounts, and is part of what it cost', async () => {
  const [rice, salt] = [await book.item({ name: 'Beras' }), await book.item({ name: 'Garam' })]
  const lines = [
    { itemId: rice, qty: 1_000, amount: 30_000_00 },
    { itemId: salt, qty: 1_000, amount: 10_000_00 },
  ]
  const bought = await book.api.trade.purchase({ ...head(), ...cash, otherCosts: 4_000_00, lines })
  expect(bought.total).toBe(44_000_00)
  const worth = async (item: string) => (await book.api.items.get({ itemId: item })).value
  expect([await worth(rice), await worth(salt)]).toEqual([33_000_00, 11_000_00])
})

test('what was sold for a rupiah comes back for nothing, with its cost, and the book stays whole', async () => {
  const { documentId } = await sellAt(10_000_00, 29_999_00)
  expect((await back(documentId, 1)).total).toBe(0)
  expect((await back(documentId, 2)).total).toBe(1_00)
})

test('what comes back and is worth nothing at all is refused, not a fault of the program', async () => {
  const nails = await book.item()
  const lines = [{ itemId: nails, qty: 1_000_000, amount: 1_00 }]
  await book.api.trade.purchase({ ...head('2026-02-01'), ...cash, lines })
  const { documentId } = await book.api.trade.sell({
    ...{ ...head(), ...cash },
    lines: [{ itemId: nails, qty: 900_000, price: 1_00, discount: 899_00 }],
  })
  expect(await refusalOf(back(documentId, 1))).toMatchObject({
    code: 'INVALID_INPUT',
    data: { reason: 'return_worth_nothing' },
  })
})

test('of a sale that is to be paid later the document says how much, so that nobody is given money back for it', async () => {
  const { memberId } = book
  const { documentId } = await book.api.trade.sell({
    ...head(),
    memberId,
    lines: [{ itemId, qty: 3_000, price: 500_00 }],
  })
  expect((await book.api.trade.document({ documentId })).onCredit).toBe(1_500_00)
  const paid = await sellAt(500_00, 0)
  expect((await book.api.trade.document({ documentId: paid.documentId })).onCredit).toBe(0)
})

test('a basket that was paid gives money back without a word, whatever else its buyer still owes', async () => {
  const { memberId } = book
  const lines = [
    { itemId, qty: 1_000 },
    { itemId, qty: 2_000 },
  ]
  const first = await book.api.trade.sell({ ...head('2026-02-05'), memberId, lines })
  await book.api.trade.receive({ ...head('2026-02-06'), ...cash, memberId })
  const second = await book.api.trade.sell({ ...head('2026-02-07'), memberId, lines })
  const both = [
    { n: 1, qty: 1_000 },
    { n: 2, qty: 1_000 },
  ]
  const back = (documentId: string) =>
    book.api.trade.returnSale({ ...head('2026-02-08'), ...cash, documentId, lines: both })
  expect((await back(first.documentId)).warnings).toEqual([])
  expect((await back(second.documentId)).warnings).toEqual(['return_of_unpaid'])
})

test('money that goes back while the basket is still owed is warned of, and the debt stays; once it was paid it is not', async () => {
  const { memberId, supplierId } = book
  const { trade } = book.api
  const goods = [{ n: 1, qty: 1_000 }]
  const { documentId } = await trade.sell({ ...head(), memberId, lines: [{ itemId, qty: 3_000 }] })
  const less = await trade.returnSale({ ...head('2026-02-06'), documentId, lines: goods })
  expect(less.warnings).toEqual([])
  const owed = await book.balance('14101')
  const paidOut = await trade.returnSale({ ...head('2026-02-06'), ...cash, documentId, lines: goods })
  expect(paidOut.warnings).toEqual(['return_of_unpaid'])
  expect(await book.balance('14101')).toBe(owed)
  await trade.receive({ ...head('2026-02-07'), ...cash, memberId })
  expect((await back(documentId, 1, '2026-02-08')).warnings).toEqual([])
  const bought = await trade.purchase({
    ...{ ...head('2026-02-09'), partnerId: supplierId },
    lines: [{ itemId, qty: 2_000, amount: 10_000_00 }],
  })
  const sentBack = { ...head('2026-02-10'), ...cash, documentId: bought.documentId, lines: goods }
  expect((await trade.returnPurchase(sentBack)).warnings).toEqual(['return_of_unpaid'])
})
