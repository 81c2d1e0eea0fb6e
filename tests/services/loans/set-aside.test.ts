import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays, lastDayOfMonth } from '../../../shared/calendar.ts'
import { runs } from '../../support/any-loan.ts'
import { refusalOf, requestId } from '../../support/book.ts'
import { balanceOf, linesOf } from '../../support/counter.ts'
import { type LendingBook, openLendingBook, rupiah } from '../../support/lending.ts'
import { expectedRefusal } from '../../support/loan-life.ts'
import { daysBelowZero } from '../../support/set-aside.ts'

/** What is set aside for loans is never less than nothing, in whatever order months end and loans are given up. */

let book: LendingBook
beforeEach(async () => {
  book = await openLendingBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  expect(daysBelowZero(book)).toEqual([])
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true, problems: [] })
  await book.close()
})

const setAside = async (asOf: string) => 0 - (await balanceOf(book, '13901', asOf))
const accrue = (month: string, id = requestId()) => book.api.loans.accrueAllowance({ requestId: id, month })
const writeOff = (loanId: string, date: string) =>
  book.api.loans.writeOff({
    ...{ requestId: requestId(), loanId, date },
    decision: { number: 'RAT/03/2026', on: date, by: 'rat' },
  })

/** Own capital, of which related parties may be lent a tenth. */
async function ownCapital(of: LendingBook): Promise<void> {
  const lines = [{ account: '34101', amount: rupiah(100_000_000) }]
  const brought = { date: '2026-01-02', cashAccount: '11101', description: 'Cadangan', lines }
  await of.api.cash.receive({ requestId: requestId(), ...brought })
}

async function byHand(date: string, amount: number) {
  const expense = amount > 0 ? { debit: amount } : { credit: -amount }
  const allowance = amount > 0 ? { credit: amount } : { debit: -amount }
  const lines = [
    { account: '52301', ...expense },
    { account: '13901', ...allowance },
  ]
  return book.api.journal.post({ requestId: requestId(), date, description: 'Penyisihan', lines })
}

describe('a write-off', () => {
  test('before any month is done sets all of it aside first', async () => {
    const { entryId, ...lost } = await writeOff(await book.running(), '2026-03-20')
    expect(lost).toMatchObject({ fromAllowance: 0, setAside: rupiah(12_000_000) })
    expect((await linesOf(book, entryId)).slice(0, 2)).toEqual([
      ['52301', rupiah(12_000_000), 0],
      ['13901', 0, rupiah(12_000_000)],
    ])
    expect(await accrue('2026-03')).toMatchObject({ before: 0, change: 0, allowance: 0 })
  })

  test('dated back before months that gave back and set aside again takes no more than the least of those days', async () => {
    const [late, lost] = [await book.running(), await book.running()]
    await byHand('2026-04-30', rupiah(9_000_000))
    await byHand('2026-05-31', -rupiah(8_000_000))
    await byHand('2026-08-31', rupiah(9_000_000))
    expect(await writeOff(lost, '2026-05-15')).toMatchObject({
      fromAllowance: rupiah(1_000_000),
      setAside: rupiah(11_000_000),
    })
    expect([await setAside('2026-05-15'), await setAside('2026-05-31')]).toEqual([rupiah(8_000_000), 0])
    await book.pay(late, '2026-09-01', rupiah(1_180_000))
  })

  test('before the end of a month is done holds back what it was borne by, until the month after it', async () => {
    const [lost, other] = [await book.running({ principal: rupiah(3_000_000) }), await book.running()]
    await byHand('2026-01-31', rupiah(5_000_000))
    expect(await writeOff(lost, '2026-03-05')).toMatchObject({ fromAllowance: rupiah(3_000_000) })
    const shown = (await book.api.loans.monthEnd({ month: '2026-02' })).allowance
    const held = { before: rupiah(5_000_000), change: -rupiah(2_000_000), heldBack: rupiah(2_925_000) }
    expect(shown).toMatchObject({ needed: rupiah(75_000), ...held })
    expect(await accrue('2026-02')).toMatchObject({ allowance: rupiah(75_000), ...held })
    expect((await book.api.loans.monthEnd({ month: '2026-02' })).allowance).toMatchObject({ change: 0, heldBack: 0 })
    expect([await setAside('2026-02-28'), await setAside('2026-03-05')]).toEqual([rupiah(3_000_000), 0])
    await book.pay(other, '2026-03-06', rupiah(1_180_000))
    expect(await accrue('2026-03')).toMatchObject({ before: 0, change: rupiah(55_000), heldBack: 0 })
  })

  test('of a related party or of a restructured loan is borne by the same allowance', async () => {
    await ownCapital(book)
    const related = await book.running({ relatedParty: true, principal: rupiah(1_000_000) })
    const { loanId } = await book.api.loans.restructure({
      ...{ requestId: requestId(), loanId: await book.running(), date: '2026-03-01', months: 24 },
      ...{ reason: 'Panen gagal', approvedBy: 'Sri Wahyuni', capitaliseInterest: false },
    })
    await byHand('2026-03-31', rupiah(1_500_000))
    expect(await writeOff(related, '2026-04-02')).toMatchObject({ setAside: 0 })
    expect(await writeOff(loanId, '2026-04-01')).toMatchObject({ fromAllowance: rupiah(500_000) })
  })

  test('is borne by what its own unit set aside', async () => {
    await byHand('2026-03-31', rupiah(1_500_000))
    book.desk.app().file.database.exec("UPDATE loan_product SET unit = 'usp' WHERE id = 'flat'")
    expect(await writeOff(await book.running(), '2026-04-02')).toMatchObject({ fromAllowance: 0 })
  })
})

describe('what would leave less than nothing is refused', () => {
  test('a month end that a write-off was borne by is taken back after it alone', async () => {
    const lost = await book.running()
    const undoes = requestId()
    await accrue('2026-06', undoes)
    const { voucher, entryId } = await writeOff(lost, '2026-07-01')
    const undo = () =>
      book.api.requests.undo({ requestId: requestId(), undoes, date: '2026-06-30', reason: 'Dihitung ulang' })
    const before = await setAside('2026-06-30')
    expect(await refusalOf(undo())).toMatchObject({ code: 'NOT_ALLOWED', data: { reason: 'reverse_first', voucher } })
    expect(await setAside('2026-06-30')).toBe(before)
    await book.undo(entryId, '2026-07-01')
    await undo()
    expect([await setAside('2026-06-30'), await setAside('2026-12-31')]).toEqual([0, 0])
  })

  test('an entry by hand, also one dated back that only a later day cannot bear', async () => {
    expect(await refusalOf(byHand('2026-01-20', -100))).toMatchObject({
      data: { reason: 'allowance_below_zero', day: '2026-01-20', available: 0 },
    })
    await byHand('2026-01-31', 500)
    await byHand('2026-03-31', -400)
    expect(await refusalOf(byHand('2026-02-15', -101))).toMatchObject({
      data: { reason: 'allowance_below_zero', day: '2026-03-31', available: 100 },
    })
    await byHand('2026-02-15', -100)
  })
})

const anyAct = fc.record({
  does: fc.constantFrom(
    ...(['writeOff', 'writeOff', 'month', 'month', 'month', 'pay', 'hand', 'restructure'] as const),
    ...(['undoMonth', 'undoMonth', 'undoWriteOff'] as const),
  ),
  which: fc.nat(4),
  day: fc.integer({ min: 20, max: 340 }),
  amount: fc.integer({ min: -6_000_000_00, max: 6_000_000_00 }),
})
type Act = typeof anyAct extends fc.Arbitrary<infer Value> ? Value : never

/** What can be taken back: requests of month ends, entries of write-offs. */
interface Done {
  readonly months: { readonly undoes: string; readonly date: string }[]
  readonly lost: { readonly entryId: string; readonly date: string }[]
}

async function acted({ does, which, day, amount }: Act, loans: string[], done: Done): Promise<unknown> {
  const date = addDays('2026-01-10', day)
  const loanId = loans[which % loans.length] ?? ''
  const on = { requestId: requestId(), date, reason: 'Salah catat' }
  switch (does) {
    case 'writeOff': {
      const { entryId } = await writeOff(loanId, date)
      return done.lost.push({ entryId, date })
    }
    case 'month': {
      await accrue(date.slice(0, 7), on.requestId)
      return done.months.push({ undoes: on.requestId, date: lastDayOfMonth(date.slice(0, 7)) })
    }
    case 'pay':
      return book.pay(loanId, date, Math.abs(amount) + 1)
    case 'hand':
      return byHand(date, amount === 0 ? 1 : amount)
    case 'restructure': {
      const agreed = { months: 24, approvedBy: 'Sri Wahyuni', capitaliseInterest: true }
      loans.push((await book.api.loans.restructure({ ...on, loanId, ...agreed })).loanId)
      return undefined
    }
    case 'undoMonth': {
      const month = done.months[which % done.months.length]
      return month && book.api.requests.undo({ ...on, ...month })
    }
    case 'undoWriteOff': {
      const lost = done.lost[which % done.lost.length]
      return lost && book.api.journal.reverse({ ...on, ...lost })
    }
  }
}

test('no order of month ends, write-offs, payments and what takes them back ever leaves less than nothing', async () => {
  const times = new Map<Act['does'], number>()
  const property = fc.asyncProperty(fc.array(anyAct, { minLength: 8, maxLength: 20 }), async (acts) => {
    const own = await openLendingBook()
    const former = book
    book = own
    try {
      await ownCapital(own)
      const loans = [await own.running(), await own.running({ principal: rupiah(2_000_000), relatedParty: true })]
      own.desk.app().file.database.exec("UPDATE loan_product SET unit = 'usp' WHERE id = 'annuity'")
      loans.push(await own.running({ product: 'annuity', principal: rupiah(5_000_000) }), await own.running())
      const done: Done = { months: [], lost: [] }
      for (const act of acts) {
        const answer = await acted(act, loans, done).catch((error: unknown) => void expectedRefusal(error))
        if (answer !== undefined) times.set(act.does, (times.get(act.does) ?? 0) + 1)
        expect(daysBelowZero(own)).toEqual([])
      }
      expect(await own.api.ledger.verify()).toMatchObject({ ok: true, problems: [] })
      expect(own.bugs).toEqual([])
    } finally {
      book = former
      await own.close()
    }
  })
  await fc.assert(property, { numRuns: runs(20), endOnFailure: true })
  // A law that was asked of nothing is kept by everything.
  for (const does of ['writeOff', 'month', 'hand', 'undoMonth', 'undoWriteOff'] as const) {
    expect([does, (times.get(does) ?? 0) >= Math.floor(runs(20) / 10)]).toEqual([does, true])
  }
}, 300_000)
