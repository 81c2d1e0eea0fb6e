import '../../support/law-seed.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { usualBylaw } from '../../../shared/rules/surplus-bylaw.ts'
import { openTestBook, requestId, type TestBook } from '../../support/book.ts'
import { post, sharers } from '../../support/worked-year.ts'

/**
 * Whatever a cooperative lived through: its statements hold together on every day and of every unit, the surplus is
 * divided to the rupiah, and what is taken back leaves every statement as it was.
 */

const units = ['general', 'usp', 'shop'] as const
/** Where money comes from and what it goes for, and what moves none. */
const kinds = [
  ['11101', '41101'],
  ['11201', '43101'],
  ['11101', '48201'],
  ['11101', '33201'],
  ['52201', '11101'],
  ['53102', '11201'],
  ['11201', '11101'],
  ['52203', '24101'],
  ['24101', '11201'],
] as const

interface Happening {
  readonly kind: number
  readonly unit: (typeof units)[number]
  readonly month: number
  readonly day: number
  readonly sen: number
  readonly member: number
}

const happening: fc.Arbitrary<Happening> = fc.record({
  kind: fc.nat(kinds.length - 1),
  unit: fc.constantFrom(...units),
  month: fc.integer({ min: 0, max: 33 }),
  // After the first money came in, and never on the first of a year: a year begins as the one before ended.
  day: fc.integer({ min: 3, max: 28 }),
  sen: fc.oneof(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1, max: 90_000_000_00 })),
  member: fc.nat(3),
})

/** From January 2024 to October 2026. */
const monthText = (index: number) => `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
const dateOf = ({ month, day }: Pick<Happening, 'month' | 'day'>) =>
  `${monthText(month)}-${String(day).padStart(2, '0')}`
const anyDay = fc
  .record({ month: fc.integer({ min: 0, max: 33 }), day: fc.integer({ min: 1, max: 28 }) })
  .map((day) => dateOf(day))

const anySharer = fc.record({ saved: fc.nat(60_000_000), interest: fc.nat(9_000_000) })

/** A rule of the bylaws: half percents that make 100, the last of them the rest. */
const anyBylaw = fc
  .record({
    cuts: fc.array(fc.integer({ min: 1, max: 199 }), { minLength: 2, maxLength: 5 }),
    savingsBasis: fc.constantFrom('year_end' as const, 'month_ends' as const),
    nonMembers: fc.constantFrom('reserve' as const, 'divided' as const),
    roundTo: fc.constantFrom(1, 100, 50_000),
  })
  .map(({ cuts, ...rest }) => {
    const edges = [0, ...new Set(cuts.toSorted((a, b) => a - b)), 200]
    const pcts = edges.slice(1).map((edge, at) => String((edge - (edges[at] ?? 0)) / 2))
    const bases = [{ basis: 'loan_interest' as const, weight: '1' }]
    const places = [
      { key: 'capital', to: 'by_savings' as const },
      { key: 'service', to: 'by_services' as const, bases },
      { key: 'participation', to: 'by_participation' as const },
      { key: 'reserve', to: '34101' as const },
      ...(['25102', '25104'] as const).map((to) => ({ key: to, to })),
    ]
    const shares = pcts.map((pct, at) => ({ ...(places[at] ?? { key: 'capital', to: 'by_savings' as const }), pct }))
    return { ...rest, shares, savingsProducts: [...usualBylaw.savingsProducts], leavers: 'included' as const }
  })

const anyLife = fc.record({
  people: fc.array(anySharer, { minLength: 1, maxLength: 4 }),
  /** What each holder of modal penyertaan put in, sen. */
  held: fc.array(fc.integer({ min: 1, max: 90_000_000_00 }), { maxLength: 3 }),
  happenings: fc.array(happening, { minLength: 5, maxLength: 18 }),
  days: fc.tuple(anyDay, anyDay).map(([one, other]) => [one, other].toSorted()),
  bylaw: anyBylaw,
})
type Life = typeof anyLife extends fc.Arbitrary<infer Any> ? Any : never

/** So much cash that everything can be paid, sen. */
const enough = 3_000_000_000_00

async function live(book: TestBook, { people, held, happenings }: Life): Promise<void> {
  await post(book, '2024-01-02', [
    { account: '11101', debit: enough },
    { account: '11201', debit: enough },
    { account: '33201', credit: 2 * enough },
  ])
  const ids = await sharers(book, ...people)
  for (const [at, amount] of held.entries()) {
    const given = { date: '2025-03-01', contributor: `Pemilik ${at + 1}`, amount, cashAccount: '11201' }
    await book.api.capital.contribute({ requestId: requestId(), ...given })
  }
  for (const one of happenings) {
    const [to = '', from = ''] = kinds[one.kind] ?? []
    const memberId = from === '41101' ? ids[one.member % ids.length] : undefined
    await post(book, dateOf(one), [
      { account: to, debit: one.sen, unit: one.unit },
      { account: from, credit: one.sen, unit: one.unit, ...(memberId !== undefined && { memberId }) },
    ])
  }
}

const closeYear = (book: TestBook, year: number) => book.api.closing.closeYear({ requestId: requestId(), year })

/** Balance sheet, changes in equity and flow of cash of a span, of one unit or all. */
async function statementsOf({ api: { reports } }: TestBook, from: string, to: string, unit?: (typeof units)[number]) {
  const period = { from, to, unit }
  const sheet = await reports.run({ report: 'balanceSheet', params: { asOf: to, unit } })
  const equity = await reports.run({ report: 'equityChanges', params: period })
  const money = await reports.run({ report: 'cashFlow', params: period })
  const surplus = await reports.run({ report: 'surplus', params: period })
  return { sheet, equity, money, surplus }
}

const cashLine = (sheet: Awaited<ReturnType<typeof statementsOf>>['sheet']) =>
  sheet.rows.find(({ line }) => line === 'A01')?.current ?? 0

async function expectTogether(book: TestBook, [from = '', to = '']: readonly string[]): Promise<void> {
  for (const unit of [undefined, ...units]) {
    const { sheet, equity, money, surplus } = await statementsOf(book, from, to, unit)
    const { assets = 0, liabilities = 0, equity: own = 0 } = sheet.totals
    expect(assets).toBe(liabilities + own)
    expect([money.totals.closing, equity.totals.closing]).toEqual([cashLine(sheet), own])
    const { opening = 0, change = 0 } = money.totals
    expect(opening + change).toBe(money.totals.closing)
    const earned = equity.rows.filter(({ line }) => line === 'surplus').at(-1)
    expect(earned?.total).toBe(surplus.totals.surplus)
  }
}

/** What a year begins with is what the one before ended with, whether it is closed or not. */
async function expectCarried(book: TestBook): Promise<void> {
  for (const year of [2024, 2025]) {
    for (const unit of [undefined, ...units]) {
      const ended = await statementsOf(book, `${year}-01-01`, `${year}-12-31`, unit)
      const began = await statementsOf(book, `${year + 1}-01-01`, `${year + 1}-01-01`, unit)
      expect(began.sheet.totals).toEqual(ended.sheet.totals)
      expect([began.money.totals.opening, began.equity.totals.opening]).toEqual([
        ended.money.totals.closing,
        ended.equity.totals.closing,
      ])
    }
  }
}

/** What every statement reads, on a day of the treasurer's choice and over the years. */
async function read(book: TestBook, [from = '', to = '']: readonly string[]) {
  const spans = [[from, to] as const, ['2025-01-01', '2025-12-31'] as const, ['2026-01-01', '2026-11-20'] as const]
  const seen: unknown[] = []
  for (const [first, last] of spans) {
    for (const one of Object.values(await statementsOf(book, first, last))) seen.push([one.rows, one.totals])
  }
  return seen
}

test('statements hold together on any day and of any unit, before and after years are closed', async () => {
  const lives = fc.asyncProperty(anyLife, async (life) => {
    const book = await openTestBook()
    try {
      await live(book, life)
      await expectTogether(book, life.days)
      for (const year of [2024, 2025]) {
        const before = await read(book, life.days)
        await closeYear(book, year)
        await expect(closeYear(book, year)).rejects.toMatchObject({ code: 'ALREADY_DONE' })
        if (year === 2025) {
          await expectTogether(book, life.days)
          await expectCarried(book)
          const reopening = { requestId: requestId(), year, reason: 'Bukti tertinggal', approvedBy: 'Sri Wahyuni' }
          await book.api.closing.reopenYear(reopening)
          expect(await read(book, life.days)).toEqual(before)
        }
      }
      expect((await book.api.ledger.verify()).problems).toEqual([])
      expect(book.bugs).toEqual([])
    } finally {
      await book.close()
    }
  })
  await fc.assert(lives, { numRuns: 6, endOnFailure: true })
}, 300_000)

/** How far an amount is from its exact share of a pool, in sen. */
const apart = (amount: number, pool: number, own: number, all: number) => Math.abs(amount - (pool * own) / all)

async function expectDivided(book: TestBook, { bylaw, people, held }: Life): Promise<void> {
  const { surplus, components, members, participation, totals } = await book.api.closing.simulateShu({ year: 2025 })
  const step = bylaw.roundTo
  const sum = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0)
  const left = surplus - sum(components.map(({ amount }) => amount))
  expect([left >= 0 && left < step, totals.components]).toEqual([true, surplus - left])
  for (const { amount, pct } of components) expect(apart(amount, surplus, Number(pct), 100)).toBeLessThan(step + 1e-6)
  const poolOf = (key: string) => components.find((one) => one.key === key)?.amount ?? 0
  // All saved on the same day, so that what they saved is in the proportion of any day's or months' balances.
  const savedBy = (number: string) => people[Number(number) - 1]?.saved ?? 0
  const saved = sum(people.map((one) => one.saved))
  const business = sum(members.map((one) => one.transactions.service ?? 0))
  if (saved > 0) expect(sum(members.map(({ capital }) => capital))).toBe(poolOf('capital'))
  if (business > 0) expect(sum(members.map(({ service }) => service.service ?? 0))).toBe(poolOf('service'))
  const put = sum(held)
  if (put > 0) expect(sum(participation.map(({ amount }) => amount))).toBe(poolOf('participation'))
  for (const { capital, amount } of participation) {
    expect(apart(amount, poolOf('participation'), capital, put)).toBeLessThan(Math.max(step, 1) + 1e-6)
  }
  const given = sum([totals.members, totals.participation, totals.undistributed])
  const kept = components.filter(({ key }) => !['capital', 'service', 'participation'].includes(key))
  expect(given + sum(kept.map(({ amount }) => amount))).toBe(surplus)
  for (const { number, capital, transactions, service, total } of members) {
    expect(total).toBe(capital + sum(Object.values(service)))
    if (saved > 0)
      expect(apart(capital, poolOf('capital'), savedBy(number), saved)).toBeLessThan(Math.max(step, 1) + 1e-6)
    if (business === 0) continue
    const own = transactions.service ?? 0
    expect(apart(service.service ?? 0, poolOf('service'), own, business)).toBeLessThan(Math.max(step, 1) + 1e-6)
  }
}

test('the surplus is divided to the step of the bylaws, once, and taking the decision back leaves the statements as they were', async () => {
  const lives = fc.asyncProperty(anyLife, async (life) => {
    const book = await openTestBook()
    try {
      await live(book, life)
      await closeYear(book, 2024)
      const { result } = await closeYear(book, 2025)
      await book.api.closing.setBylaw({ requestId: requestId(), fromYear: 2025, bylaw: life.bylaw })
      const said = { year: 2025, date: '2026-03-14', decision: 'RAT 1/2026' }
      const decided = requestId()
      if (result <= 0 || (await isNothingLeft(book))) return
      await expectDivided(book, life)
      // Between the decision and its reversal the statements show that it was decided.
      const [from = ''] = life.days
      const around = [from < said.date ? from : '2026-03-01', '2026-11-20']
      const before = await read(book, around)
      await book.api.closing.decideShu({ requestId: decided, ...said })
      await expect(book.api.closing.decideShu({ requestId: requestId(), ...said })).rejects.toMatchObject({
        code: 'ALREADY_DONE',
      })
      await expectTogether(book, ['2026-01-01', '2026-11-20'])
      const undone = { requestId: requestId(), undoes: decided, date: '2026-11-20', reason: 'Salah hitung' }
      await book.api.requests.undo(undone)
      expect(await read(book, around)).toEqual(before)
      expect((await book.api.ledger.verify()).problems).toEqual([])
      expect(book.bugs).toEqual([])
    } finally {
      await book.close()
    }
  })
  await fc.assert(lives, { numRuns: 12, endOnFailure: true })
}, 300_000)

/** True of a year that earned only what is not divided. */
async function isNothingLeft(book: TestBook): Promise<boolean> {
  const divided = book.api.closing.simulateShu({ year: 2025 })
  return divided.then(
    ({ surplus }) => surplus <= 0,
    () => true,
  )
}
