import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createBook } from '../../electron/backend/db/create.ts'
import { restoreBackup } from '../../electron/backend/services/book/backup.ts'
import { verifyFile } from '../../electron/backend/services/book/verify.ts'
import { openTestBook, refusalOf, type TestBook } from '../support/book.ts'
import { putCash } from '../support/counter.ts'

/** A crash leaves the log of the last writes beside the book; SQLite plays it back into whatever takes that name. */

let book: TestBook
let left: string
const now = '2026-11-20T02:00:00.000Z'
const home = () => join(book.folder, 'home')

beforeEach(async () => {
  book = await openTestBook()
  await putCash(book, 5_000_000_00)
  left = join(book.folder, 'crashed', 'buku.lumbung')
  mkdirSync(join(book.folder, 'crashed'))
  copyFileSync(book.path, left)
  copyFileSync(`${book.path}-wal`, `${left}-wal`)
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

test('a new book does not swallow the log of one that is gone', async () => {
  rmSync(left)
  const log = readFileSync(`${left}-wal`)
  const newBook = { path: left, kind: 'real', cooperative: { name: 'Koperasi Baru' } } as const
  const refusal = await refusalOf(createBook(newBook, { now: () => now, newId: () => crypto.randomUUID() }))
  expect(refusal).toMatchObject({ code: 'ALREADY_EXISTS', data: { path: `${left}-wal` } })
  expect(existsSync(left)).toBe(false)
  expect(readFileSync(`${left}-wal`).equals(log)).toBe(true)
})

test('a backup restored in the place of a lost book is the backup; the log is moved aside', async () => {
  const { path, entries } = await book.api.backup.now()
  await putCash(book, 7_00)
  copyFileSync(`${book.path}-wal`, `${left}-wal`)
  rmSync(left)
  const restored = await restoreBackup({ backup: path, book: left, home: home(), now, reason: 'Buku hilang' })
  expect(restored).toMatchObject({ path: left, entries })
  expect(existsSync(`${restored.movedAside}-wal`)).toBe(true)
  expect(existsSync(`${left}-wal`)).toBe(false)
  expect(await verifyFile(left, home(), now)).toMatchObject({ ok: true, entries })
})

test('a backup never takes a name whose log lies there', async () => {
  rmSync(left)
  expect((await refusalOf(book.api.backup.now({ path: left }))).code).toBe('ALREADY_EXISTS')
})

test('another book copied over a crashed one is refused, and nothing beside it changes', async () => {
  const other = await openTestBook()
  for (let number = 1; number <= 40; number += 1) await putCash(other, number * 1000_00)
  await other.desk.close()
  copyFileSync(other.path, left)
  await other.close()
  const before = [readFileSync(left), readFileSync(`${left}-wal`)]
  await expect(book.desk.open(left)).rejects.toMatchObject({ code: 'BOOK_DAMAGED' })
  expect(readdirSync(join(book.folder, 'crashed')).sort()).toEqual(['buku.lumbung', 'buku.lumbung-wal'])
  expect([readFileSync(left), readFileSync(`${left}-wal`)]).toEqual(before)
})
