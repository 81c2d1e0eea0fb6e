import { afterEach, beforeEach, expect, test } from 'vitest'
import { costOf } from '../../../renderer/areas/trade/items/cost-of.ts'
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

const countedBy: [string, string] = ['Sari', 'Budi']
const refusal = (code: string, reason?: string) =>
  expect.objectContaining({ code, ...(reason && { data: expect.objectContaining({ reason }) }) })
const shown = (rows: Awaited<ReturnType<TradingBook['api']['trade']['stockCard']>>['rows']) =>
  rows.map(({ date, kind, in: came, out, cost, qtyAfter, valueAfter }) => [
    ...[date, kind, came, out, cost, qtyAfter, valueAfter],
  ])

test('the card of an item says what came, what went and what is there after it', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 10, 120_000, '2026-02-01')
  await book.buy(itemId, 20, 270_000, '2026-02-02')
  const { entryId } = await book.sell(itemId, 3, '2026-02-05')
  await book.sell(itemId, 4, '2026-02-04')
  await book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-02-06', reason: 'Salah' })
  const card = await book.api.trade.stockCard({ itemId, from: '2026-02-02', to: '2026-02-28' })
  expect(card.opening).toEqual({ qty: 10_000, value: 120_000_00 })
  expect(shown(card.rows)).toEqual([
    ['2026-02-02', 'purchase', 20_000, 0, 270_000_00, 30_000, 390_000_00],
    ['2026-02-04', 'sale', 0, 4_000, 52_000_00, 26_000, 338_000_00],
    ['2026-02-05', 'sale', 0, 3_000, 39_000_00, 23_000, 299_000_00],
    ['2026-02-06', 'sale', 3_000, 0, 39_000_00, 26_000, 338_000_00],
  ])
  expect(card.rows.map(({ isReversal }) => isReversal)).toEqual([false, false, false, true])
  expect(new Set(card.rows.map(({ number }) => number)).size).toBe(4)
  expect(card.closing).toEqual({ qty: 26_000, value: await book.balance('15101') })
  expect((await book.api.trade.stockCard({ itemId, to: '2026-02-04' })).closing).toEqual({
    qty: 26_000,
    value: await book.balance('15101', '2026-02-04'),
  })
})

test('goods that came in two lines are taken back together, so of what was moved on since none is missing', async () => {
  const itemId = await book.item()
  const { trade, journal } = book.api
  const half = { itemId, qty: 5_000, amount: 60_000_00 }
  const bought = { date: '2026-02-01', cashAccount: '11101', lines: [half, half] }
  const { entryId } = await trade.purchase({ requestId: requestId(), ...bought })
  const { locationId } = await trade.createLocation({ name: 'Gudang' })
  const moved = { date: '2026-02-03', from: 'shop', to: locationId, lines: [{ itemId, qty: 4_000 }] }
  await trade.transfer({ requestId: requestId(), ...moved })
  const back = { entryId, date: '2026-02-04', reason: 'Salah' }
  await expect(journal.reverse({ requestId: requestId(), ...back })).rejects.toEqual(refusal('STOCK_BELOW_ZERO'))
  await trade.transfer({ requestId: requestId(), ...moved, from: locationId, to: 'shop' })
  await journal.reverse({ requestId: requestId(), ...back })
  expect((await trade.stockCard({ itemId })).closing).toEqual({ qty: 0, value: 0 })
})

test('a place has a card of quantities, and only there goods that went to another place are seen', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 10, 120_000)
  const { trade, partners } = book.api
  const { partnerId } = await partners.create({ name: 'Warung Bu Sri', kind: 'outlet' })
  const { locationId } = await trade.createLocation({ name: 'Warung Bu Sri', partnerId })
  const moved = { date: '2026-02-03', from: 'shop', to: locationId, lines: [{ itemId, qty: 4_000 }] }
  await trade.transfer({ requestId: requestId(), ...moved })
  expect((await trade.stockCard({ itemId })).rows).toHaveLength(1)
  expect((await trade.stockCard({ itemId, locationId })).rows).toMatchObject([
    { kind: 'transfer', in: 4_000, qtyAfter: 4_000, valueAfter: 0, number: 'PD-2026-0001' },
  ])
  expect((await trade.stockCard({ itemId, locationId: 'shop' })).closing).toEqual({ qty: 6_000, value: 0 })
  await expect(trade.stockCard({ itemId, locationId: 'x' })).rejects.toEqual(refusal('NOT_FOUND'))
  await expect(trade.stockCard({ itemId: 'x' })).rejects.toEqual(refusal('NOT_FOUND'))
})

test('goods of the paper books are taken over against what is still to be balanced; goods in keeping are only counted', async () => {
  const { api, makerId } = book
  const itemId = await book.item()
  const { itemId: kept } = await api.items.create({ name: 'Keripik', ownerMemberId: makerId })
  const take = (lines: Parameters<typeof api.trade.openingStock>[0]['lines']) =>
    api.trade.openingStock({ requestId: requestId(), date: '2026-01-02', lines })
  const opened = await take([
    { itemId, qty: 5_000, cost: 60_000_00 },
    { itemId: kept, qty: 7_000 },
  ])
  expect(opened).toMatchObject({ total: 60_000_00, number: expect.stringMatching(/^BM-/) })
  expect(await book.balance('36901')).toBe(-60_000_00)
  expect(await take([{ itemId: kept, qty: 1_000 }])).toMatchObject({ entryId: null, number: 'SA-2026-0001', total: 0 })
  expect(await api.items.get({ itemId: kept })).toMatchObject({ qty: 8_000, value: 0 })
  await expect(take([{ itemId, qty: 1_000 }])).rejects.toEqual(refusal('INVALID_INPUT', 'required'))
  await expect(take([{ itemId: kept, qty: 1_000, cost: 1 }])).rejects.toEqual(
    refusal('INVALID_INPUT', 'kept_has_no_value'),
  )
  await api.journal.reverse({ requestId: requestId(), entryId: opened.entryId ?? '', date: '2026-01-03', reason: 'x' })
  expect(await api.items.get({ itemId })).toMatchObject({ qty: 0, value: 0 })
  expect(await api.items.get({ itemId: kept })).toMatchObject({ qty: 1_000 })
})

test('a count books what is missing by its reason, and what is too much at what the rest costs', async () => {
  const [lost, used, more] = [await book.item(), await book.item(), await book.item()]
  for (const itemId of [lost, used, more]) await book.buy(itemId, 10, 100_000)
  const taken = await book.api.trade.stockTake({
    ...{ requestId: requestId(), date: '2026-02-28', countedBy },
    lines: [
      { itemId: lost, counted: 8_000, reason: 'expired' },
      { itemId: used, counted: 9_500, reason: 'own_use' },
      { itemId: more, counted: 11_000 },
    ],
  })
  expect(taken.lines).toEqual([
    { itemId: lost, expected: 10_000, counted: 8_000, difference: -2_000, cost: -20_000_00 },
    { itemId: used, expected: 10_000, counted: 9_500, difference: -500, cost: -5_000_00 },
    { itemId: more, expected: 10_000, counted: 11_000, difference: 1_000, cost: 10_000_00 },
  ])
  expect(taken.value).toBe(-15_000_00)
  expect(await book.balance('52303')).toBe(10_000_00)
  expect(await book.balance('52601')).toBe(5_000_00)
  const document = await book.api.trade.document({ documentId: taken.documentId })
  expect(document).toMatchObject({
    countedBy,
    lines: [{ counted: 8_000, reason: 'expired' }, {}, { reason: 'counting' }],
  })
})

test('the sheet of a place says what should lie there, and a preview what a count would book, keeping nothing', async () => {
  const { api, makerId } = book
  const [here, gone] = [await book.item(), await book.item()]
  const { itemId: kept } = await api.items.create({ name: 'Keripik', ownerMemberId: makerId })
  await api.items.create({ name: 'Jasa giling', kind: 'service' })
  await api.trade.receiveConsignment({
    requestId: requestId(),
    date: '2026-02-01',
    lines: [{ itemId: kept, qty: 5_000 }],
  })
  await book.buy(here, 10, 100_000, '2026-02-01')
  await api.items.update({ itemId: gone, active: false })
  const outlet = await api.trade.createLocation({ name: 'Gudang' })
  const { locationId } = outlet
  const moved = { from: 'shop', to: locationId, lines: [{ itemId: here, qty: 4_000 }] }
  await api.trade.transfer({ requestId: requestId(), date: '2026-02-03', ...moved })
  const there = async (asked: Parameters<typeof api.trade.countSheet>[0]) =>
    (await api.trade.countSheet(asked)).rows.map(({ itemId, expected }) => [itemId, expected])
  expect(await there({ asOf: '2026-02-03' })).toEqual([
    [here, 6_000],
    [kept, 5_000],
  ])
  expect(await there({ asOf: '2026-02-02' })).toContainEqual([here, 10_000])
  expect(await there({ locationId, asOf: '2026-02-03' })).toContainEqual([here, 4_000])
  await expect(api.trade.countSheet({ locationId: 'x' })).rejects.toEqual(refusal('NOT_FOUND', 'stock_location'))
  const counted = [
    { itemId: here, counted: 5_000 },
    { itemId: kept, counted: 6_000 },
  ]
  const asked = { date: '2026-02-03', lines: counted }
  const preview = await api.trade.previewStockTake(asked)
  expect(preview.warnings).toEqual(['kept_goods_surplus'])
  expect(preview.value).toBe(-10_000_00)
  expect(await there({ asOf: '2026-02-03' })).toContainEqual([here, 6_000])
  const { lines, value } = await api.trade.stockTake({ requestId: requestId(), ...asked, countedBy })
  expect({ lines, value }).toEqual({ lines: preview.lines, value: preview.value })
})

test('a count that agrees is kept under a number of its own', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 10, 100_000)
  const { trade } = book.api
  const counted = { date: '2026-02-28', countedBy, lines: [{ itemId, counted: 10_000 }] }
  const taken = await trade.stockTake({ requestId: requestId(), ...counted })
  expect(taken).toMatchObject({ number: 'SO-2026-0001', entryId: null, value: 0, warnings: [] })
  expect((await trade.document({ documentId: taken.documentId })).lines).toMatchObject([{ qty: 0, counted: 10_000 }])
  const alone = { ...counted, countedBy: ['Sari', ' sari '] as [string, string] }
  await expect(trade.stockTake({ requestId: requestId(), ...alone })).rejects.toEqual(
    refusal('INVALID_INPUT', 'same_name'),
  )
  const twice = { ...counted, lines: [...counted.lines, ...counted.lines] }
  await expect(trade.stockTake({ requestId: requestId(), ...twice })).rejects.toEqual(
    refusal('INVALID_INPUT', 'given_twice'),
  )
})

test('goods in keeping that are missing are counted off, cost nothing here, and are warned about', async () => {
  const { api, makerId } = book
  const { itemId } = await api.items.create({ name: 'Keripik', ownerMemberId: makerId })
  await api.trade.receiveConsignment({ requestId: requestId(), date: '2026-02-01', lines: [{ itemId, qty: 9_000 }] })
  const lines = [{ itemId, counted: 7_000, reason: 'lost' as const }]
  const taken = await api.trade.stockTake({ requestId: requestId(), date: '2026-02-02', countedBy, lines })
  expect(taken).toMatchObject({ number: 'SO-2026-0001', value: 0, warnings: ['kept_goods_missing'] })
  expect(await api.items.get({ itemId })).toMatchObject({ qty: 7_000, value: 0 })
})

test('a count is of the end of its day: what went later is not there any more', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 10, 100_000, '2026-02-01')
  await book.sell(itemId, 9, '2026-02-10')
  const count = (counted: number) =>
    book.api.trade.stockTake({ requestId: requestId(), date: '2026-02-05', countedBy, lines: [{ itemId, counted }] })
  await expect(count(8_000)).rejects.toEqual(refusal('STOCK_BELOW_ZERO'))
  await expect(count(11_000)).rejects.toEqual(refusal('INVALID_INPUT', 'date_before_goods_left'))
  expect((await count(9_000)).lines).toMatchObject([{ expected: 10_000, difference: -1_000 }])
  expect(await book.api.items.get({ itemId })).toMatchObject({ qty: 0, value: 0 })
})

test('what is found where nothing was left costs what the newest did', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 10, 100_000)
  await book.sell(itemId, 10)
  const lines = [{ itemId, counted: 2_000 }]
  await book.api.trade.stockTake({ requestId: requestId(), date: '2026-02-05', countedBy, lines })
  expect(await book.api.items.get({ itemId })).toMatchObject({ qty: 2_000, value: 20_000_00 })
})

test('materials and wages become products, shared by what they are sold for', async () => {
  const { api } = book
  const flour = await book.item({ kind: 'material' })
  await book.buy(flour, 10, 100_000)
  const big = await book.item({ kind: 'finished', priceOther: 20_000_00 })
  const small = await book.item({ kind: 'finished', priceOther: 10_000_00 })
  const made = await api.trade.produce({
    ...{ requestId: requestId(), date: '2026-02-03', materials: [{ itemId: flour, qty: 5_000 }] },
    costs: [{ account: '11101', amount: 25_000_01, memo: 'Upah' }],
    products: [
      { itemId: big, qty: 10_000 },
      { itemId: small, qty: 10_000 },
    ],
  })
  expect(made.total).toBe(75_000_01)
  expect(made.products.map(({ cost }) => cost)).toEqual([50_000_01, 25_000_00])
  expect(await book.balance('15105')).toBe(75_000_01)
  expect(await book.balance('15103')).toBe(50_000_00)
  await api.journal.reverse({ requestId: requestId(), entryId: made.entryId, date: '2026-02-04', reason: 'Salah' })
  expect(await api.items.get({ itemId: flour })).toMatchObject({ qty: 10_000, value: 100_000_00 })
  expect(await api.items.get({ itemId: big })).toMatchObject({ qty: 0, value: 0 })
})

test('products without a price share by their quantities; nothing is made of nothing, or of itself', async () => {
  const { api, makerId } = book
  const flour = await book.item({ kind: 'material' })
  await book.buy(flour, 10, 100_000)
  const [one, other] = [await book.item({ kind: 'finished', priceOther: 0 }), await book.item({ kind: 'finished' })]
  const { itemId: kept } = await api.items.create({ name: 'Keripik', ownerMemberId: makerId })
  const produce = (materials: [string, number][], products: [string, number][]) =>
    api.trade.produce({
      ...{ requestId: requestId(), date: '2026-02-03' },
      materials: materials.map(([itemId, qty]) => ({ itemId, qty })),
      products: products.map(([itemId, qty]) => ({ itemId, qty })),
    })
  const made = await produce(
    [[flour, 3_000]],
    [
      [one, 2_000],
      [other, 1_000],
    ],
  )
  expect(made.products.map(({ cost }) => cost)).toEqual([20_000_00, 10_000_00])
  await expect(produce([[flour, 8_000]], [[one, 1_000]])).rejects.toMatchObject({
    code: 'STOCK_BELOW_ZERO',
    data: { issues: [{ path: ['materials', 0, 'qty'] }] },
  })
  await expect(produce([[flour, 1_000]], [[flour, 1_000]])).rejects.toEqual(refusal('INVALID_INPUT', 'given_twice'))
  await expect(produce([[flour, 1_000]], [[kept, 1_000]])).rejects.toEqual(refusal('INVALID_INPUT', 'not_own_goods'))
  await expect(produce([[flour, 1_000]], [['x', 1_000]])).rejects.toMatchObject({
    data: { issues: [{ path: ['products', 0, 'itemId'], message: 'reference_unknown' }] },
  })
})

test('all goods at the end of a day are worth what their accounts say on that day', async () => {
  const [sugar, rice] = [await book.item(), await book.item({ kind: 'member_product', costing: 'fifo' })]
  await book.buy(sugar, 10, 120_000, '2026-02-01')
  await book.buy(rice, 10, 90_000, '2026-02-10')
  await book.sell(sugar, 4, '2026-02-20')
  await book.sell(sugar, 6, '2026-03-20')
  const { trade } = book.api
  for (const asOf of ['2026-01-31', '2026-02-01', '2026-02-15', '2026-02-28', '2026-12-31']) {
    const { rows, value, accounts } = await trade.valuation({ asOf })
    for (const { account, total } of accounts) expect(total).toBe(await book.balance(account, asOf))
    expect(value).toBe((await book.balance('15101', asOf)) + (await book.balance('15102', asOf)))
    expect(rows.reduce((sum, row) => sum + row.value, 0)).toBe(value)
  }
  expect((await trade.valuation({ asOf: '2026-02-28' })).rows).toMatchObject([
    { itemId: sugar, qty: 6_000, value: 72_000_00 },
    { itemId: rice, qty: 10_000, value: 90_000_00 },
  ])
  expect((await trade.valuation({ asOf: '2026-12-31' })).rows).toHaveLength(1)
})

test('an item kept as one sum by hand is taken out of use once nothing of the sum is left', async () => {
  const { api } = book
  const itemId = await book.item({ name: 'Pupuk' })
  const post = (goods: object, other: object) =>
    api.journal.post({
      ...{ requestId: requestId(), date: '2026-03-01', description: 'Persediaan akhir tahun' },
      lines: [
        { account: '15101', itemId, ...goods },
        { account: '52303', ...other },
      ],
    })
  await post({ debit: 750_000_00 }, { credit: 750_000_00 })
  const takenOut = () => api.items.update({ itemId, active: false })
  await expect(takenOut()).rejects.toThrow(
    'Barang Pupuk masih bernilai Rp750.000 di pembukuan. Nolkan dulu nilainya lewat jurnal.',
  )
  await post({ credit: 750_000_00 }, { debit: 750_000_00 })
  expect(await takenOut()).toMatchObject({ active: false, value: 0 })
})

test('of goods of which none are there the last bought is told, so that a strange price can be asked about', async () => {
  const itemId = await book.item({ name: 'Minyak goreng' })
  const get = () => book.api.items.get({ itemId })
  expect((await get()).lastBought).toBeNull()
  await book.buy(itemId, 10, 120_000)
  await book.buy(itemId, 4, 52_000, '2026-02-02')
  expect((await get()).lastBought).toBeNull()
  await book.sell(itemId, 14, '2026-02-03')
  const last = { qty: 4_000, value: 52_000_00 }
  expect((await get()).lastBought).toEqual(last)
  expect(costOf({ qty: 0, value: 0, lastBought: last }, 2_000)).toBe(26_000_00)
  expect(costOf({ qty: 0, value: 0, lastBought: null }, 2_000)).toBeUndefined()
})
