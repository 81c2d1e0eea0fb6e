import { afterEach, beforeEach, expect, test } from 'vitest'
import { requestId } from '../../support/book.ts'
import { openTradingBook, type TradingBook } from '../../support/trade.ts'

let book: TradingBook
let itemId: string
beforeEach(async () => {
  book = await openTradingBook()
  itemId = await book.item({ priceOther: 20_000_00 })
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

const cash = { cashAccount: '11101' }
const refusal = (code: string, reason?: string) =>
  expect.objectContaining({ code, ...(reason && { data: expect.objectContaining({ reason }) }) })

const buyOnCredit = (date: string, rupiah: number, partnerId = book.supplierId) =>
  book.api.trade.purchase({
    ...{ requestId: requestId(), date, partnerId },
    lines: [{ itemId, qty: 10_000, amount: rupiah * 100 }],
  })
const sellOnCredit = (date: string, units: number, buyer: { memberId?: string; partnerId?: string }) =>
  book.api.trade.sell({ requestId: requestId(), date, ...buyer, lines: [{ itemId, qty: units * 1000 }] })

test('a supplier is paid in parts, then all that is left, then nothing more', async () => {
  await buyOnCredit('2026-02-01', 100_000)
  const { api, supplierId: partnerId } = book
  const pay = (date: string, amount?: number) =>
    api.trade.pay({ requestId: requestId(), date, partnerId, amount, ...cash })
  const first = await pay('2026-02-10', 40_000_00)
  expect(first).toMatchObject({ amount: 40_000_00, owed: 60_000_00 })
  expect(first.voucher).toMatch(/^BKK-2026-/)
  await expect(pay('2026-02-11', 60_000_01)).rejects.toMatchObject({
    data: { reason: 'payment_above_owed', available: 60_000_00 },
  })
  expect(await pay('2026-02-11')).toMatchObject({ amount: 60_000_00, owed: 0 })
  await expect(pay('2026-02-12', 1)).rejects.toEqual(refusal('ALREADY_DONE', 'nothing_owed'))
  expect(await book.balance('22101')).toBe(0)
})

test('a member whose products were bought is paid on her own card', async () => {
  const { api, makerId: memberId } = book
  const lines = [{ itemId: await book.item({ kind: 'member_product' }), qty: 1_000, amount: 30_000_00 }]
  await api.trade.purchase({ requestId: requestId(), date: '2026-02-01', memberId, lines })
  const other = { requestId: requestId(), date: '2026-02-02', memberId: book.memberId, ...cash }
  await expect(api.trade.pay(other)).rejects.toEqual(refusal('ALREADY_DONE', 'nothing_owed'))
  await api.trade.pay({ requestId: requestId(), date: '2026-02-02', memberId, ...cash })
  expect(await book.balance('22102')).toBe(0)
})

test('a payment dated back is never more than was owed then, and never before', async () => {
  await book.buy(itemId, 50, 500_000)
  const { api, memberId } = book
  await sellOnCredit('2026-03-01', 1, { memberId })
  await sellOnCredit('2026-03-10', 2, { memberId })
  const receive = (date: string, amount: number) =>
    api.trade.receive({ requestId: requestId(), date, memberId, amount, ...cash })
  await expect(receive('2026-02-28', 1_00)).rejects.toEqual(refusal('INVALID_INPUT', 'owed_later'))
  await expect(receive('2026-03-05', 20_000_01)).rejects.toMatchObject({ data: { available: 20_000_00 } })
  const beyond = refusal('INVALID_INPUT', 'payment_above_receivable')
  await expect(receive('2026-03-12', 60_000_01)).rejects.toEqual(beyond)
  await receive('2026-03-12', 50_000_00)
  await expect(receive('2026-03-05', 10_000_01)).rejects.toMatchObject({ data: { available: 10_000_00 } })
  expect(await receive('2026-03-05', 10_000_00)).toMatchObject({ owed: 0 })
  expect(await book.balance('14101', '2026-03-05')).toBe(10_000_00)
  await expect(receive('2026-03-12', 1)).rejects.toEqual(refusal('ALREADY_DONE', 'nothing_receivable'))
})

test('a maker is not settled on a day on which nothing of hers was sold yet', async () => {
  const { api, makerId } = book
  const { itemId: kept } = await api.items.create({ name: 'Keripik', priceOther: 10_000_00, ownerMemberId: makerId })
  const lines = [{ itemId: kept, qty: 5_000 }]
  await api.trade.receiveConsignment({ requestId: requestId(), date: '2026-02-01', lines })
  await book.sell(kept, 5, '2026-02-10')
  const settle = (date: string) =>
    api.trade.settleConsignor({ requestId: requestId(), date, memberId: makerId, ...cash })
  await expect(settle('2026-02-09')).rejects.toEqual(refusal('INVALID_INPUT', 'owed_later'))
  await settle('2026-02-10')
})

test('what a marketplace holds is taken out of it', async () => {
  await book.buy(itemId, 10, 100_000)
  const { api, marketplaceId: partnerId } = book
  const sold = { date: '2026-02-03', partnerId, channel: 'marketplace' as const, lines: [{ itemId, qty: 10_000 }] }
  await api.trade.sell({ requestId: requestId(), ...sold })
  const taken = { requestId: requestId(), date: '2026-02-05', partnerId, cashAccount: '11201' }
  expect(await api.trade.withdrawMarketplace(taken)).toMatchObject({ amount: 186_000_00, owed: 0 })
  expect(await book.balance('14103')).toBe(0)
  expect(await book.balance('11201')).toBe(186_000_00)
})

test('debts have the age of what is not paid of them: the oldest is paid first', async () => {
  await buyOnCredit('2026-01-05', 100_000)
  await buyOnCredit('2026-02-20', 50_000)
  await buyOnCredit('2026-03-20', 30_000)
  const wrong = await buyOnCredit('2026-03-25', 70_000)
  const { api, supplierId: partnerId } = book
  await api.trade.pay({ requestId: requestId(), date: '2026-03-30', partnerId, amount: 110_000_00, ...cash })
  const asOf = '2026-04-06'
  const before = await api.trade.payables({ asOf })
  expect(before.rows).toMatchObject([
    { partnerId, days0to30: 100_000_00, days31to60: 40_000_00, days61to90: 0, over90: 0, oldest: '2026-02-20' },
  ])
  await api.journal.reverse({ requestId: requestId(), entryId: wrong.entryId, date: '2026-04-01', reason: 'Salah' })
  const { rows, total, accounts } = await api.trade.payables({ asOf })
  expect(rows).toMatchObject([{ account: '22101', total: 70_000_00, days0to30: 30_000_00, days31to60: 40_000_00 }])
  expect(total).toBe(-(await book.balance('22101', asOf)))
  expect(accounts).toEqual([
    { account: '22101', total: 70_000_00 },
    { account: '22102', total: 0 },
  ])
  expect((await api.trade.payables({ asOf: '2026-04-20' })).over90).toBe(0)
  expect((await api.trade.payables({ asOf: '2026-03-06' })).rows).toMatchObject([
    { total: 150_000_00, days0to30: 50_000_00, days31to60: 100_000_00 },
  ])
})

test('what buyers owe is listed by who owes it, and adds up to the accounts on any day', async () => {
  await book.buy(itemId, 50, 500_000)
  const { api, memberId, supplierId } = book
  await sellOnCredit('2026-02-10', 1, { memberId })
  await sellOnCredit('2026-02-20', 2, { partnerId: supplierId })
  const { trade } = api
  await trade.receive({ requestId: requestId(), date: '2026-02-25', memberId, amount: 5_000_00, ...cash })
  for (const asOf of ['2026-02-09', '2026-02-10', '2026-02-24', '2026-02-28', '2026-12-31']) {
    const { total, accounts, days0to30, days31to60, days61to90, over90 } = await trade.receivables({ asOf })
    for (const { account, total: own } of accounts) expect(own).toBe(await book.balance(account, asOf))
    expect(days0to30 + days31to60 + days61to90 + over90).toBe(total)
  }
  expect((await trade.receivables({ asOf: '2026-02-28' })).rows).toMatchObject([
    { memberId, name: 'Anggota 0001', total: 15_000_00 },
    { partnerId: supplierId, name: 'UD Sumber Rejeki', total: 40_000_00 },
  ])
})

test('a card names the documents a debt comes from, with what of each is open after the oldest were paid', async () => {
  await book.buy(itemId, 50, 500_000)
  const { api, memberId } = book
  const first = await sellOnCredit('2026-03-01', 1, { memberId })
  const second = await sellOnCredit('2026-03-10', 2, { memberId })
  const payment = { requestId: requestId(), date: '2026-04-20', memberId, amount: 30_000_00, ...cash }
  const paid = await api.trade.receive(payment)
  const card = await api.trade.debt({ account: '14101', memberId, asOf: '2026-04-20' })
  expect(card).toMatchObject({ total: 30_000_00, days31to60: 30_000_00, oldest: '2026-03-10', memberId })
  expect(card.rows.map(({ documentId, amount, open }) => ({ documentId, amount, open }))).toEqual([
    { documentId: first.documentId, amount: 20_000_00, open: 0 },
    { documentId: second.documentId, amount: 40_000_00, open: 30_000_00 },
  ])
  expect(card.payments).toEqual([
    { date: '2026-04-20', voucher: paid.voucher, entryId: paid.entryId, amount: 30_000_00 },
  ])
  const before = await api.trade.debt({ account: '14101', memberId, asOf: '2026-03-05' })
  expect(before).toMatchObject({ total: 20_000_00, payments: [] })
  const other = api.trade.debt({ account: '11101', memberId })
  await expect(other).rejects.toEqual(refusal('INVALID_INPUT', 'no_debt_account'))
  const unknown = api.trade.debt({ account: '14101', memberId: 'nobody' })
  await expect(unknown).rejects.toEqual(refusal('NOT_FOUND', 'member'))
})
