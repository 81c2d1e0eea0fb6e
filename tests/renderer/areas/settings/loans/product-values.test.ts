import { expect, test } from 'vitest'
import {
  type LoanProductValues,
  productInput,
  productPaths,
  productValues,
} from '../../../../../renderer/areas/settings/loans/product-values.ts'
import { changedLoanProduct, type LoanProduct } from '../../../../../shared/contract/loan-terms.ts'
import { defaultLoanLimits, defaultLoanTerms } from '../../../../../shared/rules/default-loans.ts'

const { rate, ...terms } = defaultLoanTerms
const usual: LoanProduct = {
  ...{ product: 'flat', name: 'Pinjaman', nameId: 'Pinjaman', nameEn: 'Loan', method: 'flat' },
  ...{ ...terms, ratePct: rate.ratePct, ratePer: rate.per, limits: defaultLoanLimits },
  ...{ account: '13101', unit: 'general', active: true },
}
const strict: LoanProduct = {
  ...usual,
  ...{ method: 'declining', ratePct: '18.25', ratePer: 'year', interval: { unit: 'week', every: 2 } },
  ...{ gracePrincipalMonths: 2, graceAllMonths: 1, dayCount: 'actual_365', rounding: 'up', roundTo: 500_00 },
  ...{ roundPaymentTo: 1_000_00, earlySettlement: 'full', allocation: 'penalty_interest_principal', excess: 'hold' },
  fees: {
    ...{ provisionPct: '1', administration: 25_000_00, insurancePct: '0.5', loanSavingsPct: '2' },
    ...{ stamp: 10_000_00, stampPaidBy: 'cooperative' },
  },
  penalty: { kind: 'pct_per_day', pct: '0.1', graceDays: 3, capPct: '10' },
  limits: {
    ...{ principalMax: 20_000_000_00, monthsMax: 24, timesSavings: '2.5' },
    ...{ collateralAbove: 0, guarantorAbove: 5_000_000_00 },
  },
  ...{ unit: 'usp', active: false },
}

/** What the program is told, as the product would answer it. */
function told(values: LoanProductValues) {
  return changedLoanProduct.parse({ product: 'flat', ...productInput(values) })
}

test.each([
  ['usual', usual],
  ['strict', strict],
])('a %s product that is saved as it was read stays as it was', (_, product) => {
  const { ratePctPerMonth, ratePctPerYear, ...input } = told(productValues(product))
  const { ratePct, ratePer, name: _name, account: _account, ...kept } = product
  expect([ratePctPerMonth, ratePctPerYear]).toEqual(ratePer === 'month' ? [ratePct, undefined] : [undefined, ratePct])
  const isPenaltyShown = product.penalty.kind !== 'none'
  expect(input).toEqual({ ...kept, ...(!isPenaltyShown && { penalty: { kind: 'none' } }) })
})

test('limits that are emptied are taken away, fees that are emptied are nothing', () => {
  const empty = { administration: null, provisionPct: null, principalMax: null, timesSavings: null }
  const input = told({ ...productValues(strict), ...empty })
  expect(input.fees).toMatchObject({ administration: 0, provisionPct: '0' })
  expect(input.limits).toMatchObject({ principalMax: null, timesSavings: null, collateralAbove: 0 })
})

test('what must be filled in is refused at a field of the form', () => {
  const values = { ...productValues(strict), rate: null, every: null, penaltyPct: null }
  const { error } = changedLoanProduct.safeParse({ product: 'flat', ...productInput(values) })
  const fields = error?.issues.map(({ path }) => productPaths[path.join('.')])
  expect(new Set(fields)).toEqual(new Set(['rate', 'every', 'penaltyPct']))
})
