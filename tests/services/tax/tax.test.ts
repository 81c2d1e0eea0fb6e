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
  expect(sheet.totals).toEqual({ turnover: 310_500_000_00, tax: 1_552_500_00, posted: 0, withheld: 0 })
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
  expect(await post('2026-01', '2026-02-02')).toMatchObject({
    ...{ tax: 1_557_500_00, posted: 1_557_500_00, turnover: 311_500_000_00 },
  })
})

const backIn = (date: string, amount: number) =>
  book.api.journal.post({
    ...{ requestId: requestId(), date, description: 'Retur' },
    lines: [
      { account: '43101', debit: amount },
      { account: '11101', credit: amount },
    ],
  })

const january = async () => (await book.api.tax.sheet({ year: 2026 })).rows[0]
const reverse = (entryId: string) =>
  book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-03-01', reason: 'Salah' })

test('a sale entered late posts the difference alone, and goods that come back take it off again', async () => {
  await decide('final_0_5', 2024)
  await income('43101', 10_000_000_00, '2026-01-10')
  const first = await post('2026-01')
  await income('43101', 2_000_000_00, '2026-01-31')
  expect(await january()).toMatchObject({ tax: 60_000_00, posted: { amount: 50_000_00 }, missing: 10_000_00 })
  const second = await post('2026-01')
  expect(second).toMatchObject({ tax: 60_000_00, posted: 10_000_00, turnover: 12_000_000_00 })
  expect(await linesOf(book, second.entryId)).toEqual([
    ['59101', 10_000_00, 0],
    ['23101', 0, 10_000_00],
  ])
  expect(await january()).toMatchObject({
    ...{ missing: 0, posted: { amount: 60_000_00, entryId: second.entryId, voucher: second.voucher } },
  })
  await expect(post('2026-01')).rejects.toEqual(refusal('ALREADY_DONE', 'turnover_tax'))
  const back = [
    { account: '43101', debit: 5_000_000_00 },
    { account: '11101', credit: 5_000_000_00 },
  ]
  await book.api.journal.post({ requestId: requestId(), date: '2026-01-31', description: 'Retur', lines: back })
  const third = await post('2026-01', '2026-02-05')
  expect(await linesOf(book, third.entryId)).toEqual([
    ['23101', 25_000_00, 0],
    ['59101', 0, 25_000_00],
  ])
  const sheet = await book.api.tax.sheet({ year: 2026 })
  expect(sheet).toMatchObject({ owed: 35_000_00, warnings: [], totals: { tax: 35_000_00, posted: 35_000_00 } })
  await expect(reverse(first.entryId)).rejects.toEqual(refusal('NOT_ALLOWED', 'reverse_first'))
  for (const { entryId } of [third, second, first]) await reverse(entryId)
  expect(await january()).toMatchObject({ posted: null, missing: 35_000_00 })
  expect((await book.api.tax.sheet({ year: 2026 })).owed).toBe(0)
})

test('in a month that is locked nothing is entered late, and its tax is posted on a later day', async () => {
  await decide('final_0_5', 2024)
  await income('43101', 10_000_000_00, '2026-01-10')
  await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-01' })
  await expect(post('2026-01')).rejects.toEqual(expect.objectContaining({ code: 'PERIOD_CLOSED' }))
  await expect(income('43101', 1_000_000_00, '2026-01-31')).rejects.toMatchObject({ code: 'PERIOD_CLOSED' })
  expect(await post('2026-01', '2026-02-01')).toMatchObject({ posted: 50_000_00, date: '2026-02-01' })
  await expect(post('2026-01', '2026-02-02')).rejects.toEqual(refusal('ALREADY_DONE', 'turnover_tax'))
})

test('the book itself takes the tax of one turnover once', async () => {
  await decide('final_0_5', 2024)
  await income('43101', 10_000_000_00, '2026-01-10')
  await post('2026-01')
  const { database } = book.desk.app().file
  const again = () => database.prepare("INSERT INTO turnover_tax VALUES ('other', '2026-01', 1000000000)").run()
  expect(again).toThrow('this month has the tax of this turnover')
})

test('what is owed of final tax falls when it is paid, and what was withheld is told beside it', async () => {
  await decide('final_0_5', 2024)
  await income('43101', 10_000_000_00, '2026-01-10')
  await post('2026-01')
  expect(await book.api.tax.sheet({ year: 2026 })).toMatchObject({ owed: 50_000_00, prepaid: 0 })
  const paid = { requestId: requestId(), date: '2026-02-10', cashAccount: '11101', description: 'Setoran PPh' }
  await book.api.cash.spend({ ...paid, lines: [{ account: '23101', amount: 20_000_00 }] })
  await book.api.cash.spend({ ...paid, requestId: requestId(), lines: [{ account: '16104', amount: 5_000_00 }] })
  expect(await book.api.tax.sheet({ year: 2026 })).toMatchObject({ owed: 30_000_00, prepaid: 5_000_00 })
})

/** A marketplace withholds tax of what was sold there. */
const withhold = (amount: number, date: string) =>
  book.api.cash.spend({
    ...{ requestId: requestId(), date, cashAccount: '11101', description: 'PPh dipotong lokapasar' },
    lines: [{ account: '16104', amount }],
  })
const prepaid = async () => (await book.api.tax.sheet({ year: 2026 })).prepaid

test('what a marketplace withheld is taken off the tax of its month, the rest of the tax is owed, and undoing it restores both', async () => {
  await decide('final_0_5', 2024)
  await income('43101', 10_000_000_00, '2026-01-10')
  await withhold(20_000_00, '2026-01-12')
  await withhold(7_000_00, '2026-02-03')
  expect(await january()).toMatchObject({ missing: 50_000_00, withheld: 20_000_00 })
  const { entryId, ...posted } = await post('2026-01')
  expect(posted).toMatchObject({ tax: 50_000_00, posted: 50_000_00, withheld: 20_000_00 })
  expect(await linesOf(book, entryId)).toEqual([
    ['59101', 50_000_00, 0],
    ['16104', 0, 20_000_00],
    ['23101', 0, 30_000_00],
  ])
  expect(await book.api.tax.sheet({ year: 2026 })).toMatchObject({ owed: 30_000_00, prepaid: 7_000_00 })
  await reverse(entryId)
  expect(await book.api.tax.sheet({ year: 2026 })).toMatchObject({ owed: 0, prepaid: 27_000_00 })
  expect(await january()).toMatchObject({ missing: 50_000_00, withheld: 20_000_00 })
})

test('never more than the tax of the month is taken off; the rest is used in the next', async () => {
  await decide('final_0_5', 2024)
  await income('43101', 1_000_000_00, '2026-01-10')
  await income('43101', 2_000_000_00, '2026-02-10')
  await withhold(8_000_00, '2026-01-12')
  const first = await post('2026-01')
  expect(await linesOf(book, first.entryId)).toEqual([
    ['59101', 5_000_00, 0],
    ['16104', 0, 5_000_00],
  ])
  expect(await prepaid()).toBe(3_000_00)
  expect(await post('2026-02')).toMatchObject({ posted: 10_000_00, withheld: 3_000_00 })
  expect(await book.api.tax.sheet({ year: 2026 })).toMatchObject({ owed: 7_000_00, prepaid: 0 })
})

test('goods that come back give back what was taken off above the tax that is left', async () => {
  await decide('final_0_5', 2024)
  await income('43101', 2_000_000_00, '2026-01-10')
  await withhold(8_000_00, '2026-01-12')
  await post('2026-01')
  const back = [
    { account: '43101', debit: 1_000_000_00 },
    { account: '11101', credit: 1_000_000_00 },
  ]
  await book.api.journal.post({ requestId: requestId(), date: '2026-01-31', description: 'Retur', lines: back })
  expect(await post('2026-01', '2026-02-05')).toMatchObject({ posted: -5_000_00, withheld: -3_000_00 })
  expect(await book.api.tax.sheet({ year: 2026 })).toMatchObject({ owed: 0, prepaid: 3_000_00 })
})

/** What stands on 16104 at the end of a day. */
const prepaidOn = async (date: string) => {
  const { rows } = await book.api.ledger.trialBalance({ asOf: date })
  const own = rows.find(({ code }) => code === '16104')
  return (own?.debit ?? 0) - (own?.credit ?? 0)
}

test('a month posted again after its tax was taken back on a later day takes off what was withheld from that day on, never before', async () => {
  await decide('final_0_5', 2024)
  await income('43101', 10_000_000_00, '2026-01-10')
  await withhold(20_000_00, '2026-01-12')
  await reverse((await post('2026-01')).entryId)
  expect(await january()).toMatchObject({ withheld: 20_000_00, since: '2026-03-01' })
  await expect(post('2026-01', '2026-02-28')).rejects.toMatchObject({
    ...{ code: 'INVALID_INPUT', data: { reason: 'date_before_withheld_is_back', date: '2026-03-01' } },
  })
  expect(await post('2026-01')).toMatchObject({ date: '2026-03-01', withheld: 20_000_00 })
  expect([await prepaidOn('2026-01-30'), await prepaidOn('2026-01-31'), await prepaidOn('2026-03-01')]).toEqual([
    20_000_00, 0, 0,
  ])
})

test('where a later month was posted first and took off what was withheld, the month before it takes off what is left', async () => {
  await decide('final_0_5', 2024)
  await income('43101', 10_000_000_00, '2026-01-10')
  await income('43101', 3_000_000_00, '2026-02-10')
  await withhold(20_000_00, '2026-01-12')
  expect(await post('2026-02')).toMatchObject({ posted: 15_000_00, withheld: 15_000_00 })
  expect(await post('2026-01')).toMatchObject({ date: '2026-01-31', posted: 50_000_00, withheld: 5_000_00 })
  expect(await prepaid()).toBe(0)
})

test('what a difference gave back and a later month used is not taken back before that month', async () => {
  await decide('final_0_5', 2024)
  await income('43101', 2_000_000_00, '2026-01-10')
  await income('43101', 2_000_000_00, '2026-02-10')
  await withhold(8_000_00, '2026-01-12')
  await post('2026-01')
  await backIn('2026-01-31', 1_000_000_00)
  const difference = await post('2026-01')
  const february = await post('2026-02')
  expect(february).toMatchObject({ withheld: 3_000_00 })
  await expect(reverse(difference.entryId)).rejects.toMatchObject({
    data: { reason: 'reverse_first', voucher: february.voucher },
  })
  await reverse(february.entryId)
  await reverse(difference.entryId)
  expect(await prepaid()).toBe(0)
})

test('what a marketplace takes back after it was taken off is owed with the tax of the next month', async () => {
  await decide('final_0_5', 2024)
  await income('43101', 10_000_000_00, '2026-01-10')
  await income('43101', 4_000_000_00, '2026-02-10')
  await withhold(20_000_00, '2026-01-12')
  await post('2026-01')
  await income('16104', 6_000_00, '2026-02-15')
  const { entryId, withheld } = await post('2026-02')
  expect(withheld).toBe(-6_000_00)
  expect(await linesOf(book, entryId)).toEqual([
    ['59101', 20_000_00, 0],
    ['16104', 6_000_00, 0],
    ['23101', 0, 26_000_00],
  ])
  expect(await prepaid()).toBe(0)
})

test('what was withheld in a year under another tax stays for the tax of that year', async () => {
  await book.api.tax.setRegime({ requestId: requestId(), year: 2025, regime: 'article_31e' })
  await decide('final_0_5', 2024)
  await income('43101', 1_000_000_00, '2025-12-10')
  await withhold(9_000_00, '2025-12-20')
  await income('43101', 10_000_000_00, '2026-01-10')
  expect(await post('2026-01')).toMatchObject({ posted: 50_000_00, withheld: 0 })
  expect(await prepaid()).toBe(9_000_00)
})

test('the sheet that is printed tells month by month what others withheld and what is left to pay', async () => {
  await decide('final_0_5', 2024)
  const sheet = () => book.api.reports.run({ report: 'taxSheet', params: { year: 2026 } })
  expect((await sheet()).columns.map(({ key }) => key)).not.toContain('withheld')
  await income('43101', 10_000_000_00, '2026-01-10')
  await withhold(20_000_00, '2026-01-12')
  await post('2026-01')
  const { rows, notes, columns } = await sheet()
  expect(columns.map(({ key }) => key)).toContain('left')
  expect(rows[0]).toMatchObject({ posted: 50_000_00, withheld: 20_000_00, left: 30_000_00 })
  expect(rows[1]).toMatchObject({ posted: null, withheld: null, left: null })
  expect(rows.at(-1)).toMatchObject({ posted: 50_000_00, withheld: 20_000_00, left: 30_000_00 })
  expect(notes.join(' ')).toContain('Yang sudah dipotong pihak lain')
})

test('the sheet of a year tells the tax paid in advance as it stood at the end of that year, under 31E as well', async () => {
  await decide('article_31e')
  await income('43101', 10_000_000_00, '2026-01-10')
  const paid = { date: '2026-02-10', cashAccount: '11101', description: 'PPh dipotong' }
  await book.api.cash.spend({ ...paid, requestId: requestId(), lines: [{ account: '16104', amount: 5_000_00 }] })
  expect(await book.api.tax.sheet({ year: 2026 })).toMatchObject({ regime: 'article_31e', prepaid: 5_000_00 })
  expect(await book.api.tax.sheet({ year: 2025 })).toMatchObject({ prepaid: 0 })
})

test('article 31E: of 52.300.000 taxable income 11 %, 5.753.000, with every step', async () => {
  await decide('article_31e')
  await income('43101', 60_000_000_00, '2026-01-10')
  await income('48101', 1_000_000_00, '2026-01-11')
  await income('48201', 3_000_000_00, '2026-01-12')
  const spend = (account: string, amount: number) =>
    book.api.cash.spend({
      ...{ requestId: requestId(), date: '2026-01-20', cashAccount: '11101', description: 'Keluar' },
      lines: [{ account, amount }],
    })
  await spend('52202', 7_700_000_00)
  await spend('59103', 200_000_00)
  expect((await book.api.tax.sheet({ year: 2026 })).article31e).toEqual({
    ...{ isOver: false, surplus: 56_300_000_00, bankInterest: 1_000_000_00, grants: 3_000_000_00, isSaid: false },
    ...{ taxableIncome: 52_300_000_00, halfRated: 52_300_000_00, fullRated: 0, tax: 5_753_000_00, recorded: 0 },
  })
  const tax = [
    { account: '59102', debit: 5_753_000_00 },
    { account: '23105', credit: 5_753_000_00 },
  ]
  await book.api.journal.post({ requestId: requestId(), date: '2026-01-31', description: 'PPh badan', lines: tax })
  const { article31e } = await book.api.tax.sheet({ year: 2026, taxableIncome: 40_000_000_99 })
  expect(article31e).toMatchObject({ isSaid: true, tax: 4_400_000_00, recorded: 5_753_000_00 })
  expect((await book.api.tax.sheet({ year: 2026 })).article31e).toMatchObject({ surplus: 56_300_000_00 })
  await decide('final_0_5', 2024)
  expect((await book.api.tax.sheet({ year: 2026 })).article31e).toBeNull()
})

test('final tax that was posted in a year that became one of another tax is told', async () => {
  await decide('final_0_5', 2024)
  await income('43101', 10_000_000_00, '2026-01-10')
  const { entryId } = await post('2026-01')
  await decide('none')
  expect((await book.api.tax.sheet({ year: 2026 })).warnings).toEqual(['posted_wrongly'])
  await reverse(entryId)
  expect((await book.api.tax.sheet({ year: 2026 })).warnings).toEqual([])
})

test('a month in which more came back than was sold is taken off the months after it, within the year', async () => {
  await decide('final_0_5', 2024)
  await income('43101', 20_000_000_00, '2025-12-10')
  await income('43101', 10_000_000_00, '2026-01-10')
  await post('2026-01')
  await backIn('2026-02-05', 8_000_000_00)
  await income('43101', 5_000_000_00, '2026-03-10')
  await income('43101', 9_000_000_00, '2026-04-10')
  expect((await book.api.tax.sheet({ year: 2026 })).rows.slice(0, 5)).toMatchObject([
    { carried: 0, taxed: 10_000_000_00, tax: 50_000_00, missing: 0 },
    { carried: 0, taxed: -8_000_000_00, tax: 0 },
    { carried: -8_000_000_00, taxed: -3_000_000_00, tax: 0, missing: 0 },
    { carried: -3_000_000_00, taxed: 6_000_000_00, tax: 30_000_00, missing: 30_000_00 },
    { carried: 0, taxed: 0, tax: 0 },
  ])
  await expect(post('2026-02')).rejects.toEqual(refusal('NOT_ALLOWED', 'no_turnover_tax'))
  await expect(post('2026-03')).rejects.toMatchObject({
    data: { reason: 'turnover_made_up_for', amount: 8_000_000_00 },
  })
  expect(await post('2026-04')).toMatchObject({ posted: 30_000_00, turnover: 6_000_000_00, warnings: [] })
  // More comes back of February: April is taxed too high now, and its difference goes off.
  await backIn('2026-02-06', 1_000_000_00)
  const sheet = await book.api.tax.sheet({ year: 2026 })
  expect(sheet.rows[3]).toMatchObject({ taxed: 5_000_000_00, missing: -5_000_00 })
  expect(sheet.warnings).toEqual(['posted_differs'])
  expect(await post('2026-04')).toMatchObject({ posted: -5_000_00, tax: 25_000_00 })
  const { rows, notes } = await book.api.reports.run({ report: 'taxSheet', params: { year: 2026 } })
  expect(rows[3]).toMatchObject({ carried: -4_000_000_00, tax: 25_000_00 })
  expect(notes.join(' ')).toContain('mengurangi omzet yang kena pajak')
})

test('what December leaves below nothing ends with its year', async () => {
  await decide('final_0_5', 2024)
  await book.api.tax.setRegime({ requestId: requestId(), year: 2025, regime: 'final_0_5', startYear: 2024 })
  await income('43101', 20_000_000_00, '2025-11-10')
  await backIn('2025-12-10', 1_000_000_00)
  await income('43101', 10_000_000_00, '2026-01-10')
  expect(await january()).toMatchObject({ carried: 0, tax: 50_000_00 })
})

test('posting final tax after its years are over goes, and warns', async () => {
  await decide('final_0_5', 2022)
  await income('43101', 10_000_000_00, '2026-01-10')
  expect(await post('2026-01')).toMatchObject({ posted: 50_000_00, warnings: ['final_period_over'] })
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
