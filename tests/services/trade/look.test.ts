import { afterEach, beforeEach, expect, test } from 'vitest'
import { requestId } from '../../support/book.ts'
import { openTradingBook, type TradingBook } from '../../support/trade.ts'

let book: TradingBook
beforeEach(async () => {
  book = await openTradingBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const cash = { cashAccount: '11101' }
type Asked = Parameters<TradingBook['api']['trade']['salesLook']>[0]
const look = (by: Asked['by'], more: Partial<Asked> = {}) =>
  book.api.trade.salesLook({ from: '2026-01-01', to: '2026-12-31', by, ...more })

/** Sugar at 12 and 20 the kilogram, chips of a maker at 10 of which 2 stay here; two months, every way of selling. */
async function sellEveryWay() {
  const { api, memberId, marketplaceId, makerId, supplierId } = book
  const sugar = await book.item({ priceOther: 20_000_00 })
  await book.buy(sugar, 100, 1_200_000)
  const kept = { name: 'Keripik', priceOther: 10_000_00, commissionPct: '20', ownerMemberId: makerId }
  const { itemId: chips } = await api.items.create(kept)
  const head = (date: string) => ({ requestId: requestId(), date })
  const february = '2026-02-03'
  await api.trade.receiveConsignment({ ...head(february), lines: [{ itemId: chips, qty: 50_000 }] })
  const { partnerId: keeper } = await api.partners.create({ name: 'Warung Bu Sri', kind: 'outlet' })
  const { locationId: outlet } = await api.trade.createLocation({ name: 'Warung Bu Sri', partnerId: keeper })
  await api.trade.transfer({ ...head(february), from: 'shop', to: outlet, lines: [{ itemId: sugar, qty: 5_000 }] })
  const sell = (itemId: string, units: number, more: object, date = february) =>
    api.trade.sell({ ...head(date), lines: [{ itemId, qty: units * 1_000 }], ...more })
  const inCash = await sell(sugar, 10, cash)
  await sell(sugar, 4, { memberId })
  await sell(sugar, 5, { partnerId: marketplaceId, channel: 'marketplace' })
  await sell(sugar, 3, { partnerId: supplierId, ...cash, locationId: outlet })
  await sell(chips, 6, { memberId, ...cash }, '2026-03-05')
  const wrong = await sell(sugar, 9, cash, '2026-03-05')
  await api.journal.reverse({ ...head('2026-03-06'), entryId: wrong.entryId, reason: 'Salah' })
  const back = { documentId: inCash.documentId, lines: [{ n: 1, qty: 2_000 }], ...cash }
  await api.trade.returnSale({ ...head('2026-03-07'), ...back })
  return { sugar, chips, makerId }
}

test('sales are looked at by item, dearest first, with what came back taken off and chips by their commission alone', async () => {
  const { sugar, chips } = await sellEveryWay()
  const { rows, totals } = await look('item')
  expect(rows).toEqual([
    {
      ...{ key: sugar, code: 'B-0001', name: 'Gula pasir', unitName: 'kg', qty: 20_000, paid: 400_000_00 },
      ...{ gross: 440_000_00, returned: 40_000_00, revenue: 400_000_00, cost: 240_000_00 },
      ...{ margin: 160_000_00, marginPct: '40' },
    },
    {
      ...{ key: chips, code: 'B-0002', name: 'Keripik', unitName: 'buah', qty: 6_000, paid: 60_000_00 },
      ...{ gross: 12_000_00, returned: 0, revenue: 12_000_00, cost: 0, margin: 12_000_00, marginPct: '100' },
    },
  ])
  expect(totals).toEqual({
    ...{ paid: 460_000_00, gross: 452_000_00, returned: 40_000_00, revenue: 412_000_00, cost: 240_000_00 },
    ...{ margin: 172_000_00, marginPct: '41.75' },
  })
})

test('the same sales by channel, month, maker and buyer', async () => {
  const { makerId } = await sellEveryWay()
  const told = async (by: Asked['by'], more: Partial<Asked> = {}) =>
    (await look(by, more)).rows.map(({ key, revenue, cost }) => [key, revenue / 100, cost / 100])
  expect(await told('channel')).toEqual([
    ['shop', 172_000, 96_000],
    ['credit', 80_000, 48_000],
    ['marketplace', 100_000, 60_000],
    ['outlet', 60_000, 36_000],
  ])
  expect(await told('month')).toEqual([
    ['2026-02', 440_000, 264_000],
    ['2026-03', -28_000, -24_000],
  ])
  expect(await told('maker')).toEqual([
    ['own', 400_000, 240_000],
    [makerId, 12_000, 0],
  ])
  expect(await told('buyer')).toEqual([
    ['member', 92_000, 48_000],
    ['nonMember', 320_000, 192_000],
  ])
  expect(await told('maker', { buyer: 'member' })).toEqual([
    ['own', 80_000, 48_000],
    [makerId, 12_000, 0],
  ])
  expect(await told('month', { from: '2026-03-01', to: '2026-03-05' })).toEqual([['2026-03', 192_000, 108_000]])
  expect((await look('month')).rows[1]?.marginPct).toBeNull()
})

test('income that an entry by hand wrote is told apart from goods', async () => {
  await sellEveryWay()
  const lines = [
    { account: '11101', debit: 7_000_00 },
    { account: '43107', credit: 7_000_00 },
  ]
  const entry = { requestId: requestId(), date: '2026-04-01', description: 'Ongkos giling', lines }
  await book.api.journal.post(entry)
  const [byItem, byChannel, byMaker] = [await look('item'), await look('channel'), await look('maker')]
  const other = { key: 'other', name: null, qty: null, paid: 7_000_00, revenue: 7_000_00, cost: 0 }
  for (const { rows, totals } of [byItem, byChannel, byMaker]) {
    expect(rows).toContainEqual(expect.objectContaining(other))
    expect(totals.revenue).toBe(419_000_00)
  }
})

test('the paper shows what the screen shows, each grouping as a page and a sheet', async () => {
  await sellEveryWay()
  for (const by of ['item', 'channel', 'month', 'maker', 'buyer'] as const) {
    const asked = { report: 'sales' as const, params: { from: '2026-01-01', to: '2026-12-31', by } }
    const [{ rows, totals }, seen] = [await book.api.reports.run(asked), await look(by)]
    expect(rows.slice(0, -1).map(({ revenue, cost, margin }) => ({ revenue, cost, margin }))).toEqual(
      seen.rows.map(({ revenue, cost, margin }) => ({ revenue, cost, margin })),
    )
    expect(rows.at(-1)).toMatchObject({ kind: 'total', revenue: seen.totals.revenue, marginPct: '41,75%' })
    expect(totals.margin).toBe(seen.totals.margin)
    expect((await book.api.reports.pdf(asked)).size).toBeGreaterThan(5_000)
    expect((await book.api.reports.sheet(asked)).size).toBeGreaterThan(2_000)
  }
})

test('a time that ends before it begins is refused', async () => {
  await expect(look('item', { from: '2026-02-01', to: '2026-01-31' })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    data: { reason: 'period_backwards' },
  })
})

test('commission on chips of a member that a passer-by bought is income from others, in the report as on the screen', async () => {
  const { chips } = await sellEveryWay()
  await book.sell(chips, 5, '2026-04-01')
  const april = { from: '2026-04-01', to: '2026-04-30' }
  const { rows } = await look('buyer', april)
  expect(rows).toMatchObject([{ key: 'nonMember', revenue: 10_000_00 }])
  const { totals } = await book.api.reports.run({ report: 'sales', params: april })
  expect(totals).toMatchObject({ toMembers: 0, toOthers: 10_000_00 })
})
