import fc from 'fast-check'
import { expect, test } from 'vitest'
import { requestId } from '../../support/book.ts'
import { addMember, approvedLoan } from '../../support/counter.ts'
import { type FundBook, openFundBook } from '../../support/funds.ts'

/** Whatever becomes of a fund: what is left is what came in less what went out, and none of it is surplus. */

const step = fc.record({
  what: fc.constantFrom('receive' as const, 'spend' as const, 'refund' as const, 'reverse' as const),
  amount: fc.integer({ min: 1, max: 9_000_000_00 }),
  day: fc.integer({ min: 1, max: 28 }),
})
type Step = { what: 'receive' | 'spend' | 'refund' | 'reverse'; amount: number; day: number }
interface Told {
  readonly what: Step['what']
  readonly amount: number
  readonly entryId: string
}

async function take(book: FundBook, { what, amount, day }: Step, of: { fundId: string; lines: string[] }) {
  const { fundId, lines } = of
  const date = `2026-03-${String(day).padStart(2, '0')}`
  if (what === 'receive') return book.receive(fundId, amount, date)
  if (what === 'spend') return book.spend(fundId, amount, { date, budgetLineId: lines[0], approvedBy: 'Budi' })
  return book.api.funds.refund({ requestId: requestId(), date, fundId, amount, cashAccount: '11203' })
}

/** How often each thing was done and not refused, over all lives: a law that nothing tried was not kept. */
const tally = new Map<Step['what'], number>()
const tallied = (what: Step['what']) => tally.set(what, (tally.get(what) ?? 0) + 1)

async function live(book: FundBook, steps: readonly Step[], of: { fundId: string; lines: string[] }): Promise<Told[]> {
  const standing: Told[] = []
  for (const [index, one] of steps.entries()) {
    const last = standing[index % Math.max(1, standing.length)]
    try {
      if (one.what !== 'reverse') {
        standing.push({ ...one, entryId: (await take(book, one, of)).entryId })
        tallied(one.what)
      }
      if (one.what !== 'reverse' || !last) continue
      const request = { requestId: requestId(), entryId: last.entryId, date: '2026-03-28', reason: 'Salah' }
      await book.api.journal.reverse(request)
      standing.splice(standing.indexOf(last), 1)
      tallied('reverse')
    } catch (error) {
      expect(['NOT_ALLOWED', 'INVALID_INPUT']).toContain((error as { code: string }).code)
    }
  }
  return standing
}

test('what is left of a fund is what was received less what was spent and given back, whatever was taken back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
      const book = await openFundBook()
      try {
        const of = await book.fund()
        const standing = await live(book, steps, of)
        const sum = (what: Step['what']) =>
          standing.filter((told) => told.what === what).reduce((total, { amount }) => total + amount, 0)
        const [received, spent, refunded] = [sum('receive'), sum('spend'), sum('refund')]
        const told = await book.api.funds.report({ fundId: of.fundId, asOf: '2026-12-31' })
        const balance = received - spent - refunded
        // Nothing else lies on the account: what was laid out for the fund is missing there.
        const bank = { ofFund: Math.max(0, balance), rest: Math.min(0, balance) }
        expect(told).toMatchObject({ received, spent, refunded, balance, bank })
        expect(0 - (await book.balance('26101')) - (await book.balance('14203'))).toBe(balance)
        expect((await book.balance('58201')) + (await book.balance('48202'))).toBe(0)
        expect((await book.api.ledger.verify()).problems).toEqual([])
        expect(book.bugs).toEqual([])
      } finally {
        await book.close()
      }
    }),
    { numRuns: 16 },
  )
  for (const what of ['receive', 'spend', 'refund', 'reverse'] as const) {
    expect(tally.get(what) ?? 0, what).toBeGreaterThan(0)
  }
}, 240_000)

test('a book in which a fund has less than nothing, or makes a surplus, does not verify', async () => {
  const book = await openFundBook()
  const { database } = book.desk.app().file
  database.prepare("INSERT INTO fund (id, code, name, active) VALUES ('f', 'D-009', 'Lama', 1)").run()
  const post = (account: string) =>
    book.api.journal.post({
      ...{ requestId: requestId(), date: '2026-05-01', description: 'Jurnal' },
      lines: [
        { account, debit: 5_00, fundId: 'f' },
        { account: '11101', credit: 5_00 },
      ],
    })
  await post('26101')
  const { voucher } = await post('58201')
  database
    .prepare(
      `INSERT INTO fund_terms (fund_id, treatment, donor, purpose, starts_on, ends_on, cash_account)
       VALUES ('f', 'activity', 'Yayasan', 'Pelatihan', '2026-01-01', '2026-12-31', '11203')`,
    )
    .run()
  const { problems } = await book.api.ledger.verify()
  expect(problems.map(({ voucher: of, detail }) => [of, detail])).toEqual([
    [null, 'fund D-009 has less than nothing on 26101 on 2026-05-01'],
    [voucher, 'what was spent of fund D-009 and what was released of it differ'],
  ])
  await book.close()
})

test('a book in which a loan was moved to another fund after it was paid out does not verify', async () => {
  const book = await openFundBook()
  const loanId = await approvedLoan(book, await addMember(book))
  await book.api.loans.disburse({ requestId: requestId(), loanId, date: '2026-01-06', cashAccount: '11101' })
  const { fundId } = await book.fund({ treatment: 'revolving' })
  const { database } = book.desk.app().file
  database.exec('DROP TRIGGER loan_agreement_stays')
  database.prepare('UPDATE loan_agreement SET fund_id = ? WHERE loan_id = ?').run(fundId, loanId)
  const { problems } = await book.api.ledger.verify()
  const details = problems.map(({ detail }) => detail)
  expect(details).toContain('lines of loan P-0001 name another fund than the loan')
  // What was agreed is sealed by the payout.
  expect(problems.map(({ kind }) => kind)).toContain('altered')
  await book.close()
})
