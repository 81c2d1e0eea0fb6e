import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusalOf, requestId } from '../../support/book.ts'
import { type FundBook, openFundBook } from '../../support/funds.ts'

let book: FundBook
beforeEach(async () => {
  book = await openFundBook()
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

test('a capital grant is capital from the day it comes, and is spent on equipment alone', async () => {
  const { fundId, lines } = await book.fund({ treatment: 'capital' })
  await book.receive(fundId, 10_000_000_00)
  expect(await book.balance('33201')).toBe(-10_000_000_00)
  const budgetLineId = lines[0]
  expect(await refusalOf(book.spend(fundId, 5_00, { budgetLineId }))).toMatchObject({ code: 'INVALID_INPUT' })
  const spent = await book.spend(fundId, 4_000_000_00, { budgetLineId, account: '18104', assetId: book.asset() })
  expect(spent.balance).toBe(6_000_000_00)
  expect([await book.balance('33201'), await book.balance('48202')]).toEqual([-10_000_000_00, 0])
})

test('starting capital stays as cash, and its agreement is closed with it', async () => {
  const { fundId } = await book.fund({ treatment: 'capital' })
  await book.receive(fundId, 10_000_000_00)
  expect(await book.api.funds.update({ fundId, active: false })).toMatchObject({ active: false })
  expect(await refusalOf(book.receive(fundId, 5_00))).toMatchObject({ data: { reason: 'fund_inactive' } })
})

test('goods that are given come in as capital, with what they are', async () => {
  const { fundId } = await book.fund({ treatment: 'capital' })
  const give = (goods: { account: string; assetId?: string }) =>
    book.api.funds.receive({ requestId: requestId(), date: '2026-03-01', fundId, amount: 7_000_000_00, goods })
  expect(await refusalOf(give({ account: '18104' }))).toMatchObject({ code: 'INVALID_INPUT' })
  expect(await refusalOf(give({ account: '15101', assetId: book.asset() }))).toMatchObject({ code: 'INVALID_INPUT' })
  await give({ account: '18104', assetId: book.asset() })
  expect([await book.balance('18104'), await book.balance('33201')]).toEqual([7_000_000_00, -7_000_000_00])
  expect(await book.api.funds.report({ fundId, asOf: '2026-12-31' })).toMatchObject({
    ...{ received: 7_000_000_00, spent: 7_000_000_00, unplanned: 7_000_000_00, balance: 0 },
  })
  const { fundId: activity } = await book.fund()
  const goods = { account: '18104', assetId: book.asset() }
  const wrong = { requestId: requestId(), date: '2026-03-01', fundId: activity, amount: 5_00, goods }
  expect(await refusalOf(book.api.funds.receive(wrong))).toMatchObject({ code: 'INVALID_INPUT' })
})

test('revolving money is owed and lent on, never spent', async () => {
  const { fundId, lines } = await book.fund({ treatment: 'revolving' })
  await book.receive(fundId, 20_000_000_00)
  expect(await book.balance('26102')).toBe(-20_000_000_00)
  expect(await refusalOf(book.spend(fundId, 5_00, { budgetLineId: lines[0] }))).toMatchObject({
    data: { reason: 'fund_is_lent_on' },
  })
  await book.api.funds.refund({
    ...{ requestId: requestId(), date: '2026-05-01', fundId, amount: 8_000_000_00, cashAccount: '11203' },
  })
  expect(await book.api.funds.get({ fundId, asOf: '2026-12-31' })).toMatchObject({
    ...{ received: 20_000_000_00, refunded: 8_000_000_00, balance: 12_000_000_00 },
  })
})

test('the money of several funds on one account is told apart', async () => {
  const [one, other] = [await book.fund(), await book.fund({ treatment: 'revolving' })]
  await book.receive(one.fundId, 3_000_000_00)
  await book.receive(other.fundId, 2_000_000_00)
  await book.api.cash.transfer({
    ...{ requestId: requestId(), date: '2026-03-02', from: '11203', to: '11101', amount: 500_000_00 },
  })
  expect((await book.api.funds.report({ fundId: one.fundId, asOf: '2026-12-31' })).bank).toEqual({
    ...{ account: '11203', balance: 4_500_000_00, ofFund: 3_000_000_00, ofOtherFunds: 2_000_000_00, rest: -500_000_00 },
  })
})
