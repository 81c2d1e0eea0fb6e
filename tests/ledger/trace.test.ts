import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../support/book.ts'
import { addMembers, deposit, openSavings, putCash, withdraw } from '../support/counter.ts'

/** Everything a working day says to SQLite, listened to: the text of every statement that is prepared or run. */

const statements = new Set<string>()
let book: TestBook

beforeAll(async () => {
  const { prepare, exec } = Database.prototype
  vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (this: Database.Database, text: string) {
    statements.add(text)
    return prepare.call(this, text)
  })
  vi.spyOn(Database.prototype, 'exec').mockImplementation(function (this: Database.Database, text: string) {
    statements.add(text)
    return exec.call(this, text)
  })
  book = await openTestBook()
  statements.clear()
  await workADay()
})
afterAll(async () => {
  vi.restoreAllMocks()
  await book.close()
})

/** Something through every area that writes, with a refusal and an undo among it. */
async function workADay(): Promise<void> {
  const { api } = book
  const date = '2026-03-02'
  await putCash(book, 10_000_000_00)
  const members = await addMembers(book, 5)
  const [memberId = ''] = members
  const savings = await openSavings(book, memberId)
  await deposit(book, savings, 500_000_00)
  const taken = await withdraw(book, savings, 100_000_00)
  await refusalOf(withdraw(book, savings, 9_000_000_00))
  await api.journal.reverse({ requestId: requestId(), entryId: taken.entryId, date, reason: 'Salah' })
  const rows = members.map((id) => ({ memberId: id, savings: { wajib: 20_000_00 } }))
  const collection = requestId()
  await api.collection.record({ requestId: collection, date, cashAccount: '11101', rows })
  await api.requests.undo({ requestId: requestId(), undoes: collection, date, reason: 'Salah hari' })
  const opening = { requestId: requestId(), date: '2026-01-01', lines: [{ account: '11201', debit: 5_000_00 }] }
  await api.opening.post(opening)
  await api.cash.transfer({ requestId: requestId(), date, from: '11101', to: '11201', amount: 100_00 })
  await api.cash.spend({
    requestId: requestId(),
    date,
    cashAccount: '11101',
    description: 'Listrik',
    lines: [{ account: '52201', amount: 75_000_00 }],
  })
  await api.periods.lockMonth({ requestId: requestId(), month: '2026-01' })
  await api.periods.unlockMonth({ requestId: requestId(), month: '2026-01', reason: 'Koreksi' })
  await api.members.update({ requestId: requestId(), memberId, name: 'Nama Baru' })
  await api.accounts.update({ requestId: requestId(), code: '48106', nameId: 'Lain-lain' })
  await api.cooperative.update({ requestId: requestId(), name: 'Koperasi Maju' })
  expect(await api.ledger.verify()).toMatchObject({ ok: true })
  expect(book.bugs).toEqual([])
  await book.reopen()
}

const all = () => [...statements]
const ledgerTables = 'journal_entry|journal_line|period_act|request|book|balance_day|balance_month|balance_year'

test('nothing that is written is ever updated, replaced or deleted', () => {
  const changes = new RegExp(`\\b(update|delete\\s+from|replace\\s+into)\\s+"?(${ledgerTables})\\b`, 'i')
  expect(all().filter((text) => changes.test(text))).toEqual([])
  expect(all().filter((text) => /insert\s+or\s/i.test(text))).toEqual([])
})

test('the listener hears what is written, so its silence above means something', () => {
  expect(all().some((text) => /insert into "journal_line"/.test(text))).toBe(true)
  expect(all().some((text) => /update "member"/.test(text))).toBe(true)
})

test('every writing takes the file at its beginning, none asks for it halfway', () => {
  const begins = all().filter((text) => /^\s*begin/i.test(text))
  expect(begins.length).toBeGreaterThan(0)
  expect(begins.filter((text) => !/^BEGIN IMMEDIATE/.test(text))).toEqual([])
})

test('what people typed never stands in the text of a statement', () => {
  const typed = ['Nama Baru', 'Koperasi Maju', 'Listrik', 'Salah hari', 'Lain-lain', '7500000']
  expect(all().filter((text) => typed.some((word) => text.includes(word)))).toEqual([])
})
