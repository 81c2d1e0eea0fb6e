import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flowGroups } from '../../shared/statements/cash-flow-layout.ts'
import { openTestBook, requestId, type TestBook } from '../support/book.ts'
import { putCash } from '../support/counter.ts'
import { openFundBook } from '../support/funds.ts'

type Unit = 'general' | 'usp' | 'shop'
interface Span {
  readonly from: string
  readonly to: string
}
const wholeYear: Span = { from: '2026-01-01', to: '2026-12-31' }

/** Rows of a statement of cash flows that are not nil, by their lines. */
async function toldRows(book: TestBook, span: Span, unit?: Unit): Promise<Record<string, number>> {
  const { rows } = await book.api.reports.run({ report: 'cashFlow', params: { ...span, ...(unit && { unit }) } })
  const told = rows.filter(({ kind, current }) => kind === 'line' && current !== 0)
  return Object.fromEntries(told.map(({ line, current }) => [String(line), Number(current)]))
}

/** A machine was bought for 4,8 million, written off for a month and sold for 1,9 million. */
async function soldMachine(): Promise<{ book: TestBook; saleId: string }> {
  const book = await openTestBook()
  await putCash(book, 50_000_000_00)
  const machine = { name: 'Mesin giling', account: '18104', cost: 4_800_000_00, months: 48, cashAccount: '11101' }
  const { assetId } = await book.api.assets.acquire({ requestId: requestId(), date: '2026-01-20', ...machine })
  await book.api.assets.depreciate({ requestId: requestId(), month: '2026-01' })
  const sale = { assetId, date: '2026-02-10', price: 1_900_000_00, cashAccount: '11101', reason: 'Diganti' }
  const { entryId } = await book.api.assets.dispose({ requestId: requestId(), ...sale })
  return { book, saleId: entryId }
}

test('a machine that is sold brings its price; what it had cost and was written off moved no money', async () => {
  const { book, saleId: entryId } = await soldMachine()
  const told = await toldRows(book, wholeYear)
  expect(told).toMatchObject({ 'INV_FIXED_ASSETS.in': 1_900_000_00, 'INV_FIXED_ASSETS.out': -4_800_000_00 })
  const month = await toldRows(book, { from: '2026-02-01', to: '2026-02-28' }, 'general')
  expect(month).toMatchObject({ 'INV_FIXED_ASSETS.in': 1_900_000_00 })
  expect(month).not.toHaveProperty(['INV_FIXED_ASSETS.out'])
  await book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-03-01', reason: 'Batal dijual' })
  const after = await toldRows(book, wholeYear)
  expect(after).not.toHaveProperty(['INV_FIXED_ASSETS.in'])
  expect(after['INV_FIXED_ASSETS.out']).toBe(-4_800_000_00)
  await book.close()
})

test('a plan is compared with the price of what was sold and the cost of what was bought', async () => {
  const { book } = await soldMachine()
  const { rows } = await book.api.budget.compare({ year: 2026, through: '2026-02' })
  const actual = (line: string) => rows.find((row) => row.line === line)?.actual
  expect(actual('INV_FIXED_ASSETS.in')).toBe(1_900_000_00)
  expect(actual('INV_FIXED_ASSETS.out')).toBe(4_800_000_00)
  await book.close()
})

test('a programme received what its donor sent and paid what was paid, whatever is released to income', async () => {
  const book = await openFundBook()
  const { fundId, lines } = await book.fund()
  await book.receive(fundId, 9_500_000_00)
  await book.spend(fundId, 4_600_000_00, { budgetLineId: lines[0] })
  const refund = { fundId, date: '2026-04-01', amount: 3_400_000_00, cashAccount: '11203' }
  await book.api.funds.refund({ requestId: requestId(), ...refund })
  const told = await toldRows(book, wholeYear)
  expect(told['OP_GRANTS_PROGRAMME.in']).toBe(9_500_000_00)
  expect(told['OP_GRANTS_PROGRAMME.out']).toBe(-8_000_000_00)
  await book.close()
})

test('equipment out of programme money is bought, no money is given back and none comes in as capital', async () => {
  const book = await openFundBook()
  const { fundId, lines } = await book.fund()
  await book.receive(fundId, 9_500_000_00)
  await book.api.assets.acquire({
    ...{ requestId: requestId(), date: '2026-03-10', name: 'Mesin giling', account: '18104', months: 48 },
    ...{ cost: 4_800_000_00, cashAccount: '11203', fundId, budgetLineId: lines[0] },
  })
  const told = await toldRows(book, wholeYear)
  expect(told).toMatchObject({ 'OP_GRANTS_PROGRAMME.in': 9_500_000_00, 'INV_FIXED_ASSETS.out': -4_800_000_00 })
  expect(told).not.toHaveProperty(['OP_GRANTS_PROGRAMME.out'])
  expect(told).not.toHaveProperty(['FIN_CAPITAL_GRANTS'])
  await book.close()
})

/** A line beside the cash: on which account, in which unit, and what it brings (above zero) or takes. */
interface Beside {
  readonly account: string
  readonly unit: Unit
  readonly amount: number
}
interface Written {
  readonly cash: string
  readonly lines: readonly Beside[]
  readonly isReversed: boolean
}

// Pairs and more of one flow, so that many an entry has lines of it on both sides; beside them flows that stand whole.
// biome-ignore format: a table
const accounts = ['48103', '58101', '48201', '58201', '42104', '43107', '48102', '17101', '48101', '48106', '58103', '24108', '12101', '41101', '52101']
const unit = fc.constantFrom<Unit>('general', 'usp', 'shop')
const amount = fc.oneof(fc.integer({ min: 1, max: 9_000_000 }), fc.integer({ min: -9_000_000, max: -1 }))
const written: fc.Arbitrary<Written> = fc.record({
  cash: fc.constantFrom('11101', '11201'),
  lines: fc.array(fc.record({ account: fc.constantFrom(...accounts), unit, amount }), { minLength: 1, maxLength: 4 }),
  isReversed: fc.boolean(),
})

async function write(book: TestBook, { cash, lines, isReversed }: Written, day: string): Promise<void> {
  const left = lines.reduce((sum, line) => sum + line.amount, 0)
  const side = (account: string, net: number) => ({ account, [net > 0 ? 'debit' : 'credit']: Math.abs(net) })
  const others = lines.map((line) => ({ ...side(line.account, -line.amount), unit: line.unit }))
  if (left === 0) return
  const { entryId } = await book.api.journal.post({
    ...{ requestId: requestId(), date: day, description: 'Catatan', unit: 'general' },
    lines: [side(cash, left), ...others],
  })
  if (!isReversed) return
  await book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-07-01', reason: 'salah' })
}

/** What each entry moved of each flow in all, added up by where that went, by SQL alone. */
function nettedBySql(book: TestBook, span: Span, of: Unit | undefined): Map<string, { sum: number; codes: string[] }> {
  const query = `
    WITH line AS (
      SELECT l.seq, l.account, l.credit - l.debit AS gain, a.cash_flow = 'cash' AS is_cash, e.reverses_id IS NOT NULL AS is_back,
        coalesce(a.cash_flow_line, 'OP_OTHER') AS flow
      FROM journal_line l JOIN journal_entry e USING (seq) JOIN account a ON a.code = l.account
      WHERE e.kind = 'ordinary' AND l.entry_date BETWEEN :from AND :to AND (:unit IS NULL OR l.unit = :unit)
    ), net AS (
      SELECT seq, flow, is_back, sum(gain) AS gain, group_concat(account) AS codes FROM line
      WHERE NOT is_cash AND seq IN (SELECT seq FROM line WHERE is_cash) GROUP BY seq, flow HAVING sum(gain) <> 0
    )
    SELECT flow, iif((gain > 0) <> is_back, 'in', 'out') AS way, sum(gain) AS sum, group_concat(codes) AS codes
    FROM net GROUP BY flow, way`
  const asked = { ...span, unit: of ?? null }
  const found = book.desk.app().file.database.prepare(query).all(asked) as Record<'flow' | 'way' | 'codes', string>[]
  return new Map(
    found.map((row) => [
      `${row.flow}.${row.way}`,
      { sum: Number((row as unknown as { sum: number }).sum), codes: row.codes.split(',') },
    ]),
  )
}

async function expectNetted(book: TestBook, span: Span, of: Unit | undefined): Promise<void> {
  const params = { ...span, ...(of && { unit: of }) }
  const { rows } = await book.api.reports.run({ report: 'cashFlow', params })
  const netted = nettedBySql(book, span, of)
  for (const { flow, only } of flowGroups.flatMap((group) => group.rows)) {
    const row = rows.find(({ line }) => line === (only ? `${flow}.${only}` : flow))
    const ways = (only ? [only] : ['in', 'out']).flatMap((way) => netted.get(`${flow}.${way}`) ?? [])
    const codes = [...new Set(ways.flatMap((one) => one.codes))].sort().join(' ')
    const sum = ways.reduce((all, one) => all + one.sum, 0)
    expect({ flow, only, sum: row?.current ?? 0 }).toEqual({ flow, only, sum })
    if (only) expect({ flow, only, codes: row?.accounts }).toEqual({ flow, only, codes })
  }
}

test('what came in and what went out of a flow is what each entry moved of it in all, in every unit', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 12 }), async (life) => {
      const book = await openTestBook()
      await book.api.opening.post({
        ...{ requestId: requestId(), date: '2026-01-01' },
        lines: [
          { account: '11101', debit: 900_000_000 },
          { account: '11201', debit: 900_000_000 },
          { account: '12101', debit: 900_000_000 },
          { account: '17101', debit: 900_000_000 },
        ],
      })
      for (const [index, one] of life.entries()) await write(book, one, `2026-0${1 + (index % 6)}-05`)
      for (const of of [undefined, 'general', 'usp', 'shop'] as const)
        for (const span of [wholeYear, { from: '2026-02-05', to: '2026-05-04' }]) await expectNetted(book, span, of)
      await book.close()
    }),
    { numRuns: 12 },
  )
})
