import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refusalOf, requestId } from '../../support/book.ts'
import { balanceOf, linesOf, putCash } from '../../support/counter.ts'
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

const accrue = (month: string, id = requestId()) => book.api.loans.accrueAllowance({ requestId: id, month })
const setAside = async (asOf: string) => 0 - (await balanceOf(book, '13901', asOf))

test('the first month sets all aside, the next only the change, and less when a loan got better', async () => {
  const loanId = await book.running()
  const january = await accrue('2026-01')
  expect(january).toMatchObject({ date: '2026-01-31', loans: 1, allowance: 60_000_00, before: 0, change: 60_000_00 })
  expect(january.voucher).toMatch(/^BM-2026-/)
  expect(await linesOf(book, january.entryId ?? '')).toEqual([
    ['52301', 60_000_00, 0],
    ['13901', 0, 60_000_00],
  ])
  const june = await accrue('2026-06')
  expect(june).toMatchObject({ allowance: 1_200_000_00, before: 60_000_00, change: 1_140_000_00 })
  expect(june.byClass.map(({ class: name, loans }) => [name, loans])).toEqual([
    ['current', 0],
    ['substandard', 1],
    ['doubtful', 0],
    ['loss', 0],
  ])
  await book.pay(loanId, '2026-07-01', 6_000_000_00)
  const july = await accrue('2026-07')
  expect(july).toMatchObject({ allowance: 35_000_00, change: -1_165_000_00 })
  expect(await linesOf(book, july.entryId ?? '')).toEqual([
    ['13901', 1_165_000_00, 0],
    ['52301', 0, 1_165_000_00],
  ])
  expect([await setAside('2026-06-30'), await setAside('2026-07-31')]).toEqual([1_200_000_00, 35_000_00])
})

test('a month in which nothing changes writes no voucher, and is done all the same', async () => {
  await book.running()
  await accrue('2026-01')
  const entries = (await book.api.ledger.verify()).entries
  expect(await accrue('2026-02')).toMatchObject({ entryId: null, voucher: null, hash: null, change: 0 })
  expect((await book.api.ledger.verify()).entries).toBe(entries)
  expect(await refusalOf(accrue('2026-02'))).toMatchObject({ code: 'ALREADY_DONE' })
})

test('without any loan a month end is nothing to write', async () => {
  expect(await accrue('2026-03')).toMatchObject({ loans: 0, allowance: 0, change: 0, entryId: null })
})

test('what was set aside by hand counts as what is there', async () => {
  await book.running()
  const lines = [
    { account: '52301', debit: 10_000_00 },
    { account: '13901', credit: 10_000_00 },
  ]
  await book.api.journal.post({ requestId: requestId(), date: '2026-01-20', description: 'Koreksi', lines })
  expect(await accrue('2026-01')).toMatchObject({ before: 10_000_00, change: 50_000_00 })
})

test('each unit sets aside for its own loans', async () => {
  await book.running()
  const { database } = book.desk.app().file
  database.exec("UPDATE loan_product SET unit = 'usp' WHERE id = 'flat'")
  await book.running({ principal: 6_000_000_00 })
  const { entryId } = await accrue('2026-01')
  const { lines } = await book.api.journal.get({ entryId: entryId ?? '' })
  expect(lines.map(({ account, unit, debit, credit }) => [account, unit, debit, credit])).toEqual([
    ['52301', 'general', 60_000_00, 0],
    ['13901', 'general', 0, 60_000_00],
    ['52301', 'usp', 30_000_00, 0],
    ['13901', 'usp', 0, 30_000_00],
  ])
})

describe('a month end', () => {
  test('that was sent twice is done once; asked for again it is refused', async () => {
    await book.running()
    const id = requestId()
    expect(await accrue('2026-01', id)).toEqual(await accrue('2026-01', id))
    expect(await refusalOf(accrue('2026-01'))).toMatchObject({ code: 'ALREADY_DONE', data: { undoes: id } })
    expect(await refusalOf(accrue('2026-02', id))).toMatchObject({ code: 'REQUEST_ID_REUSED' })
    expect(await setAside('2026-12-31')).toBe(60_000_00)
  })

  test('that was undone can be done again, with or without a voucher', async () => {
    await book.running()
    const [first, second] = [requestId(), requestId()]
    await accrue('2026-01', first)
    await accrue('2026-02', second)
    const undo = (undoes: string, date: string) =>
      book.api.requests.undo({ requestId: requestId(), undoes, date, reason: 'Salah' })
    expect(await refusalOf(undo(first, '2026-01-31'))).toMatchObject({ data: { reason: 'later_month_done' } })
    expect(await undo(second, '2026-02-28')).toMatchObject({ entries: [], removed: 1 })
    expect((await refusalOf(undo(second, '2026-02-28'))).code).toBe('ALREADY_DONE')
    expect((await undo(first, '2026-01-31')).entries).toHaveLength(1)
    expect(await setAside('2026-12-31')).toBe(0)
    expect(await accrue('2026-01')).toMatchObject({ before: 0, change: 60_000_00 })
  })

  test('whose voucher was reversed does not count any more', async () => {
    await book.running()
    const { entryId } = await accrue('2026-01')
    const undo = { requestId: requestId(), entryId: entryId ?? '', date: '2026-02-01', reason: 'Salah' }
    await book.api.journal.reverse(undo)
    // On 31 January it still stands in the books: the change is made up for in the month of its reversal.
    expect(await accrue('2026-01')).toMatchObject({ before: 60_000_00, change: 0 })
    expect(await accrue('2026-02')).toMatchObject({ before: 0, change: 60_000_00 })
  })

  test('before one that is done is refused, and names it', async () => {
    await book.running()
    await accrue('2026-02')
    const refused = await refusalOf(accrue('2026-01'))
    expect(refused).toMatchObject({ code: 'NOT_ALLOWED', data: { reason: 'later_month_done', month: '2026-02' } })
  })

  test('that is not over, far ahead, locked, before the cooperative, or no month is refused', async () => {
    await book.close()
    book = await openLendingBook(undefined, '2026-06-29')
    await book.running()
    const reasonOf = async (month: string) => {
      const { code, data } = await refusalOf(accrue(month))
      return [code, data.reason ?? JSON.stringify(data.issues)]
    }
    expect(await reasonOf('2026-06')).toEqual(['INVALID_INPUT', 'month_not_ended'])
    expect(await reasonOf('2028-06')).toEqual(['INVALID_INPUT', 'date_too_far_ahead'])
    expect(await reasonOf('2019-12')).toEqual(['INVALID_INPUT', 'date_before_founding'])
    expect(await reasonOf('2026-13')).toEqual(['INVALID_INPUT', expect.stringContaining('not_a_month')])
    await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-05' })
    expect((await refusalOf(accrue('2026-05'))).code).toBe('PERIOD_CLOSED')
    await accrue('2026-04')
    await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-03' })
    expect((await refusalOf(accrue('2026-03'))).code).toBe('PERIOD_CLOSED')
  })

  test('is over too when the newest entry says so, whatever the clock says', async () => {
    await book.close()
    book = await openLendingBook(undefined, '2026-01-15')
    await book.running()
    expect((await refusalOf(accrue('2026-01'))).code).toBe('INVALID_INPUT')
    await putCash(book, 1_00, '2026-01-31')
    expect(await accrue('2026-01')).toMatchObject({ change: 60_000_00 })
  })

  test('keeps its classes for ever: no other program changes, adds or takes away one', async () => {
    await book.running()
    await accrue('2026-01')
    const { database } = book.desk.app().file
    expect(() => database.exec("UPDATE loan_class SET class = 'loss'")).toThrow(/never changed/)
    expect(() => database.exec('DELETE FROM loan_class')).toThrow(/never deleted/)
    expect(() => database.exec('UPDATE loan_month_end SET month = 2')).toThrow(/never changed/)
    const again = 'INSERT INTO loan_month_end SELECT hex(randomblob(8)), step, month, preset, NULL FROM loan_month_end'
    expect(() => database.exec(again)).toThrow(/this month or a later one is done/)
    const replace = 'INSERT OR REPLACE INTO loan_class SELECT * FROM loan_class'
    expect(() => database.exec(replace)).toThrow(/this row exists/)
  })
})
