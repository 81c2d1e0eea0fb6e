import { existsSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { durableSettings, makeDurable, openDatabase } from '../../electron/backend/db/connection.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { putCash } from '../support/counter.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  await book.close()
})

const setting = (name: string) => book.desk.app().file.database.pragma(name, { simple: true })

test('a book that was closed and opened again is as safe in a power cut as on the first day', async () => {
  const wanted = { ...durableSettings, journal_mode: 'wal', synchronous: 2, foreign_keys: 1, locking_mode: 'exclusive' }
  for (const opening of ['first', 'second', 'third']) {
    const found = Object.fromEntries(Object.keys(wanted).map((name) => [name, setting(name)]))
    expect(found, opening).toEqual(wanted)
    await putCash(book, 100)
    await book.reopen()
  }
})

test('without the settings, SQLite alone would open the second day less safely: what the check above guards against', async () => {
  await book.desk.close()
  const first = openDatabase(book.path)
  first.pragma('journal_mode = WAL')
  first.close()
  const second = openDatabase(book.path)
  expect(second.pragma('synchronous', { simple: true })).toBe(1)
  second.close()
})

test('a connection that cannot be made safe is not written through', () => {
  const memory = openDatabase(':memory:', { create: true })
  expect(() => makeDurable(memory)).toThrow(/journal_mode/)
  memory.close()
})

test('functions and views hidden in a file do not run, and damaged cells are looked for', () => {
  const strict = { trusted_schema: 0, cell_size_check: 1, secure_delete: 1, temp_store: 2, recursive_triggers: 1 }
  const found = Object.fromEntries(Object.keys(strict).map((name) => [name, setting(name)]))
  expect(found).toEqual(strict)
})

test('no shared memory lies beside a running book, and nothing at all beside a closed one', async () => {
  await putCash(book, 100)
  expect(existsSync(`${book.path}-wal`)).toBe(true)
  expect(existsSync(`${book.path}-shm`)).toBe(false)
  await book.desk.close()
  for (const ending of ['-wal', '-shm', '-journal']) expect(existsSync(book.path + ending), ending).toBe(false)
})

test('a closed book is one plain file that any program can read where nothing may be written', async () => {
  await putCash(book, 100)
  await book.desk.close()
  const reader = openDatabase(book.path, { readonly: true })
  expect(reader.pragma('journal_mode', { simple: true })).toBe('delete')
  expect(reader.prepare('SELECT count(*) FROM journal_entry').pluck().get()).toBe(1)
  reader.close()
})
