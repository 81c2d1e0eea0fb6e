import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refusalOf, requestId } from '../../support/book.ts'
import { addMember, balanceOf, linesOf } from '../../support/counter.ts'
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

const date = '2026-02-20'
/** 0,1 % a day of what is overdue: ten days late with Rp1.180.000 are Rp11.800. */
const penalty = { kind: 'pct_per_day' as const, pct: '0.1' }

interface Paid {
  readonly loanId: string
  readonly amount?: number
  readonly penalty?: number
}

function record(loans: Paid[], day = date, memberId = book.memberId) {
  return book.api.collection.record({ requestId: requestId(), date: day, cashAccount, rows: [{ memberId, loans }] })
}

async function lateLoan(allocation: 'penalty_interest_principal' | 'interest_principal_penalty') {
  return book.running({ product: await book.product({ penalty, allocation }) })
}

const dueOn = async (day: string) => (await book.api.collection.sheet({ date: day })).rows[0]?.loans

describe('a penalty in the collection', () => {
  test('stands on the sheet of the day and is posted beside the instalment, whatever comes first', async () => {
    const loanId = await lateLoan('penalty_interest_principal')
    expect(await dueOn(date)).toMatchObject([{ due: rupiah(1_180_000), penalty: rupiah(11_800) }])
    const recorded = await record([{ loanId, amount: rupiah(1_180_000), penalty: rupiah(11_800) }])
    expect(recorded.total).toBe(rupiah(1_191_800))
    expect(await linesOf(book, recorded.entryId)).toEqual([
      ['11101', rupiah(1_191_800), 0],
      ['13101', 0, rupiah(1_000_000)],
      ['41101', 0, rupiah(180_000)],
      ['41104', 0, rupiah(11_800)],
    ])
    expect(await dueOn(date)).toMatchObject([{ due: 0, penalty: 0 }])
  })

  test('left out, what is received goes by the order of the agreement', async () => {
    const loanId = await lateLoan('penalty_interest_principal')
    await record([{ loanId, amount: rupiah(1_180_000) }])
    expect(await balanceOf(book, '41104')).toBe(-rupiah(11_800))
    expect((await book.api.loans.card({ loanId })).outstanding).toBe(rupiah(12_000_000 - 988_200))
  })

  test('named as nothing, all goes to the instalment and the penalty stays owed', async () => {
    const loanId = await lateLoan('penalty_interest_principal')
    await record([{ loanId, amount: rupiah(1_180_000), penalty: 0 }])
    expect(await dueOn(date)).toMatchObject([{ due: 0, penalty: rupiah(11_800) }])
  })

  test('may be paid alone and in parts', async () => {
    const loanId = await lateLoan('interest_principal_penalty')
    const { entryId } = await record([{ loanId, penalty: rupiah(1_800) }])
    expect(await linesOf(book, entryId)).toEqual([
      ['11101', rupiah(1_800), 0],
      ['41104', 0, rupiah(1_800)],
    ])
    expect(await dueOn(date)).toMatchObject([{ due: rupiah(1_180_000), penalty: rupiah(10_000) }])
  })

  test('settles the loan with all that is owed, and left unpaid keeps it open', async () => {
    const [whole, open] = [await lateLoan('interest_principal_penalty'), await lateLoan('interest_principal_penalty')]
    const { penalty: owed, total } = await book.api.loans.payoffQuote({ loanId: whole, date })
    await record([
      { loanId: whole, amount: total - owed, penalty: owed },
      { loanId: open, amount: total - owed, penalty: 0 },
    ])
    const states = await Promise.all([whole, open].map((loanId) => book.api.loans.card({ loanId })))
    expect(states.map(({ loan, outstanding }) => [loan.state, outstanding])).toEqual([
      ['settled', 0],
      ['disbursed', 0],
    ])
    await record([{ loanId: open, penalty: owed }])
    expect((await book.api.loans.card({ loanId: open })).loan.state).toBe('settled')
  })

  test('reversed with the voucher is owed again', async () => {
    const loanId = await lateLoan('interest_principal_penalty')
    const { entryId } = await record([{ loanId, amount: rupiah(1_180_000), penalty: rupiah(11_800) }])
    await book.undo(entryId)
    expect(await dueOn('2026-12-31')).toMatchObject([{ penalty: expect.any(Number) }])
    expect((await book.api.loans.card({ loanId, asOf: date })).penalty).toMatchObject({ paid: 0, owed: rupiah(11_800) })
  })

  test('stands on the list to read out and on the slip of the member', async () => {
    const loanId = await lateLoan('interest_principal_penalty')
    const { entryId } = await record([{ loanId, amount: rupiah(1_180_000), penalty: rupiah(11_800) }])
    const list = await book.api.reports.run({ report: 'collectionList', params: { entryId }, language: 'id' })
    expect(list.rows[0]).toMatchObject({ penalty: rupiah(11_800), total: rupiah(1_191_800) })
    const slips = await book.api.reports.run({ report: 'collectionSlips', params: { entryId }, language: 'id' })
    expect(JSON.stringify(slips)).toContain('denda Rp11.800')
  })

  test('stands on the blank form with what is due', async () => {
    await lateLoan('interest_principal_penalty')
    const form = await book.api.reports.run({ report: 'collectionForm', params: { date }, language: 'id' })
    expect(form.rows[0]).toMatchObject({ 'due: loan': rupiah(1_180_000), 'due: penalty': rupiah(11_800) })
    const before = await book.api.reports.run({ report: 'collectionForm', params: { date: '2026-02-10' } })
    expect(before.columns.map(({ key }) => key)).not.toContain('due: penalty')
  })
})

describe('is refused at its place, and nothing is saved, for', () => {
  const refused = async (loans: Paid[], reason: string, field: string, data: Record<string, unknown> = {}) => {
    const before = await book.api.journal.list({})
    expect(await refusalOf(record([{ loanId: await book.running(), amount: 100 }, ...loans]))).toMatchObject({
      code: 'INVALID_INPUT',
      data: { reason, ...data, issues: [{ path: ['rows', 0, 'loans', 1, field] }] },
    })
    // The loan that was paid out for the row is all that came to it.
    expect((await book.api.journal.list({})).rows).toHaveLength(before.rows.length + 1)
  }

  test('more than is owed that day', async () => {
    const loanId = await lateLoan('interest_principal_penalty')
    const paid = { loanId, amount: rupiah(1_180_000) }
    await refused([{ ...paid, penalty: rupiah(11_800) + 1 }], 'penalty_above_owed', 'penalty', {
      available: rupiah(11_800),
    })
  })

  test('a loan whose product knows none', async () => {
    await refused([{ loanId: await book.running(), penalty: 1 }], 'loan_without_penalty', 'penalty')
  })

  test('an instalment above what is owed beside the penalty', async () => {
    const loanId = await lateLoan('interest_principal_penalty')
    const { penalty: owed, total } = await book.api.loans.payoffQuote({ loanId, date })
    await refused([{ loanId, amount: total - owed + 1, penalty: owed }], 'payment_above_debt', 'amount', {
      available: total - owed,
    })
  })

  test.each([-1, 0.5, 9_000_000_000_000_001])('a penalty of %d sen', async (named) => {
    const loanId = await lateLoan('interest_principal_penalty')
    const refusal = await refusalOf(record([{ loanId, amount: 100, penalty: named }]))
    expect(refusal).toMatchObject({ data: { issues: [{ path: ['rows', 0, 'loans', 0, 'penalty'] }] } })
  })

  test('a line on which nothing is paid', async () => {
    await refused([{ loanId: await lateLoan('interest_principal_penalty'), penalty: 0 }], 'required', 'amount')
    await refused([{ loanId: await lateLoan('interest_principal_penalty') }], 'required', 'amount')
  })
})

test('a settled loan, and one of somebody else, take no penalty', async () => {
  const loanId = await lateLoan('interest_principal_penalty')
  const other = await addMember(book, '0002')
  expect(await refusalOf(record([{ loanId, penalty: 1 }], date, other))).toMatchObject({
    data: { reason: 'loan_of_another' },
  })
  await book.payOff(loanId, date)
  expect(await refusalOf(record([{ loanId, penalty: 1 }]))).toMatchObject({ data: { reason: 'loan_settled' } })
})

test('a loan that takes nothing is refused at its place in the sheet', async () => {
  const running = { loanId: await lateLoan('interest_principal_penalty'), amount: 100 }
  const settled = await book.running()
  await book.payOff(settled, date)
  const refusals = [
    ...[{ loanId: settled, code: 'NOT_ALLOWED', message: 'loan_settled' }],
    ...[{ loanId: await book.approved(), code: 'NOT_ALLOWED', message: 'loan_not_disbursed' }],
    ...[{ loanId: 'none', code: 'NOT_FOUND', message: 'loan' }],
  ]
  for (const { loanId, code, message } of refusals) {
    const issues = [{ path: ['rows', 0, 'loans', 1, 'loanId'], message }]
    const refusal = await refusalOf(record([running, { loanId, amount: 100 }]))
    expect(refusal).toMatchObject({ code, data: { reason: message, issues } })
  }
})
