import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'
import { addMember, approvedLoan, putCash } from '../../support/counter.ts'

const rupiah = (amount: number) => amount * 100
const cashAccount = '11101'

let book: TestBook
let memberId: string
beforeEach(async () => {
  book = await openTestBook({ today: '2026-04-20' })
  memberId = await addMember(book)
  await putCash(book, rupiah(1_000_000))
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const standing = () => book.api.members.standing({ memberId })
const collect = (date: string, savings: Record<string, number>, members = [memberId]) =>
  book.api.collection.record({
    ...{ requestId: requestId(), date, cashAccount },
    rows: members.map((id) => ({ memberId: id, savings })),
  })

async function borrow(): Promise<string> {
  const loanId = await approvedLoan(book, memberId)
  await book.api.loans.disburse({ requestId: requestId(), loanId, date: '2026-01-10', cashAccount })
  return loanId
}

test('dues that are behind, with the month they are paid until', async () => {
  await book.api.savings.setDue({ product: 'wajib', fromMonth: '2026-01', amount: rupiah(20_000) })
  await collect('2026-01-15', { wajib: rupiah(20_000) })
  expect(await standing()).toMatchObject({
    asOf: '2026-04-20',
    dues: [{ product: 'wajib', arrears: rupiah(60_000), monthsBehind: 3, paidUntil: '2026-01' }],
    totals: { arrears: rupiah(60_000), outstanding: 0, due: 0 },
  })
})

test('a loan with what fell due, since when, and what comes next', async () => {
  const loanId = await borrow()
  const pay = { requestId: requestId(), loanId, date: '2026-02-10', amount: rupiah(11_500), cashAccount }
  await book.api.loans.pay(pay)
  const { loans, totals } = await standing()
  expect(loans).toMatchObject([
    {
      ...{ loanId, number: 'P-0001', state: 'disbursed', principal: rupiah(100_000), outstanding: rupiah(90_000) },
      ...{ due: rupiah(23_000), dueSince: '2026-03-10', nextDueOn: '2026-05-10', nextDue: rupiah(11_500) },
    },
  ])
  expect(totals).toMatchObject({ outstanding: rupiah(90_000), due: rupiah(23_000) })
})

test('a loan that waits and one that is paid back owe nothing', async () => {
  const loanId = await borrow()
  await book.api.loans.payOff({ requestId: requestId(), loanId, date: '2026-02-10', cashAccount })
  await approvedLoan(book, memberId)
  const { loans } = await standing()
  expect(loans.map(({ state, due, nextDueOn }) => [state, due, nextDueOn])).toEqual([
    ['settled', 0, null],
    ['approved', 0, null],
  ])
})

test('what stands on her other cards, hers and owed', async () => {
  const lines = [
    { account: '25101', credit: rupiah(30_000), memberId },
    { account: '14101', debit: rupiah(12_000), memberId },
    { account: '48106', debit: rupiah(18_000) },
  ]
  await book.api.journal.post({ requestId: requestId(), date: '2026-02-01', description: 'Kartu', lines })
  expect((await standing()).cards).toEqual([
    { account: '14101', name: 'Piutang penjualan anggota', balance: -rupiah(12_000) },
    { account: '25101', name: 'SHU bagian anggota belum diambil', balance: rupiah(30_000) },
  ])
})

test('nobody stands nowhere', async () => {
  expect((await refusalOf(book.api.members.standing({ memberId: 'nobody' }))).code).toBe('NOT_FOUND')
})

test('her vouchers, the newest first, each with her own part and not the meeting’s', async () => {
  const other = await addMember(book, '0002')
  await collect('2026-01-15', { wajib: rupiah(20_000), sukarela: rupiah(5_000) }, [memberId, other])
  const loanId = await borrow()
  const { entryId } = await book.api.loans.pay({
    ...{ requestId: requestId(), loanId, date: '2026-02-10', amount: rupiah(11_500), cashAccount },
  })
  await book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-02-11', reason: 'Salah' })
  const { rows } = await book.api.members.entries({ memberId })
  expect(rows.map(({ date, paid, received }) => [date, paid / 100, received / 100])).toEqual([
    ['2026-02-11', 0, 11_500],
    ['2026-02-10', 11_500, 0],
    ['2026-01-15', 25_000, 0],
    ['2026-01-10', 0, 100_000],
  ])
  expect([rows[0]?.reverses?.entryId, rows[1]?.reversedBy?.entryId]).toEqual([entryId, rows[0]?.entryId])
  const first = await book.api.members.entries({ memberId, limit: 1 })
  const second = await book.api.members.entries({ memberId, limit: 1, cursor: first.nextCursor ?? '' })
  expect([...first.rows, ...second.rows]).toEqual(rows.slice(0, 2))
})

test('interest comes as it came onto her card, and what ends a term deposit as the money she got', async () => {
  await book.api.savings.setInterest({
    ...{ requestId: requestId(), product: 'sukarela', fromMonth: '2026-01' },
    tiers: [{ from: 0, ratePctPerYear: '12' }],
  })
  await collect('2026-01-01', { sukarela: rupiah(100_000) })
  await book.api.savings.accrueInterest({ requestId: requestId(), month: '2026-02' })
  const placed = { memberId, product: 'berjangka', date: '2026-03-01', amount: rupiah(100_000), months: 1 }
  const { savingsAccountId } = await book.api.savings.termOpen({
    ...{ requestId: requestId(), ...placed, ratePctPerYear: '12', cashAccount },
  })
  const closing = { requestId: requestId(), savingsAccountId, date: '2026-04-01', cashAccount }
  await book.api.savings.termClose(closing)
  const { rows } = await book.api.members.entries({ memberId })
  expect(rows.map(({ date, paid, received }) => [date, paid / 100, received / 100])).toEqual([
    ['2026-04-01', 0, 101_000],
    ['2026-03-01', 100_000, 0],
    ['2026-02-28', 1_000, 0],
    ['2026-01-01', 100_000, 0],
  ])
})
