import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Part, Row } from '../../shared/statements/statement.ts'
import { refusalOf, requestId } from '../support/book.ts'
import { type LoansBook, openLoansBook } from './loans-book.ts'
import { openShuBook, type ShuBook } from './shu-book.ts'

let book: ShuBook
let lending: LoansBook
beforeAll(async () => {
  book = await openShuBook()
  lending = await openLoansBook()
})
afterAll(async () => {
  for (const one of [book, lending]) {
    expect(one.bugs).toEqual([])
    await one.close()
  }
})

const rowsOf = (rows: readonly object[]) => rows as readonly Row[]
const health = (year: number) => book.api.reports.run({ report: 'healthScore', params: { year } })
const scoreOf = async (year: number) => (await health(year)).totals.score

test('the score of a year is reckoned from the book, each ratio with what it compares', async () => {
  const { rows } = await health(2025)
  const own = (code: string) => {
    const row = rowsOf(rows).find((one) => one.code === code)
    return [Number(row?.part) / 100, Number(row?.whole) / 100, row?.ratioPct, row?.score]
  }
  // 65.000.000 saved, 61.000.000 earned, 12.250.000 spent: 113.750.000 in all.
  expect(own('1a')).toEqual([65_000_000, 113_750_000, '57.14', '6.00'])
  expect(own('4b')).toEqual([12_250_000, 61_000_000, '20.08', '4.00'])
  expect(own('5b')).toEqual([0, 65_000_000, '0.00', '1.25'])
  expect(own('6a')).toEqual([48_750_000, 113_750_000, '42.86', '3.00'])
  expect(own('6b')).toEqual([21_937_500, 65_000_000, '33.75', '3.00'])
  expect(own('7a')).toEqual([61_000_000, 61_000_000, '100.00', '7.00'])
  // Nobody owes and nothing was lent, so there is nothing to compare with.
  expect(own('2a')).toEqual([0, 0, '-', '-'])
})

test('the total is of what could be scored, and the questionnaire takes what the book knows', async () => {
  // 46,25 of the ratios; reserve, fixed assets and loss loans are answered by the book: 2 × 0,6 + 0,3.
  expect(await scoreOf(2025)).toBe(4775)
  const { particulars, notes } = await health(2025)
  expect(particulars.slice(0, 2).map(({ text }) => text)).toEqual(['47,75', 'DALAM PENGAWASAN KHUSUS'])
  expect(notes).toContain('35 pertanyaan belum dijawab dan dihitung tidak.')
})

test('answers of a year are kept with their proof, win over the book, and can be forgotten', async () => {
  const { closing } = book.api
  const before = await scoreOf(2025)
  const given = [
    { question: 'vision', answer: true, proof: 'Buku RAT 2025 halaman 3' },
    { question: 'reserve_quarter', answer: false },
  ] as const
  await closing.setHealthAnswers({ requestId: requestId(), year: 2025, answers: [...given] })
  expect(await scoreOf(2025)).toBe((before ?? 0) + 25 - 60)
  const { rows, counts } = await closing.healthAnswers({ year: 2025 })
  expect(rows).toHaveLength(38)
  expect(rows[0]).toEqual({
    ...{ question: 'vision', part: 'general', answer: true, proof: 'Buku RAT 2025 halaman 3', proposed: null },
  })
  expect(counts).toMatchObject({ general: 1, capital: 1, assets: 1 })
  // Another year is another form.
  expect((await closing.healthAnswers({ year: 2026 })).rows[0]).toMatchObject({ answer: null })
  const forget = given.map(({ question }) => ({ question, answer: null }))
  await closing.setHealthAnswers({ requestId: requestId(), year: 2025, answers: forget })
  expect(await scoreOf(2025)).toBe(before)
  const twice = [
    { question: 'vision', answer: true },
    { question: 'vision', answer: false },
  ] as const
  const refused = await refusalOf(closing.setHealthAnswers({ requestId: requestId(), year: 2025, answers: [...twice] }))
  expect(refused).toMatchObject({
    code: 'INVALID_INPUT',
    data: { reason: 'given_twice' },
  })
})

test('a year is shown beside those before it, and one without entries is refused', async () => {
  const { after } = await health(2026)
  const history = (after as Part[]).find((part) => part.kind === 'table' && part.title === 'Tahun-tahun sebelumnya')
  expect(history?.kind === 'table' && history.rows.map(({ year, score }) => [year, score])).toEqual([['2025', '47.75']])
  const refused = await refusalOf(health(1999))
  expect(refused).toMatchObject({ code: 'INVALID_INPUT', data: { reason: 'no_entries_in_year' } })
})

test('loans are counted as the list of loans and the balance sheet show them', async () => {
  const { rows, after } = await lending.api.reports.run({ report: 'healthScore', params: { year: 2026 } })
  const line = rowsOf(rows).find(({ code }) => code === '2d')
  const asOf = '2026-12-31'
  const sheet = await lending.api.reports.run({ report: 'balanceSheet', params: { asOf } })
  const of = (code: string) => Number(sheet.rows.find((row) => row.line === code)?.current)
  expect(line?.whole).toBe(of('A03') + of('A04'))
  expect(rowsOf(rows).find(({ code }) => code === '1a')?.whole).toBe(sheet.totals.assets)
  const classes = await lending.api.loans.classify({ asOf })
  const loss = classes.rows.filter((row) => row.class === 'loss').reduce((sum, { outstanding }) => sum + outstanding, 0)
  const figures = (after as Part[]).find((part) => part.kind === 'table' && part.title === 'Angka yang dipakai')
  const named = figures?.kind === 'table' ? figures.rows.find(({ figure }) => figure === 'Pinjaman macet') : undefined
  expect(named?.amount).toBe(loss)
  expect(loss).toBeGreaterThan(0)
})
