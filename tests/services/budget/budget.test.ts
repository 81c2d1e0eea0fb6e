import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { budgetLines } from '../../../shared/statements/budget-lines.ts'
import { openTestBook, requestId, type TestBook } from '../../support/book.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

const rupiah = (amount: number) => amount * 100
type Lines = Parameters<TestBook['api']['journal']['post']>[0]['lines']
const post = (date: string, lines: Lines, unit?: 'general' | 'usp' | 'shop') =>
  book.api.journal.post({ requestId: requestId(), date, description: 'Catatan', lines, ...(unit && { unit }) })
const earned = (date: string, amount: number, unit?: 'usp' | 'shop') =>
  post(
    date,
    [
      { account: '11101', debit: rupiah(amount) },
      { account: '41101', credit: rupiah(amount) },
    ],
    unit,
  )
const spent = (date: string, amount: number) =>
  post(date, [
    { account: '52101', debit: rupiah(amount) },
    { account: '11101', credit: rupiah(amount) },
  ])
const rowOf = <Row extends { line: string }>(rows: readonly Row[], line: string): Row => {
  const found = rows.find((row) => row.line === line)
  if (!found) throw new Error(`no line ${line}`)
  return found
}

test('a plan of a year is spread over its months, and what is left over goes to the first ones', async () => {
  const plan = await book.api.budget.set({
    requestId: requestId(),
    year: 2026,
    rows: [{ line: 'H01', amount: rupiah(100), note: 'Bunga 1,5%' }],
  })
  const row = rowOf(plan.rows, 'H01')
  expect(row.months).toEqual([900, 900, 900, 900, ...Array.from({ length: 8 }, () => 800)])
  expect(row).toMatchObject({ amount: rupiah(100), note: 'Bunga 1,5%', section: 'income', way: 'in' })
  expect(plan.totals).toEqual({ income: rupiah(100), expense: 0, surplus: rupiah(100), investing: 0, financing: 0 })
  expect(plan.rows).toHaveLength(budgetLines.length)
})

test('plan and actual stand beside each other up to a month, with what is missing in percent', async () => {
  await book.api.budget.set({
    requestId: requestId(),
    year: 2026,
    rows: [
      { line: 'H01', amount: rupiah(12_000_000) },
      { line: 'H20', amount: rupiah(6_000_000) },
      { line: 'INV_FIXED_ASSETS.out', amount: rupiah(1_200_000) },
      { line: 'FIN_MANDATORY', amount: rupiah(2_400_000) },
    ],
  })
  await earned('2026-01-31', 900_000)
  await earned('2026-03-31', 1_650_000)
  await earned('2026-04-01', 5_000_000)
  await spent('2026-03-31', 1_400_000)
  await book.api.assets.acquire({
    ...{ requestId: requestId(), date: '2026-03-31', name: 'Lemari', account: '18103', cost: rupiah(400_000) },
    ...{ residual: 0, months: 12, method: 'straight_line', cashAccount: '11101' },
  })
  const { rows, totals } = await book.api.budget.compare({ year: 2026, through: '2026-03' })
  expect(rowOf(rows, 'H01')).toMatchObject({
    ...{ planned: rupiah(3_000_000), actual: rupiah(2_550_000), difference: rupiah(-450_000), pct: '85' },
    ...{ plannedYear: rupiah(12_000_000), needsReason: true },
  })
  expect(rowOf(rows, 'H20')).toMatchObject({ planned: rupiah(1_500_000), actual: rupiah(1_400_000), pct: '93.33' })
  expect(rowOf(rows, 'H20').needsReason).toBe(false)
  expect(rowOf(rows, 'INV_FIXED_ASSETS.out')).toMatchObject({ planned: rupiah(300_000), actual: rupiah(400_000) })
  expect(totals.actual).toMatchObject({ surplus: rupiah(1_150_000), investing: rupiah(-400_000) })
  expect(totals.difference).toMatchObject({ surplus: rupiah(-350_000) })
  expect(totals.planned).toMatchObject({ surplus: rupiah(1_500_000), financing: rupiah(600_000) })
})

test('what a statement says is what the plan is compared with, in every unit and for all together', async () => {
  await earned('2026-05-05', 700_000, 'usp')
  await earned('2026-06-05', 300_000, 'shop')
  const actual = async (unit?: 'usp' | 'shop') => {
    const { rows, totals } = await book.api.budget.compare({ year: 2026, ...(unit && { unit }) })
    const params = { from: '2026-01-01', to: '2026-10-31', ...(unit && { unit }) }
    const statement = await book.api.reports.run({ report: 'surplus', params })
    expect(totals.actual.surplus).toBe(statement.totals.surplus)
    return rowOf(rows, 'H01').actual
  }
  expect([await actual('usp'), await actual('shop'), await actual()]).toEqual([700_000, 300_000, 1_000_000].map(rupiah))
})

test('plans of units add up to the plan of the cooperative', async () => {
  const set = (unit: 'general' | 'usp', amount: number) =>
    book.api.budget.set({ requestId: requestId(), year: 2026, unit, rows: [{ line: 'H20', amount: rupiah(amount) }] })
  await set('general', 1_000)
  await set('usp', 2_000)
  expect((await book.api.budget.get({ year: 2026 })).totals.expense).toBe(rupiah(3_000))
  expect((await book.api.budget.get({ year: 2026, unit: 'usp' })).totals.expense).toBe(rupiah(2_000))
  expect((await book.api.budget.get({ year: 2026, unit: 'shop' })).version).toBe(0)
})

test('what a meeting decided is changed only with a reason, and every version stays', async () => {
  const set = (amount: number, more: { decision?: string; reason?: string } = {}) =>
    book.api.budget.set({ requestId: requestId(), year: 2026, rows: [{ line: 'H01', amount }], ...more })
  await set(rupiah(100))
  await set(rupiah(120), { decision: 'RAT 2026 no. 4' })
  await expect(set(rupiah(200))).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { reason: 'plan_decided' } })
  const changed = await set(rupiah(200), { decision: 'RAT 2026 no. 4', reason: 'Mesin baru' })
  expect(changed).toMatchObject({ version: 3, reason: 'Mesin baru', totals: { income: rupiah(200) } })
  const kept = book.desk.app().file.database.prepare('SELECT count(*) FROM budget_plan').pluck()
  expect(kept.get()).toBe(3)
  const write = book.desk.app().file.database
  expect(() => write.exec(`UPDATE budget_plan SET decision = 'lain'`)).toThrow('never changed')
  expect(() => write.exec('DELETE FROM budget_plan')).toThrow('never deleted')
})

test('a plan is proposed from the months that are over, the others at their mean, more or less by a percentage', async () => {
  await earned('2026-01-31', 110)
  await earned('2026-10-31', 1_000)
  await earned('2026-11-05', 9_999)
  const same = await book.api.budget.propose({ year: 2027 })
  expect(same.monthsKnown).toBe(10)
  expect(rowOf(same.rows, 'H01').months).toEqual([110, 0, 0, 0, 0, 0, 0, 0, 0, 1_000, 111, 111].map(rupiah))
  expect(rowOf(same.rows, 'H01').lastYear).toBe(rupiah(1_110))
  const more = await book.api.budget.propose({ year: 2027, changePct: '10' })
  expect(rowOf(more.rows, 'H01').months[0]).toBe(rupiah(121))
  const none = await book.api.budget.propose({ year: 2027, changePct: '-100' })
  expect(none.totals.income).toBe(0)
  expect((await book.api.budget.propose({ year: 2030 })).totals.income).toBe(0)
})

test('a reason is kept beside its line and the newest counts, also when the year is closed', async () => {
  await earned('2025-05-05', 500)
  const explain = (reason: string) =>
    book.api.budget.explain({ requestId: requestId(), year: 2025, line: 'H01', reason })
  await explain('Pinjaman baru')
  await book.api.closing.closeYear({ requestId: requestId(), year: 2025 })
  await explain('Pinjaman baru sejak Mei')
  const { rows, through } = await book.api.budget.compare({ year: 2025 })
  expect(through).toBe('2025-12')
  expect(rowOf(rows, 'H01')).toMatchObject({ reason: 'Pinjaman baru sejak Mei', needsReason: false, pct: null })
  const plan = { requestId: requestId(), year: 2025, rows: [] }
  await expect(book.api.budget.set(plan)).rejects.toMatchObject({ code: 'PERIOD_CLOSED' })
})

test('a line named twice, eleven months, an unknown line and a month of another year are refused', async () => {
  const set = (rows: unknown) => book.api.budget.set({ requestId: requestId(), year: 2026, rows: rows as [] })
  const line = { line: 'H01', amount: 100 }
  await expect(set([line, line])).rejects.toMatchObject({ data: { reason: 'line_twice' } })
  const months = Array.from({ length: 11 }, () => 1)
  await expect(set([{ line: 'H01', months }])).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(set([{ line: 'A01', amount: 1 }])).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(set([{ line: 'H01', amount: -1 }])).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  const compare = book.api.budget.compare({ year: 2026, through: '2025-12' })
  await expect(compare).rejects.toMatchObject({ data: { reason: 'month_of_other_year' } })
  expect((await book.api.budget.get({ year: 2026 })).version).toBe(0)
})

test('whatever is planned, its sections add up on paper and the quarters to the year', async () => {
  const names = budgetLines.map(({ line }) => line)
  const amounts = fc.array(fc.nat({ max: 900_000_000 }), { minLength: 12, maxLength: 12 })
  const plans = fc.uniqueArray(fc.tuple(fc.constantFrom(...names), amounts), { selector: ([line]) => line })
  await fc.assert(
    fc.asyncProperty(plans, async (planned) => {
      const rows = planned.map(([line, months]) => ({ line, months }))
      await book.api.budget.set({ requestId: requestId(), year: 2028, rows })
      const paper = await book.api.reports.run({ report: 'budgetPlan', params: { year: 2028 } })
      for (const row of paper.rows.filter(({ kind }) => kind !== 'heading')) {
        const quarters = [1, 2, 3, 4].map((number) => Number(row[`quarter${number}`]))
        expect(quarters.reduce((sum, amount) => sum + amount, 0)).toBe(row.year)
      }
      const spentAndEarned = planned.map(([line, months]) => {
        const sum = months.reduce((total, month) => total + month, 0)
        const section = budgetLines.find((one) => one.line === line)?.section
        return section === 'income' ? sum : section === 'expense' ? -sum : 0
      })
      expect(rowOf(paper.rows as { line: string; year: number }[], 'surplus').year).toBe(
        spentAndEarned.reduce((sum, amount) => sum + amount, 0),
      )
    }),
    { numRuns: 15 },
  )
})
