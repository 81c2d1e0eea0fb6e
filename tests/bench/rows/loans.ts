import assert from 'node:assert/strict'
import { loanSchedule } from '../../../shared/rules/loan-schedule.ts'
import { sen } from '../../../shared/rules/money.ts'
import { cash, memberId } from '../cooperative.ts'
import { lastYear } from '../large-book.ts'
import { loanId, members } from '../many-loans.ts'
import { type Measured, summary, timed } from '../measure.ts'
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
    await sheets(open, loans, rounds),
    await meetings(open, Math.min(rounds, 5)),
    await monthEnds(open, loans),
    await schedules(rounds),
  ]
  await requireWhole(open, loans)
  await open.close()
  return measured
}

/** Everything proven, before and after: a fast wrong answer scores nothing. */
async function requireWhole({ api }: OpenBook, loans: number): Promise<void> {
  const { ok, problems } = await api.ledger.verify()
  assert.ok(ok, JSON.stringify(problems.slice(0, 3)))
  const { totals } = await api.loans.list({ limit: 1 })
  const { rows } = await api.ledger.trialBalance({ asOf: today })
  assert.equal(totals.outstanding, rows.find(({ code }) => code === '13101')?.debit)
  assert.ok(loans > 0)
}

interface Allowed {
  readonly what: string
  /** Milliseconds it may take. */
  readonly allowed: number
}

async function within({ what, allowed }: Allowed, rounds: number, work: () => Promise<void> | void): Promise<Measured> {
  const pairs: { mine: number; theirs: number }[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const mine = await timed(work)
    if (round > 0) pairs.push({ mine, theirs: allowed })
  }
  return summary({ what: `${what} / promised`, atLeast: 1, aim: 0.5, isShare: true }, pairs)
}

/** What is due from 600 members on all their loans, with the penalty on those that are late. */
async function sheets({ api }: OpenBook, loans: number, rounds: number): Promise<Measured> {
  const what = `the sheet of ${members} members with ${loans.toLocaleString('id')} loans`
  return within({ what, allowed: 1_000 }, rounds, async () => {
    const { rows } = await api.collection.sheet({ date: today })
    assert.equal(rows.length, members)
    assert.ok(rows.flatMap((row) => row.loans).filter(({ penalty }) => penalty > 0).length >= loans / 20)
  })
}

const partOfPenalty = 100_00

/**
 * A meeting at which 600 members pay savings and on a loan each, who is late something of her penalty too, durable when
 * it is answered.
 */
async function meetings({ api }: OpenBook, rounds: number): Promise<Measured> {
  const { rows: due } = await api.collection.sheet({ date: today })
  const owed = new Map(due.flatMap(({ loans }) => loans.map((loan) => [loan.loanId, loan.penalty])))
  const rows = Array.from({ length: members }, (_, index) => {
    const id = loanId(index === 0 ? members : index)
    const isLate = (owed.get(id) ?? 0) > partOfPenalty * (rounds + 1)
    return {
      memberId: memberId(index + 1),
      savings: { wajib: 20_000_00 },
      loans: [{ loanId: id, amount: 10_000_00, ...(isLate && { penalty: partOfPenalty }) }],
    }
  })
  const late = rows.filter(({ loans: [loan] }) => loan?.penalty !== undefined).length
  assert.ok(late >= members / 20, `${late} members pay a penalty`)
  const what = `a meeting of ${members} members with loans and penalties, durable`
  return within({ what, allowed: 1_000 }, rounds, async () => {
    const record = { requestId: crypto.randomUUID(), date: today, cashAccount: cash, rows }
    assert.equal((await api.collection.record(record)).members, members)
  })
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
