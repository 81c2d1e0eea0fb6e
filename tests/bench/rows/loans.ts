import assert from 'node:assert/strict'
import { loanSchedule } from '../../../shared/rules/loan-schedule.ts'
import { sen } from '../../../shared/rules/money.ts'
import { lastYear } from '../large-book.ts'
import { loanId } from '../many-loans.ts'
import { type Measured, within } from '../measure.ts'
import { type OpenBook, openCopy, today } from '../open-book.ts'

/** What was promised of loans, each figure a share of the time it may take. */
export async function loansInTime(book: string, loans: number, rounds: number): Promise<Measured[]> {
  const open = await openCopy(book)
  await requireWhole(open, loans)
  const { api } = open
  const measured = [
    await within(
      { what: `classification of ${loans.toLocaleString('id')} loans`, allowed: 1_000 },
      rounds,
      async () => {
        const { rows, totals } = await api.loans.classify({ asOf: today })
        assert.deepEqual([rows.length, totals.difference], [loans, 0])
      },
    ),
    await within({ what: `a page of ${loans.toLocaleString('id')} loans`, allowed: 100 }, rounds, async () => {
      const { rows } = await api.loans.list({ state: 'disbursed', limit: 100, cursor: loanId(loans / 2) })
      assert.equal(rows.length, 100)
    }),
    await within({ what: `whom to visit of ${loans.toLocaleString('id')} loans`, allowed: 1_000 }, rounds, async () => {
      assert.ok((await api.loans.reminders({ asOf: today })).rows.length >= loans / 20)
    }),
    await monthEnds(open, loans),
    await schedules(rounds),
  ]
  await requireWhole(open, loans)
  await open.close()
  return measured
}

/** Everything proven, before and after: a fast wrong answer scores nothing. */
export async function requireWhole({ api }: OpenBook, loans: number): Promise<void> {
  const { ok, problems } = await api.ledger.verify()
  assert.ok(ok, JSON.stringify(problems.slice(0, 3)))
  const { totals } = await api.loans.list({ limit: 1 })
  const { rows } = await api.ledger.trialBalance({ asOf: today })
  assert.equal(totals.outstanding, rows.find(({ code }) => code === '13101')?.debit)
  assert.ok(loans > 0)
}

/** Both steps of a month's end together, the month after every loan got a class and a booking of its own. */
async function monthEnds({ api }: OpenBook, loans: number): Promise<Measured> {
  const months = Array.from({ length: 5 }, (_, index) => `${lastYear}-${String(index + 8).padStart(2, '0')}`)
  let place = 0
  const what = `a month's end of ${loans.toLocaleString('id')} loans: classes kept, interest booked`
  return within({ what, allowed: 3_000 }, months.length - 1, async () => {
    const month = months[place] ?? ''
    place += 1
    await api.loans.accrueInterest({ requestId: crypto.randomUUID(), month })
    assert.ok((await api.loans.accrueAllowance({ requestId: crypto.randomUUID(), month })).loans > loans / 2)
  })
}

function schedules(rounds: number): Promise<Measured> {
  const methods = ['flat', 'declining', 'annuity'] as const
  let place = 0
  return within({ what: 'a schedule of 360 months', allowed: 5 }, rounds * 3, () => {
    const method = methods[place % methods.length] ?? 'flat'
    place += 1
    const rate = { ratePct: '1.5', per: 'month' as const }
    const principal = sen(240_000_000_00 + place * 100)
    const { rows } = loanSchedule({ principal, months: 360, method, rate, disbursedOn: '2026-01-31' })
    assert.equal(rows.length, 360)
  })
}
