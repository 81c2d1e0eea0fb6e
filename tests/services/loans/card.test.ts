import { afterEach, beforeEach, expect, test } from 'vitest'
import { loanCardAt } from '../../../electron/backend/services/loans/card.ts'
import { requestId } from '../../support/book.ts'
import { cashAccount, type LendingBook, openLendingBook, rupiah } from '../../support/lending.ts'

/** The card of a day that is past: what was known then, and nothing of what came after. */

let book: LendingBook
beforeEach(async () => {
  book = await openLendingBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const card = (loanId: string, asOf: string) => loanCardAt(book.desk.app().file.db, loanId, asOf)
const penalty = { kind: 'pct_per_day' as const, pct: '0.1' }

test('the card of each day is as it was printed that day, whatever was paid, let off, taken back or ended since', async () => {
  const product = await book.product({ method: 'flat', penalty, ratePctPerMonth: '1.5', excess: 'hold' })
  const loanId = await book.running({ product })
  const printed = new Map<string, unknown>()
  const print = async (asOf: string) => printed.set(asOf, await card(loanId, asOf))
  await print('2026-01-31')
  const { entryId } = await book.pay(loanId, '2026-02-10', rupiah(1_500_000))
  await print('2026-02-28')
  await book.undo(entryId, '2026-03-01')
  await print('2026-03-01')
  await book.api.loans.waivePenalty({
    requestId: requestId(),
    loanId,
    date: '2026-03-20',
    amount: 100,
    reason: 'Sakit',
  })
  await book.pay(loanId, '2026-03-20', rupiah(500_000))
  await print('2026-03-31')
  const agreed = { months: 24, reason: 'Panen gagal', approvedBy: 'Sri Wahyuni', capitaliseInterest: true }
  await book.api.loans.restructure({ requestId: requestId(), loanId, date: '2026-06-20', ...agreed })
  await print('2026-06-30')
  for (const [asOf, before] of printed) expect([asOf, await card(loanId, asOf)]).toEqual([asOf, before])
  expect(await card(loanId, '2026-02-28')).toMatchObject({
    ...{ outstanding: rupiah(11_000_000), held: rupiah(320_000), loan: { state: 'disbursed', restructuredBy: null } },
    rows: [{}, { isReversed: false }],
  })
  expect((await card(loanId, '2026-03-01')).rows.map(({ isReversed }) => isReversed)).toEqual([false, true, false])
  expect(await card(loanId, '2026-01-09')).toMatchObject({ outstanding: 0, rows: [], schedule: [] })
})

test('penalty that was let off counts until the day that was taken back, by itself or with its payment', async () => {
  const loanId = await book.running({ product: await book.product({ penalty, ratePctPerMonth: '1.5' }) })
  const undoes = requestId()
  const off = { loanId, amount: rupiah(5_000), reason: 'Sakit' }
  await book.api.loans.waivePenalty({ requestId: undoes, date: '2026-02-20', ...off })
  const waivePenalty = { amount: rupiah(2_000), reason: 'Kebanjiran' }
  const paying = {
    requestId: requestId(),
    loanId,
    date: '2026-02-25',
    amount: rupiah(1_000),
    waivePenalty,
    cashAccount,
  }
  const { entryId } = await book.api.loans.pay(paying)
  const told = async (asOf: string) => {
    const { penalty: owed, waivers } = await card(loanId, asOf)
    return [owed.waived / 100, ...waivers.map(({ reason }) => reason)]
  }
  const days = ['2026-02-19', '2026-02-20', '2026-02-28', '2026-03-04'] as const
  const before = await Promise.all(days.map(told))
  expect(before).toEqual([[0], [5_000, 'Sakit'], [7_000, 'Sakit', 'Kebanjiran'], [7_000, 'Sakit', 'Kebanjiran']])
  await book.undo(entryId, '2026-03-10')
  await book.api.requests.undo({ requestId: requestId(), undoes, date: '2026-03-05', reason: 'Salah orang' })
  expect(await Promise.all(days.map(told))).toEqual(before)
  expect(await told('2026-03-05')).toEqual([2_000, 'Kebanjiran'])
  expect([await told('2026-03-10'), (await book.api.loans.card({ loanId })).waivers]).toEqual([[0], []])
  const arrears = async (asOf: string) =>
    (await book.api.reports.run({ report: 'arrears', params: { asOf } })).totals.penalty
  expect([await arrears('2026-03-04'), await arrears('2026-03-05')]).toEqual([
    (await card(loanId, '2026-03-04')).penalty.owed,
    (await card(loanId, '2026-03-05')).penalty.owed,
  ])
})

test('on paper the card of a past day says its class, what was owed and the payments until then', async () => {
  const loanId = await book.running()
  await book.api.loans.pay({
    requestId: requestId(),
    loanId,
    date: '2026-09-01',
    amount: rupiah(2_000_000),
    cashAccount,
  })
  const report = (asOf?: string) =>
    book.api.reports.run({ report: 'loanCard', params: { loanId, ...(asOf && { asOf }) } })
  const past = await report('2026-06-30')
  expect(past.totals).toMatchObject({ paid: 0, outstanding: rupiah(12_000_000) })
  expect(JSON.stringify(past.particulars)).toContain('30 Juni 2026')
  expect((await report()).totals).toMatchObject({ paid: rupiah(2_000_000) })
})

test('money that is held for a loan pays nothing yet: its instalment stays overdue, and its class gets worse', async () => {
  const product = await book.product({ method: 'flat', excess: 'hold', ratePctPerMonth: '1.5' })
  const loanId = await book.running({ product })
  await book.pay(loanId, '2026-01-20', rupiah(9_000_000))
  const { rows } = await book.api.loans.classify({ asOf: '2026-07-31' })
  expect(rows).toMatchObject([{ class: 'substandard', daysOverdue: 171, overduePrincipal: rupiah(6_000_000) }])
  expect(await card(loanId, '2026-07-31')).toMatchObject({ held: rupiah(9_000_000), outstanding: rupiah(12_000_000) })
})
