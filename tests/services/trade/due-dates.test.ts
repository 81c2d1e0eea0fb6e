import { afterEach, beforeEach, expect, test } from 'vitest'
import { requestId } from '../../support/book.ts'
import { openTradingBook, type TradingBook } from '../../support/trade.ts'

let book: TradingBook
let itemId: string
beforeEach(async () => {
  book = await openTradingBook()
  itemId = await book.item({ priceOther: 20_000_00 })
  await book.buy(itemId, 50, 500_000)
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

type Sale = Partial<Parameters<TradingBook['api']['trade']['sell']>[0]>

const cash = { cashAccount: '11101' }
const sell = (more: Sale = {}) =>
  book.api.trade.sell({
    ...{ requestId: requestId(), date: '2026-03-01', memberId: book.memberId },
    ...{ lines: [{ itemId, qty: 1_000 }], ...more },
  })
const buy = (more: { date?: string; dueOn?: string; cashAccount?: string; paid?: number } = {}) =>
  book.api.trade.purchase({
    ...{ requestId: requestId(), date: '2026-03-01', partnerId: book.supplierId },
    ...{ lines: [{ itemId, qty: 1_000, amount: 10_000_00 }], ...more },
  })
const dueOf = async ({ documentId }: { documentId: string }) => (await book.api.trade.document({ documentId })).dueOn

test('what is sold or bought on credit is due when it was agreed, and its age is counted from then', async () => {
  const { trade } = book.api
  const sold = await sell({ dueOn: '2026-04-01' })
  expect(sold).toMatchObject({ dueOn: '2026-04-01', owed: 20_000_00 })
  expect(await dueOf(sold)).toBe('2026-04-01')
  const bought = await buy({ dueOn: '2026-03-15', ...cash, paid: 4_000_00 })
  expect(bought).toMatchObject({ dueOn: '2026-03-15', owed: 6_000_00 })
  expect(await dueOf(bought)).toBe('2026-03-15')
  const total = 20_000_00
  const before = await trade.receivables({ asOf: '2026-03-31' })
  expect(before).toMatchObject({ total, notDue: total, days0to30: 0 })
  expect(before.rows).toMatchObject([{ oldest: '2026-03-01', dueOn: '2026-04-01', notDue: total }])
  expect(await trade.receivables({ asOf: '2026-04-01' })).toMatchObject({ total, notDue: 0, days0to30: total })
  expect(await trade.receivables({ asOf: '2026-05-02' })).toMatchObject({ total, days0to30: 0, days31to60: total })
  expect(await trade.payables({ asOf: '2026-03-14' })).toMatchObject({ total: 6_000_00, notDue: 6_000_00 })
  expect(await trade.payables({ asOf: '2026-03-15' })).toMatchObject({ total: 6_000_00, days0to30: 6_000_00 })
  const { rows } = await trade.documents({ kind: 'sale' })
  expect(rows).toMatchObject([{ dueOn: '2026-04-01' }])
})

test('a payment covers what falls due first, though it was sold last', async () => {
  const { trade } = book.api
  const later = await sell({ date: '2026-03-01', dueOn: '2026-06-01' })
  const sooner = await sell({ date: '2026-03-10', dueOn: '2026-03-20' })
  const { memberId } = book
  await trade.receive({ requestId: requestId(), date: '2026-03-25', memberId, amount: 20_000_00, ...cash })
  const card = await trade.debt({ account: '14101', memberId, asOf: '2026-03-25' })
  expect(card.rows.map(({ documentId, dueOn, open }) => ({ documentId, dueOn, open }))).toEqual([
    { documentId: sooner.documentId, dueOn: '2026-03-20', open: 0 },
    { documentId: later.documentId, dueOn: '2026-06-01', open: 20_000_00 },
  ])
  expect(card).toMatchObject({ notDue: 20_000_00, days0to30: 0, dueOn: '2026-06-01' })
})

test('the cooperative says in how many days goods are paid that nobody said more of', async () => {
  const { trade } = book.api
  expect(await dueOf(await sell())).toBeNull()
  const days = { saleDueDays: 14, purchaseDueDays: 30 }
  expect(await trade.setPolicy(days)).toEqual({ memberCreditLimit: null, ...days })
  expect(await dueOf(await sell())).toBe('2026-03-15')
  expect(await dueOf(await buy())).toBe('2026-03-31')
  expect(await dueOf(await sell({ dueOn: '2026-03-01' }))).toBe('2026-03-01')
  expect(await dueOf(await sell(cash))).toBeNull()
  const market = { memberId: undefined, partnerId: book.marketplaceId, channel: 'marketplace' as const }
  expect(await dueOf(await sell(market))).toBeNull()
  expect(await trade.setPolicy({ saleDueDays: null })).toMatchObject({ saleDueDays: null, purchaseDueDays: 30 })
  expect(await dueOf(await sell())).toBeNull()
})

test.each([
  ['nothing_to_fall_due', { ...cash, dueOn: '2026-04-01' }],
  ['due_before_date', { dueOn: '2026-02-28' }],
  ['due_too_late', { dueOn: '2126-04-01' }],
  ['not_a_date', { dueOn: '2026-02-30' }],
])('a due date is refused: %s', async (reason, more) => {
  const before = await book.api.ledger.trialBalance({ asOf: '2026-12-31' })
  for (const act of [sell, buy]) {
    await expect(act(more)).rejects.toMatchObject({
      ...{ code: 'INVALID_INPUT', data: { issues: [{ path: ['dueOn'], message: reason }] } },
    })
  }
  expect(await book.api.ledger.trialBalance({ asOf: '2026-12-31' })).toEqual(before)
})

test('what a marketplace holds has no due date, and days that are no number of days are refused', async () => {
  const market = { memberId: undefined, partnerId: book.marketplaceId, channel: 'marketplace' as const }
  await expect(sell({ ...market, dueOn: '2026-04-01' })).rejects.toMatchObject({ data: { reason: 'not_together' } })
  for (const saleDueDays of [-1, 3_651, 1.5]) {
    await expect(book.api.trade.setPolicy({ saleDueDays })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  }
})

test('the list of debts says what is not due yet, and the papers of a sale and a purchase when they are', async () => {
  const { reports } = book.api
  const list = (asOf: string) => reports.run({ report: 'tradeReceivables', params: { asOf } })
  const sold = await sell({ dueOn: '2026-04-01' })
  expect((await list('2026-03-02')).totals).toMatchObject({ notDue: 20_000_00, days0to30: 0, total: 20_000_00 })
  expect((await list('2026-03-02')).columns.map(({ key }) => key)).toContain('notDue')
  expect((await list('2026-04-02')).columns.map(({ key }) => key)).not.toContain('notDue')
  const due = { kind: 'fact', title: 'Jatuh tempo', text: '1 April 2026' }
  const receipt = await reports.run({ report: 'saleReceipt', params: { documentId: sold.documentId } })
  expect(receipt.after).toContainEqual(due)
  const { documentId } = await buy({ dueOn: '2026-04-01' })
  const slip = await reports.run({ report: 'purchaseReceipt', params: { documentId } })
  expect(slip.after).toContainEqual(due)
})
