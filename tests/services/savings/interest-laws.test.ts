import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calculators } from '../../../shared/contract/calculators.ts'
import { openTestBook, requestId, type TestBook } from '../../support/book.ts'
import { addMembers, balanceOf } from '../../support/counter.ts'

/** Laws of the monthly interest, over books of any history: some members, some days of deposits and withdrawals. */

const members = 4
const products = ['sukarela', 'wajib', 'hari_raya'] as const

const rate = fc.record({
  method: fc.constantFrom('lowest', 'average_daily', 'daily', 'average_of_balances'),
  dayBasis: fc.constantFrom('365', '360', 'actual', 'twelfths'),
  rounding: fc.constantFrom('down', 'half_up'),
  minimumBalance: fc.constantFrom(0, 50_000_00),
  openingCounts: fc.boolean(),
  tiers: fc.constantFrom(
    [{ from: 0, ratePctPerYear: '6' }],
    [
      { from: 2_000_000_00, ratePctPerYear: '240' },
      { from: 0, ratePctPerYear: '3.75' },
    ],
  ),
})

const movement = fc.record({
  member: fc.nat({ max: members - 1 }),
  product: fc.constantFrom(...products),
  day: fc.integer({ min: 0, max: 58 }),
  amount: fc.integer({ min: 1, max: 5_000_000 }).map((rupiah) => rupiah * 100),
  isTaken: fc.boolean(),
})

const history = fc.record({
  rates: fc.record({ sukarela: rate, wajib: rate, hari_raya: rate }),
  movements: fc.array(movement, { minLength: 1, maxLength: 25 }),
})
type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never

/** From 1 December to 28 January, so that some of it lies before the month. */
const dayOf = (day: number) =>
  day < 31 ? `2025-12-${String(day + 1).padStart(2, '0')}` : `2026-01-${String(day - 30).padStart(2, '0')}`

async function bookOf({ rates, movements }: History): Promise<TestBook> {
  const book = await openTestBook()
  const ids = await addMembers(book, members, '2025-12-01')
  const cash = { requestId: requestId(), date: '2025-12-01', cashAccount: '11101', description: 'Modal' }
  await book.api.cash.receive({ ...cash, lines: [{ account: '48106', amount: 1_000_000_000_00 }] })
  await book.api.savings.updateProduct({ product: 'hari_raya', lock: 'none' })
  for (const product of products)
    await book.api.savings.setInterest({ product, fromMonth: '2026-01', ...rates[product] } as never)
  for (const { member, product, day, amount, isTaken } of movements) {
    const date = dayOf(day)
    const moving = { requestId: requestId(), date, amount, cashAccount: '11101' }
    const memberId = ids[member] ?? ''
    await book.api.savings.deposit({ ...moving, memberId, product })
    if (!isTaken || product === 'wajib') continue
    const { rows } = await book.api.savings.list({ memberId, product })
    const taking = { ...moving, requestId: requestId(), savingsAccountId: rows[0]?.savingsAccountId ?? '' }
    await book.api.savings.withdraw({ ...taking, amount: Math.ceil(amount / 2) })
  }
  return book
}

const cards = async (book: TestBook) => {
  const { rows } = await book.api.savings.list({ limit: 1_000 })
  return Promise.all(rows.map(({ savingsAccountId }) => book.api.savings.card({ savingsAccountId })))
}

async function expectControlled(book: TestBook): Promise<void> {
  const { rows } = await book.api.savings.list({ limit: 1_000 })
  for (const [product, account] of [
    ['sukarela', '21101'],
    ['wajib', '31102'],
    ['hari_raya', '21102'],
  ] as const) {
    const own = rows.filter((row) => row.product === product)
    const held = own.reduce((sum, { balance }) => sum + balance, 0)
    expect(held).toBe(0 - (await balanceOf(book, account, '2026-12-31')))
  }
}

test('the run pays each account what the calculator reckons from its card, and its total is their sum', async () => {
  const property = fc.asyncProperty(history, async (input) => {
    const book = await bookOf(input)
    const { rows, totals } = await book.api.savings.previewInterest({ month: '2026-01' })
    const expected = new Map<string, number>()
    for (const { account, rows: lines, opening: _ } of await cards(book)) {
      const changes = lines.map(({ date, deposit, withdrawal }) => ({ date, amount: deposit - withdrawal }))
      const before = changes.filter(({ date }) => date < '2026-01-01').reduce((sum, { amount }) => sum + amount, 0)
      const asked = calculators.savingsInterest.input.parse({
        ...input.rates[account.product as (typeof products)[number]],
        ...{ month: '2026-01', opening: before, movements: changes.filter(({ date }) => date >= '2026-01-01') },
      })
      const { interest } = calculators.savingsInterest.run(asked, { today: '2026-11-20' })
      if (interest > 0) expected.set(account.savingsAccountId, interest)
    }
    const paid = new Map(
      rows.filter(({ gross }) => gross > 0).map(({ savingsAccountId, gross }) => [savingsAccountId, gross]),
    )
    expect(paid).toEqual(expected)
    expect(totals.gross).toBe([...expected.values()].reduce((sum, gross) => sum + gross, 0))
    expect(book.bugs).toEqual([])
    await book.close()
  })
  await fc.assert(property, { numRuns: 12 })
})

test('run, taken back and run again: every card is as it was, then as it became, and adds up to its account', async () => {
  const property = fc.asyncProperty(history, async (input) => {
    const book = await bookOf(input)
    const { totals } = await book.api.savings.previewInterest({ month: '2026-01' })
    fc.pre(totals.gross > 0)
    const before = (await cards(book)).map(({ closing }) => closing)
    const key = requestId()
    const first = await book.api.savings.accrueInterest({ requestId: key, month: '2026-01' })
    expect(first.gross).toBe(first.tax + first.net)
    const paid = (await cards(book)).map(({ closing }) => closing)
    await expectControlled(book)
    await book.api.requests.undo({ requestId: requestId(), undoes: key, date: '2026-02-02', reason: 'Ulang' })
    expect((await cards(book)).map(({ closing }) => closing)).toEqual(before)
    expect([await balanceOf(book, '51101'), await balanceOf(book, '23103')]).toEqual([0, 0])
    await book.api.savings.accrueInterest({ requestId: requestId(), month: '2026-01' })
    expect((await cards(book)).map(({ closing }) => closing)).toEqual(paid)
    await expectControlled(book)
    expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
    expect(book.bugs).toEqual([])
    await book.close()
  })
  await fc.assert(property, { numRuns: 8 })
})
