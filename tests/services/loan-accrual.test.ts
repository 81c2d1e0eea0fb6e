import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../support/book.ts'
import { addMember, balanceOf, linesOf, putCash } from '../support/counter.ts'

const cashAccount = '11101'

let book: TestBook
let memberId: string
beforeEach(async () => {
  book = await openTestBook({ today: '2026-12-31' })
  memberId = await addMember(book)
  await putCash(book, 200_000_000_00)
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
  await book.close()
})

/** A flat loan of Rp12 million over twelve months: due on the 10th, 1.000.000 and 180.000 each time. */
async function running(): Promise<string> {
  const asked = { memberId, product: 'flat', principal: 12_000_000_00, months: 12, purpose: 'Warung' }
  const { loanId } = await book.api.loans.apply({ requestId: requestId(), ...asked, date: '2026-01-05' })
  await book.api.loans.approve({ requestId: requestId(), loanId, date: '2026-01-05', approvedBy: 'Sri Wahyuni' })
  await book.api.loans.disburse({ requestId: requestId(), loanId, date: '2026-01-10', cashAccount })
  return loanId
}

const pay = (loanId: string, date: string, amount: number) =>
  book.api.loans.pay({ requestId: requestId(), loanId, date, amount, cashAccount })

describe('interest that was booked before it is paid', () => {
  const bookByHand = (loanId: string, date: string, amount: number, owner = memberId) =>
    book.api.journal.post({
      ...{ requestId: requestId(), date, description: 'Jasa yang sudah jatuh tempo' },
      lines: [
        { account: '13401', loanId, memberId: owner, debit: amount },
        { account: '41101', loanId, memberId: owner, credit: amount },
      ],
    })

  test('pays nothing: card, quote and what is due stay as they were', async () => {
    const loanId = await running()
    const before = await book.api.loans.card({ loanId })
    const quote = await book.api.loans.payoffQuote({ loanId, date: '2026-02-28' })
    await bookByHand(loanId, '2026-02-28', 180_000_00)
    expect(await book.api.loans.card({ loanId })).toEqual(before)
    expect(await book.api.loans.payoffQuote({ loanId, date: '2026-02-28' })).toEqual(quote)
    expect((await book.api.collection.sheet({ date: '2026-02-28' })).rows[0]?.loans[0]?.due).toBe(1_180_000_00)
  })

  test('comes in first when the member pays, over the counter and in the meeting; only the rest is income', async () => {
    const loanId = await running()
    await bookByHand(loanId, '2026-02-28', 280_000_00)
    const first = await pay(loanId, '2026-03-05', 1_180_000_00)
    expect(await linesOf(book, first.entryId)).toEqual([
      ['11101', 1_180_000_00, 0],
      ['13101', 0, 1_000_000_00],
      ['13401', 0, 180_000_00],
    ])
    const rows = [{ memberId, loans: [{ loanId, amount: 1_180_000_00 }] }]
    const meeting = await book.api.collection.record({ requestId: requestId(), date: '2026-03-10', cashAccount, rows })
    expect(await linesOf(book, meeting.entryId)).toEqual([
      ['11101', 1_180_000_00, 0],
      ['13101', 0, 1_000_000_00],
      ['13401', 0, 100_000_00],
      ['41101', 0, 80_000_00],
    ])
    expect([await balanceOf(book, '13401'), await balanceOf(book, '41101')]).toEqual([0, -360_000_00])
    const { rows: movements } = await book.api.loans.card({ loanId })
    expect(movements.map(({ principal, interest }) => [principal / 100, interest / 100])).toEqual([
      [0, 0],
      [1_000_000, 180_000],
      [1_000_000, 180_000],
    ])
  })

  test('is never below nothing on any day, and never another member’s', async () => {
    const loanId = await running()
    await bookByHand(loanId, '2026-02-28', 180_000_00)
    const back = (date: string, amount: number) =>
      book.api.journal.post({
        ...{ requestId: requestId(), date, description: 'Kembali' },
        lines: [
          { account: '41101', loanId, memberId, debit: amount },
          { account: '13401', loanId, memberId, credit: amount },
        ],
      })
    const below = { code: 'NOT_ALLOWED', data: { reason: 'accrued_interest_below_zero' } }
    expect(await refusalOf(back('2026-03-01', 180_000_01))).toMatchObject(below)
    expect(await refusalOf(back('2026-02-27', 1))).toMatchObject(below)
    await pay(loanId, '2026-03-10', 180_000_00)
    expect(await refusalOf(back('2026-03-01', 1))).toMatchObject({ ...below, data: { day: '2026-03-10' } })
    const other = await addMember(book, '0002')
    const foreign = await refusalOf(bookByHand(loanId, '2026-03-11', 100, other))
    expect(foreign).toMatchObject({ data: { reason: 'loan_not_its_own' } })
  })
})
