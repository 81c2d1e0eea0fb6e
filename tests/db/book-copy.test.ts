import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { copyOpenBook, openBookCopy } from '../../electron/backend/db/book-copy.ts'
import { connect, makeDurable, openDatabase } from '../../electron/backend/db/connection.ts'

const pause = () => new Promise((resolve) => setImmediate(resolve))

/** A file of 40 MB: several pieces. */
describe('a copy of an open book', () => {
  let folder = ''
  let database: Database.Database
  const file = () => {
    const path = join(folder, 'book')
    return { path, database, db: connect(database), isReadOnly: false, close: () => database.close() }
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lumbung-test-'))
    database = openDatabase(join(folder, 'book'), { create: true })
    makeDurable(database)
    database.exec('CREATE TABLE voucher (number INTEGER PRIMARY KEY, filling BLOB)')
    const fill = database.prepare('INSERT INTO voucher (filling) VALUES (randomblob(1000000))')
    for (let number = 1; number <= 40; number += 1) fill.run()
  })
  afterEach(() => {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const write = (number: number) => database.prepare('INSERT INTO voucher VALUES (?, NULL)').run(number)
  const numbersIn = (copy: Database.Database) =>
    copy
      .prepare<[], { number: number }>('SELECT number FROM voucher WHERE number > 40')
      .all()
      .map(({ number }) => number)

  test('is whole, with what was written while it was made and without what was taken back', async () => {
    const making = copyOpenBook(file())
    for (let wait = 0; wait < 4; wait += 1) await pause()
    write(41)
    database.exec('BEGIN IMMEDIATE')
    write(42)
    for (let wait = 0; wait < 4; wait += 1) await pause()
    database.exec('ROLLBACK')
    const { path } = await making
    write(43)
    const copy = openBookCopy(path)
    expect(numbersIn(copy.database)).toEqual([41])
    expect(copy.database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(() => copy.database.exec('DELETE FROM voucher')).toThrow('readonly')
    copy.database.close()
  })

  test('waits for whoever is writing as it begins, and is given up meanwhile too', async () => {
    database.exec('BEGIN IMMEDIATE')
    const making = copyOpenBook(file())
    const stopper = new AbortController()
    const stopped = copyOpenBook(file(), stopper.signal)
    await setTimeout(50)
    stopper.abort()
    await expect(stopped).rejects.toMatchObject({ code: 'CANCELLED' })
    write(41)
    database.exec('COMMIT')
    const copy = openBookCopy((await making).path)
    expect(numbersIn(copy.database)).toEqual([41])
    copy.database.close()
  })

  test.skipIf(process.platform === 'win32')('has no name any more once it is open', async () => {
    const { path } = await copyOpenBook(file())
    expect(existsSync(path)).toBe(true)
    const copy = openBookCopy(path)
    expect(existsSync(join(path, '..'))).toBe(false)
    expect(copy.database.prepare('SELECT count(*) AS n FROM voucher').get()).toEqual({ n: 40 })
    copy.database.close()
  })

  test('is given up between two pieces', async () => {
    const stopper = new AbortController()
    const making = copyOpenBook(file(), stopper.signal)
    await pause()
    stopper.abort()
    await expect(making).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})
