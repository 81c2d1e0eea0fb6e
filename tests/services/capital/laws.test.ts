import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTestBook, requestId, type TestBook } from '../../support/book.ts'

/** Whatever becomes of a borrowing: what was received is what was paid back and what is still owed. */

const step = fc.record({
  what: fc.constantFrom('pay', 'pay', 'split', 'interest', 'undo', 'takeBack'),
  rupiah: fc.integer({ min: 1, max: 9_000_000 }),
  day: fc.integer({ min: 1, max: 28 }),
})
interface Step {
  readonly what: string
  readonly rupiah: number
  readonly day: number
}

const terms = fc.record({
  method: fc.constantFrom('flat' as const, 'declining' as const, 'annuity' as const, 'bullet' as const),
  months: fc.constantFrom(6, 12, 24),
  everyMonths: fc.constantFrom(1, 3),
  gracePrincipalMonths: fc.constantFrom(0, 3),
  roundTo: fc.constantFrom(100, 1_000_00),
  kind: fc.constantFrom('27101' as const, '27103' as const, '27106' as const),
})

interface Paid {
  readonly principal: number
  readonly interest: number
  readonly entryId: string
}

/** What stands of all that was tried; the lending itself is taken back only after everything else. */
interface Life {
  readonly borrowingId: string
  readonly entryId: string
  readonly paid: Paid[]
  isLent: boolean
}

async function take({ api: { capital, journal } }: TestBook, life: Life, { what, rupiah, day }: Step): Promise<void> {
  const date = `2026-03-${String(day).padStart(2, '0')}`
  const reverse = (entryId: string) =>
    journal.reverse({ requestId: requestId(), entryId, date: '2026-03-28', reason: 'Salah' })
  if (what === 'takeBack') {
    await reverse(life.entryId)
    life.isLent = false
    return
  }
  if (what === 'undo') {
    const which = rupiah % Math.max(1, life.paid.length)
    const last = life.paid[which]
    if (!last) return
    await reverse(last.entryId)
    life.paid.splice(which, 1)
    return
  }
  const sen = rupiah * 100
  const parts = {
    pay: { amount: sen },
    split: { principal: sen, interest: Math.floor(sen / 10) },
    interest: { principal: 0, interest: sen },
  }[what]
  const { borrowingId } = life
  life.paid.push(await capital.repay({ requestId: requestId(), date, borrowingId, cashAccount: '11201', ...parts }))
}

async function expectControlled(book: TestBook, life: Life, principal: number): Promise<void> {
  const sum = (part: 'principal' | 'interest') => life.paid.reduce((total, paid) => total + paid[part], 0)
  const asOf = '2026-12-31'
  const { borrowingId } = life
  const card = await book.api.capital.borrowing({ borrowingId, asOf })
  expect(card.owed + sum('principal')).toBe(life.isLent ? principal : 0)
  expect(card.interestPaid).toBe(sum('interest'))
  const moved = (part: 'received' | 'principal' | 'interest') => card.rows.reduce((total, row) => total + row[part], 0)
  expect(moved('received') - moved('principal')).toBe(card.owed)
  expect(moved('interest')).toBe(sum('interest'))
  expect(card.rows.at(-1)?.owed).toBe(card.owed)
  expect(card.currentPart).toBeGreaterThanOrEqual(0)
  expect(card.currentPart).toBeLessThanOrEqual(card.owed)
  const { rows } = await book.api.ledger.trialBalance({ asOf })
  const on = (codes: readonly string[]) =>
    rows.filter(({ code }) => codes.includes(code)).reduce((total, { debit, credit }) => total + debit - credit, 0)
  expect(on(['27101', '27103', '27106'])).toBe(0 - card.owed)
  expect(on(['51203', '51206'])).toBe(sum('interest'))
}

test('what was received is what was paid back and what is still owed, whatever was paid and taken back', async () => {
  const done = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(terms, fc.array(step, { minLength: 4, maxLength: 14 }), async (agreed, steps) => {
      const book = await openTestBook()
      try {
        const principal = 24_000_000_00
        const head = { requestId: requestId(), date: '2026-03-01', lender: 'Bank', principal, ratePctPerYear: '12' }
        const { borrowingId, entryId } = await book.api.capital.borrow({ ...head, ...agreed, cashAccount: '11201' })
        const life: Life = { borrowingId, entryId, paid: [], isLent: true }
        for (const one of steps) {
          try {
            await take(book, life, one)
            done.set(one.what, (done.get(one.what) ?? 0) + 1)
          } catch (error) {
            expect(['NOT_ALLOWED', 'INVALID_INPUT', 'ALREADY_REVERSED']).toContain((error as { code: string }).code)
          }
        }
        await expectControlled(book, life, principal)
        expect((await book.api.ledger.verify()).problems).toEqual([])
        expect(book.bugs).toEqual([])
      } finally {
        await book.close()
      }
    }),
    { numRuns: 12 },
  )
  for (const what of ['pay', 'split', 'interest', 'undo']) expect(done.get(what) ?? 0, what).toBeGreaterThan(0)
}, 240_000)
