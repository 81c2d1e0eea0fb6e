import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'
import { balanceOf, linesOf, putCash } from '../../support/counter.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const noted = { '100000': 2, '50000': 1, '500': 0 }

function count(overrides: Record<string, unknown> = {}) {
  return {
    requestId: requestId(),
    date: '2026-02-28',
    cashAccount: '11101',
    denominations: noted,
    countedBy: ['Bendahara Uji', 'Pengawas Uji'] as [string, string],
    ...overrides,
  }
}

test('a count that agrees books nothing and is kept all the same', async () => {
  await putCash(book, 250_000_00)
  const counted = await book.api.cash.count(count())
  expect(counted).toMatchObject({ counted: 250_000_00, expected: 250_000_00, difference: 0, entry: null })
  expect(counted.denominations).toEqual({ '100000': 2, '50000': 1 })
  expect(counted).not.toHaveProperty('voucher')
  expect((await book.api.journal.list({})).rows).toHaveLength(1)
  expect((await book.api.cash.counts({})).rows).toMatchObject([
    { countId: counted.countId, difference: 0, countedBy: ['Bendahara Uji', 'Pengawas Uji'], reason: null },
  ])
})

test('too much money is booked to 48105, with its reason', async () => {
  await putCash(book, 245_000_00)
  const counted = await book.api.cash.count(count({ reason: 'Kembalian tidak diambil' }))
  expect(counted).toMatchObject({ difference: 5_000_00, voucher: 'BM-2026-0001', reason: 'Kembalian tidak diambil' })
  expect(await linesOf(book, counted.entryId ?? '')).toEqual([
    ['11101', 5_000_00, 0],
    ['48105', 0, 5_000_00],
  ])
  expect(await balanceOf(book, '11101')).toBe(250_000_00)
})

test('too little money is booked to 58102', async () => {
  await putCash(book, 260_000_00)
  const counted = await book.api.cash.count(count({ reason: 'Salah kembalian' }))
  expect(counted.difference).toBe(-10_000_00)
  expect(await linesOf(book, counted.entry?.entryId ?? '')).toEqual([
    ['58102', 10_000_00, 0],
    ['11101', 0, 10_000_00],
  ])
})

test('a difference without a reason is refused, and the refusal says how much', async () => {
  await putCash(book, 260_000_00)
  const refusal = await refusalOf(book.api.cash.count(count()))
  expect(refusal).toMatchObject({
    code: 'INVALID_INPUT',
    data: { reason: 'difference_needs_reason', expected: 260_000_00, counted: 250_000_00, difference: 10_000_00 },
  })
  expect(refusal.message).toContain('Rp10.000')
  expect((await book.api.cash.counts({})).rows).toEqual([])
})

test('the book is compared at the end of the day of the count', async () => {
  await putCash(book, 250_000_00, '2026-02-28')
  await putCash(book, 70_000_00, '2026-03-01')
  expect((await book.api.cash.count(count())).difference).toBe(0)
})

test('a shortage that a later day cannot bear is refused', async () => {
  await putCash(book, 260_000_00, '2026-02-01')
  const lines = [{ account: '52202', amount: 255_000_00 }]
  const spent = { requestId: requestId(), date: '2026-03-05', cashAccount: '11101', description: 'Listrik', lines }
  await book.api.cash.spend(spent)
  expect(await refusalOf(book.api.cash.count(count({ reason: 'Hilang' })))).toMatchObject({
    code: 'CASH_BELOW_ZERO',
    data: { day: '2026-03-05' },
  })
  expect((await book.api.cash.counts({})).rows).toEqual([])
})

for (const [what, overrides, path, reason] of [
  ['one person under two spellings', { countedBy: ['Sri  Uji', 'sri uji'] }, ['countedBy', 1], 'same_name'],
  ['one name alone', { countedBy: ['Sri Uji'] }, ['countedBy'], 'two_names'],
  ['an empty second name', { countedBy: ['Sri Uji', ' '] }, ['countedBy', 1], 'required'],
  ['a note of Rp3.000', { denominations: { '3000': 1 } }, ['denominations', '3000'], 'not_a_denomination'],
  ['half a note', { denominations: { '1000': 0.5 } }, ['denominations', '1000'], 'not_whole'],
  ['a bank account', { cashAccount: '11201' }, ['cashAccount'], 'not_counted_cash'],
  ['an e-wallet', { cashAccount: '11401' }, ['cashAccount'], 'not_counted_cash'],
  ['an account that is no cash', { cashAccount: '48106' }, ['cashAccount'], 'not_a_cash_account'],
  ['a day before the founding', { date: '2019-12-31' }, ['date'], 'date_before_founding'],
] as const) {
  test(`a count is refused for ${what}`, async () => {
    const refusal = await refusalOf(book.api.cash.count(count({ denominations: {}, ...overrides })))
    expect(refusal.data.issues).toEqual([{ path, message: reason }])
  })
}

test('nothing is counted into a locked month, not even without a difference', async () => {
  await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-02' })
  expect(await refusalOf(book.api.cash.count(count({ denominations: {} })))).toMatchObject({ code: 'PERIOD_CLOSED' })
})

test('the same request counts once', async () => {
  await putCash(book, 245_000_00)
  const input = count({ reason: 'Kembalian tidak diambil' })
  const first = await book.api.cash.count(input)
  expect(await book.api.cash.count(input)).toEqual(first)
  expect((await book.api.cash.counts({})).rows).toHaveLength(1)
})

test('a signed count cannot be changed or taken away, by nobody', async () => {
  await book.api.cash.count(count({ denominations: {} }))
  const raw = book.desk.app().file.database
  expect(() => raw.exec('UPDATE cash_count SET counted = 1')).toThrow('never changed')
  expect(() => raw.exec('DELETE FROM cash_count')).toThrow('never deleted')
  expect(() => raw.exec('INSERT OR REPLACE INTO cash_count SELECT * FROM cash_count')).toThrow('already signed')
})

test('the newest count comes first, of one cash account if asked', async () => {
  await book.api.cash.count(count({ denominations: {}, date: '2026-01-31' }))
  await book.api.cash.count(count({ denominations: {}, date: '2026-03-31' }))
  await book.api.cash.count(count({ denominations: {}, cashAccount: '11102' }))
  const days = async (input?: { cashAccount: string }) =>
    (await book.api.cash.counts(input)).rows.map(({ date }) => date)
  expect(await days()).toEqual(['2026-03-31', '2026-02-28', '2026-01-31'])
  expect(await days({ cashAccount: '11101' })).toEqual(['2026-03-31', '2026-01-31'])
})
