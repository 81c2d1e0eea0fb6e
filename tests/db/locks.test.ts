import { spawn } from 'node:child_process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { employ, savedRequests } from '../faults/orders.ts'
import { openTestBook, refusalOf, type TestBook } from '../support/book.ts'
import { putCash } from '../support/counter.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  await book.close()
})

const anotherProgram = (entries = 3) =>
  employ({ path: book.path, home: `${book.folder}/other-home`, name: 'second', entries })

test('a second program is told that the book is open elsewhere, and writes nothing', async () => {
  await putCash(book, 100)
  const second = anotherProgram()
  await second.gone
  expect(second.said).toEqual(['refused BOOK_LOCKED'])
  await putCash(book, 100)
  expect((await book.api.journal.list({})).rows).toHaveLength(2)
  await book.reopen()
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true, entries: 2 })
})

test('looking at the file of the open book does not open its lock', async () => {
  await putCash(book, 100)
  await refusalOf(book.api.backup.verify({ path: book.path })).catch(() => undefined)
  await refusalOf(book.api.backup.restore({ path: book.path, reason: 'Coba' })).catch(() => undefined)
  await book.api.book.status()
  const second = anotherProgram()
  await second.gone
  expect(savedRequests(second.said)).toEqual([])
})

test('once the first program has closed the book the second one gets it', async () => {
  await book.desk.close()
  const second = anotherProgram()
  await second.gone
  expect(savedRequests(second.said)).toHaveLength(3)
  await book.reopen()
  expect((await book.api.journal.list({})).rows).toHaveLength(3)
})

test('a scanner that holds the file for a moment is waited for', async () => {
  await book.desk.close()
  const heldMs = 1_500
  const script = `
    const Database = require('better-sqlite3')
    const database = new Database(process.argv[1])
    database.exec('BEGIN EXCLUSIVE')
    process.stdout.write('held')
    setTimeout(() => { database.exec('COMMIT'); database.close() }, ${heldMs})`
  const scanner = spawn(process.execPath, ['-e', script, book.path], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => scanner.stdout.once('data', resolve))
  const began = performance.now()
  await book.reopen()
  expect(performance.now() - began).toBeGreaterThan(heldMs / 3)
  await putCash(book, 100)
  await new Promise((resolve) => scanner.once('close', resolve))
})
