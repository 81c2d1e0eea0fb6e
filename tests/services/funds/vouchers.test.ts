import { afterEach, beforeEach, expect, test } from 'vitest'
import { requestId } from '../../support/book.ts'
import { type FundBook, openFundBook } from '../../support/funds.ts'

let book: FundBook
let fundId: string
let lines: string[]
beforeEach(async () => {
  book = await openFundBook()
  ;({ fundId, lines } = await book.fund())
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

const told = (asOf = '2026-12-31') => book.api.funds.report({ fundId, asOf })
const reverse = (entryId: string, date: string) =>
  book.api.journal.reverse({ requestId: requestId(), entryId, date, reason: 'Salah pos' })
const sumOf = (rows: readonly { readonly amount: number }[]) => rows.reduce((sum, { amount }) => sum + amount, 0)

test('every voucher of a fund is told with day, purpose and budget line, and together they are what was spent', async () => {
  await book.receive(fundId, 30_000_000_00)
  const late = await book.spend(fundId, 400_000_00, {
    budgetLineId: lines[1],
    date: '2026-03-20',
    description: 'Nasi kotak',
  })
  const early = await book.spend(fundId, 2_000_000_00, { budgetLineId: lines[0] })
  const { spendings, spent, approvals } = await told()
  expect(spendings).toEqual([
    {
      ...{ entryId: early.entryId, voucher: early.voucher, date: '2026-03-10', description: 'Pelatihan hari pertama' },
      ...{ budgetLine: 'Narasumber', amount: 2_000_000_00 },
    },
    {
      ...{ entryId: late.entryId, voucher: late.voucher, date: '2026-03-20', description: 'Nasi kotak' },
      ...{ budgetLine: 'Konsumsi', amount: 400_000_00 },
    },
  ])
  expect(sumOf(spendings)).toBe(spent)
  expect(approvals).toEqual([])
  const { spendings: before, spent: until } = await told('2026-03-15')
  expect(before.map(({ entryId }) => entryId)).toEqual([early.entryId])
  expect(sumOf(before)).toBe(until)
})

test('a voucher that was taken back is no evidence; before the day it was, it is', async () => {
  await book.receive(fundId, 30_000_000_00)
  const wrong = await book.spend(fundId, 2_000_000_00, { budgetLineId: lines[0] })
  const right = await book.spend(fundId, 2_000_000_00, { budgetLineId: lines[1], date: '2026-03-12' })
  await reverse(wrong.entryId, '2026-04-02')
  const entries = async (asOf: string) => {
    const { spendings, spent } = await told(asOf)
    expect(sumOf(spendings)).toBe(spent)
    return spendings.map(({ entryId }) => entryId)
  }
  expect(await entries('2026-04-30')).toEqual([right.entryId])
  expect(await entries('2026-03-31')).toEqual([wrong.entryId, right.entryId])
})

test('goods in kind and equipment that the fund bought are among its vouchers', async () => {
  const grant = await book.fund({ treatment: 'capital', name: 'Hibah mesin' })
  fundId = grant.fundId
  await book.receive(fundId, 8_000_000_00)
  await book.api.funds.receive({
    ...{ requestId: requestId(), date: '2026-03-03', fundId, amount: 3_000_000_00 },
    goods: { account: '18104', assetId: book.asset() },
  })
  await book.spend(fundId, 5_000_000_00, { budgetLineId: grant.lines[0], account: '18104', assetId: book.asset() })
  const { spendings, spent } = await told()
  expect(spendings.map(({ budgetLine, amount }) => [budgetLine, amount])).toEqual([
    [null, 3_000_000_00],
    ['Narasumber', 5_000_000_00],
  ])
  expect(sumOf(spendings)).toBe(spent)
})

test('who let a budget line be overspent is told with the voucher, by how much and when; a needless approval is not', async () => {
  await book.receive(fundId, 30_000_000_00)
  await book.spend(fundId, 9_000_000_00, { budgetLineId: lines[1], approvedBy: 'Budi Santoso' })
  const { entryId, voucher } = await book.spend(fundId, 3_000_000_00, {
    ...{ budgetLineId: lines[1], approvedBy: 'Budi Santoso', date: '2026-03-20' },
  })
  const over = { what: 'budget_line', budgetLine: 'Konsumsi', amount: 2_000_000_00, approvedBy: 'Budi Santoso' }
  expect((await told()).approvals).toEqual([{ entryId, voucher, date: '2026-11-20', ...over }])
  await reverse(entryId, '2026-04-02')
  expect((await told()).approvals).toEqual([])
})

test('money that was laid out, and a budget that was raised afterwards, are told with who approved them', async () => {
  await book.spend(fundId, 11_000_000_00, { budgetLineId: lines[1], approvedBy: 'Budi Santoso', cashAccount: '11101' })
  await book.api.funds.update({
    ...{ fundId, approvedBy: 'Dewi Lestari' },
    budget: [{ budgetLineId: lines[1] ?? '', name: 'Konsumsi', amount: 12_000_000_00 }],
  })
  const { approvals } = await told()
  expect(approvals.map(({ what, amount, approvedBy }) => [what, amount, approvedBy])).toEqual([
    ['budget_line', 1_000_000_00, 'Budi Santoso'],
    ['fund_balance', 11_000_000_00, 'Budi Santoso'],
    ['budget_raised', 2_000_000_00, 'Dewi Lestari'],
  ])
})

test('what is spent on a day before the money came is told as more than there was', async () => {
  await book.receive(fundId, 6_000_000_00)
  await book.spend(fundId, 2_000_000_00, { budgetLineId: lines[0] })
  await book.spend(fundId, 100_000_00, { budgetLineId: lines[0], date: '2026-02-20', approvedBy: 'Budi Santoso' })
  expect((await told()).approvals).toMatchObject([{ what: 'fund_balance', amount: 100_000_00, budgetLine: null }])
})

test('the report on paper adds its vouchers up to what was spent', async () => {
  await book.receive(fundId, 30_000_000_00)
  await book.spend(fundId, 2_000_000_00, { budgetLineId: lines[0] })
  await book.spend(fundId, 10_500_000_00, { budgetLineId: lines[1], approvedBy: 'Budi Santoso' })
  const { after, totals } = await book.api.reports.run({ report: 'fundReport', params: { fundId, asOf: '2026-12-31' } })
  const tables = (after ?? []).flatMap((part) => (part.kind === 'table' ? [part] : []))
  const vouchers = tables.find(({ title }) => title === 'Bukti pengeluaran satu per satu')
  expect(vouchers?.rows.at(-1)).toMatchObject({ kind: 'total', amount: totals.spent })
  expect(vouchers?.rows).toHaveLength(3)
  expect(tables.find(({ title }) => title.startsWith('Persetujuan'))?.rows).toMatchObject([
    { date: '2026-11-20', what: 'Melebihi pos anggaran Konsumsi', amount: 500_000_00, approvedBy: 'Budi Santoso' },
  ])
})
