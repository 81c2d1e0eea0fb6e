import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AskedReport } from '../../shared/contract/reports.ts'
import { openSeededBook, type SeededBook } from './seeded-book.ts'

let book: SeededBook
beforeAll(async () => {
  book = await openSeededBook()
})
afterAll(() => book.close())

/** Every figure with accounts behind it: what it says, and what their registers say for the days of its column. */
async function figuresOf(asked: AskedReport, registers: (codes: string[], days: Days) => Promise<number>) {
  const { columns, rows } = await book.api.reports.run(asked)
  const found: [line: string, figure: number, behind: number][] = []
  for (const row of rows) {
    const codes = typeof row.accounts === 'string' && row.accounts !== '' ? row.accounts.split(' ') : []
    for (const { key, days } of codes.length === 0 ? [] : columns) {
      if (days) found.push([`${row.line} ${key}`, Number(row[key]), await registers(codes, days)])
    }
  }
  return found
}

interface Days {
  readonly from: string
  readonly to: string
}

const registerOf = (code: string, days: Days) => book.api.ledger.account({ code, ...days, limit: 1 })

test('what the year brought and what moved in it make up every figure of the balance sheet that has accounts', async () => {
  const closing = async (codes: string[], days: Days) => {
    let sum = 0
    for (const code of codes) {
      const { normal, closing: amount } = await registerOf(code, days)
      sum += normal === 'debit' ? amount : -amount
    }
    return Math.abs(sum)
  }
  const figures = await figuresOf({ report: 'balanceSheet', params: { asOf: '2026-02-28' } }, closing)
  expect(figures.filter(([, figure]) => figure !== 0).length).toBeGreaterThan(5)
  // The surplus of the year stands on accounts that are not closed yet: it is no figure of accounts of equity.
  for (const [line, figure, behind] of figures) expect(behind, line).toBe(Math.abs(figure))
})

test('what moved in the days of a column makes up every figure of the surplus statement', async () => {
  const moved = async (codes: string[], days: Days) => {
    let sum = 0
    for (const code of codes) {
      const { totals } = await registerOf(code, days)
      sum += totals.debit - totals.credit
    }
    return Math.abs(sum)
  }
  const period = { from: '2026-01-01', to: '2026-02-28' }
  const figures = await figuresOf({ report: 'surplus', params: period }, moved)
  expect(figures.filter(([, figure]) => figure !== 0).length).toBeGreaterThan(1)
  for (const [line, figure, behind] of figures) expect(behind, line).toBe(Math.abs(figure))
})
