import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Row } from '../../shared/statements/statement.ts'
import { refusalOf, requestId } from '../support/book.ts'
import { deposit, openSavings } from '../support/counter.ts'
import { openSeededTrade, type SeededTrade } from './seeded-trade.ts'

let book: SeededTrade
beforeAll(async () => {
  book = await openSeededTrade()
})
afterAll(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const rupiah = (amount: number) => amount * 100
const seen = { source: 'Pasar Sumpiuh', seenOn: '2026-11-02' }
const report = () => book.api.reports.run({ report: 'promotion', params: { year: 2026 } })
const set = (prices: Omit<Parameters<SeededTrade['api']['closing']['setOutsidePrices']>[0], 'requestId' | 'year'>) =>
  book.api.closing.setOutsidePrices({ requestId: requestId(), year: 2026, ...prices })
const lines = (rows: readonly object[]) =>
  (rows as Row[])
    .filter(({ kind }) => kind === 'line')
    .map(({ what, measure, own, elsewhere, benefit }) => [what, measure, own, elsewhere, benefit])

test('before anybody typed a price, what members traded is listed and nothing is claimed', async () => {
  const { goods, benefit } = await book.api.closing.outsidePrices({ year: 2026 })
  // A member bought 1,5 kg of sugar and one packet; the packet was another member's, who got all but the commission.
  expect(goods.map(({ way, name, qty, amount }) => [way, name, qty, amount])).toEqual([
    ['bought', 'Gula pasir', 1_500, rupiah(27_000)],
    ['bought', 'Keripik pisang', 1_000, rupiah(50_000)],
    ['sold', 'Keripik pisang', 1_000, rupiah(40_000)],
  ])
  expect(benefit).toBe(0)
  expect((await report()).notes).toContain('3 baris belum punya harga pembanding dan tidak dihitung.')
})

test('prices seen elsewhere, with where and when, show what members gained', async () => {
  await set({
    goods: [
      { itemId: book.sugar, way: 'bought', outside: { price: rupiah(19_500), ...seen } },
      { itemId: book.kept, way: 'bought', outside: { price: rupiah(52_000), ...seen } },
      { itemId: book.kept, way: 'sold', outside: { price: rupiah(30_000), ...seen } },
    ],
  })
  const { rows, totals } = await report()
  expect(
    lines(rows)
      .slice(0, 3)
      .map(([, ...figures]) => figures),
  ).toEqual([
    ['1,5 kg', rupiah(27_000), rupiah(29_250), rupiah(2_250)],
    ['1 bungkus', rupiah(50_000), rupiah(52_000), rupiah(2_000)],
    ['1 bungkus', rupiah(40_000), rupiah(30_000), rupiah(10_000)],
  ])
  expect(rows.find((row) => String(row.outside).startsWith('Rp19.500'))).toMatchObject({
    source: 'Pasar Sumpiuh, 2 November 2026',
  })
  expect(totals.promotion).toBe(rupiah(14_250))
  expect(totals.total).toBe(rupiah(14_250) + (totals.memberSurplus ?? 0))
})

test('the mean of the month ends is held against a bank, and the score of the year takes the sum', async () => {
  const account = await openSavings(book, book.memberId, 'sukarela', '2026-07-10')
  await deposit(book, account, rupiah(1_200_000), '2026-07-10')
  // It is November: five of eleven month ends hold 1.200.000; a bank would have paid 1% of that, 5.000.
  const { savings, months, benefit } = await set({ savings: { ratePctPerYear: '1', ...seen } })
  expect([savings.mean, months]).toEqual([545_454_55, 11])
  expect(benefit).toBe(rupiah(14_250 - 5_000))
  const health = await book.api.reports.run({ report: 'healthScore', params: { year: 2026 } })
  const { memberSurplus = 0 } = (await report()).totals
  expect(health.rows.find(({ code }) => code === '7b')).toMatchObject({ part: rupiah(9_250) + memberSurplus })
})

test('a price can be forgotten; the same item twice and one that is not there are refused', async () => {
  const { benefit } = await set({ goods: [{ itemId: book.sugar, way: 'bought', outside: null }], savings: null })
  expect(benefit).toBe(rupiah(12_000))
  const sugar = { itemId: book.sugar, way: 'bought', outside: null } as const
  expect(await refusalOf(set({ goods: [sugar, sugar] }))).toMatchObject({ data: { reason: 'given_twice' } })
  expect(await refusalOf(set({ goods: [{ ...sugar, itemId: 'nothing' }] }))).toMatchObject({ code: 'NOT_FOUND' })
})

test("what was bought outright from members counts as theirs, less what went back, and nothing of others'", async () => {
  const products = await book.item({ name: 'Tempe', unitName: 'papan' })
  await book.buy(products, 5, 10_000, '2026-05-02')
  const none = await book.api.closing.outsidePrices({ year: 2026 })
  expect(none.goods.some(({ itemId }) => itemId === products)).toBe(false)
  const lines = [{ itemId: products, qty: 8_000, amount: rupiah(16_000) }]
  const cash = { cashAccount: '11101' }
  const ofMember = { requestId: requestId(), memberId: book.makerId, ...cash, lines }
  const { documentId } = await book.api.trade.purchase({ ...ofMember, date: '2026-05-03' })
  const wrong = await book.api.trade.purchase({ ...ofMember, requestId: requestId(), date: '2026-05-04' })
  await book.api.journal.reverse({
    ...{ requestId: requestId(), entryId: wrong.entryId, date: '2026-05-05', reason: 'Dua kali' },
  })
  const back = { lines: [{ n: 1, qty: 3_000 }], ...cash }
  await book.api.trade.returnPurchase({ requestId: requestId(), date: '2026-05-06', documentId, ...back })
  const { goods } = await book.api.closing.outsidePrices({ year: 2026 })
  expect(goods.find(({ itemId }) => itemId === products)).toMatchObject({
    ...{ way: 'sold', qty: 5_000, amount: rupiah(10_000) },
  })
})
