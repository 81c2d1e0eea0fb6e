import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BookConnection } from '../../../electron/backend/db/dialect.ts'
import { addDays } from '../../../shared/calendar.ts'
import { requestId } from '../../support/book.ts'
import { type LendingBook, openLendingBook } from '../../support/lending.ts'

/** A loan that goes on as another keeps the class of the day before, which is asked for all such loans together. */

let book: LendingBook
beforeEach(async () => {
  book = await openLendingBook(1_000_000_000_00)
})
afterEach(async () => {
  vi.restoreAllMocks()
  expect(book.bugs).toEqual([])
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true, problems: [] })
  await book.close()
})

async function goneOn(loanId: string, date: string): Promise<string> {
  const agreed = { months: 24, reason: 'Panen gagal', approvedBy: 'Sri Wahyuni', capitaliseInterest: true }
  return (await book.api.loans.restructure({ requestId: requestId(), loanId, date, ...agreed })).loanId
}

const classOf = async (loanId: string, asOf: string) => {
  const { rows } = await book.api.loans.classify({ asOf })
  return rows.find((row) => row.loanId === loanId)?.class
}

const motor = { kind: 'Motor', owner: 'Anggota 0001', appraised: 13_000_000_00, appraisedOn: '2026-09-15' }
const restructuredOn = ['2026-03-05', '2026-05-20', '2026-07-12', '2026-08-31', '2026-10-02', '2026-12-11']

test('it is the class the other loan had, whatever was paid, pledged, given back, undone or agreed before', async () => {
  const seen = new Set<string>()
  for (const [index, date] of restructuredOn.entries()) {
    for (const wish of [
      { product: 'flat' },
      { product: 'declining', collateral: [motor] },
      { product: 'annuity', jointLiability: true },
    ]) {
      const loanId = await book.running(wish)
      if (index % 2 === 0) await book.pay(loanId, '2026-02-10', 1_180_000_00)
      const mistaken = await book.pay(loanId, '2026-03-01', 3_000_000_00)
      if (index % 3 === 1) await book.pay(loanId, '2026-03-02', 4_000_000_00)
      else await book.undo(mistaken.entryId, index % 3 === 0 ? '2026-03-01' : '2026-03-04')
      const before = await classOf(loanId, addDays(date, -1))
      const anew = await goneOn(loanId, date)
      expect([date, wish, await classOf(anew, date)]).toEqual([date, wish, before])
      seen.add(before ?? '')
    }
  }
  expect([...seen].sort()).toEqual(['current', 'doubtful', 'loss', 'substandard'])
})

test('it is handed on through several, and as of a day past it is what was known then', async () => {
  const first = await book.running()
  const second = await goneOn(first, '2026-06-20')
  await book.pay(second, '2026-07-20', 700_000_00)
  const third = await goneOn(second, '2026-07-25')
  const fourth = await goneOn(third, '2026-07-25')
  expect(await classOf(fourth, '2026-07-25')).toBe('substandard')
  const { rows } = await book.api.loans.card({ loanId: fourth })
  await book.undo(rows[0]?.entryId ?? '', '2026-09-01')
  expect([await classOf(fourth, '2026-07-31'), await classOf(third, '2026-09-01')]).toEqual([
    'substandard',
    'substandard',
  ])
})

test('it follows the preset that is asked for', async () => {
  const loanId = await goneOn(await book.running(), '2026-04-01')
  const by = async (preset: 'ksp_2009' | 'days_30_180_270') => {
    const { rows } = await book.api.loans.classify({ asOf: '2026-04-01', preset })
    return rows.find((row) => row.loanId === loanId)?.class
  }
  expect([await by('ksp_2009'), await by('days_30_180_270')]).toEqual(['current', 'substandard'])
})

test('many of them, each of a day of its own, are asked about in as many questions as two', async () => {
  const asked = vi.spyOn(BookConnection.prototype, 'run')
  const questions = async () => {
    asked.mockClear()
    await book.api.loans.classify({ asOf: '2026-12-31' })
    return asked.mock.calls.length
  }
  const dates = ['2026-04-01', '2026-05-02', '2026-06-03', '2026-07-04', '2026-08-05', '2026-09-06']
  for (const date of dates.slice(0, 2)) await goneOn(await book.running(), date)
  const few = await questions()
  for (const date of dates.slice(2)) await goneOn(await book.running(), date)
  expect(await questions()).toBe(few)
})
