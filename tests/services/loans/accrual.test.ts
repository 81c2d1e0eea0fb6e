import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refusalOf, requestId } from '../../support/book.ts'
import { addMember, balanceOf, linesOf } from '../../support/counter.ts'
import { cashAccount, type LendingBook, openLendingBook } from '../../support/lending.ts'

let book: LendingBook
beforeEach(async () => {
  book = await openLendingBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
  await book.close()
})

describe('interest that was booked before it is paid', () => {
  const bookByHand = (loanId: string, date: string, amount: number, owner = book.memberId) =>
    book.api.journal.post({
      ...{ requestId: requestId(), date, description: 'Jasa yang sudah jatuh tempo' },
      lines: [
        { account: '13401', loanId, memberId: owner, debit: amount },
        { account: '41101', loanId, memberId: owner, credit: amount },
      ],
    })

  test('pays nothing: card, quote and what is due stay as they were', async () => {
    const loanId = await book.running()
    const before = await book.api.loans.card({ loanId })
    const quote = await book.api.loans.payoffQuote({ loanId, date: '2026-02-28' })
    await bookByHand(loanId, '2026-02-28', 180_000_00)
    expect(await book.api.loans.card({ loanId })).toEqual({ ...before, accrued: 180_000_00 })
    expect(await book.api.loans.payoffQuote({ loanId, date: '2026-02-28' })).toEqual(quote)
    expect((await book.api.collection.sheet({ date: '2026-02-28' })).rows[0]?.loans[0]?.due).toBe(1_180_000_00)
  })

  test('comes in first when the member pays, over the counter and in the meeting; only the rest is income', async () => {
    const loanId = await book.running()
    await bookByHand(loanId, '2026-02-28', 280_000_00)
    const first = await book.pay(loanId, '2026-03-05', 1_180_000_00)
    expect(await linesOf(book, first.entryId)).toEqual([
      ['11101', 1_180_000_00, 0],
      ['13101', 0, 1_000_000_00],
      ['13401', 0, 180_000_00],
    ])
    const rows = [{ memberId: book.memberId, loans: [{ loanId, amount: 1_180_000_00 }] }]
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
    const loanId = await book.running()
    await bookByHand(loanId, '2026-02-28', 180_000_00)
    const back = (date: string, amount: number) =>
      book.api.journal.post({
        ...{ requestId: requestId(), date, description: 'Kembali' },
        lines: [
          { account: '41101', loanId, memberId: book.memberId, debit: amount },
          { account: '13401', loanId, memberId: book.memberId, credit: amount },
        ],
      })
    const below = { code: 'NOT_ALLOWED', data: { reason: 'accrued_interest_below_zero' } }
    expect(await refusalOf(back('2026-03-01', 180_000_01))).toMatchObject(below)
    expect(await refusalOf(back('2026-02-27', 1))).toMatchObject(below)
    await book.pay(loanId, '2026-03-10', 180_000_00)
    expect(await refusalOf(back('2026-03-01', 1))).toMatchObject({ ...below, data: { day: '2026-03-10' } })
    const other = await addMember(book, '0002')
    const foreign = await refusalOf(bookByHand(loanId, '2026-03-11', 100, other))
    expect(foreign).toMatchObject({ data: { reason: 'loan_not_its_own' } })
  })
})

describe('interest booked at a month’s end', () => {
  const accrue = (month: string, id = requestId()) => book.api.loans.accrueInterest({ requestId: id, month })
  const booked = async (asOf = '2026-12-31') => balanceOf(book, '13401', asOf)

  test('is what fell due and is unpaid, loan by loan, and only what is new of it', async () => {
    const [first, second] = [await book.running(), await book.running({ principal: 6_000_000_00 })]
    await book.pay(second, '2026-02-10', 40_000_00)
    const february = await accrue('2026-02')
    expect(february).toMatchObject({ date: '2026-02-28', loans: 2, booked: 230_000_00, takenBack: 0 })
    const { lines } = await book.api.journal.get({ entryId: february.entryId ?? '' })
    expect(lines.map(({ account, debit, credit, loanId }) => [account, debit / 100, credit / 100, loanId])).toEqual([
      ['13401', 180_000, 0, first],
      ['41101', 0, 180_000, first],
      ['13401', 50_000, 0, second],
      ['41101', 0, 50_000, second],
    ])
    expect(await accrue('2026-03')).toMatchObject({ loans: 2, booked: 270_000_00 })
    expect(await booked()).toBe(500_000_00)
  })

  test('is income once: what is paid later comes in first', async () => {
    const loanId = await book.running()
    await accrue('2026-02')
    const paid = await book.pay(loanId, '2026-03-05', 1_180_000_00)
    expect(await linesOf(book, paid.entryId)).toEqual([
      ['11101', 1_180_000_00, 0],
      ['13101', 0, 1_000_000_00],
      ['13401', 0, 180_000_00],
    ])
    expect(await accrue('2026-03')).toMatchObject({ booked: 180_000_00 })
    expect(await balanceOf(book, '41101')).toBe(-360_000_00)
  })

  test('is taken back of a loan that became substandard, and stands in the memo until it is paid', async () => {
    const loanId = await book.running()
    for (const month of ['2026-02', '2026-03', '2026-04']) await accrue(month)
    expect(await booked()).toBe(540_000_00)
    const may = await accrue('2026-05')
    expect(may).toMatchObject({ loans: 1, booked: 0, takenBack: 540_000_00 })
    expect(await linesOf(book, may.entryId ?? '')).toEqual([
      ['41101', 540_000_00, 0],
      ['13401', 0, 540_000_00],
    ])
    const { rows } = await book.api.loans.classify({ asOf: '2026-05-31' })
    expect(rows).toMatchObject([{ class: 'substandard', interestDue: 720_000_00, interestNotAccrued: 720_000_00 }])
    expect(await accrue('2026-06')).toMatchObject({ entryId: null, voucher: null, loans: 0 })
    await book.pay(loanId, '2026-07-05', 4_720_000_00)
    expect(await balanceOf(book, '41101')).toBe(-720_000_00)
    expect((await accrue('2026-07')).booked).toBe(360_000_00)
  })

  test('is taken back of a loan that was settled for less', async () => {
    const product = await book.product({ ratePctPerMonth: '1.5', earlySettlement: 'due' })
    const january = await settledWhile(await book.running({ product }))
    expect(january).toMatchObject({ takenBack: 121_935_00, booked: 0 })
    expect(await booked('2027-01-31')).toBe(0)
  })

  /** Paid up to the last instalment of the year, 21 of 31 days booked at its end, and settled for what fell due alone. */
  async function settledWhile(loanId: string) {
    await book.pay(loanId, '2026-12-10', 11 * 1_180_000_00)
    const yearEnd = await accrue('2026-12')
    expect(yearEnd.booked).toBe(121_935_00)
    await book.payOff(loanId, '2027-01-05')
    await book.api.cash.receive({
      ...{ requestId: requestId(), date: '2027-01-31', cashAccount, description: 'Lain-lain' },
      lines: [{ account: '48106', amount: 1_00 }],
    })
    return accrue('2027-01')
  }

  test('of a year’s last day counts the days that ran, unless the cooperative decided otherwise', async () => {
    const loanId = await book.running()
    await book.pay(loanId, '2026-12-10', 11 * 1_180_000_00)
    await book.api.loans.setPolicy({ yearEndCutOff: false })
    const id = requestId()
    expect(await accrue('2026-12', id)).toMatchObject({ booked: 0, entryId: null })
    await book.api.requests.undo({ requestId: requestId(), undoes: id, date: '2026-12-31', reason: 'Salah' })
    await book.api.loans.setPolicy({ yearEndCutOff: true })
    expect(await accrue('2026-12')).toMatchObject({ booked: 121_935_00 })
  })

  test('goes on after a payment was taken back, from what then stands', async () => {
    const loanId = await book.running()
    const paid = await book.pay(loanId, '2026-02-10', 100_000_00)
    expect(await accrue('2026-02')).toMatchObject({ booked: 80_000_00 })
    const early = await refusalOf(book.undo(paid.entryId, '2026-02-27'))
    expect(early).toMatchObject({ data: { reason: 'date_before_accrual', date: '2026-02-28' } })
    await book.undo(paid.entryId, '2026-02-28')
    expect((await book.api.loans.card({ loanId })).outstanding).toBe(12_000_000_00)
    expect(await accrue('2026-03')).toMatchObject({ booked: 280_000_00 })
  })

  test('lets nothing be dated before it: no payment, no meeting, no hand-written entry, no payout taken back', async () => {
    const [loanId, other] = [await book.running(), await book.running()]
    await book.pay(other, '2026-02-10', 1_180_000_00)
    await accrue('2026-02')
    const before = { code: 'INVALID_INPUT', data: { reason: 'date_before_accrual', date: '2026-02-28' } }
    expect(await refusalOf(book.pay(loanId, '2026-02-27', 100_00))).toMatchObject(before)
    const rows = [{ memberId: book.memberId, loans: [{ loanId, amount: 100_00 }] }]
    const meeting = { requestId: requestId(), date: '2026-02-20', cashAccount, rows }
    expect(await refusalOf(book.api.collection.record(meeting))).toMatchObject(before)
    const lines = [
      { account: '13101', loanId, memberId: book.memberId, credit: 100_00 },
      { account: cashAccount, debit: 100_00 },
    ]
    const byHand = { requestId: requestId(), date: '2026-02-27', description: 'Catatan', lines }
    expect(await refusalOf(book.api.journal.post(byHand))).toMatchObject(before)
    const entryId = (await book.api.loans.card({ loanId })).rows[0]?.entryId ?? ''
    expect(await refusalOf(book.undo(entryId, '2026-02-27'))).toMatchObject(before)
    expect(await book.pay(loanId, '2026-02-28', 1_180_000_00)).toMatchObject({ interest: 180_000_00 })
    // Nothing was booked of the other loan: it may still be paid on any day.
    expect(await book.pay(other, '2026-02-20', 100_00)).toMatchObject({ date: '2026-02-20' })
  })

  test('is done once a month, can be undone until it was paid, and then done again', async () => {
    const loanId = await book.running()
    const id = requestId()
    expect(await accrue('2026-02', id)).toEqual(await accrue('2026-02', id))
    expect((await refusalOf(accrue('2026-02'))).code).toBe('ALREADY_DONE')
    expect(await refusalOf(accrue('2026-01'))).toMatchObject({ data: { reason: 'later_month_done' } })
    const undo = () =>
      book.api.requests.undo({ requestId: requestId(), undoes: id, date: '2026-03-31', reason: 'Salah' })
    const paid = await book.pay(loanId, '2026-03-05', 180_000_00)
    expect(await refusalOf(undo())).toMatchObject({ data: { reason: 'reverse_first', voucher: paid.voucher } })
    await book.undo(paid.entryId, '2026-03-05')
    await undo()
    expect(await booked()).toBe(0)
    expect(await accrue('2026-03')).toMatchObject({ booked: 360_000_00 })
  })

  test('is refused where interest is income only when it is paid, and in a month that is locked or not over', async () => {
    await book.running()
    expect((await refusalOf(accrue('2027-01'))).data).toMatchObject({ reason: 'month_not_ended' })
    await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-02' })
    expect((await refusalOf(accrue('2026-02'))).code).toBe('PERIOD_CLOSED')
    await book.api.loans.setPolicy({ accrueInterest: false })
    expect(await refusalOf(accrue('2026-03'))).toMatchObject({ data: { reason: 'interest_not_accrued' } })
  })
})
