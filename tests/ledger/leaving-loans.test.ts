import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { requestId } from '../support/book.ts'
import { addMember, deposit, openSavings } from '../support/counter.ts'
import { type LendingBook, openLendingBook, rupiah } from '../support/lending.ts'

/** What a leaving settled of loans, changed with another program: each time it is found. */

let book: LendingBook
let undone: string
beforeEach(async () => {
  book = await openLendingBook()
  await left('0002', 3_000_000, 'resigned')
  await left('0003', 400_000, 'expelled')
  undone = await left('0004', 3_000_000, 'moved')
  await left('0005', 0, 'expelled')
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

/** Rp1.000.000 over ten months, one instalment paid, late with the others; answers the request of the leaving. */
async function left(number: string, saved: number, reason: 'resigned' | 'expelled' | 'moved'): Promise<string> {
  const memberId = await addMember(book, number)
  if (saved > 0) await deposit(book, await openSavings(book, memberId), rupiah(saved))
  const penalty = { kind: 'pct_per_day' as const, pct: '0.1' }
  const product = await book.product({ penalty, ratePctPerMonth: '1.5' })
  const loanId = await book.running({ memberId, product, principal: rupiah(1_000_000), months: 10 })
  await book.pay(loanId, '2026-02-10', rupiah(115_000))
  const id = requestId()
  await book.api.members.exit({ requestId: id, memberId, date: '2026-06-15', reason })
  return id
}

async function problemsAfter(change: string): Promise<string[]> {
  const { database } = book.desk.app().file
  const guards = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all() as { name: string }[]
  database.pragma('foreign_keys = OFF')
  for (const { name } of guards) database.exec(`DROP TRIGGER ${name}`)
  database.exec(change)
  const { problems } = await book.api.ledger.verify()
  return problems.filter(({ kind }) => kind !== 'schema').map(({ detail }) => detail)
}

const exitOf = (number: string) =>
  `(SELECT x.id FROM member_exit x JOIN member m ON m.id = x.member_id WHERE m.code = '${number}')`
const row = (number: string) => `WHERE exit_id = ${exitOf(number)}`

test('nothing is found where nothing was changed, also once a leaving was taken back and done again', async () => {
  await book.api.requests.undo({ requestId: requestId(), undoes: undone, date: '2026-06-15', reason: 'Tetap anggota' })
  const { rows } = await book.api.members.list({ text: '0004' })
  const [member] = rows
  const again = { memberId: member?.memberId ?? '', date: '2026-07-01', reason: 'resigned' as const }
  await book.api.members.exit({ requestId: requestId(), ...again })
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true, problems: [] })
  expect(await problemsAfter('SELECT 1')).toEqual([])
})

describe('found', () => {
  test.each([
    [
      'a loan the leaving does not tell of any more',
      `DELETE FROM exit_loan ${row('0002')}`,
      'the leaving of member 0002 does not tell of loan P-0001',
    ],
    [
      'one it does not tell of where nothing was paid',
      `DELETE FROM exit_loan ${row('0005')}`,
      'the leaving of member 0005 does not tell of loan P-0004',
    ],
    [
      "a loan that is another's",
      `UPDATE exit_loan SET exit_id = ${exitOf('0003')} ${row('0002')}`,
      "the leaving of member 0003 tells of loan P-0001, which is another's",
    ],
    [
      'less interest than was paid',
      `UPDATE exit_loan SET interest = interest - 100 ${row('0002')}`,
      'the leaving of member 0002 pays more of loan P-0001 than it says was owed',
    ],
    [
      'less penalty than was paid',
      `UPDATE exit_loan SET penalty = penalty - 100, interest = interest + 100 ${row('0002')}`,
      'the leaving of member 0002 pays more of loan P-0001 than it says was owed',
    ],
    [
      'more penalty than was paid by who was paid out the rest',
      `UPDATE exit_loan SET penalty = penalty + 100 ${row('0002')}`,
      'the leaving of member 0002 pays out and leaves loan P-0001 open',
    ],
    [
      'more interest of who owed more than she had than her schedule asks for',
      `UPDATE exit_loan SET interest = 13500100 ${row('0003')}`,
      'the leaving of member 0003 asks for more interest of loan P-0002 than was agreed',
    ],
    [
      'another amount in a leaving that was taken back since',
      `UPDATE exit_loan SET interest = interest + 100 ${row('0004')}`,
      'the leaving of member 0004 pays out and leaves loan P-0003 open',
    ],
  ])('%s', async (_, change, expected) => {
    await book.api.requests.undo({ requestId: requestId(), undoes: undone, date: '2026-06-15', reason: 'Batal' })
    expect(await problemsAfter(change)).toContain(expected)
  })

  test('a line of the leaving that pays another part of the loan', async () => {
    const entry = `(SELECT e.seq FROM journal_entry e JOIN member_exit x ON x.entry_id = e.id WHERE x.id = ${exitOf('0002')})`
    const problems = await problemsAfter(
      `UPDATE journal_line SET account = '41104' WHERE seq = ${entry} AND account = '41101' AND loan_id IS NOT NULL`,
    )
    expect(problems).toContain('the leaving of member 0002 pays more of loan P-0001 than it says was owed')
  })
})
