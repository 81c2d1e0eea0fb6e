import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'
import { addMember, balanceOf, deposit, openSavings, putCash } from '../../support/counter.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
  expect(book.bugs).toEqual([])
  await book.close()
})

const move = (account = '21105', date = '2026-06-30', key = requestId()) =>
  book.api.savings.reclassify({ requestId: key, product: 'wajib', account, date })

async function twoSavers() {
  const cards: string[] = []
  for (const [number, amount] of [
    ['0001', 120_000_00],
    ['0002', 80_000_00],
  ] as const) {
    const card = await openSavings(book, await addMember(book, number), 'wajib')
    await deposit(book, card, amount)
    cards.push(card)
  }
  return cards as [string, string]
}

const closing = async (savingsAccountId: string) => (await book.api.savings.card({ savingsAccountId })).closing

test('a product on which nothing lies moves without an entry', async () => {
  const empty = await openSavings(book, await addMember(book), 'wajib')
  expect(await move()).toMatchObject({ entries: [], accounts: 0, amount: 0, product: { account: '21105' } })
  expect((await deposit(book, empty, 5_00)).balance).toBe(5_00)
  expect(await balanceOf(book, '21105')).toBe(-5_00)
})

test('every member is moved by a line of her own, and her card shows nothing of it', async () => {
  const [first, second] = await twoSavers()
  const before = await book.api.savings.card({ savingsAccountId: first })
  const { entries, accounts, amount } = await move()
  expect([entries.length, accounts, amount]).toEqual([1, 2, 200_000_00])
  expect([await balanceOf(book, '31102'), await balanceOf(book, '21105')]).toEqual([0, -200_000_00])
  expect(await book.api.savings.card({ savingsAccountId: first })).toEqual(before)
  await deposit(book, second, 20_000_00, '2026-07-01')
  expect(await closing(second)).toBe(100_000_00)
  expect(await balanceOf(book, '21105')).toBe(-220_000_00)
  const entry = await book.api.journal.get({ entryId: entries[0]?.entryId ?? '' })
  expect(entry).toMatchObject({ voucher: 'BM-2026-0001', description: 'Pemindahan akun simpanan wajib' })
  expect(entry.lines.map(({ account, debit, credit }) => [account, debit, credit])).toEqual([
    ['31102', 120_000_00, 0],
    ['21105', 0, 120_000_00],
    ['31102', 80_000_00, 0],
    ['21105', 0, 80_000_00],
  ])
})

test('undone while nothing moved since, product and cards stand where they stood', async () => {
  const [first] = await twoSavers()
  const key = requestId()
  await move('21105', '2026-06-30', key)
  await book.api.requests.undo({ requestId: requestId(), undoes: key, date: '2026-06-30', reason: 'Salah akun' })
  expect([await balanceOf(book, '31102'), await balanceOf(book, '21105')]).toEqual([-200_000_00, 0])
  const { rows } = await book.api.savings.products({})
  expect(rows.find(({ product }) => product === 'wajib')?.account).toBe('31102')
  await deposit(book, first, 5_000_00, '2026-07-01')
  expect(await balanceOf(book, '31102')).toBe(-205_000_00)
  expect((await move('21105', '2026-07-02')).amount).toBe(205_000_00)
})

test('once something moved since it is not undone but moved again', async () => {
  const [first] = await twoSavers()
  const key = requestId()
  await move('21105', '2026-06-30', key)
  const { voucher } = await deposit(book, first, 5_000_00, '2026-07-01')
  const undo = { requestId: requestId(), undoes: key, date: '2026-07-02', reason: 'Salah akun' }
  expect(await refusalOf(book.api.requests.undo(undo))).toMatchObject({
    code: 'NOT_ALLOWED',
    data: { reason: 'product_moved_on', voucher },
  })
  expect(await move('31102', '2026-07-02')).toMatchObject({ amount: 205_000_00 })
  expect([await balanceOf(book, '31102'), await balanceOf(book, '21105')]).toEqual([-205_000_00, 0])
})

test('what was paid in before the move can still be reversed, and lies on no account it left', async () => {
  const [first, second] = await twoSavers()
  const mistaken = await deposit(book, first, 40_000_00, '2026-02-01')
  await move()
  const reversal = { requestId: requestId(), entryId: mistaken.entryId, date: '2026-07-01', reason: 'Salah anggota' }
  await book.api.journal.reverse(reversal)
  expect([await balanceOf(book, '31102'), await balanceOf(book, '21105')]).toEqual([0, -200_000_00])
  const card = await book.api.savings.card({ savingsAccountId: first })
  expect(card.rows.map(({ deposit: paid, withdrawal }) => [paid, withdrawal])).toEqual([
    [120_000_00, 0],
    [40_000_00, 0],
    [0, 40_000_00],
  ])
  expect(await closing(second)).toBe(80_000_00)
})

test('arrears look through the move, opening balances too', async () => {
  await book.api.savings.setDue({ product: 'wajib', fromMonth: '2026-01', amount: 10_000_00 })
  const memberId = await addMember(book, '0001', '2024-01-01')
  const card = await openSavings(book, memberId, 'wajib')
  const lines = [{ account: '31102', credit: 240_000_00, savingsAccountId: card }]
  await book.api.opening.post({ requestId: requestId(), date: '2025-12-31', lines })
  await deposit(book, card, 30_000_00, '2026-03-01')
  const before = await book.api.savings.arrears({ asOf: '2026-06-30' })
  expect(before.rows).toMatchObject([{ due: 60_000_00, paid: 30_000_00, arrears: 30_000_00 }])
  await move()
  expect(await book.api.savings.arrears({ asOf: '2026-06-30' })).toEqual(before)
})

test('a move to where it is, to no savings account, on a day too early or in a locked month is refused', async () => {
  await twoSavers()
  await putCash(book, 1_00)
  expect(await refusalOf(move('31102'))).toMatchObject({ code: 'ALREADY_DONE', data: { reason: 'product_on_account' } })
  expect(await refusalOf(move('11101'))).toMatchObject({ data: { reason: 'not_a_savings_account' } })
  expect(await refusalOf(move('21105', '2026-01-04'))).toMatchObject({
    code: 'INVALID_INPUT',
    data: { reason: 'date_before_movements', date: '2026-01-05' },
  })
  await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-06' })
  expect(await refusalOf(move())).toMatchObject({ code: 'PERIOD_CLOSED' })
  const { rows } = await book.api.savings.products({})
  expect(rows.find(({ product }) => product === 'wajib')?.account).toBe('31102')
  expect([await balanceOf(book, '31102'), await balanceOf(book, '21105')]).toEqual([-200_000_00, 0])
})

test('a hand-written line on the account a card has left is refused', async () => {
  const [first] = await twoSavers()
  await move()
  const lines = [
    { account: '11101', debit: 5_00 },
    { account: '31102', credit: 5_00, savingsAccountId: first },
  ]
  const entry = { requestId: requestId(), date: '2026-07-01', description: 'Setoran', lines }
  expect(await refusalOf(book.api.journal.post(entry))).toMatchObject({
    code: 'INVALID_INPUT',
    data: { reason: 'reference_foreign' },
  })
})
