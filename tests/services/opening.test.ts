import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../support/book.ts'
import { addMember, balanceOf, linesOf, openSavings } from '../support/counter.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

type Lines = Parameters<typeof book.api.opening.post>[0]['lines']

function open(lines: Lines, overrides: Record<string, unknown> = {}) {
  return book.api.opening.post({ requestId: requestId(), date: '2025-12-31', lines, ...overrides })
}

/** An identity of an area that has no form yet. */
function identity(table: string): void {
  book.desk.app().file.database.exec(`INSERT INTO ${table} (id, code, name) VALUES ('${table}-1', 'P-1', 'Toko Uji')`)
}

test('what does not balance yet stands in 36901, step by step to zero', async () => {
  const first = await open([{ account: '11101', debit: 500_000_00 }])
  expect(first).toMatchObject({ voucher: 'BM-2025-0001', difference: 500_000_00 })
  expect(await linesOf(book, first.entryId)).toEqual([
    ['11101', 500_000_00, 0],
    ['36901', 0, 500_000_00],
  ])
  const second = await open([{ account: '34101', credit: 600_000_00 }])
  expect(second.difference).toBe(-100_000_00)
  const third = await open([
    { account: '11201', debit: 350_000_00 },
    { account: '33201', credit: 250_000_00 },
  ])
  expect(third.difference).toBe(0)
  expect(await balanceOf(book, '36901')).toBe(0)
  const entry = await book.api.journal.get({ entryId: first.entryId })
  expect(entry).toMatchObject({ kind: 'opening', description: 'Saldo awal' })
})

test('lines that balance take no line of 36901', async () => {
  const posted = await open([
    { account: '11101', debit: 5_00 },
    { account: '34101', credit: 5_00 },
  ])
  expect(await linesOf(book, posted.entryId)).toHaveLength(2)
  expect(posted.difference).toBe(0)
})

test('what is left open stands with the head alone; what units begin with beyond that they owe each other', async () => {
  const posted = await open([
    { account: '11101', debit: 500_00, unit: 'shop' },
    { account: '34101', credit: 300_00, unit: 'usp' },
  ])
  const { lines } = await book.api.journal.get({ entryId: posted.entryId })
  expect(lines.map(({ account, unit, debit, credit }) => [account, unit, debit - credit])).toEqual([
    ['11101', 'shop', 500_00],
    ['34101', 'usp', -300_00],
    ['36901', 'general', -200_00],
    ['19901', 'shop', -500_00],
    ['19901', 'usp', 300_00],
    ['19901', 'general', 200_00],
  ])
  expect(posted.difference).toBe(200_00)
})

test("members' savings, members' and partners' accounts and funds are taken over by card", async () => {
  const memberId = await addMember(book)
  const savingsAccountId = await openSavings(book, memberId, 'sukarela', '2025-12-31')
  await book.api.savings.updateProduct({ product: 'sukarela', unit: 'usp' })
  identity('partner')
  identity('fund')
  const posted = await open([
    { account: '21101', credit: 75_000_00, savingsAccountId },
    { account: '14101', debit: 20_000_00, memberId },
    { account: '22101', credit: 30_000_00, partnerId: 'partner-1' },
    { account: '26101', credit: 40_000_00, fundId: 'fund-1' },
  ])
  expect(posted.difference).toBe(-125_000_00)
  const { lines } = await book.api.journal.get({ entryId: posted.entryId })
  expect(lines[0]).toMatchObject({ account: '21101', unit: 'usp' })
  expect((await book.api.savings.card({ savingsAccountId })).closing).toBe(75_000_00)
  expect(await book.api.ledger.verify({})).toMatchObject({ ok: true })
})

test('who begins within a year takes over income and expense as well', async () => {
  const posted = await open(
    [
      { account: '11101', debit: 700_00 },
      { account: '52202', debit: 300_00 },
      { account: '48106', credit: 1_000_00 },
    ],
    { date: '2026-06-30' },
  )
  expect(posted.difference).toBe(0)
})

for (const [account, reference, reason] of [
  ['13101', 'loanId', 'opening_kind_later'],
  ['15101', 'itemId', 'opening_of_goods'],
  ['18102', 'assetId', 'opening_of_assets'],
  ['27101', 'borrowingId', 'opening_kind_later'],
  ['14202', 'personId', 'opening_kind_later'],
] as const) {
  test(`the opening of account ${account} is refused with where or when it is taken`, async () => {
    const lines = [
      { account: '11101', debit: 1_00 },
      { account, debit: 1_00, [reference]: 'any' },
    ]
    expect(await refusalOf(open(lines))).toMatchObject({
      code: 'NOT_ALLOWED',
      data: { reason, account, issues: [{ path: ['lines', 1, 'account'], message: reason }] },
    })
    expect((await book.api.journal.list({})).rows).toEqual([])
  })
}

test('a line without its card, or with one that is not there, is refused at that line', async () => {
  const issues = async (lines: Lines) => (await refusalOf(open(lines))).data.issues
  const cash = { account: '11101', debit: 1_00 }
  expect(await issues([cash, { account: '21101', credit: 1_00 }])).toEqual([
    { path: ['lines', 1, 'savingsAccountId'], message: 'reference_missing' },
  ])
  expect(await issues([cash, { account: '14101', debit: 1_00, memberId: 'nobody' }])).toEqual([
    { path: ['lines', 1, 'memberId'], message: 'reference_unknown' },
  ])
  expect(await issues([{ account: '99999', debit: 1_00 }])).toEqual([
    { path: ['lines', 0, 'account'], message: 'account_unknown' },
  ])
})

test('cash cannot begin below zero', async () => {
  expect(await refusalOf(open([{ account: '11101', credit: 1_00 }]))).toMatchObject({ code: 'CASH_BELOW_ZERO' })
})

test('an opening keeps to the founding day and to open months', async () => {
  const cash = [{ account: '11101', debit: 1_00 }]
  expect(await refusalOf(open(cash, { date: '2019-12-31' }))).toMatchObject({
    data: { reason: 'date_before_founding' },
  })
  await book.api.periods.lockMonth({ requestId: requestId(), month: '2025-12' })
  expect(await refusalOf(open(cash))).toMatchObject({ code: 'PERIOD_CLOSED' })
})

test('openings of all units that add up beyond the bound are refused', async () => {
  const most = 9_000_000_000_000_000
  const lines = [
    { account: '11201', debit: most },
    { account: '11202', debit: most, unit: 'usp' as const },
  ]
  await book.api.accounts.create({
    code: '11202',
    nameId: 'Bank kedua',
    type: 'asset',
    normal: 'debit',
    parent: '11000',
  })
  expect(await refusalOf(open(lines))).toMatchObject({ code: 'INVALID_INPUT', data: { reason: 'amount_too_large' } })
})

test('the same opening sent twice is posted once', async () => {
  const input = { requestId: requestId(), date: '2025-12-31', lines: [{ account: '11101', debit: 5_00 }] }
  const first = await book.api.opening.post(input)
  expect(await book.api.opening.post(input)).toEqual(first)
  expect(await balanceOf(book, '11101')).toBe(5_00)
})
