import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../shared/calendar.ts'
import { type EarlySettlement, type LoanStanding, payoff, splitPayment } from '../../shared/rules/loan-payment.ts'
import { loanSchedule } from '../../shared/rules/loan-schedule.ts'
import { sen } from '../../shared/rules/money.ts'

const rupiah = (amount: number) => sen(amount * 100)

/** Twelve million flat over twelve months, paid out on 10 January: 1.000.000 and 180.000 on the 10th of every month. */
function standing(change: Partial<LoanStanding> = {}): LoanStanding {
  const rate = { ratePct: '1.5', per: 'month' as const }
  const terms = { principal: rupiah(12_000_000), months: 12, method: 'flat' as const, rate, disbursedOn: '2026-01-10' }
  const schedule = loanSchedule(terms).rows.map(({ dueOn, ...row }) => ({ ...row, dueOn: dueOn ?? '' }))
  return {
    ...{ disbursedOn: '2026-01-10', schedule, paidPrincipal: sen(0), paidInterest: sen(0), earlySettlement: 'running' },
    ...change,
  }
}

test.each([
  [100_000, 0, 100_000],
  [180_000, 0, 180_000],
  [1_180_000, 1_000_000, 180_000],
  [1_500_000, 1_140_000, 360_000],
])(
  'of Rp%i the oldest instalment takes its interest first, then the next: %i and %i',
  (amount, principal, interest) => {
    expect(splitPayment(standing(), rupiah(amount), '2026-02-10')).toEqual({
      principal: rupiah(principal),
      interest: rupiah(interest),
    })
  },
)

test('a part payment is completed before the next instalment is begun', () => {
  const half = standing({ paidPrincipal: rupiah(300_000), paidInterest: rupiah(180_000) })
  expect(splitPayment(half, rupiah(800_000), '2026-02-10')).toEqual({
    principal: rupiah(700_000),
    interest: rupiah(100_000),
  })
})

test('what is paid beyond the next instalment is principal: no interest is taken for months that may never come', () => {
  const almostAll = rupiah(12_180_000 - 1)
  expect(splitPayment(standing(), almostAll, '2026-02-10')).toEqual({
    ...{ principal: rupiah(11_819_999), interest: rupiah(360_000) },
  })
})

test.each<[EarlySettlement, string, number]>([
  ['due', '2026-03-10', 360_000],
  ['due', '2026-03-09', 180_000],
  ['running', '2026-03-09', 360_000],
  ['running', '2026-03-10', 360_000],
  ['running', '2026-03-11', 540_000],
  ['running', '2026-01-10', 0],
  ['running', '2026-01-11', 180_000],
  ['full', '2026-01-11', 2_160_000],
])('settled early under the rule "%s" on %s, interest of Rp%i is owed', (earlySettlement, date, interest) => {
  expect(payoff(standing({ earlySettlement }), date)).toEqual({
    ...{ principal: rupiah(12_000_000), interest: rupiah(interest), penalty: 0, total: rupiah(12_000_000 + interest) },
  })
})

test('interest paid ahead is not owed again, and never paid back', () => {
  expect(payoff(standing({ paidInterest: rupiah(500_000) }), '2026-02-10').interest).toBe(0)
})

test('however a loan is paid, its parts add up, and the quote settles what is left', () => {
  const payments = fc.array(fc.integer({ min: 1, max: 4_000_000_00 }), { maxLength: 12 })
  const rule = fc.constantFrom<EarlySettlement>('due', 'running', 'full')
  fc.assert(
    fc.property(payments, rule, fc.integer({ min: 0, max: 500 }), (amounts, earlySettlement, days) => {
      const date = addDays('2026-01-10', days)
      let now = standing({ earlySettlement })
      for (const amount of amounts) {
        const quote = payoff(now, date)
        if (amount > quote.total) continue
        expect(splitPayment(now, quote.total, date)).toEqual({ principal: quote.principal, interest: quote.interest })
        const { principal, interest } = splitPayment(now, sen(amount), date)
        expect(principal + interest).toBe(amount)
        expect(principal).toBeLessThanOrEqual(quote.principal)
        now = {
          ...now,
          paidPrincipal: sen(now.paidPrincipal + principal),
          paidInterest: sen(now.paidInterest + interest),
        }
      }
      const { principal } = payoff(now, date)
      expect(now.paidPrincipal + principal).toBe(rupiah(12_000_000))
    }),
    { numRuns: 500 },
  )
})
