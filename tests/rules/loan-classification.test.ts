import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths } from '../../shared/calendar.ts'
import { loanClasses } from '../../shared/rules/allowance.ts'
import { type LoanOnDay, loanClassification } from '../../shared/rules/loan-classification.ts'
import { usualLoanPolicy } from '../../shared/rules/loan-policy.ts'
import { loanSchedule } from '../../shared/rules/loan-schedule.ts'
import { sen, sumSen } from '../../shared/rules/money.ts'

const rupiah = (amount: number) => sen(amount * 100)
const byDays = { ...usualLoanPolicy, preset: 'days_30_180_270' as const }

/** A loan of one instalment that fell due so many days ago, as of 31 December 2026. */
function overdueFor(days: number, outstanding: number, change: Partial<LoanOnDay> = {}): LoanOnDay {
  const dueOn = addDays('2026-12-31', -days)
  return {
    ...{ id: `${days}`, outstanding: rupiah(outstanding), paidPrincipal: sen(0), paidInterest: sen(0) },
    ...{ schedule: [{ dueOn, principal: rupiah(outstanding), interest: rupiah(0) }] },
    ...{ accrued: sen(0), repayment: 'instalments', collateral: sen(0), jointLiability: false, ...change },
  }
}

test('the example of the domain notes: 4.400.000 to be set aside, 7.750.000 or 8,47 % at risk of 91.500.000', () => {
  const loans = [
    overdueFor(0, 80_000_000),
    overdueFor(100, 6_000_000, { collateral: rupiah(1_000_000) }),
    overdueFor(200, 3_000_000),
    overdueFor(300, 2_500_000, { collateral: rupiah(500_000) }),
  ]
  const { rows, totals } = loanClassification(loans, { ...byDays, asOf: '2026-12-31' })
  expect(rows.map((row) => [row.class, row.allowance / 100])).toEqual([
    ['current', 400_000],
    ['substandard', 500_000],
    ['doubtful', 1_500_000],
    ['loss', 2_000_000],
  ])
  expect(totals).toMatchObject({ loans: 4, outstanding: rupiah(91_500_000), allowance: rupiah(4_400_000) })
  expect([totals.riskWeighted, totals.riskPct]).toEqual([rupiah(7_750_000), '8.47'])
  expect(totals.byClass.map((own) => [own.class, own.loans, own.outstanding / 100, own.base / 100])).toEqual([
    ['current', 1, 80_000_000, 80_000_000],
    ['substandard', 1, 6_000_000, 5_000_000],
    ['doubtful', 1, 3_000_000, 3_000_000],
    ['loss', 1, 2_500_000, 2_000_000],
  ])
})

test('without a loan there is nothing to set aside and no risk', () => {
  const { rows, totals } = loanClassification([], { ...byDays, asOf: '2026-12-31' })
  expect([rows, totals.loans, totals.allowance, totals.riskPct]).toEqual([[], 0, 0, '0.00'])
})

test('interest that fell due and was never booked stands in the memo of substandard loans and worse, not of current ones', () => {
  const schedule = [{ dueOn: '2026-09-30', principal: rupiah(1_000_000), interest: rupiah(180_000) }]
  const judged = (asOf: string, accrued: number) =>
    loanClassification([overdueFor(0, 1_000_000, { schedule, accrued: rupiah(accrued) })], { ...byDays, asOf }).rows[0]
  expect(judged('2026-09-30', 0)).toMatchObject({ interestDue: rupiah(180_000), interestNotAccrued: 0 })
  expect(judged('2026-10-31', 0)).toMatchObject({ class: 'substandard', interestNotAccrued: rupiah(180_000) })
  expect(judged('2026-10-31', 100_000)).toMatchObject({ interestNotAccrued: rupiah(80_000) })
  expect(judged('2026-09-29', 0)).toMatchObject({ interestDue: 0, interestNotAccrued: 0 })
})

test('a group that answers for the whole debt makes it doubtful instead of lost, and takes nothing off what is set aside', () => {
  const schedule = Array.from({ length: 12 }, (_, index) => ({
    ...{ dueOn: addMonths('2026-01-10', index + 1), principal: rupiah(1_000_000), interest: rupiah(180_000) },
  }))
  const judged = (jointLiability: boolean) => {
    const loan = overdueFor(0, 12_000_000, { schedule, jointLiability })
    return loanClassification([loan], { ...usualLoanPolicy, preset: 'ksp_2009', asOf: '2026-12-31' }).rows[0]
  }
  expect(judged(false)).toMatchObject({ class: 'loss', allowance: rupiah(12_000_000) })
  expect(judged(true)).toMatchObject({ class: 'doubtful', collateral: 0, allowance: rupiah(6_000_000) })
})

test('a cooperative may call a doubtful loan a loss sooner than after 21 months', () => {
  const schedule = Array.from({ length: 12 }, (_, index) => ({
    ...{ dueOn: addMonths('2026-01-10', index + 1), principal: rupiah(1_000_000), interest: sen(0) },
  }))
  const loan = overdueFor(0, 12_000_000, { schedule, collateral: rupiah(20_000_000) })
  const classAfter = (doubtfulMonthsMax: number) => {
    const measure = { ...usualLoanPolicy, preset: 'ksp_2009' as const, doubtfulMonthsMax, asOf: '2027-08-11' }
    return loanClassification([loan], measure).rows[0]?.class
  }
  expect([classAfter(21), classAfter(12)]).toEqual(['doubtful', 'loss'])
})

test('by either preset no class gets better from day to day while nobody pays, and totals are those of the rows', () => {
  const loan = fc.record({
    months: fc.integer({ min: 1, max: 36 }),
    method: fc.constantFrom('flat' as const, 'declining' as const, 'annuity' as const, 'bullet' as const),
    collateral: fc.integer({ min: 0, max: 15_000_000 }).map(rupiah),
    paidPct: fc.integer({ min: 0, max: 99 }),
  })
  const preset = fc.constantFrom('ksp_2009' as const, 'days_30_180_270' as const)
  fc.assert(
    fc.property(fc.array(loan, { maxLength: 8 }), preset, fc.nat(900), fc.nat(300), (loans, by, from, later) => {
      const owed = loans.map(({ months, method, collateral, paidPct }, index): LoanOnDay => {
        const rate = { ratePct: '1.5', per: 'month' as const }
        const { rows } = loanSchedule({
          principal: rupiah(10_000_000),
          months,
          method,
          rate,
          disbursedOn: '2026-01-31',
        })
        const schedule = rows.map(({ dueOn, principal, interest }) => ({ dueOn: dueOn ?? '', principal, interest }))
        const paidPrincipal = rupiah(100_000 * paidPct)
        return {
          ...{ id: `${index}`, schedule, collateral, paidPrincipal, paidInterest: sen(0), accrued: sen(0) },
          ...{ jointLiability: index % 3 === 0, outstanding: sen(rupiah(10_000_000) - paidPrincipal) },
          repayment: method === 'bullet' ? 'bullet' : 'instalments',
        }
      })
      const onDay = (days: number) =>
        loanClassification(owed, { ...usualLoanPolicy, preset: by, asOf: addDays('2026-01-31', days) })
      const [before, after] = [onDay(from), onDay(from + later)]
      for (const [index, row] of after.rows.entries()) {
        const earlier = loanClasses.indexOf(before.rows[index]?.class ?? 'current')
        expect(loanClasses.indexOf(row.class)).toBeGreaterThanOrEqual(earlier)
      }
      expect(after.totals.allowance).toBe(sumSen(after.rows.map((row) => row.allowance)))
      expect(after.totals.outstanding).toBe(sumSen(after.totals.byClass.map((own) => own.outstanding)))
    }),
    { numRuns: 400 },
  )
})
