import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FlowLine } from '../../shared/rules/cash-flows.ts'
import { type CashEntry, cashFlow } from '../../shared/statements/cash-flow.ts'
import type { EquityEntry } from '../../shared/statements/equity-moves.ts'
import { movesOf } from '../../shared/statements/equity-moves.ts'
import type { Span } from '../../shared/statements/period-text.ts'
import type { StatementAccount } from '../../shared/statements/report-lines.ts'
import { openTestBook, requestId, type TestBook } from '../support/book.ts'
import { addMember } from '../support/counter.ts'

/** An entry of the journal as a person may write it: money, or what is no money, against one or two accounts, in a unit, perhaps taken back. */
interface Written {
  readonly cash: string
  readonly other: string
  readonly second: string | null
  /** What one investor takes over from another in the same entry: it stands on both sides of one account of equity. */
  readonly handedOn: number | null
  readonly amount: number
  readonly isIn: boolean
  readonly unit: 'general' | 'usp' | 'shop'
  readonly flow: 'OP_OTHER' | 'FIN_LEAVERS' | null
  readonly isReversed: boolean
}

const accounts = ['41101', '52101', '48102', '33101', '34101', '35103', '21401'] as const
const written: fc.Arbitrary<Written> = fc.record({
  cash: fc.constantFrom('11201', '11101', '34103'),
  other: fc.constantFrom(...accounts),
  second: fc.option(fc.constantFrom('42104', '52601', '34102'), { nil: null }),
  handedOn: fc.option(fc.integer({ min: 1, max: 5_000_000 }), { nil: null }),
  amount: fc.integer({ min: 2, max: 9_000_000 }),
  isIn: fc.boolean(),
  unit: fc.constantFrom('general', 'usp', 'shop'),
  flow: fc.option(fc.constantFrom('OP_OTHER', 'FIN_LEAVERS'), { nil: null }),
  isReversed: fc.boolean(),
})

const handOn = (amount: number) => [
  { account: '33101', debit: amount },
  { account: '33101', credit: amount },
]

async function write(book: TestBook, memberId: string, one: Written, day: string): Promise<void> {
  const [side, back] = one.isIn ? (['debit', 'credit'] as const) : (['credit', 'debit'] as const)
  const first = one.second === null ? one.amount : 1
  const posted = await book.api.journal.post({
    ...{ requestId: requestId(), date: day, description: 'Catatan', unit: one.unit },
    lines: [
      { account: one.cash, [side]: one.amount, ...(one.flow !== null && { cashFlowLine: one.flow }) },
      { account: one.other, [back]: first, ...(one.other === '21401' && { memberId }) },
      ...(one.second === null ? [] : [{ account: one.second, [back]: one.amount - 1 }]),
      ...(one.handedOn === null ? [] : handOn(one.handedOn)),
    ],
  })
  if (one.isReversed) {
    const { entryId } = posted
    await book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-07-01', reason: 'salah' })
  }
}

test('cash flow and equity summed by account say what they say entry by entry, in every unit', async () => {
  const lives = fc.array(written, { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(lives, async (life) => {
      const book = await openTestBook()
      const memberId = await addMember(book, '1')
      await book.api.opening.post({
        ...{ requestId: requestId(), date: '2026-01-01' },
        lines: [
          { account: '11101', debit: 900_000_000 },
          { account: '11201', debit: 900_000_000 },
          // Nobody can be paid more than she is owed.
          { account: '21401', credit: 200_000_000, memberId },
          { account: '33101', credit: 200_000_000 },
        ],
      })
      for (const [index, one] of life.entries()) await write(book, memberId, one, `2026-0${1 + (index % 6)}-05`)
      for (const unit of [undefined, 'general', 'usp', 'shop'] as const)
        for (const span of [wholeYear, spring]) await expectAlike(book, unit, span)
      expect(await toldCauses(book)).toEqual(causesByEntry(book))
      expect((await book.api.ledger.verify()).problems).toEqual([])
      await book.close()
    }),
    { numRuns: 12 },
  )
})

type Unit = 'general' | 'usp' | 'shop' | undefined
const wholeYear = { from: '2026-01-01', to: '2026-12-31' }
/** Part of the life: what is told apart before and after it is not taken off it. */
const spring = { from: '2026-02-05', to: '2026-05-04' }

async function expectAlike(book: TestBook, unit: Unit, span: Span): Promise<void> {
  const params = { ...span, ...(unit && { unit }) }
  const told = await book.api.reports.run({ report: 'cashFlow', params })
  const nothing = { entries: [], opening: 0, closing: 0, restricted: 0 }
  const byEntry = cashFlow({
    ...{ language: 'id', period: span, comparedPeriod: span, compared: nothing },
    current: { ...nothing, entries: cashEntries(book, unit, span) },
  })
  const amounts = (rows: readonly Readonly<Record<string, unknown>>[]) =>
    rows.filter(({ kind, line }) => kind === 'line' && line !== 'opening').map(({ line, current }) => [line, current])
  expect(amounts(told.rows)).toEqual(amounts(byEntry.rows))
}

interface Line extends FlowLine {
  readonly seq: number
  readonly date: string
  readonly kind: 'ordinary' | 'opening'
  readonly isReversal: 0 | 1
}

/** Every line of the book, as any program that opens the file reads it. */
function linesOf(book: TestBook, unit: Unit): Map<number, Line[]> {
  const query = `SELECT l.seq, l.entry_date AS date, l.account, l.debit, l.credit, l.cash_flow_line AS overruled, a.cash_flow_line AS flow,
      a.cash_flow = 'cash' AS isCash, e.kind, e.reverses_id IS NOT NULL AS isReversal
    FROM journal_line l JOIN journal_entry e ON e.seq = l.seq JOIN account a ON a.code = l.account
    WHERE e.kind <> 'closing' AND (? IS NULL OR l.unit = ?) ORDER BY l.seq, l.line_no`
  const rows = book.desk
    .app()
    .file.database.prepare(query)
    .all(unit ?? null, unit ?? null) as (Omit<Line, 'isCash'> & {
    isCash: 0 | 1
  })[]
  return Map.groupBy(
    rows.map((row): Line => ({ ...row, isCash: row.isCash === 1 })),
    ({ seq }) => seq,
  )
}

function cashEntries(book: TestBook, unit: Unit, { from, to }: Span): CashEntry[] {
  return [...linesOf(book, unit).values()]
    .filter(([first]) => first?.kind === 'ordinary' && from <= first.date && first.date <= to)
    .map((lines) => ({ isReversal: lines[0]?.isReversal === 1, lines }))
}

/** What the statement says of each cause, over all columns. */
async function toldCauses(book: TestBook): Promise<Readonly<Record<string, number>>> {
  const { rows } = await book.api.reports.run({ report: 'equityChanges', params: wholeYear })
  const current = rows.slice(rows.findLastIndex(({ line }) => line === 'openingEntries'))
  const told = current.filter(({ line, kind }) => kind === 'line' && line !== 'surplus' && line !== 'comprehensive')
  return Object.fromEntries(told.map(({ line, total }) => [String(line), Number(total)]).filter(([, sum]) => sum !== 0))
}

function causesByEntry(book: TestBook): Readonly<Record<string, number>> {
  const query = 'SELECT code, type, report_line AS reportLine FROM account'
  const known = book.desk.app().file.database.prepare(query).all() as StatementAccount[]
  const sums = new Map<string, number>()
  for (const lines of linesOf(book, undefined).values()) {
    const isReversal = lines[0]?.isReversal === 1
    const entry: EquityEntry = { kind: lines[0]?.kind ?? 'ordinary', isReversal, lines }
    for (const { cause, amount } of movesOf(entry, known)) sums.set(cause, (sums.get(cause) ?? 0) + amount)
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0))
}
