import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeBackup } from '../../../electron/backend/db/backup.ts'
import { restoreBackup } from '../../../electron/backend/services/book/backup.ts'
import { verifyFile } from '../../../electron/backend/services/book/verify.ts'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const now = '2026-11-20T02:00:00.000Z'
const home = () => join(book.folder, 'home')

async function post(amount: number) {
  return book.api.journal.post({
    requestId: requestId(),
    date: '2026-01-05',
    description: 'Pendapatan lain',
    lines: [
      { account: '11101', debit: amount },
      { account: '48106', credit: amount },
    ],
  })
}

test('a backup is proven, listed, and holds every entry', async () => {
  await post(100_00)
  const made = await book.api.backup.now()
  const { head } = await book.api.ledger.verify()
  expect(made).toMatchObject({ entries: 1, head })
  expect((await book.api.backup.list()).rows.map((row) => row.path)).toEqual([made.path])
  expect(await book.api.backup.verify({ path: made.path })).toMatchObject({ ok: true, entries: 1 })
})

test('a backup is one plain file without a log of writes beside it', async () => {
  await post(100_00)
  const { path } = await book.api.backup.now()
  expect(readFileSync(path)[18]).toBe(1)
  expect(existsSync(`${path}-wal`)).toBe(false)
})

test('a backup never overwrites a file that is there', async () => {
  const path = join(book.folder, 'salinan.lumbung')
  writeFileSync(path, 'catatan lain')
  expect((await refusalOf(book.api.backup.now({ path }))).code).toBe('ALREADY_EXISTS')
  expect(readFileSync(path, 'utf8')).toBe('catatan lain')
})

test('a place that is not there is no place for a backup: a stick that is not plugged in is not made up', async () => {
  const path = join(book.folder, 'media', 'stick', 'salinan.lumbung')
  expect((await refusalOf(book.api.backup.now({ path }))).code).toBe('NOT_FOUND')
  expect(existsSync(join(book.folder, 'media'))).toBe(false)
})

test('a copy of a book that was altered under the program gets no name', async () => {
  await post(100_00)
  const database = book.desk.app().file.database
  database.exec('DROP TRIGGER journal_entry_no_update')
  database.exec("UPDATE journal_entry SET description = 'lain'")
  const path = join(book.folder, 'salinan.lumbung')
  const refusal = await refusalOf(book.api.backup.now({ path }))
  expect(refusal.code).toBe('BOOK_DAMAGED')
  expect(existsSync(path)).toBe(false)
})

test('a damaged backup is found and cannot be restored', async () => {
  await post(100_00)
  const { path } = await book.api.backup.now()
  const bytes = readFileSync(path)
  bytes.fill(0xff, 8_192, 12_288)
  writeFileSync(path, bytes)
  expect((await book.api.backup.verify({ path })).ok).toBe(false)
  const before = (await book.api.ledger.verify()).head
  const restoring = book.api.backup.restore({ path, reason: 'Coba' })
  expect((await refusalOf(restoring)).code).toBe('BOOK_DAMAGED')
  expect((await book.api.ledger.verify()).head).toEqual(before)
})

test('a damaged backup does not even close the book that lies open', async () => {
  await post(100_00)
  const { path } = await book.api.backup.now()
  const bytes = readFileSync(path)
  bytes.fill(0xff, 8_192, 12_288)
  writeFileSync(path, bytes)
  const open = book.desk.app()
  expect((await refusalOf(book.api.backup.restore({ path, reason: 'Coba' }))).code).toBe('BOOK_DAMAGED')
  expect(book.desk.app()).toBe(open)
})

test('a copy that ends at another entry than the book gets no name', async () => {
  await post(100_00)
  const older = join(book.folder, 'kemarin.lumbung')
  await book.api.backup.now({ path: older })
  await post(200_00)
  const database = new Database(older)
  const copying = { ...book.desk.app().file, database }
  const path = join(book.folder, 'salinan.lumbung')
  const refusal = await writeBackup(copying, path).catch((error: unknown) => error)
  database.close()
  expect(refusal).toMatchObject({ code: 'BOOK_DAMAGED', data: { problems: [{ kind: 'chain' }] } })
  expect(readdirSync(book.folder).filter((name) => name.startsWith('salinan'))).toEqual([])
  expect(await writeBackup(book.desk.app().file, path)).toMatchObject({ path, entries: 2 })
})

test('restoring puts the backup in place, keeps the replaced book aside and silences the witness', async () => {
  await post(100_00)
  const { path } = await book.api.backup.now()
  await post(200_00)
  const restored = await book.api.backup.restore({ path, reason: 'Laptop jatuh' })
  expect(restored.entries).toBe(1)
  expect((await book.api.journal.list({})).rows).toHaveLength(1)
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true, entries: 1 })
  expect(await verifyFile(restored.movedAside, home(), now)).toMatchObject({ ok: true, entries: 2 })
})

test('a backup is restored to a place where no book lies', async () => {
  await post(100_00)
  const { path } = await book.api.backup.now()
  const target = join(book.folder, 'baru', 'koperasi.lumbung')
  const restored = await restoreBackup({ backup: path, book: target, home: home(), now, reason: 'Laptop baru' })
  expect(restored).toMatchObject({ path: target, movedAside: '', entries: 1 })
  expect(await verifyFile(target, home(), now)).toMatchObject({ ok: true, entries: 1 })
})

test('nothing is restored over a book that lies open, in this program or another', async () => {
  await post(100_00)
  const { path } = await book.api.backup.now()
  await post(200_00)
  const restoring = { backup: path, book: book.path, home: home(), now, reason: 'Coba' }
  expect((await refusalOf(restoreBackup(restoring))).code).toBe('BOOK_LOCKED')
  expect((await book.api.journal.list({})).rows).toHaveLength(2)

  const elsewhere = join(book.folder, 'elsewhere.lumbung')
  writeFileSync(elsewhere, readFileSync(path))
  const other = anotherProgramHolding(elsewhere)
  await once(other.stdout, 'data')
  const before = readFileSync(elsewhere)
  expect((await refusalOf(restoreBackup({ ...restoring, book: elsewhere }))).code).toBe('BOOK_LOCKED')
  expect(readFileSync(elsewhere).equals(before)).toBe(true)
  other.kill()
  await once(other, 'exit')
  expect(await restoreBackup({ ...restoring, book: elsewhere })).toMatchObject({ entries: 1 })
})

/** Another process with the book open as the program opens it: alone, and with a log of writes. */
function anotherProgramHolding(path: string) {
  const program = `
    const database = new (require('better-sqlite3'))(process.argv[1])
    database.pragma('locking_mode = EXCLUSIVE')
    database.pragma('journal_mode = WAL')
    database.exec('BEGIN IMMEDIATE; COMMIT')
    console.log('open')
    setInterval(() => {}, 1000)`
  return spawn(process.execPath, ['-e', program, path], { stdio: ['ignore', 'pipe', 'inherit'] })
}

test('what is no book is refused as a backup', async () => {
  const path = join(book.folder, 'surat.txt')
  writeFileSync(path, 'bukan buku')
  expect((await refusalOf(book.api.backup.verify({ path }))).code).toBe('NOT_A_BOOK')
  expect((await refusalOf(book.api.backup.verify({ path: join(book.folder, 'hilang') }))).code).toBe('NOT_FOUND')
})

test('a book without the row that says which book it is has a problem, never a program error', async () => {
  const { path } = await book.api.backup.now()
  const database = new Database(path)
  const guards = database.prepare<[], { name: string; sql: string }>(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'book'",
  )
  const kept = guards.all()
  for (const { name } of kept) database.exec(`DROP TRIGGER ${name}`)
  database.exec('DELETE FROM book')
  for (const { sql } of kept) database.exec(sql)
  database.close()
  const { ok, problems } = await verifyFile(path, home(), now)
  expect([ok, problems.map(({ kind }) => kind)]).toEqual([false, ['schema']])
})
