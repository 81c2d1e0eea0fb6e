import { afterEach, beforeEach, expect, test } from 'vitest'
import { requestId } from '../../support/book.ts'
import { type LendingBook, openLendingBook } from '../../support/lending.ts'

/** A month's end that is done keeps its classes: what is decided or dated back later changes nothing of what was told. */

const day = '2026-06-30'
const dear = { current: '1', substandard: '20', doubtful: '60', loss: '100' }

let book: LendingBook
beforeEach(async () => {
  book = await openLendingBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true, problems: [] })
  await book.close()
})

const classify = (asOf = day, preset?: 'ksp_2009' | 'days_30_180_270') =>
  book.api.loans.classify({ asOf, ...(preset && { preset }) })
const accrue = (month: string, id = requestId()) => book.api.loans.accrueAllowance({ requestId: id, month })
const papers = async () => {
  const report = async (name: 'collectibility' | 'loanList' | 'arrears') =>
    book.api.reports.run({ report: name, params: { asOf: day } })
  return { classes: await report('collectibility'), list: await report('loanList'), arrears: await report('arrears') }
}

/** Two loans, June done, then another policy and a payment that is dated back into June. */
async function changedSince() {
  const loanId = await book.running()
  const other = await book.running({ principal: 6_000_000_00 })
  const undoes = requestId()
  const { voucher, entryId } = await accrue('2026-06', undoes)
  const told = await classify()
  await book.api.loans.setPolicy({ allowance: dear, collectibilityPreset: 'days_30_180_270' })
  await book.pay(loanId, '2026-06-29', 6_000_000_00)
  return { loanId, other, undoes, voucher, entryId, told }
}

test('classes of a month that is done are those that were kept, with their preset and percentages', async () => {
  const { undoes, voucher, entryId, told } = await changedSince()
  const { totals, ...kept } = await classify()
  expect(kept).toEqual({
    asOf: day,
    preset: 'ksp_2009',
    kept: { requestId: undoes, entryId, voucher },
    rows: told.rows,
  })
  expect(totals).toEqual({ ...told.totals, difference: -5_000_000_00 })
  expect(kept.rows.map(({ class: name, pct }) => [name, pct])).toEqual([
    ['substandard', '10'],
    ['substandard', '10'],
  ])
})

test('what was kept is what was reckoned on the day it was done', async () => {
  await book.running({ jointLiability: true })
  await book.running({ principal: 6_000_000_00 })
  await book.api.loans.accrueInterest({ requestId: requestId(), month: '2026-02' })
  for (const asOf of ['2026-02-28', '2026-06-30', '2026-12-31']) {
    const reckoned = await classify(asOf)
    const undoes = requestId()
    const { voucher, entryId } = await accrue(asOf.slice(0, 7), undoes)
    expect(await classify(asOf)).toEqual({ ...reckoned, kept: { requestId: undoes, voucher, entryId } })
    expect(reckoned.kept).toBeNull()
  }
})

test('a day in between, a month not done, one taken back and another preset are reckoned', async () => {
  const { undoes } = await changedSince()
  const classesOn = async (...asked: Parameters<typeof classify>) => {
    const { kept, preset, rows } = await classify(...asked)
    return [kept === null, preset, ...rows.map((row) => `${row.class} ${row.pct}`)]
  }
  const reckoned = [true, 'days_30_180_270', 'current 1', 'substandard 20']
  expect(await classesOn('2026-06-29')).toEqual(reckoned)
  expect(await classesOn('2026-07-31')).toEqual([true, 'days_30_180_270', 'current 1', 'substandard 20'])
  expect(await classesOn(day, 'days_30_180_270')).toEqual(reckoned)
  expect(await classesOn(day, 'ksp_2009')).toEqual([false, 'ksp_2009', 'substandard 10', 'substandard 10'])
  await book.api.requests.undo({ requestId: requestId(), undoes, date: day, reason: 'Dihitung ulang' })
  expect(await classesOn()).toEqual(reckoned)
  const again = await accrue('2026-06')
  expect(await classify()).toMatchObject({ preset: 'days_30_180_270', kept: { voucher: again.voucher } })
})

test('a month that wrote no voucher keeps its classes all the same', async () => {
  await book.running()
  await accrue('2026-01')
  const february = requestId()
  await accrue('2026-02', february)
  await book.api.loans.setPolicy({ allowance: dear })
  const { kept, rows } = await classify('2026-02-28')
  expect([kept, rows[0]?.pct]).toEqual([{ requestId: february, entryId: null, voucher: null }, '0.5'])
  const { particulars } = await book.api.reports.run({ report: 'collectibility', params: { asOf: '2026-02-28' } })
  expect(particulars[1]?.text).toBe('catatan akhir bulan; tidak dihitung ulang')
})

test('the month end shows what it kept, and what the books lack of it today', async () => {
  const { told } = await changedSince()
  const { loans, byClass, allowance } = await book.api.loans.monthEnd({ month: '2026-06' })
  expect({ loans, byClass }).toEqual({ loans: 2, byClass: told.totals.byClass })
  expect(allowance).toMatchObject({ needed: 1_800_000_00, before: 1_800_000_00, change: 0 })
})

test('the report says which of the two it is, and what moved since', async () => {
  const { voucher } = await changedSince()
  const { classes } = await papers()
  expect(classes.particulars.map(({ text }) => text)).toEqual([
    'aturan penilaian kesehatan KSP 2009',
    `catatan akhir bulan, bukti ${voucher}; tidak dihitung ulang`,
  ])
  expect(classes.totals).toMatchObject({ allowance: 1_800_000_00, formed: 1_800_000_00, change: 0 })
  expect(classes.notes[0]).toContain('sisa pokok pada hari itu Rp13.000.000')
  const { particulars, notes } = await book.api.reports.run({
    report: 'collectibility',
    params: { asOf: '2026-07-01' },
    language: 'en',
  })
  expect(particulars[1]).toMatchObject({ title: 'Judged when', text: 'reckoned when this report was made' })
  expect(notes[0]).not.toContain('principal was owed')
})

test('the list of loans has their kept classes and what is owed today; what is overdue is the book of today', async () => {
  const { voucher, loanId } = await changedSince()
  await book.running({ principal: 1_000_000_00 })
  const { list, arrears } = await papers()
  expect(list.particulars[0]?.text).toContain(voucher)
  const owed = list.rows.filter(({ kind }) => kind === 'line').map((row) => [row.loanNumber, row.outstanding])
  expect(owed).toEqual([
    ['P-0001', 7_000_000_00],
    ['P-0002', 6_000_000_00],
    ['P-0003', 1_000_000_00],
  ])
  const late = arrears.rows.flatMap(({ kind, owedFor }) => (kind === 'line' ? [owedFor] : []))
  expect(late).toEqual(['Angsuran pinjaman P-0002', 'Angsuran pinjaman P-0003'])
  const { loan } = await book.api.loans.card({ loanId })
  expect(loan.outstanding).toBe(7_000_000_00)
})
