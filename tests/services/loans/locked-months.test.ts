import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusalOf, requestId } from '../../support/book.ts'
import { type LendingBook, openLendingBook, rupiah } from '../../support/lending.ts'

/** What posts nothing changes nothing of a month that is locked. */

let book: LendingBook
let loanId: string
beforeEach(async () => {
  book = await openLendingBook()
  const penalty = { kind: 'pct_per_day' as const, pct: '0.1' }
  const product = await book.product({ penalty })
  loanId = await book.running({ product, collateral: [{ ...motor, appraisedOn: '2026-01-03' }] })
  await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-02' })
})
afterEach(async () => {
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
  expect(book.bugs).toEqual([])
  await book.close()
})

const motor = { kind: 'Motor', owner: 'Anggota 0001', appraised: rupiah(1_000_000) }
const locked = { code: 'PERIOD_CLOSED', data: { period: '2026-02' } }

const add = (appraisedOn?: string) =>
  book.api.loans.addCollateral({ requestId: requestId(), loanId, collateral: { ...motor, appraisedOn } })
const worthOn = async (asOf: string) => (await book.api.loans.classify({ asOf })).rows[0]?.collateral

test('a penalty is not let off in it, but on the day after', async () => {
  const waive = (date: string) =>
    book.api.loans.waivePenalty({ requestId: requestId(), loanId, date, amount: rupiah(1_000), reason: 'Sakit' })
  expect(await refusalOf(waive('2026-02-28'))).toMatchObject(locked)
  expect((await book.api.loans.card({ loanId })).penalty.waived).toBe(0)
  expect(await waive('2026-03-01')).toMatchObject({ waived: rupiah(1_000) })
})

test('what was let off before it was locked stays let off in it, and is taken back on the day after', async () => {
  await book.api.periods.unlockMonth({ requestId: requestId(), month: '2026-02', reason: 'Lupa' })
  const undoes = requestId()
  const off = { loanId, date: '2026-02-28', amount: rupiah(1_000), reason: 'Sakit' }
  await book.api.loans.waivePenalty({ requestId: undoes, ...off })
  await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-02' })
  const undo = (date: string) => book.api.requests.undo({ requestId: requestId(), undoes, date, reason: 'Salah' })
  const inArrears = async () =>
    (await book.api.reports.run({ report: 'arrears', params: { asOf: '2026-02-28' } })).totals.penalty
  const told = await inArrears()
  expect(await refusalOf(undo('2026-02-28'))).toMatchObject(locked)
  expect(await refusalOf(undo('2026-02-27'))).toMatchObject({ data: { reason: 'date_before_entry' } })
  expect(await refusalOf(undo('2029-02-27'))).toMatchObject({ data: { reason: 'date_too_far_ahead' } })
  expect((await book.api.loans.card({ loanId })).penalty.waived).toBe(rupiah(1_000))
  await undo('2026-03-01')
  expect([(await book.api.loans.card({ loanId })).penalty.waived, await inArrears()]).toEqual([0, told])
})

test('nothing that was pledged is given back in it', async () => {
  const collateralId = (await book.api.loans.card({ loanId })).loan.collateral[0]?.collateralId ?? ''
  const release = (date: string) => book.api.loans.releaseCollateral({ requestId: requestId(), collateralId, date })
  expect(await refusalOf(release('2026-02-28'))).toMatchObject(locked)
  expect(await worthOn('2026-02-28')).toBe(rupiah(1_000_000))
  await release('2026-03-01')
  expect([await worthOn('2026-02-28'), await worthOn('2026-03-01')]).toEqual([rupiah(1_000_000), 0])
})

test('nothing more is pledged that would have counted in it', async () => {
  expect(await refusalOf(add('2026-02-10'))).toMatchObject(locked)
  expect(await worthOn('2026-02-28')).toBe(rupiah(1_000_000))
  await add('2026-03-01')
  expect([await worthOn('2026-02-28'), await worthOn('2026-03-01')]).toEqual([rupiah(1_000_000), rupiah(2_000_000)])
})

test('an old appraisal is no obstacle while the loan had not begun', async () => {
  await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-01' })
  loanId = await book.approved({ date: '2026-01-05' })
  await add('2026-01-06')
  await book.disburse(loanId, '2026-03-02')
  await add('2026-02-27')
  const { collateral } = (await book.api.loans.card({ loanId })).loan
  expect(collateral.map(({ appraisedOn }) => appraisedOn)).toEqual(['2026-01-06', '2026-02-27'])
})

test('without a day of appraisal something counts from the day it was noted, with the application or later', async () => {
  loanId = await book.running({ collateral: [motor] })
  const own = async (asOf: string) =>
    (await book.api.loans.classify({ asOf })).rows.find((row) => row.loanId === loanId)?.collateral
  expect(await own('2026-01-31')).toBe(rupiah(1_000_000))
  await add()
  expect([await own('2026-02-28'), await own('2026-12-30')]).toEqual([rupiah(1_000_000), rupiah(1_000_000)])
  expect(await own('2026-12-31')).toBe(rupiah(2_000_000))
})
