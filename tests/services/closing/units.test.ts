import '../../support/law-seed.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTestBook, requestId, type TestBook } from '../../support/book.ts'
import { balanceOf } from '../../support/counter.ts'
import { post } from '../../support/worked-year.ts'

/** Whatever a unit begins with and earns: once the meeting decided, no unit keeps a surplus or a deficit of its own. */

const units = ['general', 'usp', 'shop'] as const
type Unit = (typeof units)[number]

const sheetOf = async ({ api }: TestBook, unit?: Unit) => {
  const { rows, totals } = await api.reports.run({ report: 'balanceSheet', params: { asOf: '2026-12-31', unit } })
  const amounts = new Map(rows.map(({ line, current }) => [line, current ?? 0]))
  return { amountOf: (line: string) => amounts.get(line) ?? 0, totals }
}

async function expectNothingLeftOver(book: TestBook): Promise<void> {
  const whole = await sheetOf(book)
  const parts = await Promise.all(units.map((unit) => sheetOf(book, unit)))
  expect([whole, ...parts].map(({ amountOf }) => amountOf('E08'))).toEqual([0, 0, 0, 0])
  const sum = (of: (part: (typeof parts)[number]) => number) => parts.reduce((all, part) => all + of(part), 0)
  for (const side of ['liabilities', 'equity'] as const) {
    expect(sum(({ totals }) => totals[side] ?? 0)).toBe(whole.totals[side])
  }
  for (const { totals } of [whole, ...parts]) {
    expect(totals.assets).toBe((totals.liabilities ?? 0) + (totals.equity ?? 0))
  }
}

const anyResult = fc.integer({ min: -9_000_000_00, max: 9_000_000_00 })
const anyLife = fc.record({
  opening: fc.tuple(fc.nat(80_000_000_00), fc.nat(80_000_000_00)),
  earned: fc.tuple(anyResult, anyResult, anyResult),
})

/** Each unit begins with money of its own; what it earned or lost came and went in cash. */
async function live(book: TestBook, { opening: [usp, shop], earned }: { opening: number[]; earned: number[] }) {
  const open = (lines: Parameters<TestBook['api']['opening']['post']>[0]['lines']) =>
    book.api.opening.post({ requestId: requestId(), date: '2024-12-31', lines })
  const begun = [
    { account: '11101', debit: 30_000_000_00 },
    { account: '11201', debit: (usp ?? 0) + 1, unit: 'usp' as const },
    { account: '11201', debit: (shop ?? 0) + 1, unit: 'shop' as const },
  ]
  await open(begun)
  await open([{ account: '34101', credit: 30_000_000_00 + (usp ?? 0) + (shop ?? 0) + 2 }])
  for (const [at, amount] of earned.entries()) {
    const unit = units[at] ?? 'general'
    if (amount === 0) continue
    await post(book, '2025-06-30', [
      { account: '11101', ...(amount > 0 ? { debit: amount } : { credit: -amount }), unit: 'general' },
      amount > 0 ? { account: '43101', credit: amount, unit } : { account: '52201', debit: -amount, unit },
    ])
  }
}

test('after the surplus was divided or the deficit covered, units and the whole have nothing left over', async () => {
  const lives = fc.asyncProperty(anyLife, async (life) => {
    const book = await openTestBook()
    try {
      await live(book, life)
      await book.api.closing.closeYear({ requestId: requestId(), year: 2024 })
      const { result } = await book.api.closing.closeYear({ requestId: requestId(), year: 2025 })
      const date = '2026-03-14'
      if (result > 0)
        await book.api.closing.decideShu({ requestId: requestId(), year: 2025, date, decision: 'RAT 1/2026' })
      if (result < 0) {
        const { deficit } = await book.api.closing.deficit({ date })
        const part = Math.ceil(deficit / 3)
        await book.api.closing.coverDeficit({ requestId: requestId(), date, amount: part })
        if (deficit > part)
          await book.api.closing.coverDeficit({ requestId: requestId(), date, amount: deficit - part })
      }
      if (result !== 0) await expectNothingLeftOver(book)
      expect(await balanceOf(book, '19901')).toBe(0)
      expect((await book.api.ledger.verify()).problems).toEqual([])
      expect(book.bugs).toEqual([])
    } finally {
      await book.close()
    }
  })
  await fc.assert(lives, { numRuns: 10, endOnFailure: true })
}, 120_000)
