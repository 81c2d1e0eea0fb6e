import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusalOf, requestId } from '../support/book.ts'
import { openFundBook } from '../support/funds.ts'
import { openTradingBook } from '../support/trade.ts'

/** What is planned or counted is added up as well: no sum passes the largest amount, and nothing is kept that would. */

const most = 9_000_000_000_000_000

let book: Awaited<ReturnType<typeof openFundBook>>
beforeEach(async () => {
  book = await openFundBook()
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

const tooLarge = (n: number, mostAmount: number) => ({
  code: 'INVALID_INPUT',
  data: { mostAmount, issues: [{ path: ['budget', n, 'amount'], message: 'amount_too_large' }] },
})

test('the budget of an agreement is refused at the line with which it passes the largest amount', async () => {
  const two = [
    { name: 'P', amount: most },
    { name: 'Q', amount: 1 },
  ]
  expect(await refusalOf(book.fund({ budget: two }))).toMatchObject(tooLarge(1, 0))
  expect((await book.api.funds.list({})).rows).toEqual([])
})

test('so is one that is changed', async () => {
  const { fundId, lines } = await book.fund({ budget: [{ name: 'P', amount: 100 }] })
  const change = (budget: { budgetLineId?: string; name: string; amount: number }[]) =>
    book.api.funds.update({ fundId, budget, approvedBy: 'Ketua' })
  const refusal = await refusalOf(change([{ name: 'Q', amount: most }]))
  expect(refusal).toMatchObject(tooLarge(0, most - 100))
  expect(refusal.message).toBe('Jumlah uang ini terlalu besar. Paling banyak Rp89.999.999.999.999.')
  const [budgetLineId = ''] = lines
  await change([
    { budgetLineId, name: 'P', amount: 1 },
    { name: 'Q', amount: most - 1 },
  ])
  expect((await book.api.funds.list({})).rows).toMatchObject([{ planned: most }])
})

test('plans of units that cannot be added up are refused, and every plan can still be read', async () => {
  const plan = (unit: 'general' | 'shop', amount: number) =>
    book.api.budget.set({ requestId: requestId(), year: 2026, unit, rows: [{ line: 'H01', amount }] })
  await plan('general', most)
  expect(await refusalOf(plan('shop', 100))).toMatchObject({ code: 'INVALID_INPUT' })
  expect(await book.api.budget.get({ year: 2026 })).toMatchObject({ totals: { income: most } })
})

test('goods are refused beyond a thousand million at once, and beyond what can be added up', async () => {
  const trading = await openTradingBook()
  const kept = { name: 'Keripik', unitName: 'bungkus', priceOther: 50_000_00, commissionPct: '20' }
  const itemId = await trading.item({ ...kept, ownerMemberId: trading.makerId })
  const line = (qty: number) => ({ itemId, qty })
  const receive = (lines: { itemId: string; qty: number }[]) =>
    trading.api.trade.receiveConsignment({ requestId: requestId(), date: '2026-02-01', lines })
  const refusal = await refusalOf(receive([line(most)]))
  expect(refusal.message).toBe('Paling banyak 1.000.000.000.')
  const lot = Array.from({ length: 1_000 }, () => line(1_000_000_000_000))
  for (let n = 0; n < 9; n += 1) await receive(lot)
  expect(await refusalOf(receive([line(1)]))).toMatchObject({
    code: 'INVALID_INPUT',
    data: { mostQuantity: 0, issues: [{ path: ['lines', 0, 'qty'], message: 'quantity_too_large' }] },
  })
  expect(await trading.api.items.get({ itemId })).toMatchObject({ qty: most })
  expect(trading.bugs).toEqual([])
  await trading.close()
})
