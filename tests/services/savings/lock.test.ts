import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'
import { addMember, balanceOf, deposit, linesOf, openSavings, putCash, withdraw } from '../../support/counter.ts'

let book: TestBook
let memberId: string
beforeEach(async () => {
  book = await openTestBook()
  memberId = await addMember(book)
  await putCash(book, 900_000_00)
})
afterEach(async () => {
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
  expect(book.bugs).toEqual([])
  await book.close()
})

async function saved(product: string, amount = 1_000_000_00) {
  const savingsAccountId = await openSavings(book, memberId, product)
  await deposit(book, savingsAccountId, amount)
  return savingsAccountId
}

describe('savings until a day', () => {
  test('stay locked while the cooperative has set none, and until the day that it set', async () => {
    const id = await saved('hari_raya')
    const refusal = await refusalOf(withdraw(book, id, 1_00, '2026-03-01'))
    expect(refusal).toMatchObject({ code: 'NOT_ALLOWED', data: { reason: 'locked_without_day' } })
    await book.api.savings.updateProduct({ product: 'hari_raya', unlocksOn: '2026-03-10' })
    expect(await refusalOf(withdraw(book, id, 1_00, '2026-03-09'))).toMatchObject({
      code: 'NOT_ALLOWED',
      data: { reason: 'locked_until', until: '2026-03-10', available: 0 },
    })
    expect(await withdraw(book, id, 1_000_000_00, '2026-03-10')).toMatchObject({ early: 0, paid: 1_000_000_00 })
  })

  test('of every year are free as far as they lay there on that day, what was reversed not counted', async () => {
    await book.api.savings.updateProduct({ product: 'hari_raya', unlocksOn: '03-10' })
    const id = await saved('hari_raya')
    await deposit(book, id, 300_000_00, '2026-04-01')
    const mistaken = await deposit(book, id, 700_000_00, '2026-04-02')
    const undo = { requestId: requestId(), entryId: mistaken.entryId, date: '2026-04-02', reason: 'Salah' }
    await book.api.journal.reverse(undo)
    const asked = { savingsAccountId: id, date: '2026-05-01', amount: 1_000_000_00 }
    expect(await book.api.savings.withdrawQuote(asked)).toMatchObject({ free: 1_000_000_00, early: 0 })
    expect(await refusalOf(withdraw(book, id, 1_000_000_01, '2026-05-01'))).toMatchObject({
      data: { reason: 'locked_until', until: '2027-03-10', available: 1_000_000_00 },
    })
    await withdraw(book, id, 400_000_00, '2026-05-01')
    expect(await book.api.savings.withdrawQuote(asked).catch(({ data }) => data)).toMatchObject({
      available: 900_000_00,
    })
  })
})

test('savings for a purpose are taken with one, and it stands on the voucher', async () => {
  const id = await saved('pendidikan')
  expect(await refusalOf(withdraw(book, id, 1_00))).toMatchObject({ data: { reason: 'locked_for_purpose' } })
  const taking = { savingsAccountId: id, date: '2026-02-01', amount: 400_000_00, cashAccount: '11101' }
  const taken = await book.api.savings.withdraw({ requestId: requestId(), ...taking, purpose: 'Uang sekolah' })
  const { lines } = await book.api.journal.get({ entryId: taken.entryId })
  expect(lines[0]).toMatchObject({ account: '21103', debit: 400_000_00, memo: 'Uang sekolah' })
})

test('who takes early pays what the product says, quoted before and to the sen', async () => {
  await book.api.savings.updateProduct({ product: 'purna_migran', earlyWithdrawal: 'penalty_pct', earlyPct: '2.5' })
  const id = await saved('purna_migran')
  const asked = { savingsAccountId: id, date: '2026-02-01', amount: 33_333_00 }
  const quote = await book.api.savings.withdrawQuote(asked)
  expect(quote).toEqual({ free: 0, early: 33_333_00, penalty: 833_00, forfeited: 0, paid: 32_500_00 })
  const taken = await book.api.savings.withdraw({ requestId: requestId(), ...asked, cashAccount: '11101' })
  expect(taken).toMatchObject({ ...quote, balance: 966_667_00 })
  expect(await linesOf(book, taken.entryId)).toEqual([
    ['21104', 33_333_00, 0],
    ['11101', 0, 32_500_00],
    ['41103', 0, 833_00],
  ])
  const undo = { requestId: requestId(), entryId: taken.entryId, date: '2026-02-01', reason: 'Batal' }
  await book.api.journal.reverse(undo)
  expect(await balanceOf(book, '41103')).toBe(0)
})

test('or gives up the interest of what it takes', async () => {
  await book.api.savings.updateProduct({ product: 'pendidikan', earlyWithdrawal: 'forfeit_interest' })
  const id = await saved('pendidikan', 950_000_00)
  const interest = {
    requestId: requestId(),
    date: '2026-01-31',
    description: 'Jasa',
    lines: [
      { account: '51101', debit: 50_000_00, memberId },
      { account: '21103', credit: 50_000_00, savingsAccountId: id },
    ],
  }
  await book.api.journal.post(interest)
  expect(await withdraw(book, id, 400_000_00, '2026-02-01')).toMatchObject({ forfeited: 20_000_00, paid: 380_000_00 })
  expect(await withdraw(book, id, 600_000_00, '2026-02-02')).toMatchObject({ forfeited: 30_000_00, paid: 570_000_00 })
  expect(await balanceOf(book, '51101')).toBe(0)
})

test('a withdrawal that its cost eats up is refused', async () => {
  await book.api.savings.updateProduct({ product: 'pendidikan', earlyWithdrawal: 'penalty_pct', earlyPct: '100' })
  const id = await saved('pendidikan')
  expect(await refusalOf(withdraw(book, id, 5_000_00))).toMatchObject({
    code: 'INVALID_INPUT',
    data: { reason: 'nothing_left_to_pay', issues: [{ path: ['amount'] }] },
  })
})

test('locked savings do not leave through the cash book either', async () => {
  const id = await saved('hari_raya')
  const spent = { requestId: requestId(), date: '2026-02-01', cashAccount: '11101', description: 'Keluar' }
  const lines = [{ account: '21102', amount: 1_00, savingsAccountId: id }]
  expect(await refusalOf(book.api.cash.spend({ ...spent, lines }))).toMatchObject({
    code: 'NOT_ALLOWED',
    data: { reason: 'withdraw_as_savings' },
  })
})

test('a deposit below the least of its product is refused, at the counter and at the meeting', async () => {
  await book.api.savings.updateProduct({ product: 'sukarela', minimumDeposit: 5_000_00 })
  const id = await openSavings(book, memberId)
  const refusal = await refusalOf(deposit(book, id, 4_999_99))
  expect(refusal).toMatchObject({ code: 'INVALID_INPUT', data: { reason: 'amount_below_minimum', minimum: 5_000_00 } })
  expect(refusal.message).toContain('Rp5.000')
  const rows = [{ memberId, savings: { sukarela: 4_999_99 } }]
  const meeting = { requestId: requestId(), date: '2026-02-01', cashAccount: '11101', rows }
  expect(await refusalOf(book.api.collection.record(meeting))).toMatchObject({
    data: { reason: 'amount_below_minimum', issues: [{ path: ['rows', 0, 'savings', 'sukarela'] }] },
  })
  expect((await deposit(book, id, 5_000_00)).balance).toBe(5_000_00)
})
