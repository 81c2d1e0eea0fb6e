import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LendingBook, openLendingBook, rupiah } from '../../support/lending.ts'

/** Loans of days that not every month or year has. */

let book: LendingBook
beforeEach(async () => {
  book = await openLendingBook(rupiah(100_000_000), '2029-12-31')
})
afterEach(async () => {
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
  expect(book.bugs).toEqual([])
  await book.close()
})

const penalty = { kind: 'pct_per_day' as const, pct: '0.1', graceDays: 0 }

async function paidOutOn(date: string, method: 'flat' | 'declining' = 'flat', months = 12): Promise<string> {
  const product = await book.product({ method, penalty, ratePctPerMonth: '1.5' })
  const loanId = await book.approved({ product, months })
  await book.disburse(loanId, date)
  return loanId
}

const daysOf = async (loanId: string) => (await book.api.loans.card({ loanId })).schedule.map(({ dueOn }) => dueOn)
const dueOn = (loanId: string, date: string) => book.api.loans.due({ loanId, date })
const overdueOn = async (asOf: string) => (await book.api.loans.classify({ asOf })).rows[0]?.daysOverdue

test('a loan of the 31st falls due on the last day of each month and comes back to the 31st', async () => {
  const days = await daysOf(await paidOutOn('2028-01-31'))
  expect(days.slice(0, 4)).toEqual(['2028-02-29', '2028-03-31', '2028-04-30', '2028-05-31'])
  expect(days.at(-1)).toBe('2029-01-31')
})

test('a loan of the leap day falls due on the 29th, and on the 28th of a February without one', async () => {
  const days = await daysOf(await paidOutOn('2028-02-29'))
  expect([days[0], days[10], days[11]]).toEqual(['2028-03-29', '2029-01-29', '2029-02-28'])
})

test('who pays on the leap day is in time, and a day later is one day late', async () => {
  const loanId = await paidOutOn('2028-01-31')
  expect(await dueOn(loanId, '2028-02-28')).toMatchObject({ total: 0, next: { dueOn: '2028-02-29' } })
  expect(await dueOn(loanId, '2028-02-29')).toMatchObject({ total: rupiah(1_180_000), penalty: 0 })
  expect(await dueOn(loanId, '2028-03-01')).toMatchObject({ penalty: rupiah(1_180) })
  expect([await overdueOn('2028-02-29'), await overdueOn('2028-03-01')]).toEqual([0, 1])
  await book.pay(loanId, '2028-02-29', rupiah(1_180_000))
  expect(await dueOn(loanId, '2028-03-01')).toMatchObject({ total: 0, penalty: 0, next: { dueOn: '2028-03-31' } })
  expect(await overdueOn('2028-03-31')).toBe(0)
})

test('paid back before its end, the month that ends on the leap day is owed from the 1st of February on', async () => {
  const loanId = await paidOutOn('2028-01-31', 'declining')
  const quote = (date: string) => book.api.loans.payoffQuote({ loanId, date })
  expect(await quote('2028-01-31')).toMatchObject({ interest: 0 })
  expect(await quote('2028-02-01')).toMatchObject({ interest: rupiah(180_000) })
  expect(await quote('2028-02-29')).toMatchObject({ interest: rupiah(180_000) })
  expect(await quote('2028-03-01')).toMatchObject({ interest: rupiah(345_000), penalty: rupiah(1_180) })
  expect(await book.payOff(loanId, '2028-02-29')).toMatchObject({ interest: rupiah(180_000), outstanding: 0 })
})

test('days that are counted see the leap day: February 2028 has 29 of them, February 2029 has 28', async () => {
  const product = await book.product({ method: 'flat', dayCount: 'actual_365', ratePctPerMonth: '1.5' })
  const interestOf = async (date: string) => {
    const loanId = await book.approved({ product, months: 1 })
    await book.disburse(loanId, date)
    return (await book.api.loans.card({ loanId })).schedule.map((row) => [row.dueOn, row.interest])
  }
  expect(await interestOf('2028-01-31')).toEqual([['2028-02-29', rupiah(171_616)]])
  expect(await interestOf('2029-01-31')).toEqual([['2029-02-28', rupiah(165_699)]])
})

test('a loan that goes on from the 31st of January falls due on the leap day', async () => {
  const loanId = await paidOutOn('2027-11-30')
  const agreed = { months: 24, reason: 'Panen gagal', approvedBy: 'Sri Wahyuni' }
  const next = await book.api.loans.restructure({ requestId: 'r-31', loanId, date: '2028-01-31', ...agreed })
  expect((await daysOf(next.loanId)).slice(0, 2)).toEqual(['2028-02-29', '2028-03-31'])
})

test('a payment that is dated before a later one finds the penalty of its own day, and a payoff before it is refused', async () => {
  const loanId = await paidOutOn('2028-01-31')
  await book.pay(loanId, '2028-03-10', rupiah(500_000))
  expect(await dueOn(loanId, '2028-03-01')).toMatchObject({ penalty: rupiah(1_180) })
  const refused = { code: 'INVALID_INPUT', data: { reason: 'date_before_movements', date: '2028-03-10' } }
  await expect(book.payOff(loanId, '2028-03-09')).rejects.toMatchObject(refused)
  await expect(book.api.loans.payoffQuote({ loanId, date: '2028-03-09' })).rejects.toMatchObject(refused)
  expect(await book.payOff(loanId, '2028-03-10')).toMatchObject({ outstanding: 0 })
  expect((await book.api.loans.card({ loanId })).loan.state).toBe('settled')
})
