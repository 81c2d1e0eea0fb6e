import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths } from '../../shared/calendar.ts'
import { accruedInterest, type LoanToAccrue } from '../../shared/rules/loan-accrual.ts'
import { sen } from '../../shared/rules/money.ts'

const rupiah = (amount: number) => sen(amount * 100)

/** Paid out on 10 January 2026: 1.000.000 and 180.000 fall due on the 10th of each month. */
const loan: LoanToAccrue = {
  ...{ disbursedOn: '2026-01-10', paidPrincipal: sen(0), paidInterest: sen(0), class: 'current' },
  schedule: Array.from({ length: 12 }, (_, index) => ({
    ...{ dueOn: addMonths('2026-01-10', index + 1), principal: rupiah(1_000_000), interest: rupiah(180_000) },
  })),
}
const byDue = (asOf: string, change: Partial<LoanToAccrue> = {}) =>
  accruedInterest({ ...loan, ...change }, asOf, { untilTheDay: false }) / 100
const byDay = (asOf: string, change: Partial<LoanToAccrue> = {}) =>
  accruedInterest({ ...loan, ...change }, asOf, { untilTheDay: true }) / 100

test('what fell due and is unpaid is income, from its day on', () => {
  expect([byDue('2026-02-09'), byDue('2026-02-10'), byDue('2026-03-31')]).toEqual([0, 180_000, 360_000])
  expect(byDue('2026-03-31', { paidInterest: rupiah(200_000) })).toBe(160_000)
  expect(byDue('2026-03-31', { paidInterest: rupiah(500_000) })).toBe(0)
})

test('nothing is of a loan that is substandard or worse', () => {
  for (const worse of ['substandard', 'doubtful', 'loss'] as const) {
    expect([byDue('2026-03-31', { class: worse }), byDay('2026-12-31', { class: worse })]).toEqual([0, 0])
  }
})

test('at the end of a year the days that ran count too, rounded down to the rupiah, less what was paid ahead', () => {
  const paidInterest = rupiah(10 * 180_000)
  // 10 to 31 December is 21 days of 31: 121.935,48.
  expect(byDay('2026-12-31', { paidInterest: sen(paidInterest + rupiah(180_000)) })).toBe(121_935)
  expect(byDay('2026-12-31', { paidInterest: sen(paidInterest + rupiah(280_000)) })).toBe(21_935)
  expect(byDay('2026-12-31', { paidInterest: sen(paidInterest + rupiah(360_000)) })).toBe(0)
  expect(byDay('2026-01-31')).toBe(121_935)
  expect(byDay('2027-12-31')).toBe(12 * 180_000)
})

test('income only grows with the days, ends with all that was agreed, and is never more than is unpaid', () => {
  const days = fc.integer({ min: 0, max: 500 })
  fc.assert(
    fc.property(
      days,
      days,
      fc.integer({ min: 0, max: 12 * 180_000 }),
      fc.boolean(),
      (from, more, paid, untilTheDay) => {
        const change = { paidInterest: rupiah(paid) }
        const on = (day: number) =>
          accruedInterest({ ...loan, ...change }, addDays('2026-01-10', day), { untilTheDay }) / 100
        expect(on(from + more)).toBeGreaterThanOrEqual(on(from))
        expect(on(from)).toBeLessThanOrEqual(12 * 180_000 - paid)
        expect(on(400)).toBe(12 * 180_000 - paid)
      },
    ),
  )
})
