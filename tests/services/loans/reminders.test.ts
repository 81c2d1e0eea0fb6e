import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refusalOf, requestId } from '../../support/book.ts'
import { addMember } from '../../support/counter.ts'
import { type LendingBook, openLendingBook } from '../../support/lending.ts'

let book: LendingBook
beforeEach(async () => {
  book = await openLendingBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const note = (loanId: string, date: string, letter: 1 | 2 | 3, id = requestId()) =>
  book.api.loans.noteReminder({ requestId: id, loanId, date, letter })
const reminders = (asOf: string) => book.api.loans.reminders({ asOf })
const letterOn = async (asOf: string) => (await reminders(asOf)).rows[0]?.letter

describe('whom to visit', () => {
  test('is told hamlet by hamlet, members in the order of their numbers, those without a hamlet last', async () => {
    const homes = [
      ['0010', 'Krajan', '081234567890'],
      ['0009', 'krajan', null],
      ['0002', 'Bendo', null],
      ['0003', null, null],
    ] as const
    for (const [number, hamlet, phone] of homes) {
      const memberId = await addMember(book, number)
      await book.api.members.update({ requestId: requestId(), memberId, hamlet: hamlet ?? '', phone: phone ?? '' })
      await book.running({ memberId })
    }
    const { rows, hamlets, totals } = await reminders('2026-02-28')
    expect(rows.map((row) => [row.memberNumber, row.hamlet, row.phone])).toEqual([
      ['0002', 'Bendo', null],
      ['0009', 'krajan', null],
      ['0010', 'Krajan', '081234567890'],
      ['0003', null, null],
    ])
    expect(rows[2]).toMatchObject({ daysOverdue: 18, since: '2026-02-10', arrears: 1_180_000_00, letter: 1 })
    expect(hamlets.map(({ hamlet, loans, arrears }) => [hamlet, loans, arrears / 100])).toEqual([
      ['Bendo', 1, 1_180_000],
      ['krajan', 2, 2_360_000],
      [null, 1, 1_180_000],
    ])
    expect(totals).toEqual({ loans: 4, arrears: 4 * 1_180_000_00, letters: 4 })
  })

  test('leaves out who is not behind: nothing due yet, paid up, settled', async () => {
    await book.running()
    const paid = await book.running()
    await book.pay(paid, '2026-02-10', 1_180_000_00)
    await book.payOff(await book.running(), '2026-02-10')
    expect((await reminders('2026-02-10')).rows).toEqual([])
    expect((await reminders('2026-02-11')).rows).toHaveLength(1)
    expect((await reminders('2026-01-01')).totals).toEqual({ loans: 0, arrears: 0, letters: 0 })
  })
})

describe('letters', () => {
  test('fall due one after another, when the days the cooperative decided are reached', async () => {
    const loanId = await book.running()
    expect([await letterOn('2026-02-23'), await letterOn('2026-02-24')]).toEqual([null, 1])
    await note(loanId, '2026-02-25', 1)
    expect([await letterOn('2026-02-24'), await letterOn('2026-02-25'), await letterOn('2026-03-12')]).toEqual([
      1,
      null,
      2,
    ])
    // Far behind, but the second was never sent: it goes before the third.
    expect(await letterOn('2026-06-30')).toBe(2)
    await note(loanId, '2026-06-30', 2)
    expect(await letterOn('2026-06-30')).toBe(3)
    await note(loanId, '2026-07-15', 3)
    expect((await reminders('2026-12-31')).rows).toMatchObject([
      { letter: null, lastLetter: { letter: 3, date: '2026-07-15' } },
    ])
    await book.api.loans.setPolicy({ reminderDays: [1, 2, 3] })
    expect((await reminders('2026-02-11')).rows[0]?.letter).toBe(1)
  })

  test('begin anew when what they were about was paid', async () => {
    const loanId = await book.running()
    await note(loanId, '2026-03-01', 1)
    await book.pay(loanId, '2026-03-05', 1_180_000_00)
    expect((await reminders('2026-04-09')).rows).toMatchObject([{ since: '2026-03-10', letter: 1, lastLetter: null }])
    expect(await note(loanId, '2026-04-09', 1)).toMatchObject({ letter: 1 })
  })

  test('may go out before their day, but never out of order, twice, or before the one before', async () => {
    const loanId = await book.running()
    const outOfOrder = { code: 'INVALID_INPUT', data: { reason: 'letter_out_of_order', next: 1 } }
    expect(await refusalOf(note(loanId, '2026-02-20', 2))).toMatchObject(outOfOrder)
    await note(loanId, '2026-02-20', 1)
    expect(await refusalOf(note(loanId, '2026-02-21', 1))).toMatchObject({
      ...{ code: 'ALREADY_DONE', data: { reason: 'letter_noted', letter: 1, date: '2026-02-20' } },
    })
    expect(await refusalOf(note(loanId, '2026-02-21', 3))).toMatchObject({ data: { next: 2 } })
    expect(await refusalOf(note(loanId, '2026-02-19', 2))).toMatchObject({ data: { reason: 'date_before_letter' } })
  })

  test('are for loans that are behind: not before, not after, not for a loan that waits, and for no loan', async () => {
    const loanId = await book.running()
    const notBehind = { code: 'NOT_ALLOWED', data: { reason: 'loan_not_overdue' } }
    expect(await refusalOf(note(loanId, '2026-02-10', 1))).toMatchObject(notBehind)
    await book.payOff(loanId, '2026-02-20')
    expect(await refusalOf(note(loanId, '2026-02-20', 1))).toMatchObject(notBehind)
    expect(await refusalOf(note(await book.approved(), '2026-02-20', 1))).toMatchObject(notBehind)
    expect((await refusalOf(note('none', '2026-02-20', 1))).code).toBe('NOT_FOUND')
    expect((await refusalOf(note(loanId, '2029-02-20', 1))).code).toBe('INVALID_INPUT')
    expect((await refusalOf(note(loanId, '2026-02-19', 4 as never))).code).toBe('INVALID_INPUT')
  })

  test('sent twice are noted once, and one that was undone was never sent', async () => {
    const loanId = await book.running()
    const id = requestId()
    expect(await note(loanId, '2026-03-01', 1, id)).toEqual(await note(loanId, '2026-03-01', 1, id))
    const undo = { requestId: requestId(), undoes: id, date: '2026-03-02', reason: 'Belum dikirim' }
    expect(await book.api.requests.undo(undo)).toMatchObject({ entries: [], removed: 1 })
    expect((await reminders('2026-03-02')).rows).toMatchObject([{ letter: 1, lastLetter: null }])
    expect(await note(loanId, '2026-03-02', 1)).toMatchObject({ letter: 1 })
  })
})
