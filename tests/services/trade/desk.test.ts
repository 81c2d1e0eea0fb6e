import { afterEach, beforeEach, expect, test } from 'vitest'
import { requestId } from '../../support/book.ts'
import { openTradingBook, type TradingBook } from '../../support/trade.ts'

let book: TradingBook
let itemId: string
beforeEach(async () => {
  book = await openTradingBook()
  itemId = await book.item({ priceOther: 20_000_00 })
  await book.buy(itemId, 100, 1_000_000)
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

const cash = { cashAccount: '11101' }
const date = '2026-02-03'
const refusal = (code: string, reason?: string) =>
  expect.objectContaining({ code, ...(reason && { data: expect.objectContaining({ reason }) }) })
type Selling = Partial<Parameters<TradingBook['api']['trade']['sell']>[0]>
const sell = (units: number, more: Selling = {}) =>
  book.api.trade.sell({ requestId: requestId(), date, lines: [{ itemId, qty: units * 1000 }], ...more })

test('the recap of a day tells how it was paid, by whom, and what was brought back', async () => {
  const { api, memberId, marketplaceId, makerId } = book
  const kept = { name: 'Keripik', priceOther: 10_000_00, commissionPct: '20', ownerMemberId: makerId }
  const { itemId: keptId } = await api.items.create(kept)
  await api.trade.receiveConsignment({ requestId: requestId(), date, lines: [{ itemId: keptId, qty: 5_000 }] })
  const sold = await sell(3, cash)
  await sell(2, { memberId, ...cash, paid: 10_000_00 })
  await sell(10, { partnerId: marketplaceId, channel: 'marketplace' })
  await sell(1, { lines: [{ itemId: keptId, qty: 1_000 }], cashAccount: '11201' })
  const wrong = await sell(7, cash)
  await api.journal.reverse({ requestId: requestId(), entryId: wrong.entryId, date, reason: 'Salah' })
  const back = { date, documentId: sold.documentId, lines: [{ n: 1, qty: 1_000 }], ...cash }
  await api.trade.returnSale({ requestId: requestId(), ...back })
  await sell(4, { ...cash, date: '2026-02-04' })
  expect(await api.trade.recap({ date })).toEqual({
    ...{ date, count: 4, total: 310_000_00, discount: 0, cash: 80_000_00, credit: 30_000_00 },
    marketplace: { count: 1, total: 200_000_00, held: 186_000_00, fee: 13_000_00, withheld: 1_000_00 },
    member: { count: 1, total: 40_000_00 },
    nonMember: { count: 3, total: 270_000_00 },
    kept: { total: 10_000_00, commission: 2_000_00 },
    returns: { count: 1, total: 20_000_00, cash: 20_000_00, kept: 0 },
    cost: 140_000_00,
    takenBack: { sales: { count: 0, total: 0 }, returns: { count: 0, total: 0 }, cash: 0, cost: 0 },
    cashAccounts: [
      { account: '11101', received: 70_000_00, paid: 20_000_00 },
      { account: '11201', received: 10_000_00, paid: 0 },
    ],
  })
})

test('a sale and a return taken back on a later day stand in the recap of that day, the earlier one stays', async () => {
  const { journal, trade, reports } = book.api
  const sold = await sell(3, cash)
  const kept = await sell(2, cash)
  const back = { date, documentId: kept.documentId, lines: [{ n: 1, qty: 1_000 }], ...cash }
  const returned = await trade.returnSale({ requestId: requestId(), ...back })
  const before = await trade.recap({ date })
  const later = '2026-02-05'
  for (const { entryId } of [returned, sold]) {
    await journal.reverse({ requestId: requestId(), entryId, date: later, reason: 'Salah' })
  }
  await sell(1, { ...cash, date: later })
  expect(await trade.recap({ date })).toEqual(before)
  const recap = await trade.recap({ date: later })
  expect(recap).toMatchObject({
    ...{ count: 1, total: 20_000_00, cash: 20_000_00, returns: { count: 0, total: 0 } },
    takenBack: {
      ...{ sales: { count: 1, total: 60_000_00 }, returns: { count: 1, total: 20_000_00 } },
      ...{ cash: 40_000_00, cost: 20_000_00 },
    },
    cashAccounts: [{ account: '11101', received: 40_000_00, paid: 60_000_00 }],
  })
  const { totals: look } = await trade.salesLook({ from: later, to: later, by: 'buyer' })
  const { totals: paper, rows } = await reports.run({ report: 'salesRecap', params: { date: later } })
  expect([look.revenue, look.cost]).toEqual([paper.net, recap.cost - recap.takenBack.cost])
  expect(rows.map(({ caption }) => caption)).toContain('DIBATALKAN DARI HARI LAIN')
  const boxMoved = (await book.balance('11101', later)) - (await book.balance('11101', date))
  expect(boxMoved).toBe(20_000_00 - recap.takenBack.cash)
})

test('documents are listed in pages, the newest first, and come to the same by any way of asking', async () => {
  const { api, memberId, makerId } = book
  await sell(1, cash)
  await sell(2, { memberId })
  const wrong = await sell(5, cash)
  await api.journal.reverse({ requestId: requestId(), entryId: wrong.entryId, date, reason: 'Salah' })
  const { itemId: keptId } = await api.items.create({ name: 'Keripik', priceOther: 5_000_00, ownerMemberId: makerId })
  await api.trade.receiveConsignment({ requestId: requestId(), date, lines: [{ itemId: keptId, qty: 5_000 }] })
  await sell(1, { lines: [{ itemId: keptId, qty: 1_000 }], ...cash })
  const settled = { date: '2026-02-04', memberId: makerId, ...cash }
  await api.trade.settleConsignor({ requestId: requestId(), ...settled })
  const all = await api.trade.documents()
  expect(all.rows.map(({ kind }) => kind)[0]).toBe('consignment_settlement')
  expect(all.totals).toEqual([
    { kind: 'consignment_in', count: 1, total: 0 },
    { kind: 'consignment_settlement', count: 1, total: 5_000_00 },
    { kind: 'purchase', count: 1, total: 1_000_000_00 },
    { kind: 'sale', count: 3, total: 65_000_00 },
  ])
  const paged = []
  let cursor: string | undefined
  do {
    const page = await api.trade.documents({ limit: 2, ...(cursor && { cursor }) })
    paged.push(...page.rows)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  expect(paged).toEqual(all.rows)
  for (const row of all.rows) {
    const { lines: _, onCredit: __, kept: ___, ...head } = await api.trade.document({ documentId: row.documentId })
    expect(head).toEqual(row)
  }
  const ids = async (asked: Parameters<typeof api.trade.documents>[0]) => (await api.trade.documents(asked)).rows.length
  expect(await ids({ memberId })).toBe(1)
  expect(await ids({ itemId: keptId })).toBe(2)
  expect(await ids({ kind: 'sale' })).toBe(4)
  expect(await ids({ from: '2026-02-04' })).toBe(1)
  expect(await ids({ text: 'TT-2026' })).toBe(1)
  expect(await ids({ text: 'pj- 0002' })).toBe(1)
  expect(await ids({ text: 'tidak ada' })).toBe(0)
  expect(await ids({ to: '2026-02-02' })).toBe(1)
})

test('a shift at a box is counted once, and says what went through it', async () => {
  const { trade } = book.api
  const shift = await trade.openShift({ requestId: requestId(), date, cashier: 'Sari', ...cash })
  expect(shift).toMatchObject({ closedAt: null, received: 0, paid: 0, counted: null })
  const again = { requestId: requestId(), date, cashier: 'Budi', ...cash }
  await expect(trade.openShift(again)).rejects.toEqual(refusal('ALREADY_DONE', 'shift_open'))
  const bank = { ...again, requestId: requestId(), cashAccount: '11201' }
  await expect(trade.openShift(bank)).rejects.toEqual(refusal('INVALID_INPUT', 'not_counted_cash'))
  await sell(3, cash)
  const held = await book.balance('11101', date)
  const denominations = { '100000': Math.floor(held / 100_000_00), '1000': ((held / 100) % 100_000) / 1_000 - 1 }
  const count = { shiftId: shift.shiftId, denominations, countedBy: ['Sari', 'Budi'] as [string, string] }
  const close = (more: { date?: string; reason?: string } = {}) =>
    trade.closeShift({ requestId: requestId(), date, ...count, ...more })
  await expect(close()).rejects.toEqual(refusal('INVALID_INPUT', 'difference_needs_reason'))
  await expect(close({ date: '2026-02-02' })).rejects.toEqual(refusal('INVALID_INPUT', 'date_before_shift'))
  const closed = await close({ reason: 'Kembalian' })
  expect(closed).toMatchObject({ received: 60_000_00, paid: 0, expected: held, difference: -1_000_00 })
  expect(closed.voucher).not.toBeNull()
  await expect(close({ reason: 'x' })).rejects.toEqual(refusal('ALREADY_DONE', 'shift_closed'))
  await sell(1, cash)
  const { entryId: _, voucher: __, ...listed } = closed
  expect((await trade.shifts()).rows).toEqual([listed])
  expect((await trade.shifts({ cashAccount: '11102' })).rows).toEqual([])
  expect((await book.api.cash.counts({})).rows).toHaveLength(1)
})

test('a member owes no more for goods than she may; who pays can go on buying', async () => {
  const { trade } = book.api
  const { memberId, supplierId } = book
  expect(await trade.policy()).toEqual({ memberCreditLimit: null, saleDueDays: null, purchaseDueDays: null })
  await sell(5, { memberId })
  expect(await trade.setPolicy({ memberCreditLimit: 120_000_00 })).toMatchObject({ memberCreditLimit: 120_000_00 })
  await sell(1, { memberId })
  await expect(sell(1, { memberId })).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
    data: { reason: 'credit_limit', limit: 120_000_00, owed: 120_000_00, available: 0 },
  })
  await sell(1, { memberId, ...cash })
  await sell(9, { partnerId: supplierId })
  await trade.receive({ requestId: requestId(), date, memberId, amount: 20_000_00, ...cash })
  await sell(1, { memberId })
  await trade.setPolicy({ memberCreditLimit: null })
  await sell(9, { memberId })
})
