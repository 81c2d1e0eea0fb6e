import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'
import { addMember, balanceOf, deposit, linesOf, openSavings, putCash, withdraw } from '../../support/counter.ts'

let book: TestBook
let memberId: string
beforeEach(async () => {
  book = await openTestBook()
  memberId = await addMember(book)
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

/** Writes what no procedure of today does: somebody has left, an account is closed. */
function raw(statement: string): void {
  book.desk.app().file.database.exec(statement)
}

test('an account is opened under a number people can read', async () => {
  const opened = await book.api.savings.open({ requestId: requestId(), memberId, product: 'wajib', date: '2026-01-02' })
  expect(opened.number).toBe('SW-0001')
  const other = await addMember(book, 'B-17')
  const input = { requestId: requestId(), memberId: other, product: 'sukarela', date: '2026-01-02' }
  expect((await book.api.savings.open(input)).number).toBe('SS-B-17')
})

test('the number of an account stays when the member gets another', async () => {
  await openSavings(book, memberId)
  await book.api.members.update({ requestId: requestId(), memberId, number: '0099' })
  const { rows } = await book.api.savings.list({})
  expect(rows).toMatchObject([{ number: 'SS-0001', memberNumber: '0099' }])
})

test('a second account of the same product is refused and named', async () => {
  const savingsAccountId = await openSavings(book, memberId)
  const input = { requestId: requestId(), memberId, product: 'sukarela', date: '2026-03-01' }
  expect(await refusalOf(book.api.savings.open(input))).toMatchObject({
    code: 'ALREADY_EXISTS',
    data: { reason: 'savings_account', savingsAccountId, number: 'SS-0001' },
  })
})

test('an account is not opened for nobody, of no product, or on a day out of reach', async () => {
  const input = { requestId: requestId(), memberId, product: 'sukarela', date: '2026-01-02' }
  expect(await refusalOf(book.api.savings.open({ ...input, memberId: 'nobody' }))).toMatchObject({
    code: 'NOT_FOUND',
    data: { reason: 'member' },
  })
  expect(await refusalOf(book.api.savings.open({ ...input, product: 'emas' }))).toMatchObject({
    code: 'NOT_FOUND',
    data: { reason: 'savings_product' },
  })
  expect(await refusalOf(book.api.savings.open({ ...input, date: '2019-01-01' }))).toMatchObject({
    data: { reason: 'date_before_founding' },
  })
  expect(await refusalOf(book.api.savings.open({ ...input, date: '2029-01-01' }))).toMatchObject({
    data: { reason: 'date_too_far_ahead' },
  })
})

test('a deposit is cash in and savings up, and answers the new balance', async () => {
  const savingsAccountId = await openSavings(book, memberId)
  const first = await deposit(book, savingsAccountId, 50_000_00)
  expect(first).toMatchObject({ voucher: 'BKM-2026-0001', balance: 50_000_00, warnings: [] })
  expect(await linesOf(book, first.entryId)).toEqual([
    ['11101', 50_000_00, 0],
    ['21101', 0, 50_000_00],
  ])
  expect((await deposit(book, savingsAccountId, 25_000_00)).balance).toBe(75_000_00)
  const entry = await book.api.journal.get({ entryId: first.entryId })
  expect(entry).toMatchObject({ description: 'Setoran simpanan sukarela', unit: 'general' })
  expect(entry.lines[1]).toMatchObject({ memberId, savingsAccountId })
})

test('a first deposit opens the account it goes into, and a refused one opens none', async () => {
  const first = { memberId, product: 'sukarela', date: '2026-02-03', cashAccount: '11101' }
  await refusalOf(book.api.savings.deposit({ requestId: requestId(), ...first, amount: 0 }))
  const early = { requestId: requestId(), ...first, amount: 100, date: '2019-12-31' }
  expect((await refusalOf(book.api.savings.deposit(early))).code).toBe('INVALID_INPUT')
  expect((await book.api.savings.list({})).rows).toEqual([])
  const request = { requestId: requestId(), ...first, amount: 100 }
  const { savingsAccountId, balance } = await book.api.savings.deposit(request)
  expect(balance).toBe(100)
  expect((await book.api.savings.card({ savingsAccountId })).account).toMatchObject({
    openedOn: '2026-02-03',
    balance: 100,
  })
  const again = await book.api.savings.deposit({ requestId: requestId(), ...first, amount: 50 })
  expect(again).toMatchObject({ savingsAccountId, balance: 150 })
  expect(await book.api.savings.deposit(request)).toMatchObject({ savingsAccountId, balance: 100 })
  const both = { requestId: requestId(), ...first, savingsAccountId, amount: 50 }
  expect((await refusalOf(book.api.savings.deposit(both))).code).toBe('INVALID_INPUT')
  const nobody = { requestId: requestId(), ...first, memberId: 'nobody', amount: 50 }
  expect((await refusalOf(book.api.savings.deposit(nobody))).code).toBe('NOT_FOUND')
})

test('principal savings above what was set are recorded and asked about', async () => {
  await book.api.savings.setDue({ requestId: requestId(), product: 'pokok', fromMonth: '2020-01', amount: 100_00 })
  const paying = { memberId, product: 'pokok', date: '2026-02-03', cashAccount: '11101', amount: 100_00 }
  const first = await book.api.savings.deposit({ requestId: requestId(), ...paying })
  const second = await book.api.savings.deposit({ requestId: requestId(), ...paying })
  expect([first.warnings, second.warnings]).toEqual([[], ['principal_above_due']])
})

test('a line on a savings account names its owner, also where only the account was named', async () => {
  const savingsAccountId = await openSavings(book, memberId)
  const lines = [
    { account: '11101', debit: 100 },
    { account: '21101', credit: 100, savingsAccountId },
  ]
  const posted = await book.api.journal.post({
    requestId: requestId(),
    date: '2026-02-03',
    description: 'Setoran',
    lines,
  })
  const { lines: written } = await book.api.journal.get({ entryId: posted.entryId })
  expect(written[1]).toMatchObject({ savingsAccountId, memberId })
})

test('a deposit through the bank takes a BBM voucher, a withdrawal BBK', async () => {
  const savingsAccountId = await openSavings(book, memberId)
  const movement = { savingsAccountId, date: '2026-01-05', amount: 10_000_00, cashAccount: '11201' }
  expect((await book.api.savings.deposit({ requestId: requestId(), ...movement })).voucher).toBe('BBM-2026-0001')
  expect((await book.api.savings.withdraw({ requestId: requestId(), ...movement })).voucher).toBe('BBK-2026-0001')
})

test('a withdrawal takes money out as far as there is any', async () => {
  const savingsAccountId = await openSavings(book, memberId)
  await deposit(book, savingsAccountId, 50_000_00)
  expect(await withdraw(book, savingsAccountId, 20_000_00)).toMatchObject({
    voucher: 'BKK-2026-0001',
    balance: 30_000_00,
  })
  await putCash(book, 100_000_00)
  expect(await refusalOf(withdraw(book, savingsAccountId, 30_000_01))).toMatchObject({
    code: 'INSUFFICIENT_BALANCE',
    data: { savingsAccountId, available: 30_000_00, short: 1 },
  })
  expect(await balanceOf(book, '21101')).toBe(-30_000_00)
})

test('a member who asks for more than she saved is told of her savings, not of the cash box', async () => {
  const savingsAccountId = await openSavings(book, memberId)
  await deposit(book, savingsAccountId, 50_000_00)
  expect((await refusalOf(withdraw(book, savingsAccountId, 60_000_00))).code).toBe('INSUFFICIENT_BALANCE')
})

test('a backdated withdrawal that a later day cannot bear is refused', async () => {
  await putCash(book, 500_000_00)
  const savingsAccountId = await openSavings(book, memberId)
  await deposit(book, savingsAccountId, 50_000_00, '2026-01-05')
  await withdraw(book, savingsAccountId, 50_000_00, '2026-02-05')
  expect(await refusalOf(withdraw(book, savingsAccountId, 1, '2026-01-10'))).toMatchObject({
    code: 'INSUFFICIENT_BALANCE',
    data: { day: '2026-02-05', short: 1 },
  })
})

for (const product of ['pokok', 'wajib']) {
  test(`simpanan ${product} cannot be withdrawn while a member`, async () => {
    await putCash(book, 500_000_00)
    const savingsAccountId = await openSavings(book, memberId, product)
    await deposit(book, savingsAccountId, 50_000_00)
    const refusal = await refusalOf(withdraw(book, savingsAccountId, 10_000_00))
    expect(refusal).toMatchObject({ code: 'NOT_ALLOWED', data: { reason: 'locked_savings' } })
    expect(refusal.message).toContain(`Simpanan ${product}`)
  })
}

test('savings that belong to a loan cannot be withdrawn while a member either', async () => {
  await putCash(book, 500_000_00)
  const savingsAccountId = await openSavings(book, memberId, 'wajib_pinjam')
  expect(await deposit(book, savingsAccountId, 50_000_00)).toMatchObject({ balance: 50_000_00 })
  const refusal = await refusalOf(withdraw(book, savingsAccountId, 10_000_00))
  expect(refusal).toMatchObject({ code: 'NOT_ALLOWED', data: { reason: 'locked_savings' } })
  expect(refusal.message).toContain('Simpanan wajib pinjam')
  expect((await book.api.savings.card({ savingsAccountId })).closing).toBe(50_000_00)
})

test('a term deposit is not opened or paid into like other savings', async () => {
  const opening = { requestId: requestId(), memberId, product: 'berjangka', date: '2026-01-02' }
  expect(await refusalOf(book.api.savings.open(opening))).toMatchObject({
    code: 'NOT_ALLOWED',
    data: { reason: 'term_deposit' },
  })
  const paying = { ...opening, requestId: requestId(), amount: 5_00, cashAccount: '11101' }
  expect(await refusalOf(book.api.savings.deposit(paying))).toMatchObject({ data: { reason: 'term_deposit' } })
  expect((await book.api.savings.list({})).rows).toEqual([])
})

test('a deposit that was already withdrawn names the withdrawal to reverse first', async () => {
  const savingsAccountId = await openSavings(book, memberId)
  const deposited = await deposit(book, savingsAccountId, 50_000_00)
  const withdrawn = await withdraw(book, savingsAccountId, 20_000_00)
  await putCash(book, 900_000_00)
  const reverse = { entryId: deposited.entryId, date: '2026-01-09', reason: 'Salah anggota' }
  const refusal = await refusalOf(book.api.journal.reverse({ requestId: requestId(), ...reverse }))
  expect(refusal).toMatchObject({
    code: 'INSUFFICIENT_BALANCE',
    data: { reason: 'reverse_first', first: { entryId: withdrawn.entryId, voucher: withdrawn.voucher } },
  })
  expect(refusal.message).toContain(withdrawn.voucher)
  const first = { entryId: withdrawn.entryId, date: '2026-01-09', reason: 'Salah anggota' }
  await book.api.journal.reverse({ requestId: requestId(), ...first })
  expect((await book.api.journal.reverse({ requestId: requestId(), ...reverse })).voucher).toBe('BKM-2026-0003')
  expect((await book.api.savings.card({ savingsAccountId })).closing).toBe(0)
})

test('a deposit on a day before joining is taken and asked about', async () => {
  const late = await addMember(book, '0002', '2026-03-01')
  const savingsAccountId = await openSavings(book, late, 'pokok', '2026-02-20')
  expect((await deposit(book, savingsAccountId, 100_000_00, '2026-02-20')).warnings).toEqual(['before_joining'])
  expect((await deposit(book, savingsAccountId, 100_000_00, '2026-03-01')).warnings).toEqual([])
})

test('who has left deposits no more, but still gets what was free to take', async () => {
  const savingsAccountId = await openSavings(book, memberId)
  await deposit(book, savingsAccountId, 50_000_00)
  raw("UPDATE member SET active = 0, left_on = '2026-02-01'")
  expect(await refusalOf(deposit(book, savingsAccountId, 1))).toMatchObject({
    code: 'NOT_ALLOWED',
    data: { reason: 'member_left' },
  })
  const open = { requestId: requestId(), memberId, product: 'wajib', date: '2026-02-02' }
  expect(await refusalOf(book.api.savings.open(open))).toMatchObject({ data: { reason: 'member_left' } })
  expect((await withdraw(book, savingsAccountId, 50_000_00, '2026-02-02')).balance).toBe(0)
})

test('nothing moves on a closed account, and nothing goes into a product out of use', async () => {
  const savingsAccountId = await openSavings(book, memberId)
  await deposit(book, savingsAccountId, 50_000_00)
  await book.api.savings.updateProduct({ product: 'sukarela', active: false })
  expect(await refusalOf(deposit(book, savingsAccountId, 1))).toMatchObject({ data: { reason: 'product_inactive' } })
  expect((await withdraw(book, savingsAccountId, 20_000_00)).balance).toBe(30_000_00)
  const other = await addMember(book, '0002')
  const open = { requestId: requestId(), memberId: other, product: 'sukarela', date: '2026-01-02' }
  expect(await refusalOf(book.api.savings.open(open))).toMatchObject({
    code: 'NOT_ALLOWED',
    data: { reason: 'product_inactive' },
  })
  raw("UPDATE savings_account SET active = 0, closed_on = '2026-02-01'")
  for (const call of [deposit, withdraw]) {
    expect(await refusalOf(call(book, savingsAccountId, 1))).toMatchObject({
      code: 'NOT_ALLOWED',
      data: { reason: 'savings_account_closed' },
    })
  }
})

test('a movement is refused on no account, through no cash account, or with cash that is not there', async () => {
  const savingsAccountId = await openSavings(book, memberId)
  expect(await refusalOf(deposit(book, 'nothing', 1))).toMatchObject({
    code: 'NOT_FOUND',
    data: { reason: 'savings_account' },
  })
  const movement = { savingsAccountId, date: '2026-01-05', amount: 1 }
  for (const call of [book.api.savings.deposit, book.api.savings.withdraw]) {
    expect(await refusalOf(call({ ...movement, requestId: requestId(), cashAccount: '21101' }))).toMatchObject({
      code: 'INVALID_INPUT',
      data: { reason: 'not_a_cash_account', issues: [{ path: ['cashAccount'] }] },
    })
  }
  await book.api.savings.deposit({ ...movement, requestId: requestId(), cashAccount: '11201', amount: 50_00 })
  expect(await refusalOf(withdraw(book, savingsAccountId, 50_00))).toMatchObject({ code: 'CASH_BELOW_ZERO' })
})

for (const amount of [0, -100, 0.5, 9_000_000_000_000_001]) {
  test(`a deposit of ${amount} sen is refused at its field`, async () => {
    const savingsAccountId = await openSavings(book, memberId)
    const refusal = await refusalOf(deposit(book, savingsAccountId, amount))
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', data: { issues: [{ path: ['amount'] }] } })
  })
}

test('nothing moves in a locked month', async () => {
  const savingsAccountId = await openSavings(book, memberId)
  await deposit(book, savingsAccountId, 50_000_00)
  await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-01' })
  for (const call of [deposit, withdraw]) {
    expect(await refusalOf(call(book, savingsAccountId, 1))).toMatchObject({ code: 'PERIOD_CLOSED' })
  }
})

test('a double click deposits once, another amount under the same key is refused', async () => {
  const savingsAccountId = await openSavings(book, memberId)
  const input = { requestId: requestId(), savingsAccountId, date: '2026-01-05', amount: 5_00, cashAccount: '11101' }
  const first = await book.api.savings.deposit(input)
  expect(await book.api.savings.deposit(input)).toEqual(first)
  expect(await refusalOf(book.api.savings.deposit({ ...input, amount: 6_00 }))).toMatchObject({
    code: 'REQUEST_ID_REUSED',
  })
  expect(await balanceOf(book, '21101')).toBe(-5_00)
})

test('no name of a person stands in what is chained', async () => {
  const savingsAccountId = await openSavings(book, memberId)
  const { entryId } = await deposit(book, savingsAccountId, 5_00)
  const { description, lines } = await book.api.journal.get({ entryId })
  expect(`${description} ${lines.map((line) => line.memo).join()}`).not.toContain('Anggota 0001')
})
