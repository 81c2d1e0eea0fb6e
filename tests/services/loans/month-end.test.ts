import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusalOf, requestId } from '../../support/book.ts'
import { type LendingBook, openLendingBook } from '../../support/lending.ts'

let book: LendingBook
beforeEach(async () => {
  book = await openLendingBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const ahead = (month: string) => book.api.loans.monthEnd({ month })

test('what is shown before is what the steps then write, and nothing is written by looking', async () => {
  await book.running()
  const before = await ahead('2026-02')
  expect(before).toMatchObject({ date: '2026-02-28', isOver: true, loans: 1 })
  expect([before.allowance.done, before.interest.done]).toEqual([null, null])
  expect(await ahead('2026-02')).toEqual(before)
  const interest = await book.api.loans.accrueInterest({ requestId: requestId(), month: '2026-02' })
  expect(before.interest).toMatchObject({ booked: interest.booked, takenBack: interest.takenBack })
  expect(interest.booked).toBeGreaterThan(0)
  const allowance = await book.api.loans.accrueAllowance({ requestId: requestId(), month: '2026-02' })
  expect(before.allowance).toMatchObject({ needed: allowance.allowance, before: 0, change: allowance.change })
  expect(before.byClass).toEqual(allowance.byClass)
})

test('a step that is written says by which voucher and changes nothing more; undone, it waits again', async () => {
  await book.running()
  const undoes = requestId()
  const { voucher, entryId } = await book.api.loans.accrueAllowance({ requestId: undoes, month: '2026-02' })
  const { allowance } = await ahead('2026-02')
  expect(allowance).toMatchObject({
    change: 0,
    before: allowance.needed,
    done: { requestId: undoes, voucher, entryId },
  })
  await book.api.requests.undo({ requestId: requestId(), undoes, date: '2026-02-28', reason: 'salah bulan' })
  expect((await ahead('2026-02')).allowance).toMatchObject({ done: null, change: allowance.needed })
})

test('a month that still runs is shown and said not to be over; one beyond all reach is refused', async () => {
  await book.running()
  expect((await ahead('2027-01')).isOver).toBe(false)
  expect(await refusalOf(ahead('2199-01'))).toMatchObject({ code: 'INVALID_INPUT' })
})

test('where interest is income when it is paid, none is shown to be booked', async () => {
  await book.running()
  await book.api.loans.setPolicy({ accrueInterest: false })
  expect((await ahead('2026-02')).interest).toEqual({ accrues: false, booked: 0, takenBack: 0, done: null })
})
