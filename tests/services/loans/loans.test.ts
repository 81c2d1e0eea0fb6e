import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '../../../shared/calendar.ts'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'
import { addMember, balanceOf, linesOf, putCash } from '../../support/counter.ts'

const rupiah = (amount: number) => amount * 100
const cashAccount = '11101'

let book: TestBook
let memberId: string
beforeEach(async () => {
  book = await openTestBook({ today: '2026-12-31' })
  memberId = await addMember(book)
  await putCash(book, rupiah(100_000_000))
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const asked = () => ({
  ...{ requestId: requestId(), memberId, product: 'flat', principal: rupiah(12_000_000), months: 12 },
  ...{ purpose: 'Modal warung', date: '2026-01-05' },
})

async function applied(change: Partial<ReturnType<typeof asked>> = {}): Promise<string> {
  return (await book.api.loans.apply({ ...asked(), ...change })).loanId
}

async function approved(change: Partial<ReturnType<typeof asked>> = {}): Promise<string> {
  const loanId = await applied(change)
  await book.api.loans.approve({ requestId: requestId(), loanId, date: '2026-01-08', approvedBy: 'Sri Wahyuni' })
  return loanId
}

async function running(change: Partial<ReturnType<typeof asked>> = {}): Promise<string> {
  const loanId = await approved(change)
  await book.api.loans.disburse({ requestId: requestId(), loanId, date: '2026-01-10', cashAccount })
  return loanId
}

const pay = (loanId: string, date: string, amount: number) =>
  book.api.loans.pay({ requestId: requestId(), loanId, date, amount, cashAccount })
const payOff = (loanId: string, date: string) =>
  book.api.loans.payOff({ requestId: requestId(), loanId, date, cashAccount })

test('a new book lends by every method at 1,5 % a month', async () => {
  const { rows } = await book.api.loans.products({})
  expect(rows.map(({ product, method, ratePct, ratePer }) => [product, method, ratePct, ratePer])).toEqual(
    ['flat', 'declining', 'annuity'].map((method) => [method, method, '1.5', 'month']),
  )
})

describe('a flat loan from application to its end', () => {
  test('is asked for, approved, paid out, paid back and settled', async () => {
    const loanId = await applied()
    expect((await book.api.loans.card({ loanId })).loan).toMatchObject({ number: 'P-0001', state: 'applied' })
    await book.api.loans.approve({ requestId: requestId(), loanId, date: '2026-01-08', approvedBy: 'Sri Wahyuni' })
    const out = await book.api.loans.disburse({ requestId: requestId(), loanId, date: '2026-01-10', cashAccount })
    expect(out).toMatchObject({ voucher: 'BKK-2026-0001', outstanding: rupiah(12_000_000) })
    expect(await linesOf(book, out.entryId)).toEqual([
      ['13101', rupiah(12_000_000), 0],
      ['11101', 0, rupiah(12_000_000)],
    ])
    const first = await pay(loanId, '2026-02-10', rupiah(1_180_000))
    expect(first).toMatchObject({
      principal: rupiah(1_000_000),
      interest: rupiah(180_000),
      outstanding: rupiah(11_000_000),
    })
    expect(await linesOf(book, first.entryId)).toEqual([
      ['11101', rupiah(1_180_000), 0],
      ['13101', 0, rupiah(1_000_000)],
      ['41101', 0, rupiah(180_000)],
    ])
    const quote = await book.api.loans.payoffQuote({ loanId, date: '2026-02-20' })
    expect(quote).toEqual({
      ...{ principal: rupiah(11_000_000), interest: rupiah(180_000), penalty: 0, total: rupiah(11_180_000) },
      ...{ held: 0, toPay: rupiah(11_180_000) },
    })
    expect(await payOff(loanId, '2026-02-20')).toMatchObject({ ...{ principal: quote.principal, outstanding: 0 } })
    const { loan, schedule, rows, outstanding } = await book.api.loans.card({ loanId })
    expect([loan.state, outstanding, schedule.length]).toEqual(['settled', 0, 12])
    expect(rows.map(({ balance }) => balance / 100)).toEqual([12_000_000, 11_000_000, 0])
    expect(await balanceOf(book, '13101')).toBe(0)
    expect(await balanceOf(book, '41101')).toBe(-rupiah(360_000))
    expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
  })

  test('the card says what is unpaid of each instalment', async () => {
    const loanId = await running()
    await pay(loanId, '2026-02-10', rupiah(1_500_000))
    const { schedule } = await book.api.loans.card({ loanId })
    expect(schedule.slice(0, 3).map(({ dueOn, payment, unpaid }) => [dueOn, payment / 100, unpaid / 100])).toEqual([
      ['2026-02-10', 1_180_000, 0],
      ['2026-03-10', 1_180_000, 860_000],
      ['2026-04-10', 1_180_000, 1_180_000],
    ])
  })

  test('its own rate stands instead of the product’s', async () => {
    const { loanId } = await book.api.loans.apply({ ...asked(), ratePctPerMonth: '2' })
    expect((await book.api.loans.card({ loanId })).loan.ratePct).toBe('2')
  })
})

describe('refused, and the book is as it was', () => {
  test('a loan nobody approved is not paid out, and the borrower does not approve it', async () => {
    const loanId = await applied()
    const disbursing = { requestId: requestId(), loanId, date: '2026-01-10', cashAccount }
    expect((await refusalOf(book.api.loans.disburse(disbursing))).code).toBe('NEEDS_APPROVAL')
    const own = { requestId: requestId(), loanId, date: '2026-01-08', approvedBy: ' anggota 0001' }
    expect(await refusalOf(book.api.loans.approve(own))).toMatchObject({ data: { reason: 'approver_is_borrower' } })
  })

  test('twice approved, twice paid out', async () => {
    const loanId = await running()
    const again = { requestId: requestId(), loanId, date: '2026-01-10' }
    expect((await refusalOf(book.api.loans.approve({ ...again, approvedBy: 'Sri' }))).code).toBe('ALREADY_DONE')
    const disbursing = { requestId: requestId(), loanId, date: '2026-01-10', cashAccount }
    expect((await refusalOf(book.api.loans.disburse(disbursing))).code).toBe('ALREADY_DONE')
    expect(await balanceOf(book, '13101')).toBe(rupiah(12_000_000))
  })

  test('a payment before the payout, above the debt, or on a settled loan', async () => {
    const loanId = await approved()
    expect(await refusalOf(pay(loanId, '2026-02-10', 100))).toMatchObject({ data: { reason: 'loan_not_disbursed' } })
    await book.api.loans.disburse({ requestId: requestId(), loanId, date: '2026-01-10', cashAccount })
    const above = await refusalOf(pay(loanId, '2026-02-10', rupiah(12_180_000) + 1))
    expect(above).toMatchObject({ data: { reason: 'payment_above_debt', available: rupiah(12_180_000) } })
    expect(await refusalOf(pay(loanId, '2026-01-09', 100))).toMatchObject({ data: { reason: 'date_before_loan' } })
    await pay(loanId, '2026-02-10', rupiah(12_180_000))
    expect(await refusalOf(pay(loanId, '2026-02-11', 100))).toMatchObject({ data: { reason: 'loan_settled' } })
    expect(await refusalOf(payOff(loanId, '2026-02-11'))).toMatchObject({ data: { reason: 'loan_settled' } })
  })

  test('more than there is cash for, into a locked month, for nobody, of no product, for no schedule', async () => {
    const loanId = await approved({ principal: rupiah(100_000_001) })
    const disbursing = { requestId: requestId(), loanId, date: '2026-01-10', cashAccount }
    expect((await refusalOf(book.api.loans.disburse(disbursing))).code).toBe('CASH_BELOW_ZERO')
    const small = await running()
    await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-02' })
    expect((await refusalOf(pay(small, '2026-02-10', 100))).code).toBe('PERIOD_CLOSED')
    expect((await refusalOf(applied({ memberId: 'nobody' }))).code).toBe('NOT_FOUND')
    expect((await refusalOf(applied({ product: 'none' }))).code).toBe('NOT_FOUND')
    expect((await refusalOf(applied({ principal: 500 }))).code).toBe('INVALID_INPUT')
    expect((await refusalOf(book.api.loans.card({ loanId: 'none' }))).code).toBe('NOT_FOUND')
  })

  test('by a hand-written entry: owed before it was approved, below nothing, or by somebody else', async () => {
    const waiting = await applied()
    const byHand = (date: string, loanId: string, change: { debit: number } | { credit: number }, who = memberId) => {
      const owed = { account: '13101', memberId: who, loanId, ...change }
      const cash = {
        account: cashAccount,
        ...('debit' in change ? { credit: change.debit } : { debit: change.credit }),
      }
      const lines = [owed, cash]
      return book.api.journal.post({ requestId: requestId(), date, description: 'Catatan', lines })
    }
    expect((await refusalOf(byHand('2026-01-10', waiting, { debit: 100 }))).code).toBe('NEEDS_APPROVAL')
    const loanId = await running()
    const outOfBounds = { code: 'NOT_ALLOWED', data: { reason: 'loan_out_of_bounds' } }
    expect(await refusalOf(byHand('2026-02-10', loanId, { credit: rupiah(12_000_000) + 1 }))).toMatchObject(outOfBounds)
    expect(await refusalOf(byHand('2026-02-10', loanId, { debit: 1 }))).toMatchObject(outOfBounds)
    expect(await refusalOf(byHand('2026-01-09', loanId, { credit: 1 }))).toMatchObject(outOfBounds)
    const other = await addMember(book, '0002')
    const foreign = await refusalOf(byHand('2026-02-10', loanId, { credit: 100 }, other))
    expect(foreign).toMatchObject({ data: { reason: 'loan_not_its_own' } })
    expect(await byHand('2026-02-10', loanId, { credit: rupiah(12_000_000) })).toMatchObject({ date: '2026-02-10' })
  })

  test('a payment dated before what settled the loan', async () => {
    const loanId = await running()
    const settled = await payOff(loanId, '2026-02-10')
    const undo = { requestId: requestId(), entryId: settled.entryId, date: '2026-03-20', reason: 'Salah catat' }
    await book.api.journal.reverse(undo)
    expect(await refusalOf(payOff(loanId, '2026-02-20'))).toMatchObject({ data: { reason: 'loan_out_of_bounds' } })
    expect(await payOff(loanId, '2026-03-20')).toMatchObject({ outstanding: 0 })
    expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
  })

  test('the same request pays once', async () => {
    const loanId = await running()
    const request = { requestId: requestId(), loanId, date: '2026-02-10', amount: rupiah(1_180_000), cashAccount }
    const [first, second] = [await book.api.loans.pay(request), await book.api.loans.pay(request)]
    expect(second).toEqual(first)
    expect((await book.api.loans.card({ loanId })).outstanding).toBe(rupiah(11_000_000))
  })
})

test('no other program adds to a schedule after its payout, and one that was changed is found', async () => {
  const loanId = await running()
  const { database } = book.desk.app().file
  const later = `INSERT INTO loan_instalment SELECT entry_id, 13, loan_id, due_on, 0, interest FROM loan_instalment LIMIT 1`
  expect(() => database.exec(later)).toThrow(/before its payout/)
  expect(() => database.exec('UPDATE loan_instalment SET interest = 0')).toThrow(/never changed/)
  database.exec('DROP TRIGGER loan_instalment_no_update; UPDATE loan_instalment SET principal = 1 WHERE n = 3')
  const { problems } = await book.api.ledger.verify()
  const { number } = (await book.api.loans.card({ loanId })).loan
  expect(problems.map(({ detail }) => detail)).toContain(`the schedule of loan ${number} does not add up to its payout`)
})

describe('reversal', () => {
  test('goes from the newest on, names what goes first, and restores the card exactly', async () => {
    const loanId = await running()
    const before = await book.api.loans.card({ loanId })
    const first = await pay(loanId, '2026-02-10', rupiah(1_180_000))
    const second = await pay(loanId, '2026-03-10', rupiah(500_000))
    const undo = (entryId: string) =>
      book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-03-31', reason: 'Salah catat' })
    expect(await refusalOf(undo(first.entryId))).toMatchObject({ data: { voucher: second.voucher } })
    await undo(second.entryId)
    await undo(first.entryId)
    const after = await book.api.loans.card({ loanId })
    expect([after.schedule, after.loan]).toEqual([before.schedule, before.loan])
    expect(after.rows.at(-1)?.balance).toBe(rupiah(12_000_000))
  })

  test('of the payout makes the loan one that was only approved, to be paid out anew', async () => {
    const loanId = await running()
    const { rows } = await book.api.loans.card({ loanId })
    const entryId = rows[0]?.entryId ?? ''
    await book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-01-11', reason: 'Batal' })
    expect((await book.api.loans.card({ loanId })).loan.state).toBe('approved')
    await book.api.loans.disburse({ requestId: requestId(), loanId, date: '2026-02-01', cashAccount })
    const { loan, schedule } = await book.api.loans.card({ loanId })
    expect([loan.disbursedOn, schedule[0]?.dueOn, schedule.length]).toEqual(['2026-02-01', '2026-03-01', 12])
  })
})

test('loans are listed by their numbers, a page at a time, by member and by state', async () => {
  const [first, second] = [await running(), await applied()]
  const page = await book.api.loans.list({ limit: 1 })
  expect([page.rows.map(({ loanId }) => loanId), page.nextCursor]).toEqual([[first], first])
  expect((await book.api.loans.list({ limit: 1, cursor: first })).rows.map(({ loanId }) => loanId)).toEqual([second])
  expect((await book.api.loans.list({ state: 'disbursed', memberId })).totals.outstanding).toBe(rupiah(12_000_000))
})

test('however loans are paid, cards add up to the account, and what settles is what was quoted', async () => {
  const loans = await Promise.all(['flat', 'declining', 'annuity'].map((product) => running({ product })))
  const acts = fc.sample(
    fc.record({
      loan: fc.constantFrom(...loans),
      days: fc.integer({ min: 0, max: 300 }),
      amount: fc.integer({ min: 1, max: rupiah(1_500_000) }),
      isPayOff: fc.integer({ min: 0, max: 29 }).map((place) => place === 0),
    }),
    { numRuns: 60, seed: 2026 },
  )
  let taken = 0
  for (const { loan, days, amount, isPayOff } of acts) {
    const date = addDays('2026-01-10', days)
    const { outstanding } = await book.api.loans.card({ loanId: loan })
    if (outstanding === 0) continue
    const quote = await book.api.loans.payoffQuote({ loanId: loan, date })
    if (!isPayOff && amount > quote.total) continue
    const paid = await (isPayOff ? payOff(loan, date) : pay(loan, date, amount)).catch((error) => {
      expect(error).toMatchObject({ data: { reason: 'loan_out_of_bounds' } })
    })
    if (!paid) continue
    taken += 1
    expect(paid.principal + paid.interest).toBe(isPayOff ? quote.total : amount)
    expect(paid.outstanding).toBe(outstanding - paid.principal)
  }
  expect(taken).toBeGreaterThan(20)
  const owed = (await book.api.loans.list({})).totals.outstanding
  expect(owed).toBe(await balanceOf(book, '13101'))
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
})
