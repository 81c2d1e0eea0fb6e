import { expect, test } from 'vitest'
import { loanExample } from '../../../../../renderer/areas/settings/loans/loan-example.ts'
import type { LoanProductValues } from '../../../../../renderer/areas/settings/loans/product-values.ts'
import { sen } from '../../../../../shared/rules/money.ts'

const rupiah = (amount: number) => sen(amount * 100)
const wish = { principal: rupiah(1_000_000), months: 10, disbursedOn: '2026-01-10' }

/** 1,5 % a month flat, 0,1 % a day when it is late, one percent provision. */
const values: LoanProductValues = {
  ...{ nameId: 'Pinjaman', nameEn: 'Loan', unit: 'general', active: true, method: 'flat', rate: '1.5' },
  ...{ ratePer: 'month', every: 1, everyUnit: 'month', gracePrincipalMonths: null, graceAllMonths: null },
  ...{ dayCount: 'months', rounding: 'half_up', roundTo: 100, roundPaymentTo: null, earlySettlement: 'due' },
  ...{ provisionPct: '1', administration: null, insurancePct: null, loanSavingsPct: null, stamp: null },
  ...{ stampPaidBy: 'member', penaltyKind: 'pct_per_day', penaltyPct: '0.1', penaltyGraceDays: null },
  ...{ penaltyCapPct: null, allocation: 'interest_principal_penalty', excess: 'prepay' },
  ...{ principalMax: null, monthsMax: null, timesSavings: null, collateralAbove: null, guarantorAbove: null },
}

test('one million over ten months: 115.000 each, 990.000 in the hand, 115 for every day it is late', () => {
  const example = loanExample(values, wish)
  expect(example?.quote.schedule.rows[0]?.payment).toBe(rupiah(115_000))
  expect(example?.quote.netPayout).toBe(rupiah(990_000))
  expect(example?.firstDueOn).toBe('2026-02-10')
  expect(example?.penalty).toBe(rupiah(115 * 30))
})

test('paid back after three instalments it asks for the interest the rules ask for', () => {
  const after = (earlySettlement: LoanProductValues['earlySettlement']) =>
    loanExample({ ...values, earlySettlement }, wish)?.payoff
  expect(after('due')).toBe(rupiah(700_000))
  expect(after('full')).toBe(rupiah(700_000 + 7 * 15_000))
  expect(loanExample(values, { ...wish, months: 3 })?.payoff).toBeUndefined()
})

test('grace days and a bound make the penalty smaller, none makes it nothing', () => {
  const penaltyOf = (change: Partial<LoanProductValues>) => loanExample({ ...values, ...change }, wish)?.penalty
  expect(penaltyOf({ penaltyGraceDays: 10 })).toBe(rupiah(115 * 20))
  expect(penaltyOf({ penaltyCapPct: '2' })).toBe(rupiah(2_300))
  expect(penaltyOf({ penaltyKind: 'none' })).toBe(0)
})

test('there is no example while the rules give no schedule', () => {
  expect(loanExample({ ...values, rate: null }, wish)).toBeUndefined()
  expect(loanExample({ ...values, every: 0 }, wish)).toBeUndefined()
  expect(loanExample({ ...values, provisionPct: '100' }, wish)).toBeUndefined()
  expect(loanExample({ ...values, gracePrincipalMonths: 10 }, wish)).toBeUndefined()
})
