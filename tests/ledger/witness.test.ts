import { copyFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { JournalEntryTable, JournalLineTable } from '../../electron/backend/db/tables.ts'
import { entryHash } from '../../electron/backend/ledger/chain.ts'
import { verifyFile } from '../../electron/backend/services/book/verify.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { putCash } from '../support/counter.ts'
import { patience } from '../support/patience.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
  for (let number = 1; number <= 3; number += 1) await putCash(book, number * 100)
})
afterEach(async () => {
  await book.close()
})

function witness(): { path: string; seq: number } {
  const folder = join(book.folder, 'home', 'witness')
  const path = join(folder, readdirSync(folder)[0] ?? '')
  const { places } = JSON.parse(readFileSync(path, 'utf8')) as { places: Record<string, { seq: number }> }
  return { path, seq: places[book.path]?.seq ?? -1 }
}

const alarms = async () => (await book.api.book.status()).book?.alarms ?? []

test('the witness follows soon after, and at once when the book is closed', async () => {
  await vi.waitFor(() => expect(witness().seq).toBe(3), patience)
  await putCash(book, 400)
  expect(witness().seq).toBe(3)
  await book.desk.close()
  expect(witness().seq).toBe(4)
})

/** Leaves the book closed as it was before its newest entry, at the place where that entry was seen. */
async function putOldBookBack(): Promise<void> {
  const old = join(book.folder, 'kept.lumbung')
  await book.desk.close()
  copyFileSync(book.path, old)
  await book.desk.open(book.path)
  await putCash(book, 400)
  await book.desk.close()
  copyFileSync(old, book.path)
}

test('an old book put back in its place is noticed, says what is missing, and stays noticed', async () => {
  await putOldBookBack()
  for (const opening of ['first', 'second']) {
    await book.desk.open(book.path)
    expect(await alarms(), opening).toMatchObject([{ kind: 'witness', detail: expect.stringContaining('number 4') }])
    expect(await book.api.ledger.verify()).toMatchObject({ ok: false, problems: [{ kind: 'witness' }] })
    await book.desk.close()
  }
  await book.desk.open(book.path)
  expect(await putCash(book, 400)).toMatchObject({ voucher: 'BKM-2026-0004' })
  expect(await alarms()).toHaveLength(1)
})

test('an old book put back under another id is known by its first entry', async () => {
  await putOldBookBack()
  const file = new Database(book.path)
  const guard =
    file.prepare<[], string>("SELECT sql FROM sqlite_schema WHERE name = 'book_no_update'").pluck().get() ?? ''
  file.exec("DROP TRIGGER book_no_update; UPDATE book SET id = '11111111-1111-4111-8111-111111111111'")
  file.exec(guard)
  file.close()
  await book.desk.open(book.path)
  expect(await alarms()).toMatchObject([{ kind: 'witness', voucher: 'BKM-2026-0004' }])
})

test('another book in the same place is no alarm: it began with another entry', async () => {
  await book.desk.close()
  const other = await openTestBook()
  await putCash(other, 100)
  await other.desk.close()
  copyFileSync(other.path, book.path)
  await book.desk.open(book.path)
  expect(await alarms()).toEqual([])
  await other.close()
})

test('entries changed and every hash computed anew, as a skilled hand would: found only by the witness', async () => {
  await book.desk.close()
  recompute(book.path)
  const elsewhere = join(book.folder, 'elsewhere.lumbung')
  copyFileSync(book.path, elsewhere)
  const home = join(book.folder, 'home')
  expect(await verifyFile(elsewhere, home, '')).toMatchObject({ ok: true })
  expect(await verifyFile(book.path, home, '')).toMatchObject({ ok: false, problems: [{ kind: 'witness' }] })
  await book.desk.open(book.path)
  expect(await alarms()).toHaveLength(1)
})

/** Doubles the first receipt, in the balances too, and makes the whole chain fit again. */
function recompute(path: string): void {
  const database = new Database(path)
  const triggers = database.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all() as {
    name: string
    sql: string
  }[]
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`)
  database.exec('UPDATE journal_line SET debit = debit * 2, credit = credit * 2 WHERE seq = 1')
  for (const table of ['balance_day', 'balance_month', 'balance_year'])
    database.exec(`UPDATE ${table} SET debit = debit + CASE WHEN debit > 0 THEN 100 ELSE 0 END,
      credit = credit + CASE WHEN credit > 0 THEN 100 ELSE 0 END`)
  let previous = '0'.repeat(64)
  const headers = database.prepare('SELECT * FROM journal_entry ORDER BY seq').all() as JournalEntryTable[]
  for (const header of headers) {
    const lines = database.prepare('SELECT * FROM journal_line WHERE seq = ? ORDER BY line_no').all(header.seq)
    const hash = entryHash({ ...header, prev_hash: previous }, lines as JournalLineTable[])
    database.prepare('UPDATE journal_entry SET prev_hash = ?, hash = ? WHERE seq = ?').run(previous, hash, header.seq)
    previous = hash
  }
  for (const { sql } of triggers) database.exec(sql)
  database.close()
}

test('a book carried to another place is no alarm there', async () => {
  await book.desk.close()
  const stick = join(book.folder, 'stick.lumbung')
  copyFileSync(book.path, stick)
  await book.desk.open(book.path)
  await putCash(book, 400)
  await book.desk.open(stick)
  expect(await alarms()).toEqual([])
  await book.desk.open(book.path)
  expect(await alarms()).toEqual([])
})

test('a witness that was torn or lost is a first meeting, not an alarm', async () => {
  await book.desk.close()
  truncateSync(witness().path, 40)
  await book.desk.open(book.path)
  expect(await alarms()).toEqual([])
  await book.desk.close()
  expect(witness().seq).toBe(3)
  writeFileSync(witness().path, '{"bookId":"another","places":{}}')
  await book.desk.open(book.path)
  expect(await alarms()).toEqual([])
})

test('after a crash the witness may be behind the book, and nobody cries wolf', async () => {
  await vi.waitFor(() => expect(witness().seq).toBe(3), patience)
  const before = readFileSync(witness().path)
  await putCash(book, 400)
  await book.desk.close()
  writeFileSync(witness().path, before)
  await book.desk.open(book.path)
  expect(await alarms()).toEqual([])
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true, entries: 4 })
})
