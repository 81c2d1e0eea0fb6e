import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, requestId, type TestBook } from '../support/book.ts'
import { addMember, deposit, openSavings, putCash } from '../support/counter.ts'

/** Money of members who left, changed with another program: each time it is found. */

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: '2026-12-31' })
  await putCash(book, 5_000_000_00)
  for (const number of ['0001', '0002']) await left(number)
  await addMember(book, '0003')
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

/** Rp300.000 saved, of which Rp200.000 were paid after the leaving. */
async function left(number: string): Promise<void> {
  const memberId = await addMember(book, number)
  await deposit(book, await openSavings(book, memberId), 300_000_00)
  await book.api.members.exit({ requestId: requestId(), memberId, date: '2026-06-15', reason: 'resigned' })
  const paying = { requestId: requestId(), memberId, date: '2026-06-20', amount: 200_000_00, cashAccount: '11101' }
  await book.api.members.payExit(paying)
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

const of = (number: string) => `(SELECT id FROM member WHERE code = '${number}')`
const paid = "account = '25107' AND debit > 0"

test('nothing is found where nothing was changed', async () => {
  expect(await problemsAfter('SELECT 1')).toEqual([])
})

test.each([
  [
    'a payment of more than was owed',
    `UPDATE journal_line SET debit = debit * 2 WHERE ${paid} AND member_id = ${of('0001')}`,
    'member 0001, who left, was paid more than was owed on 2026-06-20',
  ],
  [
    'a payment that is said to be of another who left',
    `UPDATE journal_line SET member_id = ${of('0002')} WHERE ${paid} AND member_id = ${of('0001')}`,
    'member 0002, who left, was paid more than was owed on 2026-06-20',
  ],
  [
    'a payment before the leaving',
    `UPDATE journal_line SET entry_date = '2026-06-14' WHERE ${paid} AND member_id = ${of('0001')}`,
    'member 0001, who left, was paid more than was owed on 2026-06-14',
  ],
  [
    'money owed to who left that went elsewhere',
    `UPDATE journal_line SET account = '48106' WHERE account = '25107' AND credit > 0 AND member_id = ${of('0001')}`,
    'member 0001, who left, was paid more than was owed on 2026-06-20',
  ],
  [
    'a leaving on another day',
    `UPDATE member_exit SET date = '2026-06-14' WHERE member_id = ${of('0001')}`,
    'member 0001 left on 2026-06-14, the register says otherwise',
  ],
  [
    'a leaving that was forgotten, so that she could leave again',
    `DELETE FROM exit_account; DELETE FROM member_exit WHERE member_id = ${of('0001')}`,
    'is not the leaving it was written as',
  ],
  [
    'a leaving that is said to be of another member',
    `UPDATE member_exit SET member_id = ${of('0003')} WHERE member_id = ${of('0001')}`,
    'is not the leaving it was written as',
  ],
  [
    'savings that were closed with the leaving and are open again',
    `UPDATE savings_account SET active = 1 WHERE member_id = ${of('0001')}`,
    'savings account SS-0001 was closed with a leaving and is open',
  ],
])('%s is found', async (_, change, expected) => {
  expect(await problemsAfter(change)).toContain(expected)
})
