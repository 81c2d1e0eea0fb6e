import { afterEach, beforeEach, expect, test } from 'vitest'
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
const receive = (account: string, amount: number, date: string) =>
  book.api.cash.receive({
    ...{ requestId: requestId(), date, cashAccount: '11101', description: 'Masuk' },
    lines: [{ account, amount }],
  })
const spend = (account: string, amount: number, date: string) =>
  book.api.cash.spend({
    ...{ requestId: requestId(), date, cashAccount: '11101', description: 'Keluar' },
    lines: [{ account, amount }],
  })
const closeYear = (year: number) => book.api.closing.closeYear({ requestId: requestId(), year })
const reopen = (year: number, approvedBy = 'Sri Wahyuni') =>
  book.api.closing.reopenYear({ requestId: requestId(), year, reason: 'Bukti tertinggal', approvedBy })
const surplusOf = async (from: string, to: string) =>
  (await book.api.reports.run({ report: 'surplus', params: { from, to } })).totals
const balanceSheet = (asOf: string) => book.api.reports.run({ report: 'balanceSheet', params: { asOf } })
const lineOf = async (line: string, asOf: string) =>
  (await balanceSheet(asOf)).rows.find((row) => row.line === line)?.current

async function earn(year: number, income: number, costs: number) {
  await receive('41101', income, `${year}-05-10`)
  await spend('52201', costs, `${year}-11-10`)
}

test('income and costs of a year become its surplus, which waits in the new year for the meeting', async () => {
  await earn(2025, 5_000_000_00, 1_800_000_00)
  const before = await surplusOf('2025-01-01', '2025-12-31')
  const { entries, result } = await closeYear(2025)
  expect(result).toBe(3_200_000_00)
  expect(entries.map(({ date, voucher }) => [date, voucher])).toEqual([
    ['2025-12-31', 'PT-2025-0001'],
    ['2026-01-01', 'PT-2026-0001'],
  ])
  expect(await linesOf(book, entries[0]?.entryId ?? '')).toEqual([
    ['41101', 5_000_000_00, 0],
    ['52201', 0, 1_800_000_00],
    ['35102', 0, 3_200_000_00],
  ])
  expect(await linesOf(book, entries[1]?.entryId ?? '')).toEqual([
    ['35102', 3_200_000_00, 0],
    ['35101', 0, 3_200_000_00],
  ])
  expect(await surplusOf('2025-01-01', '2025-12-31')).toEqual(before)
  expect([await lineOf('E09', '2025-12-31'), await lineOf('E08', '2025-12-31')]).toEqual([3_200_000_00, 0])
  expect([await lineOf('E09', '2026-01-01'), await lineOf('E08', '2026-01-01')]).toEqual([0, 3_200_000_00])
})

test('a loss stays with its year until its last day, then it is the deficit', async () => {
  await receive('33201', 9_000_000_00, '2025-01-02')
  await earn(2025, 1_000_000_00, 1_700_000_00)
  const { entries } = await closeYear(2025)
  expect(await linesOf(book, entries[1]?.entryId ?? '')).toEqual([
    ['35102', 0, 700_000_00],
    ['35104', 700_000_00, 0],
  ])
  expect(await lineOf('E09', '2025-12-31')).toBe(-700_000_00)
  expect(await lineOf('E08', '2026-01-01')).toBe(-700_000_00)
})

test('the changes in equity and the flow of cash read the same before the closing and after it', async () => {
  await earn(2025, 5_000_000_00, 1_800_000_00)
  await earn(2026, 2_000_000_00, 900_000_00)
  const read = async () => [
    await book.api.reports.run({ report: 'equityChanges', params: { from: '2025-01-01', to: '2025-12-31' } }),
    await book.api.reports.run({ report: 'equityChanges', params: { from: '2026-01-01', to: '2026-11-20' } }),
    await book.api.reports.run({ report: 'cashFlow', params: { from: '2025-01-01', to: '2025-12-31' } }),
  ]
  const before = await read()
  await closeYear(2025)
  expect((await read()).map(({ rows, totals }) => ({ rows, totals }))).toEqual(
    before.map(({ rows, totals }) => ({ rows, totals })),
  )
})

test('into a closed year nothing is dated, and it is closed once', async () => {
  await earn(2025, 5_000_000_00, 1_800_000_00)
  const { entries } = await closeYear(2025)
  await expect(receive('41101', 1_00, '2025-12-31')).rejects.toMatchObject({
    code: 'PERIOD_CLOSED',
    data: { period: '2025' },
  })
  await expect(closeYear(2025)).rejects.toEqual(refusal('ALREADY_DONE', 'year_closed'))
  for (const { entryId } of entries) {
    const reversing = book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-02-01', reason: 'Salah' })
    await expect(reversing).rejects.toEqual(refusal('NOT_ALLOWED', 'entry_is_closing'))
  }
  await book.api.periods.lockMonth({ requestId: requestId(), month: '2025-06' })
  await expect(
    book.api.periods.unlockMonth({ requestId: requestId(), month: '2025-06', reason: 'Perlu' }),
  ).rejects.toMatchObject({ code: 'PERIOD_CLOSED' })
})

test('a year is closed over its locked months, and over a January that is locked already', async () => {
  await earn(2025, 5_000_000_00, 1_800_000_00)
  for (const month of ['2025-12', '2026-01']) await book.api.periods.lockMonth({ requestId: requestId(), month })
  expect((await closeYear(2025)).entries).toHaveLength(2)
  expect((await reopen(2025)).entries).toHaveLength(2)
  expect((await book.api.periods.list({ year: 2025 })).rows[0]).toMatchObject({ month: '2025-12', state: 'locked' })
})

test('years are closed in their order, when they are over', async () => {
  await earn(2024, 1_000_000_00, 100_000_00)
  await earn(2025, 1_000_000_00, 100_000_00)
  await expect(closeYear(2026)).rejects.toEqual(refusal('INVALID_INPUT', 'year_not_over'))
  await expect(closeYear(2025)).rejects.toEqual(refusal('NOT_ALLOWED', 'close_first'))
  await expect(closeYear(2020)).rejects.toEqual(refusal('INVALID_INPUT', 'year_without_entries'))
  await closeYear(2024)
  await closeYear(2025)
  const { rows } = await book.api.closing.years()
  expect(rows.map(({ year, state, result }) => [year, state, result])).toEqual([
    [2026, 'open', 0],
    [2025, 'closed', 900_000_00],
    [2024, 'closed', 900_000_00],
  ])
})

test('a year opens again with a second person and a reason, and is closed over what was missing', async () => {
  await book.api.officers.set({ requestId: requestId(), officers: [{ role: 'treasurer', name: 'Dewi Lestari' }] })
  await earn(2024, 1_000_000_00, 100_000_00)
  await earn(2025, 1_000_000_00, 100_000_00)
  await expect(reopen(2024)).rejects.toEqual(refusal('NOT_ALLOWED', 'year_open'))
  await closeYear(2024)
  await closeYear(2025)
  await expect(reopen(2024)).rejects.toEqual(refusal('NOT_ALLOWED', 'reopen_first'))
  await expect(reopen(2025, 'dewi  LESTARI')).rejects.toEqual(refusal('INVALID_INPUT', 'approver_is_treasurer'))
  const { entries } = await reopen(2025)
  const taken = await book.api.journal.get({ entryId: entries[0]?.entryId ?? '' })
  expect(taken).toMatchObject({ date: '2026-01-01', reason: 'Bukti tertinggal', approvedBy: 'Sri Wahyuni' })
  expect(await lineOf('E08', '2026-01-01')).toBe(1_800_000_00)
  await receive('41101', 50_000_00, '2025-12-31')
  expect((await closeYear(2025)).result).toBe(950_000_00)
  expect(await lineOf('E08', '2026-01-02')).toBe(1_850_000_00)
  const { rows } = await book.api.closing.years()
  expect(rows.find(({ year }) => year === 2025)?.entries).toHaveLength(4)
})

test('each business closes its own result, and a loss of one lies beside the surplus of the other', async () => {
  const lines = [
    { account: '11101', debit: 700_00, unit: 'usp' as const },
    { account: '41101', credit: 700_00, unit: 'usp' as const },
    { account: '11101', debit: 900_00, unit: 'shop' as const },
    { account: '33201', credit: 900_00, unit: 'shop' as const },
    { account: '52201', debit: 300_00, unit: 'shop' as const },
    { account: '11101', credit: 300_00, unit: 'shop' as const },
  ]
  await book.api.journal.post({ requestId: requestId(), date: '2025-03-01', description: 'Dua usaha', lines })
  const { entries, result } = await closeYear(2025)
  expect(result).toBe(400_00)
  const carried = await book.api.journal.get({ entryId: entries[1]?.entryId ?? '' })
  expect(carried.lines.map(({ account, debit, credit, unit }) => [account, unit, debit, credit])).toEqual([
    ['35102', 'usp', 700_00, 0],
    ['35101', 'usp', 0, 700_00],
    ['35102', 'shop', 0, 300_00],
    ['35101', 'shop', 300_00, 0],
  ])
})

test('a year in which nothing was earned or spent is closed without an entry', async () => {
  await receive('33201', 900_00, '2025-03-01')
  expect(await closeYear(2025)).toMatchObject({ result: 0, entries: [] })
  await expect(receive('33201', 900_00, '2025-03-01')).rejects.toMatchObject({ code: 'PERIOD_CLOSED' })
})

test('a year that is closed with steps undone says how many', async () => {
  await earn(2025, 1_000_000_00, 400_000_00)
  const { steps } = await book.api.closing.checklist({ year: 2025 })
  const before = steps.slice(
    0,
    steps.findIndex(({ key }) => key === 'close'),
  )
  const open = before.filter(({ state }) => state === 'open').map(({ key }) => key)
  expect(open).toEqual(['december', 'months', 'income_tax', 'year_adjustments'])
  expect(await closeYear(2025)).toMatchObject({ stepsOpen: 4, warnings: ['steps_open'] })
})

test('a year whose steps are all done is closed without a warning', async () => {
  await book.api.journal.post({
    ...{ requestId: requestId(), date: '2025-05-10', description: 'Pindah pos biaya' },
    lines: [
      { account: '52201', debit: 1_000_00 },
      { account: '52202', credit: 1_000_00 },
    ],
  })
  for (let month = 5; month <= 12; month += 1) {
    const name = `2025-${String(month).padStart(2, '0')}`
    await book.api.closing.confirmAdjustments({ requestId: requestId(), month: name, note: 'Tidak ada' })
    await book.api.periods.lockMonth({ requestId: requestId(), month: name })
  }
  await book.api.closing.confirmAdjustments({ requestId: requestId(), year: 2025, note: 'Tidak ada' })
  expect(await closeYear(2025)).toMatchObject({ stepsOpen: 0, warnings: [] })
})
