import { afterEach, beforeEach, expect, test } from 'vitest'
import { requestId } from '../../support/book.ts'
import { type LendingBook, openLendingBook } from '../../support/lending.ts'

let book: LendingBook
beforeEach(async () => {
  book = await openLendingBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true, problems: [] })
  await book.close()
})

async function restructured(loanId: string, date: string): Promise<string> {
  const anew = { months: 24, reason: 'Panen gagal', approvedBy: 'Sri Wahyuni' }
  return (await book.api.loans.restructure({ requestId: requestId(), loanId, date, ...anew })).loanId
}

const classOn = async (asOf: string) => {
  const { rows } = await book.api.loans.classify({ asOf })
  return rows.map((row) => [row.class, row.restructured])
}

/** What falls due of a loan every month: 500.000 and 180.000. */
const instalment = 680_000_00

test('a loan that goes on as another keeps its class until three instalments in a row were paid on time', async () => {
  const loanId = await restructured(await book.running(), '2026-06-20')
  expect(await classOn('2026-06-19')).toEqual([['substandard', false]])
  expect(await classOn('2026-06-20')).toEqual([['substandard', true]])
  for (const date of ['2026-07-20', '2026-08-18']) await book.pay(loanId, date, instalment)
  expect(await classOn('2026-09-19')).toEqual([['substandard', true]])
  await book.pay(loanId, '2026-09-20', instalment)
  expect(await classOn('2026-09-19')).toEqual([['substandard', true]])
  expect(await classOn('2026-09-20')).toEqual([['current', true]])
  expect(await classOn('2026-10-31')).toEqual([['current', true]])
})

test('one that was paid late keeps it longer, and one nobody pays gets worse', async () => {
  const late = await restructured(await book.running(), '2026-06-20')
  await restructured(await book.running(), '2026-06-20')
  for (const date of ['2026-07-20', '2026-08-21', '2026-09-20', '2026-10-20']) await book.pay(late, date, instalment)
  expect(await classOn('2026-10-31')).toEqual([
    ['substandard', true],
    ['substandard', true],
  ])
  await book.pay(late, '2026-11-20', instalment)
  expect(await classOn('2027-01-21')).toEqual([
    ['current', true],
    ['loss', true],
  ])
})

test('the class goes on through a second restructuring, and comes back when it is taken back', async () => {
  const first = await book.running()
  const second = await restructured(first, '2026-06-20')
  const third = await restructured(second, '2026-07-05')
  expect(await classOn('2026-07-31')).toEqual([['substandard', true]])
  const { rows } = await book.api.loans.card({ loanId: third })
  await book.undo(rows[0]?.entryId ?? '', '2026-08-01')
  const classes = await book.api.loans.classify({ asOf: '2026-08-01' })
  expect(classes.rows.map((row) => [row.loanId, row.class, row.restructured])).toEqual([[second, 'substandard', true]])
})

test('no interest is booked of it while its class is kept, and the month’s end keeps that it was restructured', async () => {
  const loanId = await restructured(await book.running(), '2026-06-20')
  const july = await book.api.loans.accrueInterest({ requestId: requestId(), month: '2026-07' })
  expect(july).toMatchObject({ booked: 0, entryId: null })
  await book.api.loans.accrueAllowance({ requestId: requestId(), month: '2026-07' })
  const kept = book.desk.app().file.database.prepare('SELECT loan_id, class, restructured FROM loan_class').all()
  expect(kept).toEqual([{ loan_id: loanId, class: 'substandard', restructured: 1 }])
})

test('a loan that was written off is no part of the classes any more, nor of the visits', async () => {
  const loanId = await book.running()
  const decision = { number: '1/RAT', on: '2026-11-01', by: 'rat' as const }
  await book.api.loans.writeOff({ requestId: requestId(), loanId, date: '2026-11-01', decision })
  expect(await classOn('2026-10-31')).toEqual([['loss', false]])
  expect(await classOn('2026-11-01')).toEqual([])
  expect((await book.api.loans.reminders({ asOf: '2026-11-30' })).rows).toEqual([])
  const november = await book.api.loans.accrueAllowance({ requestId: requestId(), month: '2026-11' })
  expect(november).toMatchObject({ loans: 0, allowance: 0, change: 0 })
})
