import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AskedReport } from '../../shared/contract/reports.ts'
import { isInstalled } from '../export/programs.ts'
import { refusalOf } from '../support/book.ts'
import { Paper } from './paper.ts'
import { openShopBook, type ShopBook } from './shop-book.ts'

let book: ShopBook
beforeAll(async () => {
  book = await openShopBook()
})
afterAll(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const year = { from: '2026-01-01', to: '2026-12-31' }
const run = (report: AskedReport) => book.api.reports.run(report)

test('the card of an item ends with what there is and what it is worth, and its lines lead there', async () => {
  const { rows, totals } = await run({ report: 'stockCard', params: { ...year, itemId: book.gold } })
  const { rows: worth } = await book.api.trade.valuation({ asOf: year.to })
  expect(worth.find(({ itemId }) => itemId === book.gold)).toMatchObject({ qty: totals.qty, value: totals.value })
  const [opening, closing] = [rows[0], rows.at(-1)]
  expect(Number(opening?.qtyAfter) + (totals.in ?? 0) - (totals.out ?? 0)).toBe(closing?.qtyAfter)
  expect(Number(opening?.valueAfter) + (totals.valueIn ?? 0) - (totals.valueOut ?? 0)).toBe(closing?.valueAfter)
})

test('a card of a later time begins with what was there before it', async () => {
  const later = { from: '2026-02-04', to: '2026-02-04', itemId: book.gold }
  const { rows } = await run({ report: 'stockCard', params: later })
  expect(rows.map(({ kind, qtyAfter }) => [kind, qtyAfter])).toEqual([
    ['opening', 20_001],
    ['line', 19_001],
    ['total', null],
    ['closing', 19_001],
  ])
})

test('goods in keeping, and goods at one place, have no value on their card', async () => {
  const money = async (params: { itemId: string; locationId?: string }) => {
    const { columns } = await run({ report: 'stockCard', params: { ...year, ...params } })
    return columns.filter(({ kind }) => kind === 'money').length
  }
  expect(await money({ itemId: book.gold })).toBe(3)
  expect(await money({ itemId: book.gold, locationId: 'shop' })).toBe(0)
  expect(await money({ itemId: book.kept.coffee })).toBe(0)
})

test('an item or a place that is none has no card', async () => {
  for (const params of [
    { ...year, itemId: 'none' },
    { ...year, itemId: book.gold, locationId: 'gudang' },
  ]) {
    expect(await refusalOf(run({ report: 'stockCard', params }))).toMatchObject({ code: 'NOT_FOUND' })
  }
})

test('the sales of a day by buyer and by how they were paid come to the same', async () => {
  for (const date of ['2026-02-02', '2026-02-04', '2026-02-05', '2026-02-06', '2026-02-07', '2026-02-09']) {
    const { rows, totals } = await run({ report: 'salesRecap', params: { date } })
    const sums = rows.filter(({ kind }) => kind === 'subtotal').map(({ amount }) => amount)
    expect([date, ...sums]).toEqual([date, totals.total, totals.total])
    const parts = rows.slice(rows.findIndex(({ caption }) => caption === 'CARA BAYAR') + 1)
    const paid = parts.slice(
      0,
      parts.findIndex(({ kind }) => kind === 'subtotal'),
    )
    expect(paid.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(totals.total)
  }
})

test('what is owed for goods is what the accounts say, on any day, and its ages add up', async () => {
  const balance = async (codes: string[], asOf: string) => {
    const own = await Promise.all(codes.map((code) => book.balance(code, asOf)))
    return own.reduce((sum, amount) => sum + amount, 0)
  }
  for (const asOf of ['2026-01-31', '2026-02-04', '2026-02-28', '2026-04-30']) {
    const receivables = await run({ report: 'tradeReceivables', params: { asOf } })
    const payables = await run({ report: 'tradePayables', params: { asOf } })
    expect(receivables.totals.total).toBe(await balance(['14101', '14102', '14103'], asOf))
    expect(payables.totals.total).toBe(0 - (await balance(['22101', '22102'], asOf)))
    for (const { totals, rows } of [receivables, payables]) {
      const { total, ...ages } = totals
      expect(Object.values(ages).reduce((sum, amount) => sum + amount, 0)).toBe(total)
      const lines = rows.filter(({ kind }) => kind === 'line')
      expect(lines.reduce((sum, row) => sum + Number(row.total), 0)).toBe(total)
    }
  }
})

describe.skipIf(!isInstalled('pdftotext'))('on paper', () => {
  const asked = (): AskedReport[] => [
    { report: 'stockCard', params: { ...year, itemId: book.gold } },
    { report: 'stockCard', params: { ...year, itemId: book.kept.crackers } },
    { report: 'salesRecap', params: { date: '2026-02-03' } },
    { report: 'tradeReceivables', params: { asOf: year.to } },
    { report: 'tradePayables', params: { asOf: year.to } },
  ]

  test('nothing leaves the margins, and every list is a spreadsheet too', async () => {
    for (const report of asked()) {
      const paper = await Paper.of(await book.api.reports.pdf(report))
      for (const word of paper.words()) {
        expect(word.from, `${report.report}: ${word.text}`).toBeGreaterThanOrEqual(56)
        expect(word.to, `${report.report}: ${word.text}`).toBeLessThanOrEqual(word.pageWidth - 33)
      }
      paper.forget()
      expect((await book.api.reports.sheet(report)).size).toBeGreaterThan(2_000)
    }
  })
})
