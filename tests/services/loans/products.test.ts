import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refusalOf, requestId } from '../../support/book.ts'
import { type LendingBook, openLendingBook, rupiah } from '../../support/lending.ts'

let book: LendingBook
beforeEach(async () => {
  book = await openLendingBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const harvest = {
  ...{ product: 'panen', nameId: 'Pinjaman panen', nameEn: 'Harvest loan', method: 'bullet' as const },
  ...{ ratePctPerYear: '18', interval: { unit: 'month' as const, every: 6 }, roundTo: 500_00 },
  earlySettlement: 'full' as const,
  fees: { provisionPct: '1', administration: 30_000_00, loanSavingsPct: '2' },
  penalty: { kind: 'pct_per_day' as const, pct: '0.1', graceDays: 3, capPct: '10' },
  ...{ allocation: 'penalty_interest_principal' as const, excess: 'hold' as const },
  limits: { principalMax: rupiah(20_000_000), timesSavings: '3' },
}

test('products of a new book take nothing off and ask for no penalty', async () => {
  for (const product of (await book.api.loans.products({})).rows) {
    expect(product).toMatchObject({
      ...{ ratePct: '1.5', ratePer: 'month', roundTo: 100, dayCount: 'months', excess: 'prepay' },
      fees: { provisionPct: '0', administration: 0, insurancePct: '0', loanSavingsPct: '0', stamp: 0 },
      penalty: { kind: 'none', pct: '0', graceDays: 0, capPct: null },
      allocation: 'interest_principal_penalty',
      limits: { principalMax: null, monthsMax: null, timesSavings: null, collateralAbove: null, guarantorAbove: null },
    })
  }
})

test('a product is added with terms of its own and answers all of them', async () => {
  const { interval, fees, penalty, limits } = harvest
  const { ratePctPerYear: ratePct, ...rest } = harvest
  const added = await book.api.loans.createProduct({ requestId: requestId(), ...harvest })
  expect(added).toMatchObject({ ...rest, interval, penalty, ratePct, ratePer: 'year', account: '13101', active: true })
  expect(added.fees).toEqual({ ...fees, insurancePct: '0', stamp: 0, stampPaidBy: 'member' })
  expect(added.limits).toMatchObject({ ...limits, monthsMax: null })
  expect((await book.api.loans.products({})).rows.at(-1)).toEqual(added)
})

test('what is not given stays, null takes a limit away, and what was asked for keeps its terms', async () => {
  await book.product(harvest)
  const loanId = await book.applied({ product: 'panen', months: 6 })
  const change = { fees: { provisionPct: '2.5' }, limits: { timesSavings: null }, penalty: { capPct: null } }
  const changed = await book.api.loans.updateProduct({ requestId: requestId(), product: 'panen', ...change })
  expect(changed.fees).toMatchObject({ provisionPct: '2.5', administration: 30_000_00 })
  expect(changed.limits).toMatchObject({ principalMax: rupiah(20_000_000), timesSavings: null })
  expect(changed.penalty).toEqual({ ...harvest.penalty, capPct: null })
  expect(changed).toMatchObject({ ratePct: '18', ratePer: 'year', method: 'bullet' })
  const { loan } = await book.api.loans.card({ loanId })
  expect([loan.fees.provisionPct, loan.penalty.capPct]).toEqual(['1', '10'])
})

test('a product out of use lends no more', async () => {
  await book.api.loans.updateProduct({ requestId: requestId(), product: 'flat', active: false })
  expect(await refusalOf(book.applied())).toMatchObject({ data: { reason: 'loan_product_inactive' } })
})

describe('a preview', () => {
  const asked = { product: 'flat', principal: rupiah(12_000_000), months: 12, date: '2026-01-31' }

  test('shows the schedule, what is taken off and both rates', async () => {
    const product = await book.product({ fees: { provisionPct: '1' } })
    const shown = await book.api.loans.preview({ ...asked, product })
    expect(shown.schedule.slice(0, 2).map(({ dueOn, payment }) => [dueOn, payment])).toEqual([
      ['2026-02-28', rupiah(1_180_000)],
      ['2026-03-31', rupiah(1_180_000)],
    ])
    expect(shown).toMatchObject({
      ...{ flatPctPerMonth: '1.5', netPayout: rupiah(11_880_000), warnings: [] },
      ...{ deductions: { provision: rupiah(120_000) }, totals: { payment: rupiah(14_160_000) } },
    })
    expect(Number(shown.effectivePctPerMonth).toFixed(3)).toBe('2.810')
  })

  test('of what was asked for follows the terms copied then, from a first day of its own', async () => {
    const loanId = await book.applied({ ratePctPerMonth: '2.5' })
    await book.api.loans.updateProduct({ requestId: requestId(), product: 'flat', fees: { provisionPct: '1' } })
    const shown = await book.api.loans.preview({ loanId, date: '2026-01-10', firstDueOn: '2026-03-05' })
    expect(shown).toMatchObject({ netPayout: rupiah(12_000_000), warnings: ['rate_above_ceiling'] })
    expect(shown.schedule.map(({ dueOn }) => dueOn).slice(0, 2)).toEqual(['2026-03-05', '2026-04-05'])
  })

  test('warns about the limits of the product', async () => {
    const product = await book.product({ limits: { principalMax: rupiah(1_000_000), monthsMax: 6 } })
    const { warnings } = await book.api.loans.preview({ ...asked, product })
    expect(warnings).toEqual(['principal_above_limit', 'months_above_limit'])
  })

  test('of an impossible loan is refused', async () => {
    const reasonOf = async (change: object) => (await refusalOf(book.api.loans.preview({ ...asked, ...change }))).data
    expect(await reasonOf({ principal: 11_00 })).toMatchObject({ reason: 'principal_too_small' })
    expect(await reasonOf({ firstDueOn: asked.date })).toMatchObject({ reason: 'first_due_too_early' })
    expect(await reasonOf({ months: 601 })).toMatchObject({ issues: [{ path: ['months'], message: 'too_large' }] })
    expect(await reasonOf({ months: undefined })).toMatchObject({ issues: [{ path: ['months'], message: 'required' }] })
    expect(await reasonOf({ loanId: 'x' })).toMatchObject({ issues: [{ path: ['loanId'], message: 'not_together' }] })
    const rounded = await book.product({ roundTo: 1_000_00, rounding: 'up' })
    const small = { product: rounded, principal: 61_000_00, months: 60 }
    expect(await reasonOf(small)).toMatchObject({ reason: 'rounding_shortens' })
  })

  test.each([
    ['0', 1],
    ['0', 600],
    ['1000', 1],
    ['1000', 600],
  ])('at %s %% a month over %i months is reckoned', async (ratePctPerMonth, months) => {
    for (const product of ['flat', 'declining', 'annuity']) {
      const shown = await book.api.loans.preview({ ...asked, product, months, ratePctPerMonth })
      expect(shown.schedule).toHaveLength(months)
      expect(shown.totals.principal).toBe(asked.principal)
    }
  })
})

describe('refused, and no product is there', () => {
  test.each([
    [{ method: 'compound' }, 'not_in_list'],
    [{ ratePctPerMonth: '1', ratePctPerYear: '12' }, 'not_together'],
    [{ ratePctPerMonth: '1,5' }, 'not_a_rate'],
    [{ ratePctPerMonth: '1001' }, 'rate_too_large'],
    [{ fees: { provisionPct: '101' } }, 'rate_too_large'],
    [{ fees: { administration: -1 } }, 'amount_negative'],
    [{ fees: { tip: '1' } }, 'unknown_key'],
    [{ penalty: { graceDays: 366 } }, 'too_large'],
    [{ limits: { timesSavings: 'three' } }, 'not_a_number'],
    [{ limits: { monthsMax: 0 } }, 'too_small'],
    [{ nameId: ' ' }, 'required'],
    [{ interval: { unit: 'month', every: 0 } }, 'too_small'],
  ])('%j', async (given, word) => {
    const refusal = await refusalOf(book.product(given as object))
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT' })
    expect(JSON.stringify(refusal.data.issues)).toContain(word)
    expect((await book.api.loans.products({})).rows).toHaveLength(3)
  })

  test('a code that is taken, a unit out of use, an unknown product', async () => {
    expect(await refusalOf(book.product({ product: 'flat' }))).toMatchObject({ code: 'ALREADY_EXISTS' })
    const unknown = book.api.loans.updateProduct({ requestId: requestId(), product: 'none', active: false })
    expect(await refusalOf(unknown)).toMatchObject({ code: 'NOT_FOUND', data: { reason: 'loan_product' } })
    const byCashier = book
      .as({ id: 'cashier', role: 'cashier' })
      .loans.createProduct({ requestId: requestId(), nameId: 'X', method: 'flat' })
    expect(await refusalOf(byCashier)).toMatchObject({ code: 'NOT_ALLOWED', data: { reason: 'role' } })
  })
})
