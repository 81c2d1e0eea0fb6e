import { afterEach, beforeEach, expect, test } from 'vitest'
import { sen } from '../../../shared/rules/money.ts'
import { turnoverTax } from '../../../shared/rules/turnover-tax.ts'
import { openTestBook, requestId, type TestBook } from '../../support/book.ts'
import { linesOf } from '../../support/counter.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

const refusal = (code: string, reason: string) =>
  expect.objectContaining({ code, data: expect.objectContaining({ reason }) })
const income = (account: string, amount: number, date: string) =>
  book.api.cash.receive({
    ...{ requestId: requestId(), date, cashAccount: '11101', description: 'Masuk' },
    lines: [{ account, amount }],
  })
const decide = (regime: 'final_0_5' | 'article_31e' | 'none', startYear?: number) =>
  book.api.tax.setRegime({ requestId: requestId(), year: 2026, regime, ...(startYear && { startYear }) })
const post = (month: string, date?: string) =>
  book.api.tax.post({ requestId: requestId(), month, ...(date && { date }) })

test('of 310.500.000 in a month 1.552.500 is due, posted once and undone', async () => {
  await decide('final_0_5', 2024)
  await income('43101', 300_000_000_00, '2026-01-10')
  await income('41101', 12_500_000_00, '2026-01-31')
  const back = [
    { account: '43103', debit: 2_000_000_00 },
    { account: '11101', credit: 2_000_000_00 },
  ]
  await book.api.journal.post({ requestId: requestId(), date: '2026-01-15', description: 'Retur', lines: back })
  await income('48101', 7_000_000_00, '2026-01-15')
  const sheet = await book.api.tax.sheet({ year: 2026 })
  expect(sheet.rows).toHaveLength(12)
  expect(sheet.rows[0]).toMatchObject({ month: '2026-01', turnover: 310_500_000_00, tax: 1_552_500_00, posted: null })
  expect(sheet.totals).toEqual({ turnover: 310_500_000_00, tax: 1_552_500_00, posted: 0 })
  expect(sheet).toMatchObject({ regime: 'final_0_5', startYear: 2024, lastYear: 2027, warnings: [] })
  const { entryId, date } = await post('2026-01')
  expect(date).toBe('2026-01-31')
  expect(await linesOf(book, entryId)).toEqual([
    ['59101', 1_552_500_00, 0],
    ['23101', 0, 1_552_500_00],
  ])
  await expect(post('2026-01')).rejects.toEqual(refusal('ALREADY_DONE', 'turnover_tax'))
  await income('42101', 1_000_000_00, '2026-01-20')
  expect((await book.api.tax.sheet({ year: 2026 })).warnings).toEqual(['posted_differs'])
  await book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-02-01', reason: 'Ada tambahan' })
  expect(await post('2026-01', '2026-02-02')).toMatchObject({ tax: 1_557_500_00, turnover: 311_500_000_00 })
})

test('twelve months above 4,8 billion are told, across the end of the year', async () => {
  await income('43101', 4_000_000_000_00, '2025-06-10')
  await income('43101', 800_000_000_00, '2026-05-10')
  await income('43101', 1_00, '2026-05-11')
  const { rows, limit, warnings } = await book.api.tax.sheet({ year: 2026 })
  expect(limit).toBe(4_800_000_000_00)
  expect(rows.filter(({ aboveLimit }) => aboveLimit).map(({ month }) => month)).toEqual(['2026-05'])
  expect(rows[5]?.twelveMonths).toBe(800_000_001_00)
  expect(warnings).toEqual(['regime_missing', 'above_limit'])
})

test('a year under another tax, or none, posts nothing', async () => {
  await income('43101', 10_000_000_00, '2026-01-10')
  await expect(post('2026-01')).rejects.toEqual(refusal('NOT_ALLOWED', 'no_final_tax'))
  for (const regime of ['article_31e', 'none'] as const) {
    expect(await decide(regime)).toMatchObject({ regime, startYear: null })
    await expect(post('2026-01')).rejects.toEqual(refusal('NOT_ALLOWED', 'no_final_tax'))
    expect((await book.api.tax.sheet({ year: 2026 })).totals.tax).toBe(0)
  }
  expect(await book.api.tax.regime({ year: 2025 })).toMatchObject({ regime: null })
})

test('months that are not over, days before their end, no turnover and a start after the year are refused', async () => {
  expect(await decide('final_0_5')).toMatchObject({ startYear: 2020, lastYear: 2023 })
  expect((await book.api.tax.sheet({ year: 2026 })).warnings).toEqual(['final_period_over'])
  await expect(post('2026-12')).rejects.toEqual(refusal('INVALID_INPUT', 'month_not_ended'))
  await expect(post('2026-01', '2026-01-30')).rejects.toEqual(refusal('INVALID_INPUT', 'date_before_tax_month_over'))
  await expect(post('2026-01')).rejects.toEqual(refusal('NOT_ALLOWED', 'no_turnover_tax'))
  await expect(decide('final_0_5', 2027)).rejects.toEqual(refusal('INVALID_INPUT', 'start_after_year'))
  await expect(decide('none', 2024)).rejects.toEqual(refusal('INVALID_INPUT', 'not_together'))
})

test.each([
  [310_500_000_00, 1_552_500_00],
  [199_99, 0],
  [200_00, 1_00],
  [-5_000_00, 0],
  [0, 0],
])('of %i sen %i are due', (turnover, due) => {
  expect(turnoverTax('final_0_5', sen(turnover))).toBe(due)
})
