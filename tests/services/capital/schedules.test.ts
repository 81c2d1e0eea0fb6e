import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

const plan = {
  ...{ principal: 24_000_000_00, ratePctPerYear: '6', method: 'declining' as const, months: 24, date: '2026-01-15' },
}
type Plan = Parameters<TestBook['api']['capital']['previewBorrowing']>[0]
const preview = (terms: Partial<Plan> = {}) => book.api.capital.previewBorrowing({ ...plan, ...terms })
const shown = (rows: readonly { dueOn: string; principal: number; interest: number }[]) =>
  rows.map(({ dueOn, principal, interest }) => [dueOn, principal / 100, interest / 100])

test('what is shown before saving is what is kept, and costs what it says', async () => {
  const asked = await preview()
  expect(asked.totals).toEqual({ principal: 24_000_000_00, interest: 1_500_000_00, payment: 25_500_000_00 })
  expect(Number(asked.effectivePctPerMonth)).toBeCloseTo(0.5, 3)
  const lender = { lender: 'LPDB', kind: '27102' as const, cashAccount: '11201' }
  const kept = await book.api.capital.borrow({ requestId: requestId(), ...plan, ...lender })
  expect(shown(asked.schedule)).toEqual(shown(kept.schedule))
  expect((await book.api.capital.borrowing({ borrowingId: kept.borrowingId })).schedule).toEqual(kept.schedule)
})

test('every three months, with half a year of interest alone, and rounded as the bank rounds', async () => {
  const terms = { months: 12, everyMonths: 3, gracePrincipalMonths: 6 }
  expect(shown((await preview(terms)).schedule)).toEqual([
    ['2026-04-15', 0, 360_000],
    ['2026-07-15', 0, 360_000],
    ['2026-10-15', 12_000_000, 360_000],
    ['2027-01-15', 12_000_000, 180_000],
  ])
  const rounded = await preview({ principal: 10_000_000_00, months: 3, method: 'flat', roundTo: 1_000_00 })
  expect(shown(rounded.schedule)).toEqual([
    ['2026-02-15', 3_333_000, 50_000],
    ['2026-03-15', 3_333_000, 50_000],
    ['2026-04-15', 3_334_000, 50_000],
  ])
})

test('months in which nothing is paid leave their interest to the first payment after, which is found by the next due', async () => {
  const lender = { lender: 'LPDB', kind: '27102' as const, cashAccount: '11201' }
  const terms = { ...plan, ...lender, months: 6, graceAllMonths: 3 }
  const { borrowingId } = await book.api.capital.borrow({ requestId: requestId(), ...terms })
  const { nextDue } = await book.api.capital.borrowing({ borrowingId })
  expect(nextDue).toEqual({ n: 4, dueOn: '2026-05-15', principal: 8_000_000_00, interest: 480_000_00 })
})

test('what gives no schedule is refused beside its field, before saving and when saved', async () => {
  const wrong: [Partial<Plan>, string, string][] = [
    [{ months: 5, everyMonths: 3 }, 'months', 'not_divisible'],
    [{ gracePrincipalMonths: 24 }, 'gracePrincipalMonths', 'grace_too_long'],
    [{ graceAllMonths: 24 }, 'graceAllMonths', 'grace_too_long'],
    [{ principal: 5_00, roundTo: 1_00 }, 'principal', 'principal_too_small'],
    [{ firstDueOn: '2026-01-15' }, 'firstDueOn', 'first_due_too_early'],
    [{ everyMonths: 0 }, 'everyMonths', 'too_small'],
    [{ roundTo: 0 }, 'roundTo', 'amount_not_positive'],
    [{ ratePctPerYear: '-1' }, 'ratePctPerYear', 'not_a_rate'],
  ]
  for (const [terms, path, message] of wrong) {
    const issues = [{ path: [path], message }]
    expect(await refusalOf(preview(terms)), path).toMatchObject({ code: 'INVALID_INPUT', data: { issues } })
    const lender = { requestId: requestId(), lender: 'LPDB', kind: '27102' as const, cashAccount: '11201' }
    const saved = book.api.capital.borrow({ ...plan, ...lender, ...terms })
    expect(await refusalOf(saved), path).toMatchObject({ code: 'INVALID_INPUT', data: { issues } })
  }
  expect((await book.api.capital.borrowings()).rows).toEqual([])
})
