import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'
import { addMember, deposit, openSavings, withdraw } from '../../support/counter.ts'

let book: TestBook
let savingsAccountId: string
beforeEach(async () => {
  book = await openTestBook()
  savingsAccountId = await openSavings(book, await addMember(book))
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

test('a card shows every movement with the balance after it', async () => {
  await deposit(book, savingsAccountId, 50_000_00, '2026-01-05')
  await withdraw(book, savingsAccountId, 20_000_00, '2026-01-20')
  await deposit(book, savingsAccountId, 5_000_00, '2026-02-01')
  const card = await book.api.savings.card({ savingsAccountId })
  expect(card.account).toMatchObject({ number: 'SS-0001', memberNumber: '0001', balance: 35_000_00, active: true })
  expect(card.opening).toBe(0)
  expect(card.rows.map((row) => [row.date, row.voucher, row.deposit, row.withdrawal, row.balance])).toEqual([
    ['2026-01-05', 'BKM-2026-0001', 50_000_00, 0, 50_000_00],
    ['2026-01-20', 'BKK-2026-0001', 0, 20_000_00, 30_000_00],
    ['2026-02-01', 'BKM-2026-0002', 5_000_00, 0, 35_000_00],
  ])
  expect(card.totals).toEqual({ deposit: 55_000_00, withdrawal: 20_000_00 })
  expect(card.closing).toBe(35_000_00)
})

test('a part of a card begins with what was there and ends with what is left', async () => {
  await deposit(book, savingsAccountId, 50_000_00, '2026-01-05')
  await withdraw(book, savingsAccountId, 20_000_00, '2026-01-20')
  await deposit(book, savingsAccountId, 5_000_00, '2026-02-01')
  const part = await book.api.savings.card({ savingsAccountId, from: '2026-01-06', to: '2026-01-31' })
  expect(part).toMatchObject({ opening: 50_000_00, closing: 30_000_00 })
  expect(part.rows).toHaveLength(1)
  const before = await book.api.savings.card({ savingsAccountId, to: '2026-01-04' })
  expect(before).toMatchObject({ opening: 0, rows: [], closing: 0 })
  const after = await book.api.savings.card({ savingsAccountId, from: '2026-06-01' })
  expect(after).toMatchObject({ opening: 35_000_00, rows: [], closing: 35_000_00 })
})

test('a backdated deposit stands at its day', async () => {
  await deposit(book, savingsAccountId, 50_000_00, '2026-03-05')
  await deposit(book, savingsAccountId, 1_000_00, '2026-02-05')
  const { rows } = await book.api.savings.card({ savingsAccountId })
  expect(rows.map(({ date, balance }) => [date, balance])).toEqual([
    ['2026-02-05', 1_000_00],
    ['2026-03-05', 51_000_00],
  ])
})

test('a reversed deposit stays on the card beside its reversal', async () => {
  const { entryId, voucher } = await deposit(book, savingsAccountId, 50_000_00)
  const reverse = { requestId: requestId(), entryId, date: '2026-01-09', reason: 'Salah anggota' }
  const reversal = await book.api.journal.reverse(reverse)
  const { rows, closing } = await book.api.savings.card({ savingsAccountId })
  expect(rows).toMatchObject([
    { voucher, deposit: 50_000_00, reversedBy: reversal.voucher, reverses: null },
    { voucher: reversal.voucher, withdrawal: 50_000_00, reversedBy: null, reverses: voucher, balance: 0 },
  ])
  expect(closing).toBe(0)
})

test('lines that only mention the account do not stand on its card', async () => {
  const { memberId } = (await book.api.savings.card({ savingsAccountId })).account
  await book.api.journal.post({
    requestId: requestId(),
    date: '2026-01-31',
    description: 'Jasa simpanan',
    lines: [
      { account: '51101', debit: 2_000_00, savingsAccountId },
      { account: '21101', credit: 2_000_00, savingsAccountId, memberId },
    ],
  })
  const { rows } = await book.api.savings.card({ savingsAccountId })
  expect(rows).toMatchObject([{ deposit: 2_000_00, withdrawal: 0, balance: 2_000_00 }])
})

test('a card of nothing, or of days the wrong way round, is refused', async () => {
  expect(await refusalOf(book.api.savings.card({ savingsAccountId: 'nothing' }))).toMatchObject({
    code: 'NOT_FOUND',
    data: { reason: 'savings_account' },
  })
  expect(
    await refusalOf(book.api.savings.card({ savingsAccountId, from: '2026-02-01', to: '2026-01-01' })),
  ).toMatchObject({ code: 'INVALID_INPUT', data: { reason: 'ends_before_it_begins', issues: [{ path: ['to'] }] } })
})
