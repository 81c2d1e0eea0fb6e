import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BookConnection } from '../../../electron/backend/db/dialect.ts'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'
import { addMember, approvedLoan, putCash } from '../../support/counter.ts'

let book: TestBook
let memberId: string
beforeEach(async () => {
  book = await openTestBook({ today: '2026-12-31' })
  memberId = await addMember(book)
  await putCash(book, 50_000_000_00)
})
afterEach(async () => {
  vi.restoreAllMocks()
  expect(book.bugs).toEqual([])
  await book.close()
})

async function running(owner = memberId): Promise<string> {
  const loanId = await approvedLoan(book, owner)
  await book.api.loans.disburse({ requestId: requestId(), loanId, date: '2026-01-10', cashAccount: '11101' })
  return loanId
}

test('loans stand in the order of their numbers as people count: P-2000 before P-10000', async () => {
  const loans = [await running(), await running(), await running()]
  const { database } = book.desk.app().file
  for (const [index, code] of ['P-10000', 'P-2000', 'P-9999'].entries()) {
    database.prepare('UPDATE loan SET code = ? WHERE id = ?').run(code, loans[index])
  }
  const { rows } = await book.api.loans.list({})
  expect(rows.map(({ number }) => number)).toEqual(['P-2000', 'P-9999', 'P-10000'])
  const next = await book.api.loans.list({ limit: 2, cursor: loans[1] ?? '' })
  expect([next.rows.map(({ number }) => number), next.nextCursor]).toEqual([['P-9999', 'P-10000'], null])
  const sheet = await book.api.collection.sheet({ date: '2026-02-10' })
  expect(sheet.rows[0]?.loans.map(({ number }) => number)).toEqual(['P-2000', 'P-9999', 'P-10000'])
})

test('pages of one state follow one another, and the total is that of the whole state', async () => {
  const loans = [await running(), await approvedLoan(book, memberId), await running(), await running()]
  await book.api.loans.payOff({
    ...{ requestId: requestId(), loanId: loans[0] ?? '', date: '2026-02-10', cashAccount: '11101' },
  })
  const first = await book.api.loans.list({ state: 'disbursed', limit: 1 })
  expect([first.rows.map(({ loanId }) => loanId), first.nextCursor]).toEqual([[loans[2]], loans[2]])
  expect(first.totals).toEqual({
    ...{ outstanding: 200_000_00, loans: 2 },
    byState: [
      { state: 'settled', outstanding: 0, loans: 1 },
      { state: 'approved', outstanding: 0, loans: 1 },
      { state: 'disbursed', outstanding: 200_000_00, loans: 2 },
    ],
    writtenOff: null,
  })
  const second = await book.api.loans.list({ state: 'disbursed', limit: 1, cursor: loans[2] ?? '' })
  expect([second.rows.map(({ loanId }) => loanId), second.nextCursor]).toEqual([[loans[3]], null])
  expect(second.totals).toEqual(first.totals)
})

test('a list says of each loan what its card says', async () => {
  const other = await addMember(book, '0002')
  const loans = [await running(), await running(other), await approvedLoan(book, other)]
  await book.api.loans.pay({
    ...{ requestId: requestId(), loanId: loans[1] ?? '', date: '2026-02-10', amount: 3_210_00, cashAccount: '11101' },
  })
  const cards = await Promise.all(loans.map(async (loanId) => (await book.api.loans.card({ loanId })).loan))
  expect((await book.api.loans.list({})).rows).toEqual(cards)
  expect((await book.api.loans.list({ memberId: other })).rows).toEqual(cards.slice(1))
})

test('at the foot of those that were given up stands what was, what came in since and what is still claimed', async () => {
  const loans = [await running(), await running(), await running()]
  const on = { requestId: requestId(), date: '2026-03-31' }
  for (const loanId of loans.slice(0, 2)) {
    const decision = { number: 'RAT/03/2026', on: on.date, by: 'rat' as const }
    await book.api.loans.writeOff({ ...on, requestId: requestId(), loanId, decision })
  }
  const came = { loanId: loans[1] ?? '', amount: 25_000_00, cashAccount: '11101' }
  await book.api.loans.recover({ ...on, requestId: requestId(), ...came })
  const memo = await book.api.loans.list({ state: 'written_off', limit: 1 })
  // Interest of two months fell due, 1,5% each.
  expect(memo.totals.writtenOff).toEqual({ claim: 206_000_00, recovered: 25_000_00, left: 181_000_00 })
  const paper = await book.api.reports.run({ report: 'loanList', params: { asOf: on.date, state: 'written_off' } })
  const sums = { claim: 206_000_00, recovered: 25_000_00, claimLeft: 181_000_00 }
  expect(paper.rows.at(-1)).toMatchObject({ kind: 'total', ...sums })
  expect((await book.api.loans.list({})).totals.writtenOff).toBeNull()
  const none = await book.api.loans.list({ state: 'written_off', text: 'tidak ada' })
  expect(none.totals.writtenOff).toEqual({ claim: 0, recovered: 0, left: 0 })
})

test('a loan is found by any part of its borrower or of its number', async () => {
  const other = await addMember(book, '0002')
  const loans = [await running(), await running(other), await approvedLoan(book, other)]
  const found = async (text: string) => (await book.api.loans.list({ text })).rows.map(({ loanId }) => loanId)
  expect(await found('anggota 0002')).toEqual(loans.slice(1))
  expect(await found('p-0001')).toEqual(loans.slice(0, 1))
  expect(await found('0002 wetan')).toEqual([])
  expect((await book.api.loans.list({ text: '0002', state: 'disbursed' })).totals).toMatchObject({ loans: 1 })
})

test('a page that is asked for after no loan is refused', async () => {
  expect(await refusalOf(book.api.loans.list({ cursor: 'nothing' }))).toMatchObject({
    ...{ code: 'INVALID_INPUT', data: { reason: 'not_a_cursor' } },
  })
})

test('list, sheet and meeting ask the book as often for one loan as for many', async () => {
  const members = [memberId, await addMember(book, '0002')]
  const few = await questionsFor(members.slice(0, 1), [await running(members[0])])
  const loans = await Promise.all(Array.from({ length: 12 }, (_, index) => running(members[index % 2])))
  const many = await questionsFor(members, loans)
  expect(many).toEqual(few)
})

/** How many questions each of them puts to the book, those of the ledger for each line of a voucher aside. */
async function questionsFor(members: readonly string[], loans: readonly string[]) {
  const asked = vi.spyOn(BookConnection.prototype, 'run')
  const countOf = async (work: () => Promise<unknown>) => {
    asked.mockClear()
    await work()
    return asked.mock.calls.filter(([text]) => / from "(loan|loan_agreement|loan_instalment)"/.test(text)).length
  }
  const rows = members.map((member) => ({ memberId: member }))
  const own = await book.api.loans.list({})
  const paid = rows.map((row) => ({
    ...row,
    loans: own.rows
      .filter((loan) => loan.memberId === row.memberId && loans.includes(loan.loanId))
      .map(({ loanId }) => ({ loanId, amount: 999_999_999_00 })),
  }))
  const record = () =>
    refusalOf(
      book.api.collection.record({ requestId: requestId(), date: '2026-02-10', cashAccount: '11101', rows: paid }),
    )
  const counts = {
    list: await countOf(() => book.api.loans.list({})),
    sheet: await countOf(() => book.api.collection.sheet({ date: '2026-02-10' })),
    record: await countOf(async () => expect((await record()).data).toMatchObject({ reason: 'payment_above_debt' })),
  }
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(1)
  return counts
}
