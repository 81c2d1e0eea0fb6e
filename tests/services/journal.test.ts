import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../support/book.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

interface Typed {
  readonly date?: string
  readonly amount?: number
  readonly description?: string
  readonly from?: string
  readonly to?: string
}

async function post({
  date = '2026-01-05',
  amount = 100_00,
  description = 'Catatan',
  from = '48106',
  to = '11101',
}: Typed) {
  const lines = [
    { account: to, debit: amount },
    { account: from, credit: amount },
  ]
  return book.api.journal.post({ requestId: requestId(), date, description, lines })
}

const reason = 'Salah jumlah'

test('a reversal mirrors its entry in the same voucher book and both name each other', async () => {
  const posted = await post({ amount: 750_00 })
  const reversal = await book.api.journal.reverse({
    requestId: requestId(),
    entryId: posted.entryId,
    date: '2026-02-01',
    reason,
  })
  expect(reversal.voucher).toBe('BM-2026-0002')
  const entry = await book.api.journal.get({ entryId: reversal.entryId })
  expect(entry).toMatchObject({ reverses: { voucher: posted.voucher }, reason, kind: 'ordinary' })
  expect(entry.lines.map(({ account, debit, credit }) => [account, debit, credit])).toEqual([
    ['11101', 0, 750_00],
    ['48106', 750_00, 0],
  ])
  expect(await book.api.journal.get({ voucher: 'bm-2026-1' })).toMatchObject({
    reversedBy: { voucher: 'BM-2026-0002' },
  })
  const { rows } = await book.api.ledger.trialBalance({ asOf: '2026-02-01' })
  expect(rows.filter((row) => row.debit !== 0 || row.credit !== 0)).toEqual([])
})

test('an entry is reversed once, and a reversal never', async () => {
  const posted = await post({})
  const first = await book.api.journal.reverse({
    requestId: requestId(),
    entryId: posted.entryId,
    date: '2026-02-01',
    reason,
  })
  const again = { requestId: requestId(), entryId: posted.entryId, date: '2026-02-02', reason }
  expect(await refusalOf(book.api.journal.reverse(again))).toMatchObject({
    code: 'ALREADY_REVERSED',
    data: { voucher: posted.voucher, by: first.voucher },
  })
  const back = { requestId: requestId(), entryId: first.entryId, date: '2026-02-02', reason }
  expect(await refusalOf(book.api.journal.reverse(back))).toMatchObject({
    code: 'NOT_ALLOWED',
    data: { reason: 'entry_is_reversal' },
  })
})

test('a reversal needs a reason, an entry that exists and a day not before it', async () => {
  const posted = await post({})
  const early = { requestId: requestId(), entryId: posted.entryId, date: '2026-01-04', reason }
  expect((await refusalOf(book.api.journal.reverse(early))).data).toMatchObject({ reason: 'date_before_entry' })
  const bare = { requestId: requestId(), entryId: posted.entryId, date: '2026-01-06', reason: ' ' }
  expect((await refusalOf(book.api.journal.reverse(bare))).code).toBe('INVALID_INPUT')
  const unknown = { requestId: requestId(), entryId: 'tidak-ada', date: '2026-01-06', reason }
  expect((await refusalOf(book.api.journal.reverse(unknown))).code).toBe('NOT_FOUND')
})

test('money that was spent since names the entry to reverse first', async () => {
  const income = await post({ amount: 500_00 })
  const spent = await post({ date: '2026-01-06', amount: 400_00, from: '11101', to: '52201' })
  const reversal = { requestId: requestId(), entryId: income.entryId, date: '2026-01-07', reason }
  const refusal = await refusalOf(book.api.journal.reverse(reversal))
  expect(refusal).toMatchObject({ code: 'CASH_BELOW_ZERO', data: { first: { voucher: spent.voucher } } })
  expect(refusal.message).toContain(spent.voucher)
})

test('the undoing of another entry is not named as what spent the money', async () => {
  const income = await post({ amount: 500_00 })
  const spent = await post({ date: '2026-01-06', amount: 400_00, from: '11101', to: '52201' })
  const twice = await post({ date: '2026-01-07', amount: 50_00 })
  const undo = { date: '2026-01-08', reason }
  await book.api.journal.reverse({ requestId: requestId(), entryId: twice.entryId, ...undo })
  const reversal = { requestId: requestId(), entryId: income.entryId, ...undo }
  expect(await refusalOf(book.api.journal.reverse(reversal))).toMatchObject({
    code: 'CASH_BELOW_ZERO',
    data: { reason: 'reverse_first', first: { entryId: spent.entryId, voucher: spent.voucher } },
  })
})

test('cash is never below zero on a later day, also for an entry dated back', async () => {
  await post({ date: '2026-01-05', amount: 500_00 })
  await post({ date: '2026-01-20', amount: 450_00, from: '11101', to: '52201' })
  const backdated = post({ date: '2026-01-10', amount: 60_00, from: '11101', to: '52201' })
  expect(await refusalOf(backdated)).toMatchObject({
    code: 'CASH_BELOW_ZERO',
    data: { account: '11101', short: 10_00, available: 50_00, day: '2026-01-20' },
  })
  await post({ date: '2026-01-10', amount: 50_00, from: '11101', to: '52201' })
})

test('a bank account may be overdrawn, with a warning', async () => {
  const { warnings } = await post({ amount: 10_00, from: '11201', to: '52209' })
  expect(warnings).toEqual(['bank_below_zero'])
})

test('unknown accounts, headings and missing cards are refused at their line', async () => {
  const issueAt = async (from: string) => (await refusalOf(post({ from }))).data.issues
  expect(await issueAt('48999')).toEqual([{ path: ['lines', 1, 'account'], message: 'account_unknown' }])
  expect(await issueAt('48000')).toEqual([{ path: ['lines', 1, 'account'], message: 'account_is_heading' }])
  expect(await issueAt('21101')).toEqual([{ path: ['lines', 1, 'savingsAccountId'], message: 'reference_missing' }])
})

test('entries are listed by day, page by page, and found by words and voucher', async () => {
  await post({ date: '2026-01-07', description: 'Jual kerupuk di pasar' })
  await post({ date: '2026-01-05', description: 'Jual kopi' })
  await post({ date: '2026-01-06', description: 'Sewa alat 100%' })
  const first = await book.api.journal.list({ limit: 2 })
  expect(first.rows.map((row) => row.date)).toEqual(['2026-01-05', '2026-01-06'])
  const second = await book.api.journal.list({ limit: 2, cursor: first.nextCursor ?? '' })
  expect(second.rows.map((row) => row.date)).toEqual(['2026-01-07'])
  expect(second.nextCursor).toBeNull()
  const found = async (text: string) => (await book.api.journal.list({ text })).rows.map((row) => row.voucher)
  expect(await found('pasar jual')).toEqual(['BM-2026-0001'])
  expect(await found('2026-0002')).toEqual(['BM-2026-0002'])
  expect(await found('100%')).toEqual(['BM-2026-0003'])
  expect(await found('_%')).toEqual([])
  expect((await book.api.journal.list({ order: 'newest', limit: 1 })).rows[0]?.date).toBe('2026-01-07')
  expect((await refusalOf(book.api.journal.list({ cursor: 'halaman 2' }))).code).toBe('INVALID_INPUT')
})

test('an entry over two units is balanced in each by the clearing account', async () => {
  const posted = await book.api.journal.post({
    requestId: requestId(),
    date: '2026-01-05',
    description: 'Modal untuk usaha',
    lines: [
      { account: '11101', debit: 300_00, unit: 'shop' },
      { account: '48106', credit: 300_00 },
    ],
  })
  const { lines } = await book.api.journal.get({ entryId: posted.entryId })
  expect(lines.map(({ account, debit, credit, unit }) => [account, debit, credit, unit])).toEqual([
    ['11101', 300_00, 0, 'shop'],
    ['48106', 0, 300_00, 'general'],
    ['19901', 0, 300_00, 'shop'],
    ['19901', 300_00, 0, 'general'],
  ])
})

test('the same request id with other content is refused, and a refused call is not remembered', async () => {
  const input = {
    requestId: requestId(),
    date: '2026-01-05',
    description: 'Jual',
    lines: [
      { account: '11101', debit: 100 },
      { account: '48106', credit: 100 },
    ],
  }
  await refusalOf(book.api.journal.post({ ...input, date: '2019-12-31' }))
  await book.api.journal.post(input)
  expect((await refusalOf(book.api.journal.post({ ...input, description: 'Lain' }))).code).toBe('REQUEST_ID_REUSED')
})
