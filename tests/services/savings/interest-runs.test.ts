import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, requestId, type TestBook } from '../../support/book.ts'
import { addMember, deposit, openSavings } from '../../support/counter.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
  const memberId = await addMember(book)
  for (const product of ['sukarela', 'hari_raya']) {
    const id = await openSavings(book, memberId, product, '2025-12-31')
    await deposit(book, id, 30_000_000_00, '2025-12-31')
  }
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const setRate = (fromMonth: string, product = 'sukarela') =>
  book.api.savings.setInterest({ product, fromMonth, tiers: [{ from: 0, ratePctPerYear: '12' }] })
const run = (month: string) => book.api.savings.accrueInterest({ requestId: requestId(), month })

test('the first month that has a rate is next while none was booked', async () => {
  await setRate('2026-02')
  expect(await book.api.savings.interestRuns({})).toEqual({ next: '2026-02', rows: [] })
})

test('months that have their interest are told with their sums, the newest first, until they are taken back', async () => {
  await setRate('2026-01')
  const first = await run('2026-01')
  const second = await run('2026-02')
  const { next, rows } = await book.api.savings.interestRuns({})
  expect(next).toBe('2026-03')
  expect(rows).toMatchObject([
    { month: '2026-02', voucher: second.voucher, accounts: 1, gross: second.gross, tax: second.tax, net: second.net },
    { month: '2026-01', voucher: first.voucher, date: '2026-01-31', gross: 300_000_00, tax: 30_000_00 },
  ])
  const undoes = rows[0]?.requestId ?? ''
  await book.api.requests.undo({ requestId: requestId(), undoes, date: '2026-02-28', reason: 'salah bulan' })
  expect(await book.api.savings.interestRuns({})).toMatchObject({ next: '2026-02', rows: [{ month: '2026-01' }] })
  expect(await book.api.savings.previewInterest({ month: '2026-02' })).toMatchObject({ done: null, isOver: true })
})

test('savings that usually earn and have no rate in the month are named with what lies on them', async () => {
  await setRate('2026-02')
  const missing = async (month: string) =>
    (await book.api.savings.previewInterest({ month })).withoutRate.map(({ product, balance }) => [product, balance])
  expect(await missing('2026-01')).toEqual([
    ['sukarela', 30_000_000_00],
    ['hari_raya', 30_000_000_00],
  ])
  expect(await missing('2026-02')).toEqual([['hari_raya', 30_000_000_00]])
  await setRate('2026-02', 'hari_raya')
  expect(await missing('2026-02')).toEqual([])
})
