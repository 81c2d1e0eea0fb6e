import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, refusalOf, type TestBook } from '../../support/book.ts'
import { addMember, deposit, openSavings, putCash, withdraw } from '../../support/counter.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

test('a new book has one product of each kind, nothing due yet', async () => {
  const { rows } = await book.api.savings.products({})
  expect(rows.map(({ product, kind, account, active }) => [product, kind, account, active])).toEqual([
    ['pokok', 'principal', '31101', true],
    ['wajib', 'mandatory', '31102', true],
    ['sukarela', 'voluntary', '21101', true],
    ['wajib_pinjam', 'loan_linked', '31103', true],
    ['hari_raya', 'holiday', '21102', true],
    ['pendidikan', 'education', '21103', true],
    ['purna_migran', 'returnee', '21104', true],
    ['berjangka', 'term', '21201', true],
  ])
  expect(rows.filter(({ collected }) => collected).map(({ product }) => product)).toEqual([
    'pokok',
    'wajib',
    'sukarela',
  ])
  expect(rows.every(({ dues, unit }) => dues.length === 0 && unit === 'general')).toBe(true)
})

test('a product is renamed and taken out of use', async () => {
  const renamed = await book.api.savings.updateProduct({ product: 'sukarela', nameId: 'Tabungan', active: false })
  expect(renamed).toMatchObject({ name: 'Tabungan', nameEn: 'Voluntary savings', active: false })
  expect(await book.api.savings.updateProduct({ product: 'sukarela', active: true })).toMatchObject({ active: true })
})

test('a product comes to the monthly meeting when it says so, but never a term deposit or what belongs to a loan', async () => {
  expect(await book.api.savings.updateProduct({ product: 'hari_raya', collected: true })).toMatchObject({
    collected: true,
  })
  const { products } = await book.api.collection.sheet({ date: '2026-01-31' })
  expect(products.map(({ product }) => product)).toEqual(['pokok', 'wajib', 'sukarela', 'hari_raya'])
  for (const product of ['berjangka', 'wajib_pinjam']) {
    expect(await refusalOf(book.api.savings.updateProduct({ product, collected: true }))).toMatchObject({
      code: 'NOT_ALLOWED',
      data: { reason: 'product_not_collected' },
    })
  }
})

test('what is due is set by month, once more for the same month replaces it', async () => {
  await book.api.savings.setDue({ product: 'wajib', fromMonth: '2026-07', amount: 20_000_00 })
  await book.api.savings.setDue({ product: 'wajib', fromMonth: '2026-01', amount: 9_000_00 })
  const set = await book.api.savings.setDue({ product: 'wajib', fromMonth: '2026-01', amount: 10_000_00 })
  expect(set.dues).toEqual([
    { fromMonth: '2026-01', amount: 10_000_00 },
    { fromMonth: '2026-07', amount: 20_000_00 },
  ])
})

test('voluntary savings are never due', async () => {
  const due = { product: 'sukarela', fromMonth: '2026-01', amount: 1 }
  expect(await refusalOf(book.api.savings.setDue(due))).toMatchObject({
    code: 'NOT_ALLOWED',
    data: { reason: 'product_has_no_due' },
  })
})

test('an unknown product is refused', async () => {
  const expected = { code: 'NOT_FOUND', data: { reason: 'savings_product', product: 'emas' } }
  expect(await refusalOf(book.api.savings.updateProduct({ product: 'emas' }))).toMatchObject(expected)
  expect(await refusalOf(book.api.savings.setDue({ product: 'emas', fromMonth: '2026-01', amount: 1 }))).toMatchObject(
    expected,
  )
})

test('a product changes its unit only while all its accounts are empty', async () => {
  await putCash(book, 100_000_00)
  const savingsAccountId = await openSavings(book, await addMember(book))
  await deposit(book, savingsAccountId, 50_000_00)
  const toSavingsUnit = { product: 'sukarela', unit: 'usp' as const }
  expect(await refusalOf(book.api.savings.updateProduct(toSavingsUnit))).toMatchObject({
    code: 'NOT_ALLOWED',
    data: { reason: 'product_in_use', number: 'SS-0001' },
  })
  await withdraw(book, savingsAccountId, 50_000_00)
  expect((await book.api.savings.updateProduct(toSavingsUnit)).unit).toBe('usp')
})

test('a product cannot move to a unit that is not in use', async () => {
  await book.close()
  book = await openTestBook({ cooperative: { units: ['general'] } })
  expect(await refusalOf(book.api.savings.updateProduct({ product: 'sukarela', unit: 'usp' }))).toMatchObject({
    code: 'INVALID_INPUT',
    data: { reason: 'unit_inactive', issues: [{ path: ['unit'] }] },
  })
})

test('a new kind of savings is as usual for its kind, unless said otherwise', async () => {
  const made = await book.api.savings.createProduct({ kind: 'voluntary', nameId: 'Simpanan Umrah & Haji' })
  expect(made).toMatchObject({
    ...{ product: 'simpanan_umrah_haji', nameEn: 'Simpanan Umrah & Haji', account: '21101', unit: 'general' },
    ...{ active: true, collected: true, lock: 'none', earlyWithdrawal: 'refused', minimumDeposit: 0, dues: [] },
  })
  const locked = await book.api.savings.createProduct({
    ...{ product: 'qurban', kind: 'holiday', nameId: 'Tabungan kurban', nameEn: 'Qurban savings', account: '21102' },
    ...{ unlocksOn: '05-27', earlyWithdrawal: 'penalty_pct', earlyPct: '1', minimumDeposit: 10_000_00 },
  })
  expect(locked).toMatchObject({ product: 'qurban', lock: 'until_date', unlocksOn: '05-27', earlyPct: '1' })
  const memberId = await addMember(book)
  const savingsAccountId = await openSavings(book, memberId, 'qurban')
  expect((await deposit(book, savingsAccountId, 10_000_00)).balance).toBe(10_000_00)
  expect((await book.api.savings.products({})).rows.at(-1)?.product).toBe('qurban')
})

for (const [title, change, expected] of [
  ['a name there is already', { nameId: 'simpanan  WAJIB' }, ['ALREADY_EXISTS', 'savings_product']],
  ['an id there is already', { product: 'wajib' }, ['ALREADY_EXISTS', 'savings_product']],
  ['an id nobody can type', { product: 'Umrah 2' }, ['INVALID_INPUT', undefined]],
  ['an account that holds no savings', { account: '11101' }, ['INVALID_INPUT', 'not_a_savings_account']],
  ['a heading', { account: '21000' }, ['INVALID_INPUT', 'account_is_heading']],
  ['an account that is not there', { account: '29999' }, ['INVALID_INPUT', 'account_unknown']],
  ['a day without its lock', { unlocksOn: '05-27' }, ['INVALID_INPUT', 'not_together']],
  ['a day that no year has', { lock: 'until_date', unlocksOn: '02-30' }, ['INVALID_INPUT', undefined]],
  ['a penalty without its percentage', { earlyWithdrawal: 'penalty_pct' }, ['INVALID_INPUT', 'required']],
  ['a percentage without a penalty', { earlyPct: '5' }, ['INVALID_INPUT', 'not_together']],
  ['more than a hundred percent', { earlyWithdrawal: 'penalty_pct', earlyPct: '101' }, ['INVALID_INPUT', undefined]],
  ['parts that are not of pokok', { instalments: 3 }, ['INVALID_INPUT', 'not_principal']],
  ['pokok that may be taken', { kind: 'principal', lock: 'none' }, ['NOT_ALLOWED', 'lock_by_law']],
  ['a term deposit with another lock', { kind: 'term', lock: 'until_exit' }, ['NOT_ALLOWED', 'lock_of_term']],
  ['what the contract does not know', { colour: 'red' }, ['INVALID_INPUT', undefined]],
] as const) {
  test(`a product with ${title} is refused and none is made`, async () => {
    const before = (await book.api.savings.products({})).rows
    const input = { kind: 'voluntary', nameId: 'Simpanan umrah', ...change } as never
    const { code, data } = await refusalOf(book.api.savings.createProduct(input))
    expect([code, ...(expected[1] === undefined ? [] : [data.reason])]).toEqual(expected.filter(Boolean))
    expect((await book.api.savings.products({})).rows).toEqual(before)
  })
}

test('rules change one by one, and what no longer fits is emptied', async () => {
  const { updateProduct } = book.api.savings
  await updateProduct({ product: 'hari_raya', unlocksOn: '2027-03-10', earlyWithdrawal: 'penalty_pct', earlyPct: '2' })
  expect(await updateProduct({ product: 'hari_raya', earlyPct: '3' })).toMatchObject({
    ...{ unlocksOn: '2027-03-10', earlyWithdrawal: 'penalty_pct', earlyPct: '3' },
  })
  expect(await updateProduct({ product: 'hari_raya', lock: 'none', earlyWithdrawal: 'refused' })).toMatchObject({
    ...{ lock: 'none', unlocksOn: null, earlyPct: null },
  })
  expect(await refusalOf(updateProduct({ product: 'wajib', lock: 'none' }))).toMatchObject({
    code: 'NOT_ALLOWED',
    data: { reason: 'lock_by_law' },
  })
})

test('interest is set by month, what is left open stays as it was', async () => {
  const { setInterest } = book.api.savings
  const tiers = [
    { from: 1_000_000_00, ratePctPerYear: '6' },
    { from: 0, ratePctPerYear: '3' },
  ]
  const daily = { method: 'daily', dayBasis: '365', rounding: 'half_up' } as const
  await setInterest({ product: 'sukarela', fromMonth: '2026-03', ...daily, minimumBalance: 50_000_00, tiers })
  const set = await setInterest({
    ...{ product: 'sukarela', fromMonth: '2026-07' },
    tiers: [{ from: 0, ratePctPerYear: '0' }],
  })
  expect(set.interest).toEqual([
    {
      ...{ fromMonth: '2026-03', ...daily, minimumBalance: 50_000_00, openingCounts: true },
      tiers: tiers.toReversed(),
    },
    {
      ...{ fromMonth: '2026-07', ...daily, minimumBalance: 50_000_00, openingCounts: true },
      tiers: [{ from: 0, ratePctPerYear: '0' }],
    },
  ])
  const again = await setInterest({
    ...{ product: 'sukarela', fromMonth: '2026-07', method: 'lowest' },
    tiers: [{ from: 0, ratePctPerYear: '1000' }],
  })
  expect(again.interest).toHaveLength(2)
  expect(again.interest[1]).toMatchObject({ method: 'lowest', tiers: [{ from: 0, ratePctPerYear: '1000' }] })
})

test('a rate that is none is refused at its place', async () => {
  for (const tiers of [
    [],
    [{ from: 0, ratePctPerYear: '1000.5' }],
    [{ from: 0, ratePctPerYear: '-1' }],
    [
      { from: 5, ratePctPerYear: '1' },
      { from: 5, ratePctPerYear: '2' },
    ],
  ]) {
    const refusal = await refusalOf(
      book.api.savings.setInterest({ product: 'sukarela', fromMonth: '2026-01', tiers } as never),
    )
    expect(refusal.code).toBe('INVALID_INPUT')
  }
  expect((await book.api.savings.products({})).rows.every(({ interest }) => interest.length === 0)).toBe(true)
})
