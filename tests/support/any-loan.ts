import fc from 'fast-check'
import type { LoanTerms, LoanWish } from '../../shared/rules/loan-terms.ts'
import { sen } from '../../shared/rules/money.ts'

/** Anything a bylaw may say of a loan: every method and rhythm, grace, step of rounding, penalty, order and excess. */

const pct = (hundredthsMax: number) =>
  fc.integer({ min: 0, max: hundredthsMax }).map((hundredths) => String(hundredths / 100))

const fees = fc.record({
  provisionPct: pct(300),
  administration: fc.constantFrom(0, 5_000_00, 25_000_00).map(sen),
  insurancePct: pct(100),
  loanSavingsPct: pct(200),
  stamp: fc.constantFrom(0, 10_000_00).map(sen),
  stampPaidBy: fc.constantFrom('member' as const, 'cooperative' as const),
})

const penalty = fc.record({
  kind: fc.constantFrom('none' as const, 'pct_per_day' as const, 'pct_per_month' as const),
  pct: pct(300),
  graceDays: fc.constantFrom(0, 1, 7, 30),
  capPct: fc.constantFrom(null, '0', '10', '100'),
})

export const anyTerms: fc.Arbitrary<LoanTerms> = fc.record({
  method: fc.constantFrom('flat', 'declining', 'annuity', 'bullet'),
  rate: fc.record({ ratePct: pct(400), per: fc.constantFrom('month', 'year') }),
  interval: fc.constantFrom(
    ...[
      { unit: 'month' as const, every: 1 },
      { unit: 'month' as const, every: 3 },
    ],
    ...[
      { unit: 'week' as const, every: 1 },
      { unit: 'week' as const, every: 2 },
    ],
  ),
  gracePrincipalMonths: fc.constantFrom(0, 0, 3),
  graceAllMonths: fc.constantFrom(0, 0, 0, 3),
  dayCount: fc.constantFrom('months', 'months', 'actual_365', 'actual_360'),
  rounding: fc.constantFrom('half_up', 'up', 'down'),
  roundTo: fc.constantFrom(1, 100, 100_00, 500_00, 1_000_00).map(sen),
  roundPaymentTo: fc.constantFrom(null, null, 100_00, 1_000_00).map((step) => (step === null ? null : sen(step))),
  earlySettlement: fc.constantFrom('due', 'running', 'full'),
  fees,
  penalty,
  allocation: fc.constantFrom(
    ...(['interest_principal_penalty', 'penalty_interest_principal', 'principal_interest_penalty'] as const),
  ),
  excess: fc.constantFrom('prepay', 'hold'),
})

/** Paid out on a day that not every month or year has, or on an ordinary one. */
export const anyWish: fc.Arbitrary<LoanWish> = fc.record({
  principal: fc.integer({ min: 200_000, max: 50_000_000 }).map((rupiah) => sen(rupiah * 100)),
  months: fc.constantFrom(3, 6, 9, 12, 24),
  disbursedOn: fc.constantFrom('2026-01-31', '2028-02-29', '2027-12-31', '2026-08-17', '2026-03-30'),
})

/** How often laws are tried: the usual number, times what the surroundings ask for. */
export function runs(usual: number): number {
  return Math.max(1, Math.round(usual * Number(process.env.LUMBUNG_LAWS ?? 1)))
}
