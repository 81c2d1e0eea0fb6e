import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'
import { addMember, balanceOf, deposit, linesOf, openSavings, putCash } from '../../support/counter.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

function move(overrides: Record<string, unknown> = {}) {
  return {
    requestId: requestId(),
    date: '2026-02-03',
    cashAccount: '11101',
    description: 'Bayar listrik',
    lines: [{ account: '52202', amount: 150_000_00 }],
    ...overrides,
  }
}

/** Where in the input the problem stands, and its word. */
function issueOf(refusal: { data: Record<string, unknown> }) {
  return (refusal.data.issues as { path: (string | number)[]; message: string }[])[0]
}

test('money received is a debit to cash and takes a BKM voucher', async () => {
  const lines = [
    { account: '48106', amount: 400_000_00, memo: 'lelang' },
    { account: '24107', amount: 100_000_00 },
  ]
  const posted = await book.api.cash.receive(move({ description: 'Uang masuk', lines }))
  expect(posted).toMatchObject({ voucher: 'BKM-2026-0001', date: '2026-02-03', warnings: [] })
  expect(await linesOf(book, posted.entryId)).toEqual([
    ['11101', 500_000_00, 0],
    ['48106', 0, 400_000_00],
    ['24107', 0, 100_000_00],
  ])
})

test('who gave or took the money stands on the paper, beside the voucher and not in the chain', async () => {
  await putCash(book, 500_000_00)
  const named = await book.api.cash.spend(move({ party: ' Toko Sumber  Rejeki ' }))
  const paper = async (entryId: string) => {
    const { particulars } = await book.api.reports.run({ report: 'receipt', params: { entryId } })
    return particulars.find(({ key }) => key === 'paidTo' || key === 'about')?.text
  }
  expect(await paper(named.entryId)).toBe('Toko Sumber  Rejeki')
  expect(JSON.stringify(await book.api.journal.get({ entryId: named.entryId }))).not.toContain('Toko')
  const undone = { requestId: requestId(), entryId: named.entryId, date: '2026-02-04', reason: 'Salah' }
  expect(await paper((await book.api.journal.reverse(undone)).entryId)).toBe('Toko Sumber  Rejeki')
  expect(await paper((await book.api.cash.spend(move())).entryId)).toBe('')
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
})

test('money spent is a credit to cash and takes a BKK voucher', async () => {
  await putCash(book, 500_000_00)
  const posted = await book.api.cash.spend(move())
  expect(posted.voucher).toBe('BKK-2026-0001')
  expect(await linesOf(book, posted.entryId)).toEqual([
    ['52202', 150_000_00, 0],
    ['11101', 0, 150_000_00],
  ])
})

test('what goes through the bank takes the bank books BBM and BBK', async () => {
  expect((await putCash(book, 500_000_00, '2026-01-02', '11201')).voucher).toBe('BBM-2026-0001')
  expect((await book.api.cash.spend(move({ cashAccount: '11201' }))).voucher).toBe('BBK-2026-0001')
})

test('a transfer takes the book of the side that pays', async () => {
  await putCash(book, 900_000_00)
  const transfer = { date: '2026-02-03', amount: 400_000_00 }
  const toBank = await book.api.cash.transfer({ ...transfer, requestId: requestId(), from: '11101', to: '11201' })
  expect(toBank.voucher).toBe('BKK-2026-0001')
  expect((await book.api.journal.get({ entryId: toBank.entryId })).description).toBe('Setor uang ke bank')
  const back = await book.api.cash.transfer({ ...transfer, requestId: requestId(), from: '11201', to: '11101' })
  expect(back.voucher).toBe('BBK-2026-0001')
  expect(await balanceOf(book, '11101')).toBe(900_000_00)
})

test('a transfer from an account to itself is refused', async () => {
  const transfer = { requestId: requestId(), date: '2026-02-03', from: '11101', to: '11101', amount: 1 }
  expect(await refusalOf(book.api.cash.transfer(transfer))).toMatchObject({
    code: 'INVALID_INPUT',
    data: { reason: 'same_account', issues: [{ path: ['to'] }] },
  })
})

for (const [account, reason] of [
  ['48106', 'not_a_cash_account'],
  ['99999', 'account_unknown'],
  ['11000', 'account_is_heading'],
  ['11103', 'cash_needs_person'],
] as const) {
  test(`account ${account} cannot stand as the cash account: ${reason}`, async () => {
    const expected = { code: 'INVALID_INPUT', data: { reason, account } }
    const receive = await refusalOf(book.api.cash.receive(move({ cashAccount: account })))
    expect(receive).toMatchObject(expected)
    expect(issueOf(receive)?.path).toEqual(['cashAccount'])
    expect(await refusalOf(book.api.cash.spend(move({ cashAccount: account })))).toMatchObject(expected)
    const transfer = { date: '2026-02-03', amount: 1, requestId: requestId() }
    const from = await refusalOf(book.api.cash.transfer({ ...transfer, from: account, to: '11101' }))
    expect(issueOf(from)).toEqual({ path: ['from'], message: reason })
    const to = await refusalOf(book.api.cash.transfer({ ...transfer, from: '11101', to: account }))
    expect(issueOf(to)).toEqual({ path: ['to'], message: reason })
  })
}

test('the cash account cannot be its own counterpart', async () => {
  const lines = [
    { account: '48106', amount: 1_00 },
    { account: '11101', amount: 1_00 },
  ]
  for (const call of [book.api.cash.receive, book.api.cash.spend]) {
    const refusal = await refusalOf(call(move({ lines })))
    expect(issueOf(refusal)).toEqual({ path: ['lines', 1, 'account'], message: 'cash_account_itself' })
  }
})

test('a wrong line is named as it was typed, whichever side the cash is on', async () => {
  await putCash(book, 500_000_00)
  const lines = [
    { account: '48106', amount: 1_00 },
    { account: '21101', amount: 1_00 },
  ]
  for (const call of [book.api.cash.receive, book.api.cash.spend]) {
    const missing = await refusalOf(call(move({ lines })))
    expect(issueOf(missing)).toEqual({ path: ['lines', 1, 'savingsAccountId'], message: 'reference_missing' })
    const unknown = await refusalOf(call(move({ lines: [{ account: '12345', amount: 1_00 }] })))
    expect(issueOf(unknown)).toEqual({ path: ['lines', 0, 'account'], message: 'account_unknown' })
  }
})

test('cash cannot go below zero, on the day or on any later one', async () => {
  await putCash(book, 100_000_00, '2026-02-01')
  expect(await refusalOf(book.api.cash.spend(move()))).toMatchObject({
    code: 'CASH_BELOW_ZERO',
    data: { account: '11101', available: 100_000_00, short: 50_000_00 },
  })
  const lines = [{ account: '52202', amount: 100_000_00 }]
  await book.api.cash.spend(move({ lines, date: '2026-03-01' }))
  const backdated = await refusalOf(book.api.cash.spend(move({ lines: [{ account: '52202', amount: 1 }] })))
  expect(backdated).toMatchObject({ code: 'CASH_BELOW_ZERO', data: { day: '2026-03-01', short: 1 } })
  expect((await book.api.journal.list({})).rows).toHaveLength(2)
})

test('a bank may be overdrawn, with a warning', async () => {
  const posted = await book.api.cash.spend(move({ cashAccount: '11201' }))
  expect(posted.warnings).toEqual(['bank_below_zero'])
})

for (const [amount, reason] of [
  [0, 'amount_not_positive'],
  [-1, 'amount_not_positive'],
  [0.5, 'not_whole'],
  ['1.000,50', 'not_whole'],
  [9_000_000_000_000_001, 'amount_too_large'],
] as const) {
  test(`the amount ${amount} is refused: ${reason}`, async () => {
    const lines = [{ account: '48106', amount: amount as number }]
    const refusal = await refusalOf(book.api.cash.receive(move({ lines })))
    expect(refusal.code).toBe('INVALID_INPUT')
    expect(issueOf(refusal)).toMatchObject({ path: ['lines', 0, 'amount'], message: reason })
  })
}

test('lines that add up beyond the bound are refused, never rounded', async () => {
  const lines = [
    { account: '48106', amount: 9_000_000_000_000_000 },
    { account: '48106', amount: 1 },
  ]
  const refusal = await refusalOf(book.api.cash.receive(move({ lines })))
  expect(refusal).toMatchObject({ code: 'INVALID_INPUT', data: { reason: 'amount_too_large' } })
})

test('an account that is full to the bound takes no more, and says which', async () => {
  const lines = [{ account: '48106', amount: 9_000_000_000_000_000 }]
  await book.api.cash.receive(move({ lines }))
  const full = await refusalOf(book.api.cash.receive(move({ lines: [{ account: '24107', amount: 1 }] })))
  expect(issueOf(full)).toEqual({ path: ['cashAccount'], message: 'amount_too_large' })
  const other = await refusalOf(book.api.cash.receive(move({ cashAccount: '11102', lines })))
  expect(issueOf(other)?.path.slice(0, 2)).toEqual(['lines', 0])
})

for (const [date, reason] of [
  ['2026-02-30', 'not_a_date'],
  ['2019-12-31', 'date_before_founding'],
  ['2028-01-01', 'date_too_far_ahead'],
] as const) {
  test(`the day ${date} is refused: ${reason}`, async () => {
    const refusal = await refusalOf(book.api.cash.receive(move({ date })))
    expect(issueOf(refusal)).toEqual({ path: ['date'], message: reason })
  })
}

test('nothing enters a locked month', async () => {
  await putCash(book, 500_000_00)
  await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-02' })
  const transfer = { requestId: requestId(), date: '2026-02-03', from: '11101', to: '11201', amount: 1 }
  for (const call of [book.api.cash.receive(move()), book.api.cash.spend(move()), book.api.cash.transfer(transfer)]) {
    expect(await refusalOf(call)).toMatchObject({ code: 'PERIOD_CLOSED', data: { period: '2026-02' } })
  }
})

test('a second click posts once, the same key with another amount is refused', async () => {
  const input = move({ description: 'Uang masuk', lines: [{ account: '48106', amount: 5_00 }] })
  const first = await book.api.cash.receive(input)
  expect(await book.api.cash.receive(input)).toEqual(first)
  expect(
    await refusalOf(book.api.cash.receive({ ...input, lines: [{ account: '48106', amount: 6_00 }] })),
  ).toMatchObject({ code: 'REQUEST_ID_REUSED' })
  expect(await balanceOf(book, '11101')).toBe(5_00)
})

test('locked savings do not leave through money spent either', async () => {
  await putCash(book, 500_000_00)
  const savingsAccountId = await openSavings(book, await addMember(book), 'wajib')
  await deposit(book, savingsAccountId, 50_000_00)
  const lines = [{ account: '31102', amount: 50_000_00, savingsAccountId }]
  expect(await refusalOf(book.api.cash.spend(move({ lines })))).toMatchObject({
    code: 'NOT_ALLOWED',
    data: { reason: 'locked_savings' },
  })
})

test('an expense may name the locked savings it is about', async () => {
  await putCash(book, 500_000_00)
  const savingsAccountId = await openSavings(book, await addMember(book), 'wajib')
  const lines = [{ account: '52201', amount: 2_000_00, savingsAccountId, memo: 'buku simpanan' }]
  expect((await book.api.cash.spend(move({ lines }))).voucher).toBe('BKK-2026-0001')
})

test("a savings line stays in its product's unit, the clearing account takes the difference", async () => {
  const savingsAccountId = await openSavings(book, await addMember(book))
  await book.api.savings.updateProduct({ product: 'sukarela', unit: 'usp' })
  const lines = [{ account: '21101', amount: 50_000_00, savingsAccountId }]
  const posted = await book.api.cash.receive(move({ description: 'Titipan', lines }))
  const { lines: written } = await book.api.journal.get({ entryId: posted.entryId })
  expect(written.map(({ account, unit, debit, credit }) => [account, unit, debit - credit])).toEqual([
    ['11101', 'general', 50_000_00],
    ['21101', 'usp', -50_000_00],
    ['19901', 'general', -50_000_00],
    ['19901', 'usp', 50_000_00],
  ])
})

test('the cash list shows what each account held at the end of a day', async () => {
  await putCash(book, 300_000_00, '2026-02-01')
  await putCash(book, 200_000_00, '2026-02-10', '11201')
  const held = async (asOf: string) => {
    const { rows } = await book.api.cash.accounts({ asOf })
    return Object.fromEntries(rows.map(({ code, balance }) => [code, balance]))
  }
  expect(await held('2026-02-05')).toMatchObject({ '11101': 300_000_00, '11201': 0 })
  expect(await held('2026-02-10')).toMatchObject({ '11101': 300_000_00, '11201': 200_000_00 })
  const { rows } = await book.api.cash.accounts({})
  expect(rows.find(({ code }) => code === '11201')).toMatchObject({ isCashOnHand: false, needsPerson: false })
  expect(rows.find(({ code }) => code === '11103')).toMatchObject({ isCashOnHand: true, needsPerson: true })
})

test('an account out of use is listed only for days on which it held money', async () => {
  await putCash(book, 10_00, '2026-02-01', '11102')
  const transfer = { date: '2026-02-05', from: '11102', to: '11101', amount: 10_00 }
  await book.api.cash.transfer({ requestId: requestId(), ...transfer })
  await book.api.accounts.deactivate({ requestId: requestId(), code: '11102' })
  const held = async (asOf: string) =>
    (await book.api.cash.accounts({ asOf })).rows.find(({ code }) => code === '11102')?.balance
  expect(await held('2026-02-04')).toBe(10_00)
  expect(await held('2026-02-05')).toBeUndefined()
  expect(await refusalOf(putCash(book, 1, '2026-02-06', '11102'))).toMatchObject({
    data: { reason: 'account_inactive', issues: [{ path: ['cashAccount'] }] },
  })
})

test('a cashier records cash, a supervisor does not', async () => {
  const cashier = book.as({ id: 'cashier', role: 'cashier' })
  const lines = [{ account: '48106', amount: 5_00 }]
  expect((await cashier.cash.receive(move({ lines }))).voucher).toBe('BKM-2026-0001')
  const supervisor = book.as({ id: 'supervisor', role: 'supervisor' })
  expect(await refusalOf(supervisor.cash.receive(move({ lines })))).toMatchObject({ code: 'NOT_ALLOWED' })
})
