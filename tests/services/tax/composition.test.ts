import { afterEach, beforeEach, expect, test } from 'vitest'
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

const head = (date: string) => ({ requestId: requestId(), date, cashAccount: '11101' })
const income = (account: string, amount: number) =>
  book.api.cash.receive({ ...head('2026-02-10'), description: 'Masuk', lines: [{ account, amount }] })

/** Sugar for Rp36.000 of which Rp18.000 came back, crackers of a member for Rp100.000 at 10 %, and other income. */
async function aYear(): Promise<void> {
  const { api, makerId } = book
  const sugar = await book.item()
  await book.buy(sugar, 10, 100_000)
  const { documentId } = await book.sell(sugar, 2, '2026-02-03')
  await api.trade.returnSale({ ...head('2026-02-04'), documentId, lines: [{ n: 1, qty: 1_000 }] })
  const crackers = await book.item({
    name: 'Keripik',
    ownerMemberId: makerId,
    commissionPct: '10',
    priceOther: 10_000_00,
  })
  const received = { requestId: requestId(), date: '2026-02-01', lines: [{ itemId: crackers, qty: 20_000 }] }
  await api.trade.receiveConsignment(received)
  await book.sell(crackers, 10, '2026-02-05')
  await income('43107', 25_000_00)
  await income('41101', 40_000_00)
  await income('41201', 5_000_00)
  await income('48101', 9_000_00)
}

test('turnover is told by what it is made of: of goods in keeping the commission alone, returns taken off', async () => {
  await aYear()
  const { composition, totals } = await book.api.tax.sheet({ year: 2026 })
  expect(composition.map(({ part, amount }) => [part, amount])).toEqual([
    ['goods', 18_000_00],
    ['commission', 10_000_00],
    ['services', 25_000_00],
    ['loans', 40_000_00],
    ['other', 5_000_00],
  ])
  expect(composition[0]?.accounts).toMatchObject([
    { account: '43101', line: 'H12', amount: 36_000_00 },
    { account: '43103', name: 'Retur dan potongan penjualan non-anggota', line: 'H12', amount: -18_000_00 },
  ])
  expect(composition.reduce((sum, { amount }) => sum + amount, 0)).toBe(totals.turnover)
  expect((await book.api.tax.sheet({ year: 2025 })).composition).toEqual([])
})

test('line by line it is what the surplus statement says', async () => {
  await aYear()
  const { composition } = await book.api.tax.sheet({ year: 2026 })
  const byLine = Map.groupBy(
    composition.flatMap(({ accounts }) => accounts),
    ({ line }) => line,
  )
  const params = { from: '2026-01-01', to: '2026-12-31' }
  const { rows } = await book.api.reports.run({ report: 'surplus', params })
  const told = [...byLine].map(([line, accounts]) => [line, accounts.reduce((sum, { amount }) => sum + amount, 0)])
  expect(told.length).toBeGreaterThan(2)
  expect(told).toEqual(told.map(([line]) => [line, rows.find((row) => row.line === line)?.current]))
})

test('the paper lists the same, in the language it is asked in, and adds up to the turnover', async () => {
  await aYear()
  const asked = { report: 'taxSheet', params: { year: 2026 } } as const
  const { after = [], notes } = await book.api.reports.run({ ...asked, language: 'en' })
  const [table] = after
  const rows = table?.kind === 'table' ? table.rows : []
  expect(rows.find(({ code }) => code === '43104' || code === '42103')).toMatchObject({ amount: 10_000_00 })
  expect(rows[0]).toMatchObject({ name: 'Direct sales to non-members', line: expect.stringContaining('net') })
  expect(rows.at(-1)).toMatchObject({ kind: 'total', amount: 98_000_00 })
  expect((await book.api.reports.run(asked)).notes[0]).toContain('hanya komisi koperasi')
  expect(notes[0]).toContain('commission')
})
