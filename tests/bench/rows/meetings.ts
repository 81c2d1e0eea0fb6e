import assert from 'node:assert/strict'
import { cash, memberId } from '../cooperative.ts'
import { loanId, members } from '../many-loans.ts'
import { type Measured, within } from '../measure.ts'
import { type OpenBook, openCopy, today } from '../open-book.ts'
import { requireWhole } from './loans.ts'

/** The monthly meeting of 600 members with loans: what is due from each, and all of it saved. */
export async function meetingsInTime(book: string, loans: number, rounds: number): Promise<Measured[]> {
  const open = await openCopy(book)
  await requireWhole(open, loans)
  const measured = [await sheets(open, loans, rounds), await meetings(open, Math.min(rounds, 5))]
  await requireWhole(open, loans)
  await open.close()
  return measured
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
/** So little that no loan is paid back while the same meeting is held again and again. */
const partOfLoan = 1_000_00

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
      loans: [{ loanId: id, amount: partOfLoan, ...(isLate && { penalty: partOfPenalty }) }],
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
