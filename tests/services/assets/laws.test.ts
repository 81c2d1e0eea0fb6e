import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonthsToMonth, lastDayOfMonth } from '../../../shared/calendar.ts'
import type { Answers } from '../../../shared/contract/index.ts'
import { openTestBook, requestId, type TestBook } from '../../support/book.ts'
import { putCash } from '../../support/counter.ts'

/** Whatever becomes of equipment: the register is worth what the accounts say, and nothing falls below its residual value. */

const amount = fc.integer({ min: 1, max: 90_000_000_00 })
const monthsMax = 9
const terms = fc
  .record({
    account: fc.constantFrom('18102', '18103', '18104', '18105', '19101'),
    cost: amount,
    part: fc.integer({ min: 0, max: 100 }),
    months: fc.integer({ min: 1, max: monthsMax }),
    rate: fc.constantFrom(undefined, '12.5', '50', '400'),
  })
  .map(({ part, rate, cost, ...rest }) => ({
    ...{ ...rest, cost, residual: Math.floor((cost / 100) * part), name: 'Mesin', grant: true as const },
    ...(rate !== undefined && { method: 'declining' as const, ratePctPerYear: rate }),
  }))
const step = fc.oneof(
  fc.record({ what: fc.constant('acquire' as const), terms }),
  { weight: 3, arbitrary: fc.record({ what: fc.constant('depreciate' as const) }) },
  fc.record({ what: fc.constant('dispose' as const), which: fc.nat(), price: fc.oneof(fc.constant(0), amount) }),
  { weight: 2, arbitrary: fc.record({ what: fc.constant('reverse' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer Of> ? Of : never
type Register = Answers['assets']['register']

interface Life {
  readonly book: TestBook
  readonly residuals: Map<string, number>
  /** What was posted and stands, with the register as it was before it. */
  readonly done: { readonly entryId: string; readonly before: Register; readonly month: string }[]
  month: string
}

const far = '2099-12-31'
const register = ({ api }: TestBook) => api.assets.register({ asOf: far })

/** One step of a life: the month goes on with its depreciation; answers the entry, if one was posted. */
async function take(life: Life, one: Step): Promise<string | undefined> {
  const { book, month, residuals } = life
  const { assets } = book.api
  const head = { requestId: requestId(), date: lastDayOfMonth(month) }
  if (one.what === 'acquire') {
    const { assetId, entryId } = await assets.acquire({ ...head, date: `${month}-10`, ...one.terms })
    residuals.set(assetId, one.terms.residual)
    return entryId
  }
  if (one.what === 'depreciate') {
    const { entryId } = await assets.depreciate({ requestId: requestId(), month })
    life.month = addMonthsToMonth(month, 1)
    return entryId
  }
  if (one.what !== 'dispose') return undefined
  const { rows } = await register(book)
  const asset = rows[one.which % Math.max(1, rows.length)]
  if (!asset) return undefined
  const sold = one.price > 0 ? { price: one.price, cashAccount: '11101' } : {}
  const { entryId, gain, bookValue } = await assets.dispose({
    ...{ ...head, assetId: asset.assetId, reason: 'Diganti', ...sold },
  })
  expect([bookValue, gain]).toEqual([asset.bookValue, one.price - asset.bookValue])
  return entryId
}

/** Takes the newest entry back: everything stands as it did before it. */
async function takeBack(life: Life): Promise<void> {
  const last = life.done.pop()
  if (!last) return
  const reversal = { requestId: requestId(), entryId: last.entryId, date: lastDayOfMonth(last.month), reason: 'Salah' }
  await life.book.api.journal.reverse(reversal)
  expect(await register(life.book)).toEqual(last.before)
  life.month = last.month
}

/** What is written off lies on 189xx; software is written off where it stands. */
async function requireLaws({ book, residuals }: Life): Promise<void> {
  const { rows, totals } = await register(book)
  for (const { assetId, cost, accumulated, bookValue } of rows) {
    expect(bookValue).toBe(cost - accumulated)
    expect(bookValue).toBeGreaterThanOrEqual(residuals.get(assetId) ?? 0)
  }
  const { rows: balances } = await book.api.ledger.trialBalance({ asOf: far })
  const on = (codes: RegExp) =>
    balances.reduce((sum, { code, debit, credit }) => sum + (codes.test(code) ? debit - credit : 0), 0)
  expect(on(/^(181|189|191)/)).toBe(totals.bookValue)
  const kept = rows.filter(({ account }) => account !== '19101')
  expect(kept.reduce((sum, { cost }) => sum + cost, 0)).toBe(on(/^181/))
  expect(kept.reduce((sum, { accumulated }) => sum + accumulated, 0)).toBe(0 - on(/^189/))
  const [gains, lost, given, brought] = [on(/^48103|^58101/), on(/^52501/), 0 - on(/^33201/), on(/^11101/) - 1_00]
  expect(totals.bookValue + lost + gains + brought).toBe(given)
}

/** Months go by until nothing is left to lose: everything stands at its residual value exactly. */
async function liveOut(life: Life): Promise<void> {
  for (let index = 0; index < monthsMax; index += 1) {
    try {
      await life.book.api.assets.depreciate({ requestId: requestId(), month: life.month })
    } catch (error) {
      expect((error as { data: object }).data).toMatchObject({ reason: 'nothing_to_depreciate' })
    }
    life.month = addMonthsToMonth(life.month, 1)
  }
  const { rows } = await register(life.book)
  expect(rows.map(({ bookValue }) => bookValue)).toEqual(rows.map(({ assetId }) => life.residuals.get(assetId)))
}

test('the register is worth what the accounts say, never below what is left at the end, and what is taken back is undone', async () => {
  let posted = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 18 }), async (steps) => {
      const book = await openTestBook()
      try {
        await putCash(book, 1_00, '2024-12-02')
        const life: Life = { book, residuals: new Map(), done: [], month: '2025-01' }
        for (const one of steps) {
          const [before, month] = [await register(book), life.month]
          try {
            const entryId = one.what === 'reverse' ? await takeBack(life) : await take(life, one)
            if (entryId !== undefined) life.done.push({ entryId, before, month })
            if (entryId !== undefined) posted += 1
          } catch (error) {
            if ((error as { code?: string }).code !== 'NOT_ALLOWED') throw error
            expect(await register(book)).toEqual(before)
          }
          await requireLaws(life)
        }
        await liveOut(life)
        await requireLaws(life)
        expect((await book.api.ledger.verify()).problems).toEqual([])
        expect(book.bugs).toEqual([])
      } finally {
        await book.close()
      }
    }),
    { numRuns: 12, endOnFailure: true },
  )
  expect(posted).toBeGreaterThan(20)
}, 240_000)
