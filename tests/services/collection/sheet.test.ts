import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'
import { addMember, deposit, openSavings } from '../../support/counter.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
  await book.api.savings.setDue({ product: 'pokok', fromMonth: '2026-01', amount: 100_000_00 })
  await book.api.savings.setDue({ product: 'wajib', fromMonth: '2026-01', amount: 10_000_00 })
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

async function rowOf(memberId: string, date: string) {
  const { rows } = await book.api.collection.sheet({ date })
  return rows.find((row) => row.memberId === memberId)
}

test('the sheet has a row for each active member who had joined, in the order of their numbers', async () => {
  for (const [number, joinedOn] of [
    ['10', '2026-01-01'],
    ['2', '2026-01-31'],
    ['1', '2026-02-01'],
    ['3', '2025-06-01'],
  ] as const) {
    await addMember(book, number, joinedOn)
  }
  book.desk.app().file.database.exec("UPDATE member SET active = 0, left_on = '2026-01-05' WHERE code = '3'")
  const sheet = await book.api.collection.sheet({ date: '2026-01-31' })
  expect(sheet.rows.map(({ number }) => number)).toEqual(['2', '10'])
  expect(sheet.products.map(({ product }) => product)).toEqual(['pokok', 'wajib', 'sukarela'])
})

test('pokok is due once until it is paid, wajib every month, sukarela never', async () => {
  const memberId = await addMember(book, '0001', '2026-01-15')
  const january = await rowOf(memberId, '2026-01-20')
  const nothing = { balance: 0, savingsAccountId: null }
  expect(january?.savings).toEqual({
    pokok: { due: 100_000_00, arrears: 0, ...nothing },
    wajib: { due: 10_000_00, arrears: 0, ...nothing },
    sukarela: { due: 0, arrears: 0, ...nothing },
  })
  expect((await rowOf(memberId, '2026-03-01'))?.savings).toMatchObject({
    pokok: { due: 100_000_00, arrears: 0 },
    wajib: { due: 30_000_00, arrears: 20_000_00 },
  })
})

test('what was paid is no longer due, in part or in advance', async () => {
  const memberId = await addMember(book, '0001', '2026-01-15')
  const pokok = await openSavings(book, memberId, 'pokok', '2026-01-15')
  await deposit(book, pokok, 40_000_00, '2026-01-20')
  const wajib = await openSavings(book, memberId, 'wajib', '2026-01-15')
  await deposit(book, wajib, 15_000_00, '2026-02-10')
  expect((await rowOf(memberId, '2026-02-10'))?.savings).toMatchObject({
    pokok: { due: 60_000_00, balance: 40_000_00, savingsAccountId: pokok },
    wajib: { due: 5_000_00, arrears: 0, balance: 15_000_00, savingsAccountId: wajib },
  })
  expect((await rowOf(memberId, '2026-02-09'))?.savings).toMatchObject({ wajib: { due: 20_000_00, balance: 0 } })
  await deposit(book, wajib, 50_000_00, '2026-02-28')
  expect((await rowOf(memberId, '2026-05-01'))?.savings).toMatchObject({ wajib: { due: 0, arrears: 0 } })
})

test('pokok in parts asks for the part of this month and what is behind', async () => {
  await book.api.savings.updateProduct({ product: 'pokok', instalments: 4 })
  const memberId = await addMember(book, '0001', '2026-01-15')
  expect((await rowOf(memberId, '2026-01-20'))?.savings.pokok).toMatchObject({ due: 25_000_00, arrears: 0 })
  const pokok = await openSavings(book, memberId, 'pokok', '2026-01-15')
  await deposit(book, pokok, 10_000_00, '2026-01-20')
  expect((await rowOf(memberId, '2026-02-20'))?.savings.pokok).toMatchObject({ due: 40_000_00, arrears: 15_000_00 })
  expect((await rowOf(memberId, '2026-12-31'))?.savings.pokok).toMatchObject({ due: 90_000_00, arrears: 90_000_00 })
})

test('a product out of use has no column', async () => {
  await book.api.savings.updateProduct({ product: 'sukarela', active: false })
  const { products } = await book.api.collection.sheet({ date: '2026-01-31' })
  expect(products.map(({ product }) => product)).toEqual(['pokok', 'wajib'])
})

test('recording what the sheet asks for leaves nothing due', async () => {
  for (const number of ['0001', '0002']) await addMember(book, number, '2026-01-15')
  const { rows } = await book.api.collection.sheet({ date: '2026-03-10' })
  const paid = rows.map(({ memberId, savings }) => ({
    memberId,
    savings: Object.fromEntries(
      Object.entries(savings).flatMap(([product, { due }]) => (due > 0 ? [[product, due] as const] : [])),
    ),
  }))
  await book.api.collection.record({ requestId: requestId(), date: '2026-03-10', cashAccount: '11101', rows: paid })
  const after = await book.api.collection.sheet({ date: '2026-03-10' })
  expect(after.rows.flatMap(({ savings }) => Object.values(savings).map(({ due }) => due))).toEqual(Array(6).fill(0))
})

test('a sheet for a day out of reach is refused', async () => {
  expect(await refusalOf(book.api.collection.sheet({ date: '2999-12-31' }))).toMatchObject({
    code: 'INVALID_INPUT',
    data: { reason: 'date_too_far_ahead', issues: [{ path: ['date'] }] },
  })
})
