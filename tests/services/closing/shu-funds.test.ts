import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'
import { balanceOf, linesOf } from '../../support/counter.ts'
import { workedYear } from '../../support/worked-year.ts'

/** The worked surplus, decided: education and social have 2.437.500 each, the board 3.656.250. */
let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
  await workedYear(book)
  await book.api.closing.closeYear({ requestId: requestId(), year: 2025 })
  const decided = { year: 2025, date: '2026-03-14', decision: 'RAT 1/2026' }
  await book.api.closing.decideShu({ requestId: requestId(), ...decided })
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

const rupiah = (amount: number) => amount * 100
type Use = Parameters<TestBook['api']['closing']['spendShuFund']>[0]
const use = (given: Partial<Use> = {}) =>
  book.api.closing.spendShuFund({
    ...{ requestId: requestId(), date: '2026-04-05', account: '25104', amount: rupiah(1_000_000) },
    ...{ cashAccount: '11101', description: 'Pelatihan pembukuan', paidTo: 'Bu Ratna', ...given },
  })
const fundOf = async (account: string, year = 2026) =>
  (await book.api.closing.shuFunds({ year })).funds.find((one) => one.account === account)

test('a fund is used for what the meeting meant it, is no cost of the year, and says who got it', async () => {
  const posted = await use()
  expect(posted).toMatchObject({ voucher: 'BKK-2026-0001', balance: rupiah(1_437_500), warnings: [] })
  expect(await linesOf(book, posted.entryId)).toEqual([
    ['25104', rupiah(1_000_000), 0],
    ['11101', 0, rupiah(1_000_000)],
  ])
  const { funds, uses } = await book.api.closing.shuFunds({ year: 2026 })
  expect(funds.map(({ account, opening, added, used, balance }) => [account, opening, added, used, balance])).toEqual([
    ['25102', 0, rupiah(3_656_250), 0, rupiah(3_656_250)],
    ['25103', 0, rupiah(2_437_500), 0, rupiah(2_437_500)],
    ['25104', 0, rupiah(2_437_500), rupiah(1_000_000), rupiah(1_437_500)],
    ['25105', 0, rupiah(2_437_500), 0, rupiah(2_437_500)],
    ['25106', 0, rupiah(1_218_750), 0, rupiah(1_218_750)],
  ])
  expect(uses).toEqual([
    {
      ...{ entryId: posted.entryId, voucher: posted.voucher, date: '2026-04-05', account: '25104' },
      ...{ description: 'Pelatihan pembukuan', paidTo: 'Bu Ratna', amount: rupiah(1_000_000) },
    },
  ])
  const year = { from: '2026-01-01', to: '2026-12-31' }
  expect((await book.api.reports.run({ report: 'surplus', params: year })).totals.expense).toBe(0)
  const receipt = await book.api.reports.run({ report: 'receipt', params: { entryId: posted.entryId } })
  expect(JSON.stringify(receipt)).toContain('Bu Ratna')
})

test('tax on what the board gets stays owed to the state, and the rest is paid', async () => {
  const fee = { account: '25102' as const, amount: rupiah(2_000_000), tax: rupiah(50_000), description: 'Honor' }
  const { entryId } = await use(fee)
  expect(await linesOf(book, entryId)).toEqual([
    ['25102', rupiah(2_000_000), 0],
    ['23102', 0, rupiah(50_000)],
    ['11101', 0, rupiah(1_950_000)],
  ])
  expect(await fundOf('25102')).toMatchObject({ used: rupiah(2_000_000), balance: rupiah(1_656_250) })
  expect(await refusalOf(use({ ...fee, amount: rupiah(50_000) }))).toMatchObject({
    code: 'INVALID_INPUT',
    data: { reason: 'tax_above_amount', issues: [{ path: ['tax'] }] },
  })
})

test('more than there is of a fund, on its day or later, is paid only when a second person says so, and is shown below zero', async () => {
  await use({ date: '2026-06-10', amount: rupiah(2_000_000) })
  const early = { date: '2026-04-05', amount: rupiah(437_501) }
  expect(await refusalOf(use(early))).toMatchObject({
    code: 'NEEDS_APPROVAL',
    data: { reason: 'fund_balance', fund: 'Dana pendidikan', available: rupiah(437_500), short: rupiah(1) },
  })
  expect(await use({ ...early, amount: rupiah(437_500) })).toMatchObject({ balance: 0, warnings: [] })
  await book.api.officers.set({
    officers: [
      { role: 'chair', name: 'Sri Rahayu' },
      { role: 'treasurer', name: 'Wahyu Nugroho' },
    ],
  })
  expect(await refusalOf(use({ ...early, approvedBy: 'Wahyu Nugroho' }))).toMatchObject({
    data: { reason: 'approver_is_treasurer' },
  })
  const over = await use({ ...early, approvedBy: 'Sri Rahayu' })
  expect(over).toMatchObject({ balance: -rupiah(437_501), warnings: ['shu_fund_below_zero'] })
  expect(await fundOf('25104')).toMatchObject({ balance: -rupiah(437_501) })
  const paper = await book.api.reports.run({ report: 'shuComponents', params: { year: 2026 } })
  expect(paper.notes.join(' ')).toMatch(/Dana pendidikan dipakai Rp437\.501 lebih banyak/)
})

test('a use that is taken back is as if it had not been, and other money is no fund', async () => {
  const { entryId } = await use()
  await book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-04-06', reason: 'Salah dana' })
  expect(await fundOf('25104')).toMatchObject({ used: 0, balance: rupiah(2_437_500) })
  expect((await book.api.closing.shuFunds({ year: 2026 })).uses).toEqual([])
  expect(await refusalOf(use({ account: '34101' as never }))).toMatchObject({ code: 'INVALID_INPUT' })
  expect(await refusalOf(use({ cashAccount: '25105' }))).toMatchObject({ data: { reason: 'not_a_cash_account' } })
  expect(await refusalOf(use({ paidTo: ' ' }))).toMatchObject({ code: 'INVALID_INPUT' })
  expect(await balanceOf(book, '25104')).toBe(-rupiah(2_437_500))
})

test('a fund begins a year with what the one before left', async () => {
  await use()
  expect(await fundOf('25104', 2027)).toMatchObject({ opening: rupiah(1_437_500), added: 0, used: 0 })
})

test('the same use sent twice is paid once', async () => {
  const id = requestId()
  expect(await use({ requestId: id })).toEqual(await use({ requestId: id }))
  expect(await fundOf('25104')).toMatchObject({ used: rupiah(1_000_000) })
})
