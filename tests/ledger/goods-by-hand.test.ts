import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusalOf, requestId } from '../support/book.ts'
import { openTradingBook, type TradingBook } from '../support/trade.ts'

/** Entries by hand on what goods are worth: only goods that are there are worth something. */

let book: TradingBook
beforeEach(async () => {
  book = await openTradingBook()
})
afterEach(() => book.close())

/** Rupiah more (or less) that an item is worth, against what goods cost more or less. */
function worth(itemId: string, rupiah: number, { date = '2026-02-10', account = '15101' } = {}) {
  const amount = Math.abs(rupiah) * 100
  const [goods, other] = rupiah > 0 ? [{ debit: amount }, { credit: amount }] : [{ credit: amount }, { debit: amount }]
  const lines = [
    { account, itemId, ...goods },
    { account: '52303', ...other },
  ]
  return book.api.journal.post({ requestId: requestId(), date, description: 'Nilai persediaan', lines })
}

async function unchanged(attempt: Promise<unknown>, reason: string, data: object = {}) {
  const before = (await book.api.journal.list({})).rows.length
  expect(await refusalOf(attempt)).toMatchObject({ code: 'NOT_ALLOWED', data: { reason, ...data } })
  expect((await book.api.journal.list({})).rows).toHaveLength(before)
  expect(await book.api.ledger.verify({})).toMatchObject({ ok: true })
}

test('goods that are not there are worth nothing, whoever says so', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 10, 100_000, '2026-02-05')
  await unchanged(worth(itemId, 1_000, { date: '2026-02-04' }), 'value_without_goods', { day: '2026-02-04' })
  await book.sell(itemId, 10, '2026-02-08')
  await unchanged(worth(itemId, 1_000), 'value_without_goods', { day: '2026-02-10' })
  await unchanged(worth(itemId, 1_000, { date: '2026-02-06' }), 'value_without_goods', { day: '2026-02-08' })
})

test('an item that never moved may be kept as one sum, never below zero, until it has a card', async () => {
  const itemId = await book.item()
  await worth(itemId, 50_000)
  await worth(itemId, -20_000, { date: '2026-02-11' })
  await unchanged(worth(itemId, -30_001, { date: '2026-02-12' }), 'goods_below_zero', { available: 30_000_00 })
  expect(await book.api.ledger.verify({})).toMatchObject({ ok: true, problems: [] })
  await book.buy(itemId, 10, 100_000, '2026-02-13')
  expect(await book.api.ledger.verify({})).toMatchObject({ ok: true, problems: [] })
  await book.sell(itemId, 10, '2026-02-14')
  expect([await book.balance('15101'), await book.balance('51201')]).toEqual([0, 130_000_00])
  await unchanged(worth(itemId, 1_000, { date: '2026-02-15' }), 'value_without_goods', { day: '2026-02-15' })
})

test('goods that are there may be worth more or less, never less than nothing', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 10, 100_000, '2026-02-05')
  await worth(itemId, 20_000)
  await worth(itemId, -30_000, { date: '2026-02-11' })
  await unchanged(worth(itemId, -100_000), 'goods_below_zero', { available: 90_000_00, day: '2026-02-11' })
  const { entryId } = await book.sell(itemId, 10, '2026-02-12')
  expect(await book.balance('51201')).toBe(90_000_00)
  expect(await book.balance('15101')).toBe(0)
  expect((await book.api.journal.get({ entryId })).lines).toContainEqual(
    expect.objectContaining({ account: '15101', credit: 90_000_00 }),
  )
})

test('what was said by hand is taken back before what it stands on, and names it', async () => {
  const itemId = await book.item()
  const bought = await book.buy(itemId, 10, 100_000, '2026-02-05')
  const said = await worth(itemId, 20_000)
  const back = (entryId: string) =>
    book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-02-15', reason: 'Salah' })
  await unchanged(back(bought.entryId), 'reverse_first', { first: { entryId: said.entryId, voucher: said.voucher } })
  const sold = await book.sell(itemId, 10, '2026-02-12')
  await unchanged(back(said.entryId), 'reverse_first', { first: { entryId: sold.entryId } })
  for (const { entryId } of [sold, said, bought]) await back(entryId)
  expect(await book.balance('15101')).toBe(0)
})

test('goods sold on a day before their value was changed by hand would be worth something else', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 10, 100_000, '2026-02-05')
  await worth(itemId, 20_000)
  await unchanged(book.sell(itemId, 10, '2026-02-07'), 'goods_below_zero', { day: '2026-02-07' })
  await book.sell(itemId, 10, '2026-02-10')
  expect(await book.balance('15101')).toBe(0)
})

test('value stands on the account of its kind, and goods in keeping and services have none', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 10, 100_000, '2026-02-05')
  await unchanged(worth(itemId, 1_000, { account: '15103' }), 'goods_not_their_own', { account: '15103' })
  const kept = await book.item({ kind: 'consigned', ownerMemberId: book.makerId, commissionPct: '20' })
  const service = await book.item({ kind: 'service' })
  for (const item of [kept, service]) await unchanged(worth(item, 1_000), 'goods_not_their_own', { account: '15101' })
})

test('first in, first out: value taken off by hand never makes what is left worth less than nothing', async () => {
  const itemId = await book.item({ costing: 'fifo' })
  await book.buy(itemId, 10, 100_000, '2026-02-05')
  await book.buy(itemId, 1, 100, '2026-02-06')
  await worth(itemId, -20_000)
  await book.sell(itemId, 10, '2026-02-12')
  expect(await book.balance('15101')).toBeGreaterThanOrEqual(0)
  await book.sell(itemId, 1, '2026-02-13')
  expect(await book.balance('15101')).toBe(0)
  expect(await book.balance('51201')).toBe(80_100_00)
})

/** A refusal that names the first day that is possible at the day of the form; nothing is written. */
async function refusedUntil(attempt: Promise<unknown>, message: string, date: string) {
  const before = (await book.api.journal.list({})).rows.length
  const data = { date, item: 'Gula pasir', issues: [{ path: ['date'], message }] }
  expect(await refusalOf(attempt)).toMatchObject({ code: 'INVALID_INPUT', data })
  expect((await book.api.journal.list({})).rows).toHaveLength(before)
  expect(await book.api.ledger.verify({})).toMatchObject({ ok: true, problems: [] })
}

test('goods that were sold are not worth something else on a day before, by whatever way that is said', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 10, 100_000, '2026-02-05')
  const sold = await book.sell(itemId, 4, '2026-02-10')
  const early = (date: string) => ({ requestId: requestId(), date, description: 'Ongkos angkut', cashAccount: '11101' })
  const lines = [{ account: '15101', itemId, amount: 10_000_00 }]
  const { cash } = book.api
  for (const attempt of [
    () => worth(itemId, 10_000, { date: '2026-02-09' }),
    () => worth(itemId, -10_000, { date: '2026-02-06' }),
    () => cash.spend({ ...early('2026-02-09'), lines }),
    () => cash.receive({ ...early('2026-02-09'), lines }),
  ])
    await refusedUntil(attempt(), 'date_before_goods_left', '2026-02-10')
  await worth(itemId, 6_000, { date: '2026-02-10' })
  await cash.spend({ ...early('2026-02-11'), lines })
  await book.sell(itemId, 6, '2026-02-12')
  expect([await book.balance('15101'), await book.balance('51201')]).toEqual([0, 116_000_00])
  expect((await book.api.journal.get({ entryId: sold.entryId })).lines).toContainEqual(
    expect.objectContaining({ account: '15101', credit: 40_000_00 }),
  )
})

test('a sale that was taken back holds no day for what goods are worth', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 10, 100_000, '2026-02-05')
  const { entryId } = await book.sell(itemId, 4, '2026-02-10')
  await book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-02-10', reason: 'Salah' })
  await worth(itemId, 10_000, { date: '2026-02-06' })
  expect(await book.api.ledger.verify({})).toMatchObject({ ok: true, problems: [] })
})

test('goods do not go out on a day before their value was changed, until that is taken back', async () => {
  const { trade, journal } = book.api
  for (const costing of ['moving_average', 'fifo'] as const) {
    const itemId = await book.item({ costing })
    const bought = await book.buy(itemId, 10, 100_000, '2026-02-05')
    const said = await worth(itemId, 20_000)
    const head = () => ({ requestId: requestId(), date: '2026-02-09' })
    const counted = [{ itemId, counted: 9_000, reason: 'lost' as const }]
    const back = { ...head(), documentId: bought.documentId, cashAccount: '11101', lines: [{ n: 1, qty: 1_000 }] }
    for (const attempt of [
      () => book.sell(itemId, 1, '2026-02-09'),
      () => trade.stockTake({ ...head(), countedBy: ['Sari', 'Budi'], lines: counted }),
      () => trade.returnPurchase(back),
    ])
      await refusedUntil(attempt(), 'date_before_goods_valued', '2026-02-10')
    await journal.reverse({ ...head(), date: '2026-02-10', entryId: said.entryId, reason: 'Salah' })
    await book.sell(itemId, 1, '2026-02-09')
    expect((await book.api.items.get({ itemId })).value).toBe(90_000_00)
  }
  expect(await book.api.ledger.verify({})).toMatchObject({ ok: true, problems: [] })
})

test('what was said by hand stands as long as goods are away that cost it', async () => {
  const itemId = await book.item()
  await book.buy(itemId, 10, 100_000, '2026-02-05')
  const said = await worth(itemId, 20_000)
  const sold = await book.sell(itemId, 4, '2026-02-12')
  const back = (entryId: string) =>
    book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-02-15', reason: 'Salah' })
  await unchanged(back(said.entryId), 'reverse_first', { first: { entryId: sold.entryId } })
  await worth(itemId, -12_000, { date: '2026-02-15' })
  await book.sell(itemId, 6, '2026-02-16')
  expect([await book.balance('15101'), await book.balance('51201')]).toEqual([0, 108_000_00])
})
