import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../electron/backend/db/connection.ts'
import { verifyFile } from '../../electron/backend/services/verify.ts'
import { openTestBook, refusalOf, type TestBook } from '../support/book.ts'
import { putCash } from '../support/counter.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  await book.close()
})

const verify = (path: string) => verifyFile(path, join(book.folder, 'home'), '2026-11-20T02:00:00.000Z')

/** Leaves a copy of the closed book beside it. */
async function copyOf(name: string): Promise<string> {
  const copy = join(book.folder, name)
  await book.desk.close()
  copyFileSync(book.path, copy)
  return copy
}

test('an older copy put back in place is an alarm that names the last voucher seen', async () => {
  await putCash(book, 100_00)
  const older = await copyOf('kemarin.lumbung')
  await book.reopen()
  const missing = await putCash(book, 200_00)
  await book.desk.close()
  copyFileSync(older, book.path)
  expect(await verify(book.path)).toMatchObject({
    ok: false,
    problems: [{ kind: 'witness', voucher: missing.voucher }],
  })
  await book.reopen()
  expect((await book.api.book.status()).book?.alarms).toMatchObject([{ kind: 'witness', voucher: missing.voucher }])
})

test('the alarm stays when new entries are written over the missing ones', async () => {
  const older = await copyOf('kosong.lumbung')
  await book.reopen()
  await putCash(book, 200_00)
  await book.desk.close()
  copyFileSync(older, book.path)
  await book.reopen()
  await putCash(book, 300_00)
  await book.reopen()
  await putCash(book, 400_00)
  await book.desk.close()
  expect((await verify(book.path)).problems).toMatchObject([{ kind: 'witness', voucher: 'BKM-2026-0001' }])
})

test('the alarm ends when the newer book is put back', async () => {
  const older = await copyOf('lama.lumbung')
  await book.reopen()
  await putCash(book, 200_00)
  const newer = await copyOf('baru.lumbung')
  copyFileSync(older, book.path)
  await book.reopen()
  await book.desk.close()
  copyFileSync(newer, book.path)
  expect(await verify(book.path)).toMatchObject({ ok: true, entries: 1 })
})

test('a copy elsewhere is no alarm', async () => {
  await putCash(book, 100_00)
  const copy = await copyOf('salinan.lumbung')
  await book.reopen()
  await putCash(book, 200_00)
  expect(await verify(copy)).toMatchObject({ ok: true, entries: 1 })
})

test('lines that wait for an entry which nobody wrote keep the book closed', async () => {
  await putCash(book, 100_00)
  await book.desk.close()
  const database = openDatabase(book.path)
  database.pragma('foreign_keys = OFF')
  const insert = 'INSERT INTO journal_line (seq, line_no, entry_id, entry_date, account, debit, credit, unit) VALUES'
  database.exec(`${insert} (2, 1, 'x', '2026-01-01', '11101', 5, 0, 'general')`)
  database.close()
  const { code, data } = await refusalOf(book.reopen())
  expect(code).toBe('BOOK_DAMAGED')
  expect(data.problems).toContainEqual(expect.objectContaining({ kind: 'lines', entryId: 'x' }))
})

for (const table of ['book', 'cooperative']) {
  test(`a book without its ${table} row stays closed`, async () => {
    await book.desk.close()
    const database = openDatabase(book.path)
    const guard = database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(`${table}_no_delete`)
    database.exec(`DROP TRIGGER ${table}_no_delete; DELETE FROM ${table}; ${String(guard)}`)
    database.close()
    expect((await refusalOf(book.reopen())).code).toBe('BOOK_DAMAGED')
  })
}
