import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusalOf, requestId } from '../../support/book.ts'
import { linesOf } from '../../support/counter.ts'
import { type FundBook, openFundBook } from '../../support/funds.ts'

let book: FundBook
beforeEach(async () => {
  book = await openFundBook()
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

type Acquiring = Parameters<FundBook['api']['assets']['acquire']>[0]

const acquire = (given: Partial<Acquiring>) =>
  book.api.assets.acquire({
    ...{ requestId: requestId(), date: '2026-03-10', name: 'Mesin jahit', account: '18104', cost: 4_000_000_00 },
    ...{ months: 48, cashAccount: '11203', ...given },
  })

const reverse = (entryId: string) =>
  book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-03-20', reason: 'Salah' })

const surplus = async () =>
  (await book.api.reports.run({ report: 'surplus', params: { from: '2026-01-01', to: '2026-12-31' } })).totals.surplus

test('equipment bought from restricted money releases as much of it as capital, and no surplus comes of it', async () => {
  const { fundId, lines } = await book.fund()
  await book.receive(fundId, 30_000_000_00)
  const before = await surplus()
  const bought = await acquire({ fundId, budgetLineId: lines[0] ?? '' })
  expect(await linesOf(book, bought.entryId)).toEqual([
    ['18104', 4_000_000_00, 0],
    ['11203', 0, 4_000_000_00],
    ['26101', 4_000_000_00, 0],
    ['33201', 0, 4_000_000_00],
  ])
  expect(bought.warnings).toEqual([])
  expect(await surplus()).toBe(before)
  expect(await book.api.funds.report({ fundId, asOf: '2026-12-31' })).toMatchObject({
    ...{ received: 30_000_000_00, spent: 4_000_000_00, balance: 26_000_000_00, unplanned: 0 },
    budget: [
      { spent: 4_000_000_00, left: 16_000_000_00 },
      { spent: 0, left: 10_000_000_00 },
    ],
    bank: { ofFund: 26_000_000_00, rest: 0 },
  })
  expect((await book.api.assets.register({ asOf: '2026-12-31' })).rows).toMatchObject([{ cost: 4_000_000_00 }])
  await book.api.assets.depreciate({ requestId: requestId(), month: '2026-03' })
  expect((await book.api.funds.get({ fundId, asOf: '2026-12-31' })).spent).toBe(4_000_000_00)
})

test('taken back, the money is owed to the donor again and the machine is gone', async () => {
  const { fundId, lines } = await book.fund()
  await book.receive(fundId, 30_000_000_00)
  const { entryId } = await acquire({ fundId, budgetLineId: lines[0] ?? '' })
  await reverse(entryId)
  expect(await book.api.funds.get({ fundId, asOf: '2026-12-31' })).toMatchObject({
    ...{ received: 30_000_000_00, spent: 0, balance: 30_000_000_00 },
    budget: [{ left: 20_000_000_00 }, { left: 10_000_000_00 }],
  })
  for (const account of ['18104', '33201']) expect(await book.balance(account)).toBe(0)
  expect((await book.api.assets.register({ asOf: '2026-12-31' })).rows).toEqual([])
})

test('bought before the money came it is laid out, and the donor owes it', async () => {
  const { fundId, lines } = await book.fund()
  await book.receive(fundId, 1_000_000_00)
  const wish = { fundId, budgetLineId: lines[0] ?? '', cashAccount: '11101' }
  await expect(acquire(wish)).rejects.toMatchObject({ code: 'NEEDS_APPROVAL', data: { reason: 'fund_balance' } })
  const bought = await acquire({ ...wish, approvedBy: 'Budi Santoso' })
  expect(bought.warnings).toEqual(['fund_laid_out', 'fund_other_account'])
  expect([await book.balance('14203'), await book.balance('26101'), await book.balance('33201')]).toEqual([
    ...[3_000_000_00, 0, -4_000_000_00],
  ])
})

test('of a capital grant nothing is released: it is capital already', async () => {
  const budget = [{ name: 'Mesin', amount: 10_000_000_00 }]
  const { fundId, lines } = await book.fund({ treatment: 'capital', budget })
  await book.receive(fundId, 10_000_000_00)
  const bought = await acquire({ fundId })
  expect(await linesOf(book, bought.entryId)).toEqual([
    ['18104', 4_000_000_00, 0],
    ['11203', 0, 4_000_000_00],
  ])
  const { budget: after, balance } = await book.api.funds.get({ fundId, asOf: '2026-12-31' })
  expect([after, balance]).toMatchObject([[{ budgetLineId: lines[0], left: 6_000_000_00 }], 6_000_000_00])
  const early = { fundId, date: '2026-02-20', cost: 1_000_000_00 }
  await expect(acquire(early)).rejects.toMatchObject({
    data: { reason: 'fund_balance', available: 0, short: 1_000_000_00 },
  })
  expect((await acquire({ ...early, approvedBy: 'Budi Santoso' })).warnings).toEqual([
    'bank_below_zero',
    'fund_overspent',
  ])
})

test('what is given under an agreement is capital of that fund', async () => {
  const { fundId } = await book.fund({ treatment: 'capital' })
  const { entryId } = await acquire({ fundId, grant: true, cashAccount: undefined })
  expect(await linesOf(book, entryId)).toEqual([
    ['18104', 4_000_000_00, 0],
    ['33201', 0, 4_000_000_00],
  ])
  expect(await book.api.funds.report({ fundId, asOf: '2026-12-31' })).toMatchObject({
    ...{ received: 4_000_000_00, spent: 4_000_000_00, unplanned: 4_000_000_00, balance: 0 },
  })
})

test('what no fund pays is refused, and nothing is entered', async () => {
  const { fundId, lines } = await book.fund()
  const [revolving, capital] = [await book.fund({ treatment: 'revolving' }), await book.fund({ treatment: 'capital' })]
  await book.receive(fundId, 30_000_000_00)
  const budgetLineId = lines[0] ?? ''
  const wrong: [Partial<Acquiring>, object][] = [
    [{ fundId: 'nothing' }, { code: 'NOT_FOUND' }],
    [{ fundId }, { data: { issues: [{ path: ['budgetLineId'], message: 'required' }] } }],
    [{ fundId, budgetLineId: capital.lines[0] ?? '' }, { data: { reason: 'budget_line_unknown' } }],
    [{ fundId: revolving.fundId, budgetLineId: revolving.lines[0] ?? '' }, { data: { reason: 'fund_is_lent_on' } }],
    [{ fundId, budgetLineId, account: '19101' }, { data: { reason: 'not_a_fund_cost' } }],
    [
      { fundId, budgetLineId, cost: 20_000_000_01 },
      { code: 'NEEDS_APPROVAL', data: { short: 1 } },
    ],
    [{ budgetLineId }, { data: { issues: [{ path: ['budgetLineId'], message: 'not_together' }] } }],
    [{ fundId, partnerId: 'somebody', cashAccount: undefined }, { code: 'INVALID_INPUT' }],
    [{ fundId, grant: true, cashAccount: undefined }, { data: { reason: 'goods_are_capital' } }],
    [{ fundId, budgetLineId, grant: true, cashAccount: undefined }, { code: 'INVALID_INPUT' }],
  ]
  for (const [given, refusal] of wrong) expect(await refusalOf(acquire(given))).toMatchObject(refusal)
  expect((await book.api.assets.register({ asOf: '2026-12-31' })).rows).toEqual([])
  const approved = await acquire({ fundId, budgetLineId, cost: 20_000_000_01, approvedBy: 'Budi Santoso' })
  expect(approved.warnings).toEqual(['fund_over_budget'])
})
