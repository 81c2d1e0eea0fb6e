import { afterEach, beforeEach, expect, test } from 'vitest'
import { requestId } from '../../support/book.ts'
import { balanceOf } from '../../support/counter.ts'
import { cashAccount, type LendingBook, openLendingBook, rupiah } from '../../support/lending.ts'

/** Principal paid ahead on a declining loan of twelve million at 1,5 %: everywhere less interest falls due later. */

let book: LendingBook
beforeEach(async () => {
  book = await openLendingBook()
})
afterEach(async () => {
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true, problems: [] })
  expect(book.bugs).toEqual([])
  await book.close()
})

const declining = { method: 'declining', ratePctPerMonth: '1.5' } as const
type Change = Partial<Parameters<LendingBook['product']>[0]>
const lend = async (change: Change = {}) => book.running({ product: await book.product({ ...declining, ...change }) })
const card = (loanId: string) => book.api.loans.card({ loanId, asOf: '2026-12-31' })
/** Interest of each instalment as it is asked for now, rupiah. */
const interestOf = async (loanId: string) => (await card(loanId)).schedule.map(({ interest }) => interest / 100)
const signed = [180, 165, 150, 135, 120, 105, 90, 75, 60, 45, 30, 15].map((thousand) => thousand * 1_000)

/** The first instalment on its day, and on the 20th three million: of them 2.710.660 are principal. */
async function paidAhead(change: Change = {}) {
  const loanId = await lend(change)
  await book.pay(loanId, '2026-02-10', rupiah(1_180_000))
  const { entryId } = await book.pay(loanId, '2026-02-20', rupiah(3_000_000))
  return { loanId, entryId }
}
const lowered = [180_000, 165_000, 124_340, 124_340, ...signed.slice(4)]

test('card, due, sheet, classes, visits and the member’s page ask for the same instalments', async () => {
  const { loanId } = await paidAhead()
  expect(await interestOf(loanId)).toEqual(lowered)
  const { schedule } = await card(loanId)
  expect(schedule.map(({ agreedInterest }) => agreedInterest / 100)).toEqual(signed)
  expect(schedule.map(({ unpaid }) => unpaid / 100).slice(0, 5)).toEqual([0, 0, 0, 289_340 + 124_340, 1_120_000])
  const due = { principal: rupiah(289_340), interest: rupiah(124_340) }
  expect(await book.api.loans.due({ loanId, date: '2026-05-20' })).toMatchObject(due)
  const total = rupiah(289_340 + 124_340)
  expect((await book.api.collection.sheet({ date: '2026-05-20' })).rows[0]?.loans[0]?.due).toBe(total)
  const behind = { overduePrincipal: rupiah(289_340), overdueInterest: rupiah(124_340), daysOverdue: 10 }
  expect((await book.api.loans.classify({ asOf: '2026-05-20' })).rows).toMatchObject([behind])
  expect((await book.api.loans.reminders({ asOf: '2026-05-20' })).rows).toMatchObject([{ arrears: total }])
  // The third was paid with its lowered interest: nobody is behind before the fourth.
  expect((await book.api.loans.classify({ asOf: '2026-04-20' })).rows).toMatchObject([
    { daysOverdue: 0, interestDue: 0 },
  ])
  const letter = await book.api.reports.run({
    report: 'reminderLetter',
    params: { loanId, letter: 1, date: '2026-05-20' },
  })
  expect(JSON.stringify(letter)).toContain('413.680')
})

test('home says what comes due in these days with the lowered interest', async () => {
  await book.close()
  book = await openLendingBook(rupiah(100_000_000), '2026-05-08')
  await paidAhead()
  const { todo } = await book.api.home.summary({})
  expect(todo.find(({ task }) => task === 'instalments_due')).toMatchObject({ count: 1, amount: rupiah(413_680) })
})

test('a flat loan, and one of which all agreed interest is owed anyway, keep what was signed', async () => {
  const flat = await paidAhead({ method: 'flat' })
  expect(new Set(await interestOf(flat.loanId))).toEqual(new Set([180_000]))
  const full = await paidAhead({ earlySettlement: 'full' })
  expect(await interestOf(full.loanId)).toEqual(signed)
})

test('what is taken back never was: the signed interest is asked for again', async () => {
  const { loanId, entryId } = await paidAhead()
  const { rows: _, ...before } = await card(loanId)
  await book.undo(entryId, '2026-02-20')
  expect(await interestOf(loanId)).toEqual(signed)
  await book.pay(loanId, '2026-02-20', rupiah(3_000_000))
  const { rows: __, ...again } = await card(loanId)
  expect(again).toEqual(before)
})

test('a day in the past knows only what was paid until then', async () => {
  const loanId = await lend()
  await book.pay(loanId, '2026-07-20', rupiah(9_000_000))
  const { rows } = await book.api.loans.classify({ asOf: '2026-05-31' })
  expect(rows).toMatchObject([{ overdueInterest: rupiah(180_000 + 165_000 + 150_000 + 135_000) }])
  const paper = await book.api.reports.run({ report: 'loanCard', params: { loanId, asOf: '2026-05-31' } })
  expect(JSON.stringify(paper)).not.toContain('lebih awal')
})

test('a day before a payment ahead was taken back still knows it', async () => {
  const { entryId } = await paidAhead()
  await book.undo(entryId, '2026-06-15')
  const overdueAt = async (asOf: string) => (await book.api.loans.classify({ asOf })).rows[0]?.overdueInterest
  expect(await overdueAt('2026-05-20')).toBe(rupiah(124_340))
  expect(await overdueAt('2026-06-20')).toBe(rupiah(165_000 + 150_000 + 135_000 + 120_000))
})

test('every instalment paid as it is asked for settles the loan, and what was paid is what it earned', async () => {
  const { loanId } = await paidAhead()
  for (const { dueOn } of (await card(loanId)).schedule) {
    const { total } = await book.api.loans.due({ loanId, date: dueOn })
    if (total > 0) await book.pay(loanId, dueOn, total)
  }
  expect(await card(loanId)).toMatchObject({ loan: { state: 'settled' }, outstanding: 0 })
  const sum = lowered.reduce((all, own) => all + own, 0)
  expect(await balanceOf(book, '41101', '2027-12-31')).toBe(-rupiah(sum))
})

test('one dated back between two that were paid counts what was taken too much towards what comes', async () => {
  const loanId = await lend()
  for (const [date, thousand] of [
    ['2026-02-10', 1_180],
    ['2026-03-10', 1_165],
    ['2026-04-10', 1_150],
    ['2026-05-10', 1_135],
  ] as const) {
    await book.pay(loanId, date, rupiah(thousand * 1_000))
  }
  expect(await book.pay(loanId, '2026-03-10', rupiah(2_000_000))).toMatchObject({ interest: 0 })
  expect((await interestOf(loanId)).slice(0, 6)).toEqual([180_000, 165_000, 120_000, 105_000, 90_000, 90_000])
  expect(await book.api.loans.due({ loanId, date: '2026-06-10' })).toMatchObject({
    principal: 0,
    interest: rupiah(30_000),
  })
  // Settled before that: what was paid too much is not paid back, and nothing is asked for.
  const quote = await book.api.loans.payoffQuote({ loanId, date: '2026-05-11' })
  expect(quote).toMatchObject({ principal: rupiah(6_000_000), interest: rupiah(30_000) })
  await book.payOff(loanId, '2026-05-11')
  expect(await card(loanId)).toMatchObject({ loan: { state: 'settled' }, outstanding: 0 })
})

test('month ends book the lowered interest, and the signed one once the payment ahead was taken back', async () => {
  const accrue = (month: string) => book.api.loans.accrueInterest({ requestId: requestId(), month })
  await paidAhead()
  const { entryId } = await paidAhead()
  await accrue('2026-04')
  expect(await balanceOf(book, '13401')).toBe(0)
  await book.undo(entryId, '2026-05-31')
  await accrue('2026-05')
  expect(await balanceOf(book, '13401')).toBe(rupiah(124_340 + 165_000 + 150_000 + 135_000))
})

test('on the last day of a year the days count that ran of the lowered interest', async () => {
  const { loanId } = await paidAhead()
  const due = await book.api.loans.due({ loanId, date: '2026-12-10' })
  await book.pay(loanId, '2026-12-10', due.total)
  await book.pay(loanId, '2026-12-10', rupiah(1_000_000))
  const next = (await card(loanId)).schedule[11]
  expect(next).toMatchObject({ interest: 0, agreedInterest: rupiah(15_000) })
  await book.api.loans.accrueInterest({ requestId: requestId(), month: '2026-12' })
  expect(await balanceOf(book, '13401')).toBe(0)
})

test('restructured or given up for lost, it takes the lowered interest along, and the old card stays as it was', async () => {
  const product = { penalty: { kind: 'pct_per_day', pct: '0.1' } } as const
  const [going, lost] = [await paidAhead(product), await paidAhead(product)]
  const before = await interestOf(going.loanId)
  const agreed = { months: 12, reason: 'Panen gagal', approvedBy: 'Sri Wahyuni', capitaliseInterest: true }
  const on = { requestId: requestId(), date: '2026-06-20' }
  const gone = await book.api.loans.restructure({ ...on, loanId: going.loanId, ...agreed })
  expect(gone).toMatchObject({ interestCapitalised: rupiah(124_340 + 120_000) })
  expect(await interestOf(going.loanId)).toEqual(before)
  const decision = { number: 'RAT/1', on: '2026-06-20', by: 'rat' } as const
  const lose = { loanId: lost.loanId, date: on.date }
  expect(await book.api.loans.previewWriteOff(lose)).toMatchObject({ interest: rupiah(124_340 + 120_000) })
  await book.api.loans.writeOff({ ...lose, requestId: requestId(), decision })
  expect(await interestOf(lost.loanId)).toEqual(lowered)
  // The loan it goes on as is paid ahead like any other.
  await book.pay(gone.loanId, '2026-06-21', rupiah(4_000_000))
  const { schedule } = await card(gone.loanId)
  expect(schedule[2]?.interest).toBeLessThan(schedule[2]?.agreedInterest ?? 0)
})

test('quote and posting agree to the sen for an instalment of three months, and the meeting pays ahead alike', async () => {
  const loanId = await lend({ interval: { unit: 'month', every: 3 }, earlySettlement: 'running' })
  const rows = [{ memberId: book.memberId, loans: [{ loanId, amount: rupiah(6_000_000) }] }]
  await book.api.collection.record({ requestId: requestId(), date: '2026-02-01', cashAccount, rows })
  const [first] = (await card(loanId)).schedule
  const paid = (await card(loanId)).rows.at(-1)
  expect(first?.interest).toBe(paid?.interest)
  const quote = await book.api.loans.payoffQuote({ loanId, date: '2026-02-05' })
  const { principal, interest } = await book.payOff(loanId, '2026-02-05')
  expect({ principal, interest }).toEqual({ principal: quote.principal, interest: quote.interest })
})

test('the paper and the agreement show what was signed, the card what is to be paid now and why', async () => {
  const { loanId } = await paidAhead()
  const run = (report: 'loanCard' | 'loanSchedule') => book.api.reports.run({ report, params: { loanId } })
  expect((await run('loanSchedule')).totals).toMatchObject({ interest: rupiah(1_170_000) })
  const { notes } = await run('loanCard')
  expect(notes).toEqual(['Pokok dibayar lebih awal, jadi jasa angsuran berikutnya dihitung dari sisa pokok.'])
})
