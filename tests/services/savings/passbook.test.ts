import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'
import { addMember, deposit, openSavings, withdraw } from '../../support/counter.ts'

let book: TestBook
let savingsAccountId: string
beforeEach(async () => {
  book = await openTestBook()
  savingsAccountId = await openSavings(book, await addMember(book))
  await book.api.savings.updateProduct({ product: 'sukarela', passbookLines: 5 })
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const read = (startAt?: { page: number; line: number }) =>
  book.api.savings.passbook({ savingsAccountId, ...(startAt && { startAt }) })
const printed = (lines: number, more: object = {}) =>
  book.api.savings.passbookPrinted({ requestId: requestId(), savingsAccountId, lines, ...more })
const lines = async (startAt?: { page: number; line: number }) =>
  (await read(startAt)).rows.map(({ page, line, code, deposit: paid, withdrawal, balance }) => [
    `${page}.${line}`,
    code,
    paid - withdrawal,
    balance,
  ])

test('every movement once, in the order it was recorded, on the next free line', async () => {
  await deposit(book, savingsAccountId, 50_00, '2026-01-10')
  await deposit(book, savingsAccountId, 20_00, '2026-01-05')
  await withdraw(book, savingsAccountId, 30_00, '2026-01-11')
  expect(await lines()).toEqual([
    ['1.1', 'deposit', 50_00, 50_00],
    ['1.2', 'deposit', 20_00, 70_00],
    ['1.3', 'withdrawal', -30_00, 40_00],
  ])
  expect(await printed(2)).toEqual({ page: 1, line: 2, left: 1 })
  expect(await lines()).toEqual([['1.3', 'withdrawal', -30_00, 40_00]])
  await printed(1)
  expect(await read()).toMatchObject({
    ...{ number: 'SS-0001', memberName: 'Anggota 0001', linesPerPage: 5, printed: { page: 1, line: 3 } },
    ...{ rows: [], balance: 40_00 },
  })
  for (const amount of [1_00, 2_00, 3_00]) await deposit(book, savingsAccountId, amount, '2026-01-01')
  expect(await lines()).toEqual([
    ['1.4', 'deposit', 1_00, 41_00],
    ['1.5', 'deposit', 2_00, 43_00],
    ['2.1', 'deposit', 3_00, 46_00],
  ])
})

test('interest, corrections and opening balances are told apart', async () => {
  const opening = [{ account: '21101', credit: 100_000_00, savingsAccountId }]
  await book.api.opening.post({ requestId: requestId(), date: '2025-12-31', lines: opening })
  const tiers = [{ from: 0, ratePctPerYear: '12' }]
  await book.api.savings.setInterest({ product: 'sukarela', fromMonth: '2026-01', tiers })
  await book.api.savings.accrueInterest({ requestId: requestId(), month: '2026-01' })
  const mistaken = await deposit(book, savingsAccountId, 5_00, '2026-02-01')
  const undo = { requestId: requestId(), entryId: mistaken.entryId, date: '2026-02-01', reason: 'Salah' }
  await book.api.journal.reverse(undo)
  expect(await lines()).toEqual([
    ['1.1', 'opening', 100_000_00, 100_000_00],
    ['1.2', 'interest', 1_000_00, 101_000_00],
    ['1.3', 'deposit', 5_00, 101_005_00],
    ['1.4', 'correction', -5_00, 101_000_00],
  ])
  expect((await read()).rows[1]).toMatchObject({ voucher: 'BM-2026-0001', date: '2026-01-31', officer: 'treasurer' })
})

test('a printing that went wrong is undone, another place in the book is said', async () => {
  await deposit(book, savingsAccountId, 50_00)
  await deposit(book, savingsAccountId, 20_00)
  await printed(1)
  const key = requestId()
  await printed(1, { requestId: key })
  expect(await lines()).toEqual([])
  await book.api.requests.undo({ requestId: requestId(), undoes: key, date: '2026-01-31', reason: 'Kertas macet' })
  expect(await lines({ page: 3, line: 5 })).toEqual([['3.5', 'deposit', 20_00, 70_00]])
  expect(await printed(1, { startAt: { page: 3, line: 5 } })).toEqual({ page: 3, line: 5, left: 0 })
  await deposit(book, savingsAccountId, 1_00)
  expect(await lines()).toEqual([['4.1', 'deposit', 1_00, 71_00]])
})

test('a new book carries the balance on its first line', async () => {
  const renew = () => book.api.savings.passbookRenewed({ requestId: requestId(), savingsAccountId })
  expect(await refusalOf(renew())).toMatchObject({ code: 'NOT_ALLOWED', data: { reason: 'passbook_empty' } })
  await deposit(book, savingsAccountId, 50_00)
  await printed(1)
  await deposit(book, savingsAccountId, 20_00)
  expect(await renew()).toEqual({ page: 1, line: 0, left: 2 })
  expect(await lines()).toEqual([
    ['1.1', 'carried', 0, 50_00],
    ['1.2', 'deposit', 20_00, 70_00],
  ])
  expect((await refusalOf(renew())).code).toBe('NOT_ALLOWED')
  await printed(1)
  expect(await lines()).toEqual([['1.2', 'deposit', 20_00, 70_00]])
})

test('more lines than there are, no line, a line beyond the page and no account are refused', async () => {
  await deposit(book, savingsAccountId, 50_00)
  expect(await refusalOf(printed(2))).toMatchObject({ code: 'INVALID_INPUT', data: { reason: 'more_than_unprinted' } })
  expect((await refusalOf(printed(0))).code).toBe('INVALID_INPUT')
  expect(await refusalOf(read({ page: 1, line: 6 }))).toMatchObject({
    data: { issues: [{ path: ['startAt', 'line'] }] },
  })
  expect((await refusalOf(book.api.savings.passbook({ savingsAccountId: 'nothing' }))).code).toBe('NOT_FOUND')
  expect(await lines()).toHaveLength(1)
})

test('the same submission notes once', async () => {
  await deposit(book, savingsAccountId, 50_00)
  await deposit(book, savingsAccountId, 20_00)
  const input = { requestId: requestId(), savingsAccountId, lines: 1 }
  expect(await book.api.savings.passbookPrinted(input)).toEqual(await book.api.savings.passbookPrinted(input))
  expect(await lines()).toHaveLength(1)
})
