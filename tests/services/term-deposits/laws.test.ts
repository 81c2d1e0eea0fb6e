import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonthsToMonth, monthOf } from '../../../shared/calendar.ts'
import { openTestBook, requestId, type TestBook } from '../../support/book.ts'
import { addMembers, balanceOf } from '../../support/counter.ts'

/** Laws of term deposits, over random placings, month ends, payouts, renewals and things taken back. */

const placing = fc.record({
  member: fc.nat({ max: 2 }),
  day: fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-01-01', days)),
  amount: fc.integer({ min: 1_000, max: 60_000_000 }).map((rupiah) => rupiah * 100),
  months: fc.integer({ min: 1, max: 6 }),
  ratePctPerYear: fc.constantFrom('0', '3.5', '6', '12'),
  rollover: fc.constantFrom('none', 'principal', 'principal_and_interest'),
  paysTo: fc.boolean(),
  end: fc.constantFrom('close', 'early', 'roll', 'leave', 'undo'),
})

const life = fc.record({
  early: fc.constantFrom('forfeit_interest', 'penalty_pct'),
  dayBasis: fc.constantFrom('twelfths', '365', 'actual'),
  placings: fc.array(placing, { minLength: 1, maxLength: 4 }),
  months: fc.integer({ min: 0, max: 9 }),
})
type Life = typeof life extends fc.Arbitrary<infer Value> ? Value : never
type Placed = Life['placings'][number] & { savingsAccountId: string; requestId: string; maturesOn: string }

async function openBook({ early, dayBasis }: Life): Promise<TestBook> {
  const book = await openTestBook({ today: '2027-01-31' })
  const cash = { requestId: requestId(), date: '2026-01-01', cashAccount: '11101', description: 'Modal' }
  await book.api.cash.receive({ ...cash, lines: [{ account: '48106', amount: 1_000_000_000_00 }] })
  const rule = early === 'penalty_pct' ? { earlyPct: '1' } : {}
  await book.api.savings.updateProduct({ product: 'berjangka', earlyWithdrawal: early, ...rule })
  const tiers = [{ from: 0, ratePctPerYear: '6' }]
  for (const product of ['berjangka', 'sukarela'])
    await book.api.savings.setInterest({ product, fromMonth: '2026-01', dayBasis, tiers })
  return book
}

async function live(book: TestBook, { placings, months }: Life): Promise<void> {
  const members = await addMembers(book, 3)
  const own = await Promise.all(
    members.map((memberId) =>
      book.api.savings.open({ requestId: requestId(), memberId, product: 'sukarela', date: '2026-01-01' }),
    ),
  )
  const placed: Placed[] = []
  for (const { member, paysTo, day, end, rollover, ...agreed } of placings) {
    const id = requestId()
    const memberId = members[member] ?? ''
    const isAdded = rollover === 'principal_and_interest'
    const payInterestTo = paysTo && !isAdded ? { payInterestTo: own[member]?.savingsAccountId ?? '' } : {}
    const input = { requestId: id, memberId, product: 'berjangka', date: day, cashAccount: '11101', rollover }
    const answer = await book.api.savings.termOpen({ ...input, ...agreed, ...payInterestTo })
    placed.push({ member, paysTo, day, end, rollover, ...agreed, ...answer, requestId: id })
  }
  for (const term of placed.filter(({ end }) => end === 'early')) {
    const date = addDays(term.maturesOn, -1)
    await book.api.savings.termClose({ requestId: requestId(), ...whichOf(term), date, cashAccount: '11101' })
  }
  for (let month = 0; month < months; month += 1) {
    const asked = { requestId: requestId(), month: addMonthsToMonth('2026-01', month) }
    await book.api.savings.accrueInterest(asked).catch((error) => expect(error.data.reason).toBe('no_interest'))
  }
  for (const term of placed) await endOf(book, term)
}

const whichOf = ({ savingsAccountId }: Placed) => ({ savingsAccountId })

async function endOf(book: TestBook, term: Placed): Promise<void> {
  const asked = { requestId: requestId(), ...whichOf(term), date: term.maturesOn, cashAccount: '11101' }
  if (term.end === 'close') await book.api.savings.termClose(asked)
  if (term.end === 'roll') await book.api.savings.termRollOver({ ...asked, rollover: 'principal' })
  if (term.end !== 'undo') return
  const paid = await book.api.savings.termClose(asked)
  const undo = { requestId: requestId(), entryId: paid.entryId, date: '2027-01-05', reason: 'Belum' }
  await book.api.journal.reverse(undo)
}

test('every card adds up to its account, what is put aside to 24101, and no rupiah is lost between members and cash', async () => {
  const property = fc.asyncProperty(life, async (input) => {
    const book = await openBook(input)
    await live(book, input)
    const { rows } = await book.api.savings.list({ limit: 1_000, asOf: '2027-12-31' })
    for (const [product, account] of [
      ['berjangka', '21201'],
      ['sukarela', '21101'],
    ] as const) {
      const own = rows.filter((row) => row.product === product)
      const held = own.reduce((sum, { balance }) => sum + balance, 0)
      expect(held).toBe(0 - (await balanceOf(book, account, '2027-12-31')))
    }
    const { rows: terms, totals } = await book.api.savings.terms({ asOf: '2027-01-31' })
    expect(totals.accrued).toBe(0 - (await balanceOf(book, '24101', '2027-12-31')))
    expect(totals.amount).toBe(0 - (await balanceOf(book, '21201', '2027-12-31')))
    expect(terms.every(({ accrued, interestPaid, interestInAll }) => accrued + interestPaid <= interestInAll)).toBe(
      true,
    )
    const cash = (await balanceOf(book, '11101', '2027-12-31')) - 1_000_000_000_00
    const kept = await Promise.all(['21101', '21201', '23103', '24101', '41103', '51102', '51101'].map(at(book)))
    expect(cash + kept.reduce((sum, balance) => sum + balance, 0)).toBe(0)
    expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
    expect(book.bugs).toEqual([])
    await book.close()
  })
  await fc.assert(property, { numRuns: 12 })
})

const at = (book: TestBook) => (account: string) => balanceOf(book, account, '2027-12-31')

test('money in equals money out: principal and agreed interest, whenever month ends were run and wherever it went', async () => {
  const property = fc.asyncProperty(life, async (input) => {
    const book = await openBook(input)
    const [term] = input.placings
    if (!term) return
    await live(book, { ...input, placings: [{ ...term, end: 'leave' }] })
    const { rows } = await book.api.savings.terms({ asOf: '2027-01-31' })
    const { savingsAccountId = '', maturesOn = '', interestInAll = 0 } = rows[0] ?? {}
    const own = async () => (await book.api.savings.list({ product: 'sukarela' })).totals.balance
    const savedOf = (await balanceOf(book, '51101', '2027-12-31')) + 0
    const [before, taxed] = [await own(), 0 - (await balanceOf(book, '23103', '2027-12-31'))]
    const end = { requestId: requestId(), savingsAccountId, date: maturesOn, cashAccount: '11101' }
    const paid = await book.api.savings.termClose(end)
    const received = paid.paid + paid.toSavings + paid.tax + before + taxed - savedOf
    expect(received).toBe(term.amount + interestInAll)
    expect(await balanceOf(book, '51102', '2027-12-31')).toBe(interestInAll)
    expect(await balanceOf(book, '24101', '2027-12-31')).toBe(0)
    expect(monthOf(maturesOn) >= '2026-02').toBe(true)
    await book.close()
  })
  await fc.assert(property, { numRuns: 10 })
})
