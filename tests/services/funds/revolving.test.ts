import { afterEach, beforeEach, expect, test } from 'vitest'
import { requestId } from '../../support/book.ts'
import { addMember } from '../../support/counter.ts'
import { type FundBook, openFundBook } from '../../support/funds.ts'

let book: FundBook
let memberId: string
let fundId: string
beforeEach(async () => {
  book = await openFundBook()
  memberId = await addMember(book)
  fundId = (await book.fund({ treatment: 'revolving', name: 'Dana bergulir desa' })).fundId
  await book.receive(fundId, 10_000_000_00)
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  const problems = await book.api.ledger.verify({})
  expect(problems.problems).toEqual([])
  await book.close()
})

const day = '2026-03-05'

/** Asked for and approved, of the fund unless said otherwise. */
async function agreed(principal: number, more: { fundId?: string } = { fundId }): Promise<string> {
  const asked = { memberId, product: 'flat', principal, months: 10, purpose: 'Modal warung', date: day }
  const { loanId } = await book.api.loans.apply({ requestId: requestId(), ...asked, ...more })
  await book.api.loans.approve({ requestId: requestId(), loanId, date: day, approvedBy: 'Sri Wahyuni' })
  return loanId
}

async function lend(principal: number): Promise<string> {
  const loanId = await agreed(principal)
  await book.api.loans.disburse({ requestId: requestId(), loanId, date: day, cashAccount: '11203' })
  return loanId
}

const pay = (loanId: string, amount: number, date = '2026-04-05') =>
  book.api.loans.pay({ requestId: requestId(), loanId, date, amount, cashAccount: '11203' })
const standing = async () => (await book.api.funds.get({ fundId, asOf: '2026-12-31' })).revolving
const lost = { decision: { number: '1/RAT', on: '2026-05-01', by: 'rat' as const }, date: '2026-05-02' }

test('every line of a loan names the fund whose money it is, when it is paid out and when it is paid back', async () => {
  const loanId = await lend(4_000_000_00)
  const paid = await pay(loanId, 460_000_00)
  const { lines } = await book.api.journal.get({ entryId: paid.entryId })
  const named = lines.filter((line) => line.loanId !== null)
  expect(named.map(({ account }) => account)).toEqual(['13101', '41101'])
  expect(named.every((line) => line.fundId === fundId)).toBe(true)
  const { loan } = await book.api.loans.card({ loanId })
  expect(loan.fund).toEqual({ fundId, number: 'D-001', name: 'Dana bergulir desa' })
})

test('a fund tells who has how much of it, and what of that is overdue, as of a day', async () => {
  const first = await lend(4_000_000_00)
  await lend(1_000_000_00)
  await pay(first, 460_000_00)
  const other = await addMember(book, '0009')
  const own = { memberId: other, product: 'flat', principal: 500_000_00, months: 10, purpose: 'Warung', date: day }
  const { loanId } = await book.api.loans.apply({ requestId: requestId(), ...own })
  await book.api.loans.approve({ requestId: requestId(), loanId, date: day, approvedBy: 'Sri Wahyuni' })
  const cash = { loanId, date: day, cashAccount: '11203' }
  await book.api.loans.disburse({ requestId: requestId(), ...cash })
  const { borrowers } = await book.api.funds.report({ fundId, asOf: '2026-05-10' })
  expect(borrowers).toMatchObject([
    { loanId: first, number: 'P-0001', outstanding: 3_600_000_00, overdue: 460_000_00, daysOverdue: 5 },
    { number: 'P-0002', outstanding: 1_000_000_00, overdue: 230_000_00 },
  ])
  const before = await book.api.funds.report({ fundId, asOf: day })
  expect(before.borrowers.map(({ outstanding, overdue }) => [outstanding, overdue])).toEqual([
    [4_000_000_00, 0],
    [1_000_000_00, 0],
  ])
  const paper = await book.api.reports.run({ report: 'fundReport', params: { fundId, asOf: '2026-05-10' } })
  const table = paper.after?.find((part) => part.kind === 'table' && part.title === 'Pinjaman satu per satu')
  expect(table && 'rows' in table && table.rows).toMatchObject([
    { number: 'P-0001', outstanding: 3_600_000_00, overdue: 460_000_00 },
    { number: 'P-0002' },
    { kind: 'total', outstanding: 4_600_000_00, overdue: 690_000_00 },
  ])
  expect(JSON.stringify(paper)).not.toContain('Anggota 0')
})

test('a fund tells what is lent, came back, is owed still, was earned, and is free to lend', async () => {
  const loanId = await lend(4_000_000_00)
  await pay(loanId, 460_000_00)
  expect(await standing()).toEqual({
    ...{ lent: 4_000_000_00, returned: 400_000_00, lost: 0, outstanding: 3_600_000_00 },
    ...{ recovered: 0, interest: 60_000_00, free: 6_400_000_00 },
  })
  const { rows } = await book.api.funds.card({ fundId })
  expect(rows.map(({ received, lent, returned, free }) => [received, lent, returned, free])).toEqual([
    [10_000_000_00, 0, 0, 10_000_000_00],
    [0, 4_000_000_00, 0, 6_000_000_00],
    [0, 0, 400_000_00, 6_400_000_00],
  ])
  const { bank } = await book.api.funds.report({ fundId, asOf: '2026-12-31' })
  expect(bank).toMatchObject({ balance: 6_460_000_00, ofFund: 6_400_000_00, rest: 60_000_00 })
})

test('what is taken back of a loan undoes what it did to the fund', async () => {
  const loanId = await lend(4_000_000_00)
  const before = await standing()
  const { entryId } = await pay(loanId, 460_000_00)
  await book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-04-06', reason: 'Salah orang' })
  expect(await standing()).toEqual(before)
})

test('more than is free is lent only when a second person says so, and warned about', async () => {
  const loanId = await agreed(12_000_000_00)
  const payout = { loanId, date: day, cashAccount: '11101' }
  await expect(book.api.loans.disburse({ requestId: requestId(), ...payout })).rejects.toMatchObject({
    code: 'NEEDS_APPROVAL',
    data: { reason: 'fund_free', available: 10_000_000_00, short: 2_000_000_00 },
  })
  const borrower = { ...payout, requestId: requestId(), approvedBy: 'Anggota 0001' }
  await expect(book.api.loans.disburse(borrower)).rejects.toMatchObject({ data: { reason: 'approver_is_borrower' } })
  const said = { ...payout, requestId: requestId(), approvedBy: 'Sri Wahyuni' }
  const { warnings, entryId } = await book.api.loans.disburse(said)
  expect(warnings).toEqual(['fund_over_free', 'fund_other_account'])
  expect((await book.api.journal.get({ entryId })).approvedBy).toBe('Sri Wahyuni')
  expect((await standing())?.free).toBe(-2_000_000_00)
})

test('who asks for more than is free is told so at once', async () => {
  const asked = { memberId, product: 'flat', months: 10, purpose: 'Modal warung', date: day, fundId }
  const over = await book.api.loans.apply({ requestId: requestId(), ...asked, principal: 10_000_000_01 })
  expect(over.warnings).toContain('fund_over_free')
  const within = await book.api.loans.apply({ requestId: requestId(), ...asked, principal: 10_000_000_00 })
  expect(within.warnings).not.toContain('fund_over_free')
})

test('only a fund that is lent on and is not closed is lent', async () => {
  const { fundId: activity } = await book.fund()
  await expect(agreed(1_000_000_00, { fundId: activity })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    data: { reason: 'fund_not_revolving' },
  })
  await expect(agreed(1_000_000_00, { fundId: requestId() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const { fundId: closed } = await book.fund({ treatment: 'revolving' })
  await book.api.funds.update({ fundId: closed, active: false })
  await expect(agreed(1_000_000_00, { fundId: closed })).rejects.toMatchObject({ data: { reason: 'fund_inactive' } })
})

test('what borrowers owe cannot go back to who gave it', async () => {
  await lend(4_000_000_00)
  const refund = { date: '2026-03-06', fundId, cashAccount: '11203' }
  const over = book.api.funds.refund({ requestId: requestId(), ...refund, amount: 6_000_000_01 })
  await expect(over).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
    data: { reason: 'fund_is_lent_out', available: 6_000_000_00 },
  })
  await book.api.funds.refund({ requestId: requestId(), ...refund, amount: 6_000_000_00 })
  expect((await standing())?.free).toBe(0)
})

test('a refund dated before a loan was paid out still leaves that loan its money', async () => {
  await lend(4_000_000_00)
  const early = { requestId: requestId(), date: '2026-03-02', fundId, amount: 7_000_000_00, cashAccount: '11203' }
  await expect(book.api.funds.refund(early)).rejects.toMatchObject({ data: { reason: 'fund_is_lent_out', day } })
})

test('neither a journal by hand nor taking back what was received leaves borrowers with more than the donor gave', async () => {
  const { entryId } = await book.receive(fundId, 2_000_000_00)
  await lend(11_000_000_00)
  const refusal = { code: 'NOT_ALLOWED', data: { reason: 'fund_is_lent_out', available: 1_000_000_00 } }
  const byHand = (amount: number) =>
    book.api.journal.post({
      ...{ requestId: requestId(), date: '2026-03-06', description: 'Uang kembali ke desa' },
      lines: [
        { account: '26102', debit: amount, fundId },
        { account: '11203', credit: amount },
      ],
    })
  await expect(byHand(1_000_000_01)).rejects.toMatchObject(refusal)
  const back = () => ({ requestId: requestId(), entryId, date: '2026-03-06', reason: 'Salah catat' })
  await expect(book.api.journal.reverse(back())).rejects.toMatchObject(refusal)
  // What was received wrongly is put right by what was received, and then taken back.
  await book.receive(fundId, 1_000_000_00)
  await book.api.journal.reverse(back())
  expect((await standing())?.free).toBe(0)
})

test('a loan that goes on as another keeps its fund, and nothing was lent by that', async () => {
  const loanId = await lend(4_000_000_00)
  const before = await standing()
  const on = { loanId, date: '2026-04-10', months: 20, approvedBy: 'Sri Wahyuni', reason: 'Panen gagal' }
  const { loanId: newLoanId } = await book.api.loans.restructure({ requestId: requestId(), ...on })
  expect((await book.api.loans.card({ loanId: newLoanId })).loan.fund?.fundId).toBe(fundId)
  expect(await standing()).toEqual(before)
})

test('a loan that is given up is lost to the fund, and free again as far as it comes after all', async () => {
  const loanId = await lend(4_000_000_00)
  await book.api.loans.writeOff({ requestId: requestId(), loanId, ...lost })
  expect(await standing()).toMatchObject({ outstanding: 0, lost: 4_000_000_00, free: 6_000_000_00 })
  const { rows } = await book.api.funds.card({ fundId })
  expect(rows.at(-1)).toMatchObject({ lost: 4_000_000_00, free: 6_000_000_00 })
  const recovery = { requestId: requestId(), loanId, date: '2026-06-01', amount: 500_000_00, cashAccount: '11203' }
  await book.api.loans.recover(recovery)
  expect(await standing()).toMatchObject({ recovered: 500_000_00, free: 6_500_000_00 })
})

test('in a journal by hand a loan brings its fund along, and no other', async () => {
  const loanId = await lend(4_000_000_00)
  const { fundId: other } = await book.fund({ treatment: 'revolving' })
  const entry = (line: object) => ({
    ...{ requestId: requestId(), date: '2026-04-01', description: 'Angsuran dicatat tangan' },
    lines: [
      { account: '11203', debit: 100_000_00 },
      { account: '13101', credit: 100_000_00, loanId, memberId, ...line },
    ],
  })
  await expect(book.api.journal.post(entry({ fundId: other }))).rejects.toMatchObject({
    data: { reason: 'loan_of_other_fund' },
  })
  await book.api.journal.post(entry({}))
  expect((await standing())?.returned).toBe(100_000_00)
})

test('a loan of the cooperative itself names no fund', async () => {
  const loanId = await agreed(1_000_000_00, {})
  await book.api.loans.disburse({ requestId: requestId(), loanId, date: day, cashAccount: '11101' })
  expect((await book.api.loans.card({ loanId })).loan.fund).toBeNull()
  expect(await standing()).toMatchObject({ lent: 0, free: 10_000_000_00 })
})
