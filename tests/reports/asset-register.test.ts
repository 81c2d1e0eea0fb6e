import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestBook, requestId, type TestBook } from '../support/book.ts'
import { balanceOf } from '../support/counter.ts'

let book: TestBook
beforeAll(async () => {
  book = await openTestBook()
  const { assets } = book.api
  const given = { date: '2026-01-10', grant: true as const }
  const machine = { name: 'Mesin giling', account: '18104', cost: 4_800_000_00, months: 48, place: 'Dapur' }
  const [first] = [await assets.acquire({ requestId: requestId(), ...given, ...machine }), '']
  await assets.acquire({ requestId: requestId(), ...given, ...machine, name: 'Timbangan', place: 'Toko' })
  await assets.acquire({ requestId: requestId(), ...given, name: 'Tanah', account: '18101', cost: 90_000_000_00 })
  await assets.depreciate({ requestId: requestId(), month: '2026-01' })
  await assets.dispose({ requestId: requestId(), date: '2026-02-10', assetId: first.assetId, reason: 'Hilang' })
})
afterAll(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const run = (params: { asOf: string; place?: string }) => book.api.reports.run({ report: 'assetRegister', params })

test('the register is worth what the accounts of assets say, on any day', async () => {
  for (const [asOf, count] of [
    ['2026-01-31', 3],
    ['2026-02-10', 2],
  ] as const) {
    const { totals } = await run({ asOf })
    const cost = (await balanceOf(book, '18104', asOf)) + (await balanceOf(book, '18101', asOf))
    const accumulated = 0 - (await balanceOf(book, '18903', asOf))
    expect(totals).toEqual({ assets: count, cost, accumulated, bookValue: cost - accumulated })
  }
})

test('it goes account by account, and one place can be asked for', async () => {
  const { rows } = await run({ asOf: '2026-01-31' })
  expect(rows.map(({ kind, name }) => [kind, name])).toEqual([
    ['heading', 'Tanah'],
    ['line', 'Tanah'],
    ['subtotal', 'Jumlah'],
    ['heading', 'Peralatan dan mesin produksi'],
    ['line', 'Mesin giling'],
    ['line', 'Timbangan'],
    ['subtotal', 'Jumlah'],
    ['total', 'JUMLAH'],
  ])
  const { totals, columns } = await run({ asOf: '2026-01-31', place: 'Toko' })
  expect(totals).toMatchObject({ assets: 1, bookValue: 4_700_000_00 })
  expect(columns.map(({ key }) => key)).not.toContain('place')
})

test('it is a page and a sheet', async () => {
  const asked = { report: 'assetRegister' as const, params: { asOf: '2026-01-31' } }
  expect((await book.api.reports.pdf(asked)).type).toBe('application/pdf')
  expect((await book.api.reports.sheet(asked)).size).toBeGreaterThan(2_000)
})

test('labels tell whose an asset is, its number and its place, two beside each other, all or of one place', async () => {
  const label = (params: { asOf: string; place?: string }) => book.api.reports.run({ report: 'assetLabels', params })
  const { before = [], totals } = await label({ asOf: '2026-01-31' })
  expect([before.map((part) => (part.kind === 'labels' ? part.labels.length : 0)), totals]).toEqual([
    [2, 1],
    { assets: 3 },
  ])
  expect((await label({ asOf: '2026-01-31', place: 'Toko' })).before).toEqual([
    {
      kind: 'labels',
      labels: [
        {
          ...{ head: 'Koperasi Uji', code: 'AT-002', title: 'Timbangan' },
          lines: ['Tempat: Toko', 'Diperoleh: 10 Januari 2026'],
        },
      ],
    },
  ])
  const nothing = { asOf: '2026-01-31', place: 'Gudang' }
  expect((await label(nothing)).before).toEqual([{ kind: 'paragraph', text: 'Tidak ada aset tetap pada tanggal ini.' }])
  for (const params of [{ asOf: '2026-01-31' }, nothing]) {
    expect((await book.api.reports.pdf({ report: 'assetLabels', params })).type).toBe('application/pdf')
    expect((await book.api.reports.sheet({ report: 'assetLabels', params })).size).toBeGreaterThan(1_000)
  }
})
