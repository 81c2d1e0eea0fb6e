import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'
import { addMember, approvedLoan, putCash } from '../../support/counter.ts'

const cashAccount = '11101'

let book: TestBook
let loanId: string
beforeEach(async () => {
  book = await openTestBook({ today: '2026-12-31' })
  await putCash(book, 1_000_000_00)
  loanId = await approvedLoan(book, await addMember(book))
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

test('what is due is what the sheet of the meeting asks for, and a payment of it leaves nothing', async () => {
  await book.api.loans.disburse({ requestId: requestId(), loanId, date: '2026-01-10', cashAccount })
  const date = '2026-03-10'
  const due = await book.api.loans.due({ loanId, date })
  expect(due).toEqual({
    ...{ principal: 20_000_00, interest: 3_000_00, penalty: 0, total: 23_000_00, held: 0 },
    ...{ instalments: 2, since: '2026-02-10' },
    next: { dueOn: '2026-04-10', total: 11_500_00 },
  })
  expect((await book.api.collection.sheet({ date })).rows[0]?.loans[0]?.due).toBe(due.total)
  await book.api.loans.pay({ requestId: requestId(), loanId, date, amount: due.total, cashAccount })
  expect(await book.api.loans.due({ loanId, date })).toMatchObject({ total: 0, since: null })
})

test('nothing is asked for before the payout or of a settled loan', async () => {
  expect(await refusalOf(book.api.loans.due({ loanId, date: '2026-03-10' }))).toMatchObject({
    data: { reason: 'loan_not_disbursed' },
  })
  await book.api.loans.disburse({ requestId: requestId(), loanId, date: '2026-01-10', cashAccount })
  expect(await refusalOf(book.api.loans.due({ loanId, date: '2026-01-09' }))).toMatchObject({
    data: { reason: 'date_before_loan' },
  })
  await book.api.loans.payOff({ requestId: requestId(), loanId, date: '2026-01-10', cashAccount })
  expect(await refusalOf(book.api.loans.due({ loanId, date: '2026-03-10' }))).toMatchObject({
    data: { reason: 'loan_settled' },
  })
})
