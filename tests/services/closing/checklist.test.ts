import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Answers } from '../../../shared/contract/index.ts'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'
import { addMember, deposit, openSavings, putCash } from '../../support/counter.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

type Step = Answers['closing']['checklist']['steps'][number]

const month = '2026-10'
const monthEnd = (asked = month) => book.api.closing.checklist({ month: asked })
const yearEnd = (year: number) => book.api.closing.checklist({ year })
const stepOf = (steps: readonly Step[], key: Step['key'], account?: string) =>
  steps.find((one) => one.key === key && (account === undefined || one.account?.code === account))
const step = async (key: Step['key'], account?: string) => stepOf((await monthEnd()).steps, key, account)
const yearStep = async (year: number, key: Step['key']) => stepOf((await yearEnd(year)).steps, key)
const states = (steps: readonly Step[]) => Object.fromEntries(steps.map(({ key, state }) => [key, state]))
const count = (date: string, pieces: number) =>
  book.api.cash.count({
    ...{ requestId: requestId(), date, cashAccount: '11101', denominations: { 1000: pieces } },
    countedBy: ['Sri Wahyuni', 'Budi Santoso'],
  })
const statement = (stated: number, note?: string) =>
  book.api.closing.confirmBank({ requestId: requestId(), month, account: '11201', stated, ...(note && { note }) })
const earn = (amount: number, date: string, cashAccount = '11101') =>
  book.api.cash.receive({
    ...{ requestId: requestId(), date, cashAccount, description: 'Jasa' },
    lines: [{ account: '41101', amount }],
  })

test('a book in which nothing happened asks for nothing but to look and to lock', async () => {
  const { steps, left, isOver } = await monthEnd()
  expect(states(steps)).toEqual({
    ...{ earlier_months: 'not_needed', cash_count: 'not_needed', bank: 'not_needed', loan_interest: 'not_needed' },
    ...{ loan_allowance: 'not_needed', savings_interest: 'not_needed', depreciation: 'not_needed' },
    ...{ final_tax: 'not_needed', adjustments: 'open', lock: 'open' },
  })
  expect([left, isOver]).toEqual([2, true])
})

test('without a month it is the oldest that is over and not locked, else the one that ended last', async () => {
  await earn(1_000_00, '2026-08-05')
  await earn(1_000_00, '2026-09-05')
  const waiting = async () => (await book.api.closing.checklist({})).period
  expect(await waiting()).toBe('2026-08')
  await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-08' })
  expect(await waiting()).toBe('2026-09')
  await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-09' })
  await earn(1_000_00, '2026-11-02')
  expect(await waiting()).toBe('2026-10')
})

test('who locked the months before, and when, stands beside them', async () => {
  await earn(1_000_00, '2026-08-05')
  await earn(1_000_00, '2026-09-05')
  await earn(1_000_00, '2026-10-05')
  expect(await step('earlier_months')).toMatchObject({ state: 'open', at: null, by: null })
  for (const one of ['2026-08', '2026-09']) await book.api.periods.lockMonth({ requestId: requestId(), month: one })
  expect(await step('earlier_months')).toMatchObject({ state: 'done', by: 'treasurer', at: expect.any(String) })
  expect(await yearStep(2026, 'months')).toMatchObject({ state: 'not_yet', at: null })
  await book.api.periods.lockMonth({ requestId: requestId(), month })
  expect(await yearStep(2026, 'months')).toMatchObject({ state: 'done', by: 'treasurer', at: expect.any(String) })
})

test('who brought the balances in, and when; while they differ, the day the book began', async () => {
  const bring = (lines: { account: string; debit?: number; credit?: number }[]) =>
    book.api.opening.post({ requestId: requestId(), date: '2026-01-01', lines })
  await bring([{ account: '11101', debit: 5_000_00 }])
  expect(await yearStep(2026, 'opening')).toMatchObject({ amount: 5_000_00, date: '2026-01-01', at: null })
  const { entryId } = await bring([{ account: '34101', credit: 5_000_00 }])
  expect(await yearStep(2026, 'opening')).toMatchObject({ ...{ state: 'done', by: 'treasurer', entryId } })
})

test('without a month it is the one that ended last; a month that runs waits', async () => {
  expect((await book.api.closing.checklist({})).period).toBe('2026-10')
  await putCash(book, 5_000_00, '2026-11-02')
  const { steps, isOver } = await monthEnd('2026-11')
  expect(isOver).toBe(false)
  expect(stepOf(steps, 'cash_count')?.state).toBe('not_yet')
  expect(stepOf(steps, 'lock')?.state).toBe('not_yet')
})

test('the cash is counted while the count still tells what lay there at the end of the month', async () => {
  await putCash(book, 5_000_00, '2026-10-05')
  expect(await step('cash_count')).toMatchObject({ state: 'open', account: { code: '11101' } })
  await count('2026-10-20', 5)
  expect(await step('cash_count')).toMatchObject({
    ...{ state: 'done', date: '2026-10-20', amount: 5_000_00, by: 'Sri Wahyuni, Budi Santoso' },
  })
  await putCash(book, 1_000_00, '2026-10-25')
  expect((await step('cash_count'))?.state).toBe('changed')
  await count('2026-10-31', 6)
  expect((await step('cash_count'))?.state).toBe('done')
  await putCash(book, 1_000_00, '2026-10-01')
  expect((await step('cash_count'))?.state).toBe('changed')
})

test('a count in the first week of the next month proves the month too, a later one does not', async () => {
  await putCash(book, 5_000_00, '2026-10-05')
  await count('2026-11-08', 5)
  expect((await step('cash_count'))?.state).toBe('open')
  await count('2026-11-07', 5)
  expect((await step('cash_count'))?.state).toBe('done')
})

test('the bank is held against its statement, and what differs is explained', async () => {
  await putCash(book, 9_000_00, '2026-10-05', '11201')
  expect(await step('bank', '11201')).toMatchObject({ state: 'open', amount: 9_000_00 })
  expect(await refusalOf(statement(8_500_00))).toMatchObject({
    ...{ code: 'INVALID_INPUT' },
    message: 'Menurut buku Rp9.000, selisihnya Rp500. Tulis sebabnya, misalnya setoran yang belum masuk di bank.',
  })
  expect(await statement(8_500_00, 'Setoran 31 Oktober masuk 2 November')).toEqual({
    ...{ month, stated: 8_500_00, expected: 9_000_00, difference: -500_00 },
  })
  expect(await step('bank', '11201')).toMatchObject({
    ...{ state: 'done', stated: 8_500_00, by: 'treasurer', note: 'Setoran 31 Oktober masuk 2 November' },
  })
  await putCash(book, 1_000_00, '2026-10-30', '11201')
  expect((await step('bank', '11201'))?.state).toBe('changed')
  await statement(10_000_00)
  expect(await step('bank', '11201')).toMatchObject({ state: 'done', stated: 10_000_00, note: null })
})

test('cash is counted and has no statement, and a month that runs has none yet', async () => {
  const confirm = (account: string, asked: string) =>
    book.api.closing.confirmBank({ requestId: requestId(), month: asked, account, stated: 0 })
  expect(await refusalOf(confirm('11101', month))).toMatchObject({
    data: { issues: [{ message: 'counted_not_stated' }] },
  })
  expect(await refusalOf(confirm('11201', '2026-11'))).toMatchObject({
    data: { issues: [{ message: 'month_not_ended' }] },
  })
})

test('what was said about a month stands until it is undone', async () => {
  const said = requestId()
  await book.api.closing.confirmAdjustments({ requestId: said, month, note: 'Tidak ada yang perlu' })
  expect(await step('adjustments')).toMatchObject({ state: 'done', by: 'treasurer', note: 'Tidak ada yang perlu' })
  await book.api.requests.undo({ requestId: requestId(), undoes: said, date: '2026-11-20', reason: 'Keliru bulan' })
  expect((await step('adjustments'))?.state).toBe('open')
  expect(
    await refusalOf(book.api.closing.confirmAdjustments({ requestId: requestId(), month, year: 2026, note: 'Dua' })),
  ).toMatchObject({ data: { issues: [{ message: 'month_or_year' }] } })
})

test('interest, depreciation and tax are open while there is something to book, and name their voucher', async () => {
  const memberId = await addMember(book)
  await deposit(book, await openSavings(book, memberId, 'sukarela', '2026-09-01'), 1_000_000_00, '2026-09-01')
  await book.api.savings.setInterest({
    product: 'sukarela',
    fromMonth: month,
    tiers: [{ from: 0, ratePctPerYear: '6' }],
  })
  await earn(1_000_000_00, '2026-10-10')
  await book.api.assets.acquire({
    ...{ requestId: requestId(), date: '2026-10-02', name: 'Timbangan', account: '18104', cost: 480_000_00 },
    ...{ months: 48, cashAccount: '11101' },
  })
  expect(await step('final_tax')).toMatchObject({ state: 'open', amount: null })
  await book.api.tax.setRegime({ requestId: requestId(), year: 2026, regime: 'final_0_5' })
  expect(await step('final_tax')).toMatchObject({ state: 'open', amount: 5_000_00 })
  expect(await step('depreciation')).toMatchObject({ state: 'open', amount: 10_000_00, count: 1 })
  expect((await step('savings_interest'))?.state).toBe('open')
  await book.api.savings.accrueInterest({ requestId: requestId(), month })
  await book.api.assets.depreciate({ requestId: requestId(), month })
  await book.api.tax.post({ requestId: requestId(), month })
  for (const key of ['final_tax', 'depreciation', 'savings_interest'] as const) {
    expect(await step(key)).toMatchObject({
      state: 'done',
      by: 'treasurer',
      voucher: expect.stringMatching(/^BM-2026-/),
    })
  }
  await earn(1_000_000_00, '2026-10-31')
  expect(await step('final_tax')).toMatchObject({ state: 'changed', amount: 5_000_00 })
})

test('interest of savings that a later month went past was missed', async () => {
  const memberId = await addMember(book)
  await deposit(book, await openSavings(book, memberId, 'sukarela', '2026-08-01'), 1_000_000_00, '2026-08-01')
  const tiers = [{ from: 0, ratePctPerYear: '6' }]
  await book.api.savings.setInterest({ product: 'sukarela', fromMonth: '2026-09', tiers })
  await book.api.savings.accrueInterest({ requestId: requestId(), month })
  expect(stepOf((await monthEnd('2026-09')).steps, 'savings_interest')).toMatchObject({
    state: 'missed',
    period: month,
  })
})

test('the allowance of loans is asked for once there are loans', async () => {
  const memberId = await addMember(book)
  await putCash(book, 5_000_000_00, '2026-10-01')
  const asked = { memberId, product: 'flat', principal: 1_000_000_00, months: 10, purpose: 'Warung' }
  const { loanId } = await book.api.loans.apply({ requestId: requestId(), date: '2026-10-02', ...asked })
  const day = { requestId: requestId(), loanId, date: '2026-10-02' }
  await book.api.loans.approve({ ...day, approvedBy: 'Sri Wahyuni' })
  await book.api.loans.disburse({ ...day, requestId: requestId(), cashAccount: '11101' })
  expect((await step('loan_allowance'))?.state).toBe('open')
  await book.api.loans.accrueAllowance({ requestId: requestId(), month })
  expect(await step('loan_allowance')).toMatchObject({ state: 'done', by: 'treasurer' })
})

test('what was left out of a locked month was missed, and earlier months come first', async () => {
  await putCash(book, 5_000_00, '2026-09-05')
  expect(await step('earlier_months')).toMatchObject({ state: 'open', count: 1, period: '2026-09' })
  await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-09' })
  await book.api.periods.lockMonth({ requestId: requestId(), month })
  const { steps, isClosed } = await monthEnd()
  expect(isClosed).toBe(true)
  expect(states(steps)).toMatchObject({ earlier_months: 'done', cash_count: 'missed', lock: 'done' })
  expect(stepOf(steps, 'lock')).toMatchObject({ by: 'treasurer' })
})

test('a year is led from its months over the closing to the last member paid', async () => {
  const memberId = await addMember(book, '0001', '2025-01-02')
  await deposit(book, await openSavings(book, memberId, 'wajib', '2025-01-02'), 100_000_00, '2025-01-03')
  await earn(70_000_00, '2025-05-05')
  expect(states((await yearEnd(2025)).steps)).toEqual({
    ...{ earlier_years: 'not_needed', opening: 'not_needed', december: 'open', months: 'open' },
    ...{ stock_count: 'not_needed', income_tax: 'open', year_adjustments: 'open', close: 'open' },
    ...{ decide: 'not_yet', pay: 'not_yet', deficit: 'not_needed', corrections: 'not_needed' },
  })
  expect(await yearStep(2025, 'months')).toMatchObject({ count: 2, period: '2025-01' })
  for (const open of ['2025-01', '2025-05']) {
    await book.api.periods.lockMonth({ requestId: requestId(), month: open })
  }
  await book.api.tax.setRegime({ requestId: requestId(), year: 2025, regime: 'none' })
  await book.api.closing.confirmAdjustments({ requestId: requestId(), year: 2025, note: 'Sudah diperiksa' })
  await book.api.closing.closeYear({ requestId: requestId(), year: 2025 })
  const closed = await yearEnd(2025)
  expect(states(closed.steps)).toMatchObject({
    months: 'done',
    income_tax: 'not_needed',
    close: 'done',
    decide: 'open',
  })
  expect(states(closed.steps)).toMatchObject({ december: 'missed' })
  expect((await monthEnd('2025-12')).steps.map(({ state }) => state)).not.toContain('open')
  expect(stepOf(closed.steps, 'close')).toMatchObject({ voucher: 'PT-2026-0001', amount: 70_000_00, by: 'treasurer' })
  expect(
    await refusalOf(book.api.closing.confirmAdjustments({ requestId: requestId(), year: 2025, note: 'Lagi' })),
  ).toMatchObject({ code: 'PERIOD_CLOSED' })
  const meeting = { requestId: requestId(), year: 2025, date: '2026-03-01', decision: 'Keputusan RAT 1/2026' }
  await book.api.closing.decideShu(meeting)
  expect(await yearStep(2025, 'decide')).toMatchObject({ state: 'done', note: 'Keputusan RAT 1/2026' })
  const { totals } = await book.api.closing.distribution({ year: 2025 })
  expect(await yearStep(2025, 'pay')).toMatchObject({ state: 'open', amount: totals.left })
  await book.api.closing.payShu({ requestId: requestId(), year: 2025, date: '2026-03-02', cashAccount: '11101' })
  expect((await yearStep(2025, 'pay'))?.state).toBe('done')
})

test('a year with a loss asks for its deficit to be covered', async () => {
  await book.api.cash.receive({
    ...{ requestId: requestId(), date: '2025-01-02', cashAccount: '11101', description: 'Hibah modal' },
    lines: [{ account: '33201', amount: 90_000_00 }],
  })
  await book.api.cash.spend({
    ...{ requestId: requestId(), date: '2025-03-01', cashAccount: '11101', description: 'Listrik' },
    lines: [{ account: '52201', amount: 7_000_00 }],
  })
  expect(await yearStep(2025, 'deficit')).toMatchObject({ state: 'not_yet', amount: 7_000_00 })
  await book.api.closing.closeYear({ requestId: requestId(), year: 2025 })
  expect(await yearStep(2025, 'deficit')).toMatchObject({ state: 'open', amount: 7_000_00 })
  expect(await book.api.closing.deficit({ date: '2026-02-01' })).toEqual({ deficit: 7_000_00, reserve: 0 })
  await book.api.journal.post({
    ...{ requestId: requestId(), date: '2026-01-05', description: 'Cadangan lama' },
    lines: [
      { account: '33201', debit: 8_000_00 },
      { account: '34101', credit: 8_000_00 },
    ],
  })
  await book.api.closing.coverDeficit({ requestId: requestId(), date: '2026-02-01', amount: 7_000_00 })
  expect((await yearStep(2025, 'deficit'))?.state).toBe('done')
  expect((await yearStep(2025, 'decide'))?.state).toBe('not_needed')
})

test('goods that lie anywhere at the end of a year are counted around it', async () => {
  const { itemId } = await book.api.items.create({ name: 'Gula', unitName: 'kg', priceOther: 18_000_00 })
  await putCash(book, 900_000_00, '2025-12-01')
  await book.api.trade.purchase({
    ...{ requestId: requestId(), date: '2025-12-02', cashAccount: '11101' },
    lines: [{ itemId, qty: 5_000, amount: 75_000_00 }],
  })
  expect(await yearStep(2025, 'stock_count')).toMatchObject({ state: 'open', count: 1 })
  const take = { requestId: requestId(), date: '2025-12-31', lines: [{ itemId, counted: 5_000 }] }
  await book.api.trade.stockTake({ ...take, countedBy: ['Sri Wahyuni', 'Budi Santoso'] })
  expect(await yearStep(2025, 'stock_count')).toMatchObject({
    ...{ state: 'done', date: '2025-12-31', by: 'Sri Wahyuni, Budi Santoso' },
  })
})

test('a member sees her shares of all years with what was paid, and the list adds up', async () => {
  const [first, second] = [await addMember(book, '0001', '2025-01-02'), await addMember(book, '0002', '2025-01-02')]
  for (const memberId of [first, second]) {
    await deposit(book, await openSavings(book, memberId, 'wajib', '2025-01-02'), 100_000_00, '2025-01-03')
  }
  await earn(100_000_00, '2025-05-05')
  expect(await book.api.closing.distribution({ year: 2025 })).toMatchObject({ decided: null, members: [] })
  await book.api.closing.closeYear({ requestId: requestId(), year: 2025 })
  await book.api.closing.setBylaw({
    ...{ requestId: requestId(), fromYear: 2025 },
    bylaw: {
      ...{
        shares: [{ key: 'modal', pct: '100', to: 'by_savings' }],
        savingsBasis: 'year_end',
        savingsProducts: ['wajib'],
      },
      ...{ leavers: 'excluded', nonMembers: 'divided', roundTo: 100 },
    },
  })
  const meeting = { requestId: requestId(), year: 2025, date: '2026-03-01', decision: 'RAT 1' }
  const { voucher } = await book.api.closing.decideShu(meeting)
  const paying = { requestId: requestId(), year: 2025, date: '2026-03-02', cashAccount: '11101', memberIds: [first] }
  await book.api.closing.payShu(paying)
  expect((await book.api.closing.memberShares({ memberId: first })).rows).toMatchObject([
    { year: 2025, share: 50_000_00, paid: 50_000_00, left: 0, voucher, decision: 'RAT 1', date: '2026-03-01' },
  ])
  expect((await book.api.closing.memberShares({ memberId: second })).rows).toMatchObject([
    { share: 50_000_00, paid: 0, left: 50_000_00 },
  ])
  const { members, totals } = await book.api.closing.distribution({ year: 2025 })
  expect(members.map(({ number, left }) => [number, left])).toEqual([
    ['0001', 0],
    ['0002', 50_000_00],
  ])
  expect(totals).toEqual({ share: 100_000_00, paid: 50_000_00, left: 50_000_00 })
  expect(await refusalOf(book.api.closing.memberShares({ memberId: 'tidak-ada' }))).toMatchObject({ code: 'NOT_FOUND' })
})
