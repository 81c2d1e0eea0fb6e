import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../support/book.ts'
import { actOnYear } from '../support/counter.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

function income(date: string) {
  return {
    requestId: requestId(),
    date,
    description: 'Pendapatan lain',
    lines: [
      { account: '11101', debit: 100_00 },
      { account: '48106', credit: 100_00 },
    ],
  }
}

test('nothing can be dated into a locked month, and the next month stays open', async () => {
  await book.api.journal.post(income('2026-01-10'))
  const locked = await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-01' })
  expect(locked).toMatchObject({ month: '2026-01', state: 'locked', entries: 1 })
  expect(await refusalOf(book.api.journal.post(income('2026-01-31')))).toMatchObject({
    code: 'PERIOD_CLOSED',
    data: { period: '2026-01' },
    message: expect.stringContaining('Januari 2026'),
  })
  await book.api.journal.post(income('2026-02-01'))
})

test('a reversal cannot be dated into a locked month either', async () => {
  const posted = await book.api.journal.post(income('2026-01-10'))
  await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-01' })
  const reversal = { requestId: requestId(), entryId: posted.entryId, date: '2026-01-20', reason: 'Salah catat' }
  expect((await refusalOf(book.api.journal.reverse(reversal))).code).toBe('PERIOD_CLOSED')
  const later = await book.api.journal.reverse({ ...reversal, requestId: requestId(), date: '2026-02-01' })
  expect(later.voucher).toBe('BM-2026-0002')
})

test('a month is unlocked with a reason that is kept', async () => {
  await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-01' })
  const bare = { requestId: requestId(), month: '2026-01' }
  expect(await refusalOf(book.api.periods.unlockMonth(bare))).toMatchObject({
    code: 'INVALID_INPUT',
    data: { issues: [{ path: ['reason'], message: 'reason_required' }] },
  })
  const reason = 'Kuitansi terselip'
  const unlocked = await book.api.periods.unlockMonth({ ...bare, requestId: requestId(), reason })
  expect(unlocked).toMatchObject({ state: 'open', reason })
  await book.api.journal.post(income('2026-01-31'))
})

test('a month is not locked twice, nor before it has begun', async () => {
  await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-01' })
  const again = book.api.periods.lockMonth({ requestId: requestId(), month: '2026-01' })
  expect((await refusalOf(again)).code).toBe('ALREADY_DONE')
  const future = book.api.periods.lockMonth({ requestId: requestId(), month: '2026-12' })
  expect(await refusalOf(future)).toMatchObject({ code: 'INVALID_INPUT', data: { reason: 'month_not_begun' } })
  const open = book.api.periods.unlockMonth({ requestId: requestId(), month: '2026-02', reason: 'Tidak terkunci' })
  expect((await refusalOf(open)).code).toBe('ALREADY_DONE')
})

test('a month of a closed year stays locked until the year is reopened', async () => {
  await book.api.journal.post(income('2025-12-10'))
  await book.api.periods.lockMonth({ requestId: requestId(), month: '2025-12' })
  actOnYear(book, 2025, 'close')
  const unlock = () => book.api.periods.unlockMonth({ requestId: requestId(), month: '2025-12', reason: 'Kuitansi' })
  expect(await refusalOf(unlock())).toMatchObject({
    code: 'PERIOD_CLOSED',
    data: { reason: 'year', period: '2025' },
    message: expect.stringContaining('Tahun 2025'),
  })
  const { rows } = await book.api.periods.list({ year: 2025 })
  expect(rows.find(({ month }) => month === '2025-12')).toMatchObject({ state: 'locked' })
  actOnYear(book, 2025, 'reopen')
  expect(await unlock()).toMatchObject({ state: 'open', reason: 'Kuitansi' })
})

test('the list runs from the first entry to this month, newest first', async () => {
  await book.api.journal.post(income('2026-08-10'))
  await book.api.journal.post(income('2026-08-11'))
  const { rows } = await book.api.periods.list()
  expect(rows.map((row) => [row.month, row.entries])).toEqual([
    ['2026-11', 0],
    ['2026-10', 0],
    ['2026-09', 0],
    ['2026-08', 2],
  ])
})

test('a supervisor may look but not lock', async () => {
  const supervisor = book.as({ id: 'pengawas', role: 'supervisor' })
  const refused = supervisor.periods.lockMonth({ requestId: requestId(), month: '2026-01' })
  expect((await refusalOf(refused)).code).toBe('NOT_ALLOWED')
  expect((await supervisor.periods.list()).rows).not.toEqual([])
})
