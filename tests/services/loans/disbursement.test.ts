import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refusalOf, requestId } from '../../support/book.ts'
import { balanceOf, linesOf } from '../../support/counter.ts'
import { cashAccount, type LendingBook, openLendingBook, rupiah } from '../../support/lending.ts'

let book: LendingBook
beforeEach(async () => {
  book = await openLendingBook()
})
afterEach(async () => {
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
  expect(book.bugs).toEqual([])
  await book.close()
})

const worked = { provisionPct: '1', administration: rupiah(30_000), loanSavingsPct: '2' }

test('a payout with deductions is the worked entry: twelve million owed, 11.610.000 in the hand', async () => {
  const loanId = await book.approved({ product: await book.product({ fees: worked }) })
  const out = await book.disburse(loanId)
  expect(out).toMatchObject({
    ...{ voucher: 'BKK-2026-0001', outstanding: rupiah(12_000_000), netPayout: rupiah(11_610_000) },
    deductions: {
      ...{ provision: rupiah(120_000), administration: rupiah(30_000), loanSavings: rupiah(240_000) },
      ...{ insurance: 0, stamp: 0 },
    },
  })
  expect(await linesOf(book, out.entryId)).toEqual([
    ['13101', rupiah(12_000_000), 0],
    ['41102', 0, rupiah(120_000)],
    ['41103', 0, rupiah(30_000)],
    ['31103', 0, rupiah(240_000)],
    ['11101', 0, rupiah(11_610_000)],
  ])
  const { savings } = await book.api.members.get({ memberId: book.memberId })
  expect(savings).toMatchObject([{ product: 'wajib_pinjam', balance: rupiah(240_000) }])
})

test('the second loan saves into the same account', async () => {
  const product = await book.product({ fees: worked })
  await book.running({ product })
  await book.running({ product })
  const { savings } = await book.api.members.get({ memberId: book.memberId })
  expect(savings).toMatchObject([{ product: 'wajib_pinjam', balance: rupiah(480_000) }])
})

test('a premium is passed on and a charged stamp makes the cost of stamps smaller', async () => {
  const fees = { insurancePct: '0.5', stamp: rupiah(10_000) }
  const loanId = await book.approved({ product: await book.product({ fees }) })
  const out = await book.disburse(loanId)
  expect(out.netPayout).toBe(rupiah(11_930_000))
  expect([await balanceOf(book, '24106'), await balanceOf(book, '52208')]).toEqual([-rupiah(60_000), -rupiah(10_000)])
})

test('a stamp the cooperative pays for is bought with the payout', async () => {
  const fees = { stamp: rupiah(10_000), stampPaidBy: 'cooperative' as const }
  const loanId = await book.approved({ product: await book.product({ fees }) })
  const out = await book.disburse(loanId)
  expect(out).toMatchObject({ netPayout: rupiah(12_000_000), deductions: { stamp: 0 } })
  expect(await linesOf(book, out.entryId)).toEqual([
    ['13101', rupiah(12_000_000), 0],
    ['52208', rupiah(10_000), 0],
    ['11101', 0, rupiah(12_010_000)],
  ])
})

test('instalments fall due from a first day of their own', async () => {
  const loanId = await book.approved()
  const disbursing = { requestId: requestId(), loanId, date: '2026-01-10', cashAccount }
  const early = book.api.loans.disburse({ ...disbursing, firstDueOn: '2026-01-10' })
  expect(await refusalOf(early)).toMatchObject({ data: { reason: 'first_due_too_early' } })
  await book.api.loans.disburse({ ...disbursing, firstDueOn: '2026-02-05' })
  const { schedule } = await book.api.loans.card({ loanId })
  expect([schedule[0]?.dueOn, schedule[11]?.dueOn]).toEqual(['2026-02-05', '2027-01-05'])
})

describe('refused, and the book is as it was', () => {
  test('no kind of loan-linked savings is in use, or hers are closed', async () => {
    const loanId = await book.approved({ product: await book.product({ fees: worked }) })
    await book.api.savings.updateProduct({ requestId: requestId(), product: 'wajib_pinjam', active: false })
    expect(await refusalOf(book.disburse(loanId))).toMatchObject({ data: { reason: 'no_loan_savings' } })
    expect((await book.api.loans.card({ loanId })).loan.state).toBe('approved')
    expect(await balanceOf(book, '13101')).toBe(0)
  })

  test('cash that has the net payout but not a sen less is enough', async () => {
    const held = await balanceOf(book, cashAccount)
    const spend = held - rupiah(11_610_000) + 1
    const lines = [{ account: '52201', amount: spend }]
    const { entryId } = await book.api.cash.spend({
      ...{ requestId: requestId(), date: '2026-01-09', cashAccount, description: 'Belanja', lines },
    })
    const loanId = await book.approved({ product: await book.product({ fees: worked }) })
    expect(await refusalOf(book.disburse(loanId))).toMatchObject({ code: 'CASH_BELOW_ZERO', data: { short: 1 } })
    await book.undo(entryId, '2026-01-09')
    await book.disburse(loanId)
  })
})

test('a payout that was reversed leaves no fee, no savings and nothing owed', async () => {
  const loanId = await book.approved({ product: await book.product({ fees: worked }) })
  const { entryId } = await book.disburse(loanId)
  await book.undo(entryId, '2026-01-11')
  for (const account of ['13101', '41102', '41103', '31103']) expect(await balanceOf(book, account)).toBe(0)
  expect((await book.api.loans.card({ loanId })).loan.state).toBe('approved')
})
