import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'
import { addMember, addMembers, balanceOf, deposit, linesOf, openSavings, putCash } from '../../support/counter.ts'

let book: TestBook
let members: string[]
beforeEach(async () => {
  book = await openTestBook()
  members = await addMembers(book, 3)
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

interface Row {
  readonly memberId: string
  readonly savings?: Record<string, number>
  readonly loans?: { loanId: string; amount: number }[]
}

function record(rows: readonly Row[], overrides: Record<string, unknown> = {}) {
  const input = { requestId: requestId(), date: '2026-01-10', cashAccount: '11101', rows: [...rows], ...overrides }
  return book.api.collection.record(input)
}

function member(index: number): string {
  return members[index] ?? ''
}

test('a meeting is one voucher: one debit to cash, one credit for each member and product', async () => {
  const recorded = await record([
    { memberId: member(1), savings: { sukarela: 5_000_00, pokok: 100_000_00, wajib: 10_000_00 } },
    { memberId: member(0), savings: { wajib: 10_000_00 } },
  ])
  expect(recorded).toMatchObject({ voucher: 'BKM-2026-0001', total: 125_000_00, members: 2, opened: 4, warnings: [] })
  expect(await linesOf(book, recorded.entryId)).toEqual([
    ['11101', 125_000_00, 0],
    ['31101', 0, 100_000_00],
    ['31102', 0, 10_000_00],
    ['21101', 0, 5_000_00],
    ['31102', 0, 10_000_00],
  ])
  const entry = await book.api.journal.get({ entryId: recorded.entryId })
  expect(entry.lines.slice(1).map((line) => line.memberId)).toEqual([member(1), member(1), member(1), member(0)])
  expect(entry.description).toBe('Kumpulan setoran simpanan anggota')
})

test('missing accounts are opened, those there are are used', async () => {
  const savingsAccountId = await openSavings(book, member(0), 'wajib')
  await deposit(book, savingsAccountId, 10_000_00)
  const savings = { wajib: 10_000_00, sukarela: 1_000_00 }
  expect(await record([{ memberId: member(0), savings }])).toMatchObject({ opened: 1 })
  expect(await record([{ memberId: member(0), savings }])).toMatchObject({ opened: 0 })
  const { rows } = await book.api.savings.list({ memberId: member(0) })
  expect(rows.map(({ number, balance }) => [number, balance])).toEqual([
    ['SW-0001', 30_000_00],
    ['SS-0001', 2_000_00],
  ])
})

test('rows without an amount are passed over', async () => {
  const rows = [{ memberId: member(0) }, { memberId: member(1), savings: {}, loans: [] }]
  expect(await record([...rows, { memberId: member(2), savings: { wajib: 1_00 } }])).toMatchObject({ members: 1 })
})

test('each product stays in its unit, the money in the one that holds the cash', async () => {
  await book.api.savings.updateProduct({ product: 'sukarela', unit: 'usp' })
  const { entryId } = await record([{ memberId: member(0), savings: { wajib: 10_00, sukarela: 5_00 } }])
  const { lines } = await book.api.journal.get({ entryId })
  expect(lines.map(({ account, unit, debit, credit }) => [account, unit, debit - credit])).toEqual([
    ['11101', 'general', 15_00],
    ['31102', 'general', -10_00],
    ['21101', 'usp', -5_00],
    ['19901', 'general', -5_00],
    ['19901', 'usp', 5_00],
  ])
})

/** What must be refused, where, and that nothing of it was saved. */
async function expectNothingSaved(): Promise<void> {
  expect((await book.api.journal.list({})).rows).toEqual([])
  expect((await book.api.savings.list({})).rows).toEqual([])
}

const paid = { wajib: 10_000_00 }

test('a member who stands there twice is refused with the row', async () => {
  const rows = [0, 1, 0].map((index) => ({ memberId: member(index), savings: paid }))
  expect(await refusalOf(record(rows))).toMatchObject({
    code: 'INVALID_INPUT',
    data: { reason: 'member_doubled', number: '0001', issues: [{ path: ['rows', 2, 'memberId'] }] },
  })
  await expectNothingSaved()
})

for (const [what, product] of [
  ['an unknown product', 'emas'],
  ['a product with a blank before it', ' wajib'],
  ['a product called like part of the program', 'constructor'],
] as const) {
  test(`${what} is refused with its row and column`, async () => {
    const savings: Record<string, number> = { wajib: 1, [product]: 1 }
    const rows = [
      { memberId: member(0), savings: paid },
      { memberId: member(1), savings },
    ]
    const refusal = await refusalOf(record(rows))
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', data: { reason: 'product_unknown' } })
    const [issue] = refusal.data.issues as { path: unknown[] }[]
    expect(issue?.path).toEqual(['rows', 1, 'savings', product])
    await expectNothingSaved()
  })
}

test('a product out of use, or one that is placed and not collected, is refused', async () => {
  await book.api.savings.updateProduct({ product: 'sukarela', active: false })
  const row = { memberId: member(0), savings: { wajib: 1, sukarela: 1 } }
  expect(await refusalOf(record([row]))).toMatchObject({ data: { reason: 'product_inactive' } })
  const placed = { memberId: member(0), savings: { wajib: 1, berjangka: 1 } }
  expect(await refusalOf(record([placed]))).toMatchObject({ data: { reason: 'product_not_collected' } })
  await expectNothingSaved()
})

test('an unknown member and one who has left are refused with their rows', async () => {
  expect(await refusalOf(record([{ memberId: 'nobody', savings: paid }]))).toMatchObject({
    code: 'INVALID_INPUT',
    data: { reason: 'member_unknown', issues: [{ path: ['rows', 0, 'memberId'] }] },
  })
  book.desk.app().file.database.exec("UPDATE member SET active = 0, left_on = '2026-01-05' WHERE code = '0002'")
  const rows = [0, 1].map((index) => ({ memberId: member(index), savings: paid }))
  expect(await refusalOf(record(rows))).toMatchObject({
    data: { reason: 'member_inactive', number: '0002', issues: [{ path: ['rows', 1, 'memberId'] }] },
  })
  await expectNothingSaved()
})

test('a closed account is refused with its row and column', async () => {
  await openSavings(book, member(0), 'wajib')
  book.desk.app().file.database.exec("UPDATE savings_account SET active = 0, closed_on = '2026-01-05'")
  const rows = [
    { memberId: member(1), savings: paid },
    { memberId: member(0), savings: paid },
  ]
  expect(await refusalOf(record(rows))).toMatchObject({
    code: 'INVALID_INPUT',
    data: { reason: 'savings_account_closed', issues: [{ path: ['rows', 1, 'savings', 'wajib'] }] },
  })
  expect((await book.api.savings.list({})).rows).toHaveLength(1)
})

/** Twelve million flat over twelve months for the first member, paid out on 10 January. */
async function runningLoan(): Promise<string> {
  await putCash(book, 20_000_000_00)
  const asked = { memberId: member(0), product: 'flat', principal: 12_000_000_00, months: 12, purpose: 'Warung' }
  const { loanId } = await book.api.loans.apply({ requestId: requestId(), ...asked, date: '2026-01-05' })
  await book.api.loans.approve({ requestId: requestId(), loanId, date: '2026-01-06', approvedBy: 'Sri Wahyuni' })
  await book.api.loans.disburse({ requestId: requestId(), loanId, date: '2026-01-10', cashAccount: '11101' })
  return loanId
}

test('savings and what is paid on loans are one voucher, each loan split as a payment of its own', async () => {
  const loanId = await runningLoan()
  const { rows } = await book.api.collection.sheet({ date: '2026-02-12' })
  expect(rows.map(({ loans }) => loans)).toMatchObject([[{ loanId, number: 'P-0001', due: 1_180_000_00 }], [], []])
  const loans = [{ loanId, amount: 1_180_000_00 }]
  const meeting = [
    { memberId: member(0), savings: { wajib: 10_000_00 }, loans },
    { memberId: member(1), savings: { wajib: 10_000_00 } },
  ]
  const recorded = await record(meeting, { date: '2026-02-12' })
  expect(recorded).toMatchObject({ total: 1_200_000_00, members: 2 })
  expect(await linesOf(book, recorded.entryId)).toEqual([
    ['11101', 1_200_000_00, 0],
    ['31102', 0, 10_000_00],
    ['31102', 0, 10_000_00],
    ['13101', 0, 1_000_000_00],
    ['41101', 0, 180_000_00],
  ])
  expect((await book.api.loans.card({ loanId })).outstanding).toBe(11_000_000_00)
  expect((await book.api.collection.sheet({ date: '2026-02-12' })).rows[0]?.loans).toMatchObject([{ due: 0 }])
})

test('a loan of somebody else, named twice, settled or overpaid is marked at its place, and nothing is saved', async () => {
  const loanId = await runningLoan()
  const refused = (rows: Row[]) => refusalOf(record(rows, { date: '2026-02-12' }))
  const place = (reason: string, ...path: (string | number)[]) => ({ data: { reason, issues: [{ path }] } })
  expect(await refused([{ memberId: member(1), loans: [{ loanId, amount: 100 }] }])).toMatchObject(
    place('loan_of_another', 'rows', 0, 'loans', 0, 'loanId'),
  )
  const twice = [
    { loanId, amount: 100 },
    { loanId, amount: 100 },
  ]
  expect(await refused([{ memberId: member(0), loans: twice }])).toMatchObject(
    place('given_twice', 'rows', 0, 'loans', 1, 'loanId'),
  )
  expect(await refused([{ memberId: member(0), loans: [{ loanId, amount: 13_000_000_00 }] }])).toMatchObject(
    place('payment_above_debt', 'rows', 0, 'loans', 0, 'amount'),
  )
  expect((await refused([{ memberId: member(0), loans: [{ loanId: 'any', amount: 1 }] }])).code).toBe('NOT_FOUND')
  expect((await book.api.loans.card({ loanId })).outstanding).toBe(12_000_000_00)
})

test('a sheet on which nobody paid is refused', async () => {
  expect(await refusalOf(record([{ memberId: member(0), savings: {} }]))).toMatchObject({
    code: 'INVALID_INPUT',
    data: { reason: 'nothing_collected', issues: [{ path: ['rows'] }] },
  })
  expect(await refusalOf(record([]))).toMatchObject({ data: { reason: 'too_few_lines' } })
})

for (const amount of [0, -1, 0.5, 9_000_000_000_000_001]) {
  test(`an amount of ${amount} sen is refused at its cell`, async () => {
    const refusal = await refusalOf(record([{ memberId: member(0), savings: { wajib: amount } }]))
    expect(refusal).toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [{ path: ['rows', 0, 'savings', 'wajib'] }] },
    })
    await expectNothingSaved()
  })
}

test('amounts that add up beyond the bound are refused', async () => {
  const rows = [0, 1].map((index) => ({ memberId: member(index), savings: { wajib: 9_000_000_000_000_000 } }))
  expect(await refusalOf(record(rows))).toMatchObject({ code: 'INVALID_INPUT', data: { reason: 'amount_too_large' } })
  await expectNothingSaved()
})

test('a locked month, a wrong cash account or a day out of reach opens no account either', async () => {
  await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-01' })
  const rows = [{ memberId: member(0), savings: paid }]
  expect(await refusalOf(record(rows))).toMatchObject({ code: 'PERIOD_CLOSED' })
  expect(await refusalOf(record(rows, { cashAccount: '31102' }))).toMatchObject({
    data: { reason: 'not_a_cash_account', issues: [{ path: ['cashAccount'] }] },
  })
  expect(await refusalOf(record(rows, { date: '2029-01-01' }))).toMatchObject({
    data: { reason: 'date_too_far_ahead' },
  })
  await expectNothingSaved()
})

test('the same meeting recorded twice is recorded once', async () => {
  const input = { requestId: requestId(), date: '2026-01-10', cashAccount: '11101' }
  const rows = [{ memberId: member(0), savings: paid }]
  const first = await book.api.collection.record({ ...input, rows })
  expect(await book.api.collection.record({ ...input, rows })).toEqual(first)
  const changed = [{ memberId: member(1), savings: paid }]
  expect(await refusalOf(book.api.collection.record({ ...input, rows: changed }))).toMatchObject({
    code: 'REQUEST_ID_REUSED',
  })
  expect(await balanceOf(book, '31102')).toBe(-10_000_00)
})

test('a payment before the day of joining is taken and asked about', async () => {
  const memberId = await addMember(book, '0009', '2026-05-01')
  expect((await record([{ memberId, savings: paid }])).warnings).toEqual(['before_joining'])
})

test('600 members with three products each stand in one voucher that verifies', async () => {
  await book.close()
  book = await openTestBook()
  const everyone = await addMembers(book, 600)
  const savings = { pokok: 100_000_00, wajib: 10_000_00, sukarela: 5_000_00 }
  const recorded = await record(everyone.map((memberId) => ({ memberId, savings })))
  expect(recorded).toMatchObject({ members: 600, opened: 1800, total: 600 * 115_000_00 })
  expect(await book.api.ledger.verify({})).toMatchObject({ ok: true, entries: 1, lines: 1801 })
})

test('pokok above what was set is asked about here too', async () => {
  await book.api.savings.setDue({ product: 'pokok', fromMonth: '2020-01', amount: 100_00 })
  const whole = await record([{ memberId: member(0), savings: { pokok: 100_00 } }])
  const above = await record([
    { memberId: member(0), savings: { pokok: 1_00 } },
    { memberId: member(1), savings: { pokok: 100_00 } },
  ])
  expect([whole.warnings, above.warnings]).toEqual([[], ['principal_above_due']])
})
