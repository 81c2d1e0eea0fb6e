import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, refusalOf, type TestBook } from '../support/book.ts'
import { addMember, deposit, openSavings, putCash, withdraw } from '../support/counter.ts'

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
