import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refusalOf, requestId } from '../../support/book.ts'
import { addMember } from '../../support/counter.ts'
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

describe('goods for the shop', () => {
  const give = (fundId: string, lines: { itemId: string; qty: number; amount: number }[], date = '2026-03-01') =>
    book.api.funds.receiveGoods({ requestId: requestId(), date, fundId, lines })
  const item = async (terms: Partial<Parameters<FundBook['api']['items']['create']>[0]> = {}) =>
    (await book.api.items.create({ name: 'Beras', unitName: 'kg', priceOther: 15_000_00, ...terms })).itemId
  const fundOf = async (treatment: 'capital' | 'activity' | 'revolving') => (await book.fund({ treatment })).fundId

  test('what was given comes onto its card at its worth, as capital, and is sold at it', async () => {
    const [fundId, itemId] = [await fundOf('capital'), await item()]
    const { total, balance, documentId } = await give(fundId, [{ itemId, qty: 100_000, amount: 1_000_000_00 }])
    expect({ total, balance }).toEqual({ total: 1_000_000_00, balance: 0 })
    expect([await book.balance('15101'), await book.balance('33201')]).toEqual([1_000_000_00, -1_000_000_00])
    expect(await book.api.items.get({ itemId })).toMatchObject({ qty: 100_000, value: 1_000_000_00 })
    expect(await book.api.trade.document({ documentId })).toMatchObject({ kind: 'grant', total: 1_000_000_00 })
    await book.api.trade.sell({
      ...{ requestId: requestId(), date: '2026-03-02', cashAccount: '11101', lines: [{ itemId, qty: 10_000 }] },
    })
    expect([await book.balance('51201'), await book.balance('33201')]).toEqual([100_000_00, -1_000_000_00])
    expect(await book.api.funds.report({ fundId, asOf: '2026-12-31' })).toMatchObject({
      ...{ received: 1_000_000_00, spent: 1_000_000_00, unplanned: 1_000_000_00, balance: 0 },
    })
  })

  test('goods are what the one line of the plan was for; more than was agreed, or outside its time, is said', async () => {
    const budget = [{ name: 'Barang dagangan', amount: 1_000_000_00 }]
    const [fundId, itemId] = [(await book.fund({ treatment: 'capital', budget })).fundId, await item()]
    const within = await give(fundId, [{ itemId, qty: 100_000, amount: 1_000_000_00 }])
    expect(within.warnings).not.toContain('fund_above_agreement')
    expect((await book.api.funds.get({ fundId, asOf: '2026-12-31' })).budget).toMatchObject([
      { spent: 1_000_000_00, left: 0 },
    ])
    const above = await give(fundId, [{ itemId, qty: 1_000, amount: 10_000_00 }], '2027-06-01')
    expect(above.warnings).toEqual(expect.arrayContaining(['fund_above_agreement', 'fund_outside_period']))
    const report = await book.api.reports.run({ report: 'fundReport', params: { fundId, asOf: '2027-12-31' } })
    const [line, total] = report.rows
    expect(line).toMatchObject({ planned: 1_000_000_00, spent: 1_010_000_00, left: -10_000_00 })
    expect(total).toMatchObject({ planned: 1_000_000_00, spent: 1_010_000_00, left: -10_000_00 })
  })

  test('of two kinds of goods each stands on its account, and taken back nothing was ever given', async () => {
    const [fundId, rice, bags] = [
      await fundOf('capital'),
      await item(),
      await item({ name: 'Karung', kind: 'material' }),
    ]
    const { entryId } = await give(fundId, [
      { itemId: rice, qty: 50_500, amount: 505_000_00 },
      { itemId: bags, qty: 3_000, amount: 10_000_01 },
    ])
    expect([await book.balance('15101'), await book.balance('15103')]).toEqual([505_000_00, 10_000_01])
    await book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-03-05', reason: 'Salah' })
    for (const code of ['15101', '15103', '33201']) expect(await book.balance(code)).toBe(0)
    expect(await book.api.items.get({ itemId: rice })).toMatchObject({ qty: 0, value: 0 })
    expect(await book.api.funds.get({ fundId, asOf: '2026-12-31' })).toMatchObject({ received: 0, spent: 0 })
    expect((await book.api.funds.card({ fundId })).rows.map(({ received, spent }) => [received, spent])).toEqual([
      [515_000_01, 515_000_01],
      [-515_000_01, -515_000_01],
    ])
  })

  test('goods that were sold since are not taken back from under their sale', async () => {
    const [fundId, itemId] = [await fundOf('capital'), await item()]
    const { entryId, date } = await give(fundId, [{ itemId, qty: 1_000, amount: 10_000_00 }])
    const sold = await book.api.trade.sell({
      ...{ requestId: requestId(), date, cashAccount: '11101', lines: [{ itemId, qty: 500 }] },
    })
    const back = book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-03-05', reason: 'Salah' })
    expect(await refusalOf(back)).toMatchObject({ data: { reason: 'reverse_first', voucher: sold.voucher } })
  })

  test('money that is owed or lent on buys no goods, and what is kept for others is not given', async () => {
    const [fundId, itemId] = [await fundOf('capital'), await item()]
    const line = { itemId, qty: 1_000, amount: 10_000_00 }
    const ownerMemberId = await addMember(book, '0001', '2026-01-01')
    const kept = await item({ ownerMemberId, commissionPct: '10' })
    const service = await item({ kind: 'service' })
    const refusals: [Promise<unknown>, (string | number)[], string][] = [
      [give(await fundOf('activity'), [line]), ['fundId'], 'goods_are_capital'],
      [give(await fundOf('revolving'), [line]), ['fundId'], 'goods_are_capital'],
      [give(fundId, [line, { ...line, itemId: kept }]), ['lines', 1, 'itemId'], 'kept_not_bought'],
      [give(fundId, [{ ...line, itemId: service }]), ['lines', 0, 'itemId'], 'service_not_bought'],
      [give(fundId, []), ['lines'], 'no_goods'],
      [give(fundId, [{ ...line, amount: 0 }]), ['lines', 0, 'amount'], 'amount_not_positive'],
      [give(fundId, [{ ...line, qty: -1_000 }]), ['lines', 0, 'qty'], 'quantity_not_positive'],
      [give(fundId, [{ ...line, itemId: 'nobody' }]), ['lines', 0, 'itemId'], 'reference_unknown'],
    ]
    for (const [given, path, message] of refusals) {
      expect(await refusalOf(given), message).toMatchObject({
        code: 'INVALID_INPUT',
        data: { issues: [{ path, message }] },
      })
    }
    await give(fundId, [line])
    await book.api.trade.sell({
      ...{ requestId: requestId(), date: '2026-03-10', cashAccount: '11101', lines: [{ itemId, qty: 500 }] },
    })
    expect(await refusalOf(give(fundId, [line], '2026-03-05'))).toMatchObject({
      data: { issues: [{ path: ['date'], message: 'date_before_goods_left' }], date: '2026-03-10' },
    })
    await book.api.funds.update({ fundId, active: false })
    expect(await refusalOf(give(fundId, [line]))).toMatchObject({ data: { reason: 'fund_inactive' } })
  })
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
