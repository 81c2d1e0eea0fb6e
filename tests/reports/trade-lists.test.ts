import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSeededTrade, type SeededTrade } from './seeded-trade.ts'

let book: SeededTrade
beforeAll(async () => {
  book = await openSeededTrade()
})
afterAll(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

test('the stock list is worth what the accounts of goods say, and goods in keeping are counted only', async () => {
  const { rows, totals, notes } = await book.api.reports.run({ report: 'stockList', params: { asOf: '2026-12-31' } })
  expect(totals.value).toBe(await book.balance('15101'))
  expect(rows.filter(({ kind }) => kind === 'line')).toMatchObject([
    { name: 'Gula pasir', qty: 5_500, value: 66_000_00, owner: null },
    { name: 'Keripik pisang', qty: 2_000, value: 0, owner: expect.any(String) },
  ])
  expect(notes).toHaveLength(1)
  const before = await book.api.reports.run({ report: 'stockList', params: { asOf: '2026-02-03' } })
  expect(before.totals.value).toBe(102_000_00)
})

test('one place is told by quantity, an unknown one refused', async () => {
  const params = { asOf: '2026-12-31', locationId: 'shop' }
  const { columns, rows } = await book.api.reports.run({ report: 'stockList', params })
  expect(columns.map(({ key }) => key)).not.toContain('value')
  expect(rows).toContainEqual(expect.objectContaining({ name: 'Gula pasir', qty: 5_500 }))
  await expect(
    book.api.reports.run({ report: 'stockList', params: { asOf: '2026-12-31', locationId: 'gudang' } }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('sales are told as the books have them, month by month, less what came back and was taken back', async () => {
  const run = (from: string, to: string) => book.api.reports.run({ report: 'sales', params: { from, to } })
  const february = await run('2026-02-01', '2026-02-28')
  expect(february.rows).toMatchObject([
    { name: 'Gula pasir', qty: 7_500, toMembers: 27_000_00, toOthers: 108_000_00, cost: 90_000_00, margin: 45_000_00 },
    { name: 'Keripik pisang', qty: 1_000, toMembers: 10_000_00, toOthers: 0, cost: 0, margin: 10_000_00 },
    { kind: 'total' },
  ])
  const { rows: buyers } = await book.api.trade.salesLook({ from: '2026-02-01', to: '2026-02-28', by: 'buyer' })
  expect(buyers.map(({ key, revenue }) => [key, revenue])).toEqual([
    ['member', february.totals.toMembers],
    ['nonMember', february.totals.toOthers],
  ])
  expect(february.notes.join(' ')).toContain('komisi dipilah menurut pembelinya')
  const march = await run('2026-03-01', '2026-03-31')
  expect(march.rows[0]).toMatchObject({ qty: -3_000, toOthers: -54_000_00, cost: -36_000_00 })
  const all = await run('2026-01-01', '2026-12-31')
  const income = await Promise.all(['42101', '42103', '43101', '43103'].map((code) => book.balance(code)))
  expect(all.totals.total).toBe(0 - income.reduce((sum, amount) => sum + amount, 0))
})

test('whose goods are in keeping, and what is owed for them', async () => {
  const { rows, totals } = await book.api.reports.run({ report: 'consignments', params: { asOf: '2026-12-31' } })
  expect(totals.owed).toBe(0 - (await book.balance('22103')))
  expect(rows).toMatchObject([
    { kind: 'subtotal', code: '0002', owed: 40_000_00 },
    { kind: 'line', name: 'Keripik pisang', qty: 2_000 },
    { kind: 'total', owed: 40_000_00 },
  ])
})

test.each(['stockList', 'consignments'] as const)('%s is a page and a sheet', async (report) => {
  const asked = { report, params: { asOf: '2026-12-31' } }
  expect((await book.api.reports.pdf(asked)).size).toBeGreaterThan(5_000)
  expect((await book.api.reports.sheet(asked)).size).toBeGreaterThan(2_000)
})
