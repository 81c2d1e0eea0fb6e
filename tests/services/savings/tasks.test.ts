import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, requestId, type TestBook } from '../../support/book.ts'
import { addMember, deposit, openSavings } from '../../support/counter.ts'

let book: TestBook
let memberId: string
beforeEach(async () => {
  book = await openTestBook()
  memberId = await addMember(book)
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const waiting = async (asOf: string) =>
  (await book.api.home.summary({ asOf })).todo
    .filter(({ task }) => task === 'savings_interest' || task === 'terms_due')
    .map(({ task, count, amount, month }) => [task, count, amount, month])

test('a month that is over and earns waits on the start screen until its interest is booked', async () => {
  const id = await openSavings(book, memberId, 'sukarela', '2026-08-01')
  await deposit(book, id, 1_000_000_00, '2026-08-01')
  expect(await waiting('2026-10-30')).toEqual([])
  await book.api.savings.setInterest({
    product: 'sukarela',
    fromMonth: '2026-09',
    tiers: [{ from: 0, ratePctPerYear: '6' }],
  })
  expect(await waiting('2026-09-29')).toEqual([])
  expect(await waiting('2026-10-30')).toEqual([['savings_interest', 1, null, '2026-09']])
  await book.api.savings.accrueInterest({ requestId: requestId(), month: '2026-09' })
  expect(await waiting('2026-10-30')).toEqual([])
  expect(await waiting('2026-10-31')).toEqual([['savings_interest', 1, null, '2026-10']])
})

test('no interest waits where nothing lies on savings that earn', async () => {
  const tiers = [{ from: 0, ratePctPerYear: '6' }]
  await openSavings(book, memberId, 'sukarela', '2026-08-01')
  await book.api.savings.setInterest({ product: 'sukarela', fromMonth: '2026-08', tiers })
  expect(await waiting('2026-10-30')).toEqual([])
})

test('term deposits wait on the start screen from a week before they fall due until they end', async () => {
  const agreed = { product: 'berjangka', date: '2026-08-20', amount: 5_000_000_00, months: 3, ratePctPerYear: '0' }
  const { savingsAccountId } = await book.api.savings.termOpen({
    ...{ requestId: requestId(), memberId, cashAccount: '11101', ...agreed },
  })
  const terms = async (asOf: string) => (await waiting(asOf)).filter(([task]) => task === 'terms_due')
  expect(await terms('2026-11-13')).toEqual([])
  expect(await terms('2026-11-14')).toEqual([['terms_due', 1, 5_000_000_00, null]])
  const ending = { requestId: requestId(), savingsAccountId, date: '2026-11-20', cashAccount: '11101' }
  await book.api.savings.termClose(ending)
  expect(await terms('2026-11-20')).toEqual([])
})
