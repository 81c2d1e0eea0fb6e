import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../support/book.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  await book.close()
})

function sale(amount: number, date = '2026-01-05') {
  return {
    requestId: requestId(),
    date,
    description: 'Pendapatan lain',
    lines: [
      { account: '11101', debit: amount },
      { account: '48106', credit: amount },
    ],
  }
}

test('a balanced entry gets a voucher, a date and a hash', async () => {
  const posted = await book.api.journal.post(sale(150_000_00))
  expect(posted).toMatchObject({ voucher: 'BM-2026-0001', date: '2026-01-05', warnings: [] })
  expect(posted.hash).toMatch(/^[0-9a-f]{64}$/)
  const entry = await book.api.journal.get({ entryId: posted.entryId })
  expect(entry.lines.map(({ account, debit, credit }) => [account, debit, credit])).toEqual([
    ['11101', 150_000_00, 0],
    ['48106', 0, 150_000_00],
  ])
})

test('an entry of a day to come is warned of, the same whenever its request comes again; today is not', async () => {
  const ahead = sale(150_000_00, '2026-11-21')
  const posted = await book.api.journal.post(ahead)
  expect(posted.warnings).toEqual(['date_in_future'])
  expect(await book.api.journal.post(ahead)).toEqual(posted)
  expect((await book.api.journal.post(sale(150_000_00, '2026-11-20'))).warnings).toEqual([])
})

test('an unbalanced entry is refused and nothing is saved', async () => {
  const input = {
    ...sale(100),
    lines: [
      { account: '11101', debit: 100 },
      { account: '48106', credit: 99 },
    ],
  }
  expect(await refusalOf(book.api.journal.post(input))).toMatchObject({ code: 'UNBALANCED', data: { difference: 1 } })
  expect((await book.api.journal.list({})).rows).toEqual([])
  expect(book.bugs).toEqual([])
})

test('the same request posts once', async () => {
  const input = sale(500)
  const first = await book.api.journal.post(input)
  expect(await book.api.journal.post(input)).toEqual(first)
  expect((await book.api.journal.list({})).rows).toHaveLength(1)
})
