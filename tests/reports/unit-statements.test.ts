import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AskedReport } from '../../shared/contract/reports.ts'
import type { Statement } from '../../shared/statements/statement.ts'
import { requestId } from '../support/book.ts'
import { openSeededTrade, type SeededTrade } from './seeded-trade.ts'

let book: SeededTrade
beforeAll(async () => {
  book = await openSeededTrade()
  // The shop gets a box of its own, and buys from it.
  const lines = [
    { account: '11102', debit: 500_000_00, unit: 'shop' as const },
    { account: '11101', credit: 500_000_00 },
  ]
  const told = { requestId: requestId(), unit: 'general' as const }
  await book.api.journal.post({ ...told, date: '2026-05-01', description: 'Modal kas toko', lines })
  const paid = [
    { account: '52201', debit: 120_000_00 },
    { account: '11102', credit: 120_000_00 },
  ]
  const spent = { requestId: requestId(), unit: 'shop' as const, date: '2026-05-02', description: 'Alat tulis toko' }
  await book.api.journal.post({ ...spent, lines: paid })
})
afterAll(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const span = { from: '2026-01-01', to: '2026-12-31' }
const run = (asked: AskedReport) => book.api.reports.run(asked) as Promise<Statement>
const units = ['general', 'shop'] as const
type Unit = (typeof units)[number]

test('the meeting and the office read position, result, equity and cash flow of every unit', async () => {
  for (const report of ['annualMeetingBook', 'governmentAnnual'] as const) {
    const { rows } = await run({ report, params: { year: 2026 } })
    const ofUnits = rows.map(({ caption }) => String(caption)).filter((caption) => caption.includes(': Unit '))
    const four = ['Posisi Keuangan', 'Perhitungan Hasil Usaha', 'Perubahan Ekuitas', 'Arus Kas']
    expect(ofUnits).toEqual(
      ['Umum', 'Usaha'].flatMap((unit) => four.map((statement) => `Laporan ${statement}: Unit ${unit}`)),
    )
  }
})

test('the equity of a unit ends where its balance sheet stands', async () => {
  for (const unit of units) {
    const { totals } = await run({ report: 'equityChanges', params: { ...span, unit } })
    const balance = await run({ report: 'balanceSheet', params: { asOf: span.to, unit } })
    expect([unit, totals.closing]).toEqual([unit, balance.totals.equity])
  }
})

test('what the units moved adds up to the cash flow of the cooperative, and each ends with the cash it has', async () => {
  const cashFlow = (unit?: Unit) => run({ report: 'cashFlow', params: { ...span, ...(unit && { unit }) } })
  const combined = await cashFlow()
  const each = await Promise.all(units.map((unit) => cashFlow(unit)))
  for (const key of ['opening', 'change', 'closing'])
    expect([key, each.reduce((sum, { totals }) => sum + (totals[key] ?? 0), 0)]).toEqual([key, combined.totals[key]])
  expect(combined.totals.interunit).toBe(0)
  expect(each[1]?.totals).toMatchObject({ operating: -120_000_00, interunit: 500_000_00, closing: 380_000_00 })
})
