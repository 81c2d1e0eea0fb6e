import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '../../shared/errors.ts'
import { openTestBook, requestId, type TestBook } from '../support/book.ts'
import { addMember, deposit, openSavings, putCash } from '../support/counter.ts'

/** What the real start-up says to a file, and what it leaves on the disk. */

let book: TestBook
let sound: Buffer
let place: string
beforeAll(async () => {
  book = await openTestBook()
  await putCash(book, 5_000_000_00)
  const savings = await openSavings(book, await addMember(book))
  for (let number = 1; number <= 30; number += 1) await deposit(book, savings, number * 1000_00)
  await book.desk.close()
  sound = readFileSync(book.path)
  place = join(book.folder, 'elsewhere')
  mkdirSync(place)
})
afterAll(async () => {
  await book.close()
})

/** Every file beside a path with its bytes. */
function beside(path: string): Record<string, string> {
  const folder = dirname(path)
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  )
}

/** A file in a folder of its own; the answer of the start-up, and whether anything beside it changed. */
async function openFile(content: Buffer | undefined, name = 'buku.lumbung') {
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place)
  const path = join(place, name)
  if (content) writeFileSync(path, content)
  return attempt(path)
}

async function attempt(path: string) {
  const before = beside(path)
  const refusal = await book.desk.open(path).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (refusal !== undefined && !(refusal instanceof Refusal)) throw refusal
  if (refusal === undefined) {
    expect(await book.api.ledger.verify()).toMatchObject({ ok: true, problems: [] })
    await book.desk.close()
  }
  return { code: refusal?.code, reason: refusal?.reason, data: refusal?.data, isUntouched: same(before, beside(path)) }
}

const same = (a: Record<string, string>, b: Record<string, string>) => JSON.stringify(a) === JSON.stringify(b)

function changed(sql: string): Buffer {
  const path = join(book.folder, 'changed.lumbung')
  writeFileSync(path, sound)
  const database = new Database(path)
  database.pragma('foreign_keys = OFF')
  database.exec(sql)
  database.close()
  return readFileSync(path)
}

describe('what is no book, or not for this program, is refused and keeps its bytes', () => {
  const cases: readonly (readonly [name: string, content: () => Buffer | undefined, code: string])[] = [
    ['no file', () => undefined, 'NOT_FOUND'],
    ['an empty file', () => Buffer.alloc(0), 'NOT_A_BOOK'],
    ['a text', () => Buffer.from('Buku kas\n'.repeat(100)), 'NOT_A_BOOK'],
    ['the beginning of a book', () => sound.subarray(0, 60), 'NOT_A_BOOK'],
    ['a database of another program', () => changed('PRAGMA application_id = 7'), 'NOT_A_BOOK'],
    ['a book of a newer program', () => changed('PRAGMA user_version = 99'), 'BOOK_NEWER'],
    ['half a book', () => sound.subarray(0, sound.length / 2), 'BOOK_DAMAGED'],
    ['a book whose middle is zeros', () => Buffer.from(sound).fill(0, 8192, 40960), 'BOOK_DAMAGED'],
    ['a book without a table', () => changed('DROP TABLE setting'), 'BOOK_DAMAGED'],
    ['a book without a guard', () => changed('DROP TRIGGER journal_line_no_update'), 'BOOK_DAMAGED'],
    ['a book with a guest', () => changed('CREATE VIEW v AS SELECT * FROM member'), 'BOOK_DAMAGED'],
    ['a book that has had its version set back', () => changed('PRAGMA user_version = 0'), 'BOOK_DAMAGED'],
  ]

  test.each(cases)('%s', async (_name, content, code) => {
    expect(await openFile(content())).toMatchObject({ code, isUntouched: true })
  })

  test('a folder', async () => {
    const path = join(book.folder, 'a-folder.lumbung')
    mkdirSync(path)
    await expect(book.desk.open(path)).rejects.toMatchObject({ code: 'NOT_A_BOOK' })
  })

  test('an altered entry is refused by the name of its voucher', async () => {
    const guards = `DROP TRIGGER journal_line_no_update; UPDATE journal_line SET debit = 5 WHERE seq = 4 AND debit > 0;`
    const { sql } = triggerOf('journal_line_no_update')
    const { code, data, isUntouched } = await openFile(changed(guards + sql))
    expect({ code, isUntouched }).toEqual({ code: 'BOOK_DAMAGED', isUntouched: true })
    const named = expect.objectContaining({ kind: 'altered', voucher: 'BKM-2026-0004' })
    expect(data).toMatchObject({ problems: expect.arrayContaining([named]) })
  })

  test('a row that its table does not allow', async () => {
    const path = join(book.folder, 'changed.lumbung')
    writeFileSync(path, sound)
    const database = new Database(path)
    database.pragma('ignore_check_constraints = ON')
    database.exec("UPDATE loan_product SET method = 'alnuity' WHERE id = 'annuity'")
    database.close()
    expect(await openFile(readFileSync(path))).toMatchObject({
      code: 'BOOK_DAMAGED',
      reason: 'file',
      isUntouched: true,
    })
  })

  function triggerOf(name: string): { sql: string } {
    const database = new Database(sound)
    const row = database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').get(name) as { sql: string }
    database.close()
    return row
  }
})

test('200 damaged books: refused without a changed byte, or sound in all they say', async () => {
  let refused = 0
  for (let step = 0; step < 200; step += 1) {
    const bytes = Buffer.from(sound)
    const start = (step * 7_919 * 13) % bytes.length
    if (step % 4 === 0) bytes.subarray(start, start + 512).fill(0)
    else if (step % 4 === 1) bytes[start] = (bytes[start] ?? 0) ^ (1 << (step % 8))
    else if (step % 4 === 2) bytes.copyWithin(start, 0, 512)
    else bytes.subarray(start, start + 64).fill(0xff)
    const { code, isUntouched } = await openFile(step % 20 === 19 ? bytes.subarray(0, start) : bytes)
    if (code === undefined) continue
    refused += 1
    expect({ step, code, isUntouched }).toEqual({
      step,
      code: expect.stringMatching(/DAMAGED|NOT_A/),
      isUntouched: true,
    })
  }
  expect(refused).toBeGreaterThan(50)
})

test('a damaged log of writes is kept with its book', async () => {
  const crashed = crash()
  const wal = readFileSync(`${crashed}-wal`)
  wal.fill(7, 2000, wal.length)
  writeFileSync(`${crashed}-wal`, wal)
  writeFileSync(crashed, Buffer.from(readFileSync(crashed)).fill(0, 8192, 30_000))
  expect(await attempt(crashed)).toMatchObject({ code: 'BOOK_DAMAGED', isUntouched: true })
})

/** A book as a crash leaves it: with its newest entries only in the log of writes. */
function crash(): string {
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place)
  const path = join(place, 'buku.lumbung')
  writeFileSync(path, sound)
  const database = new Database(path)
  database.pragma('journal_mode = WAL')
  database.exec(`INSERT INTO setting VALUES ('crashed', 'yes')`)
  copyFileSync(path, `${path}.1`)
  copyFileSync(`${path}-wal`, `${path}.1-wal`)
  database.close()
  const crashed = join(place, 'crashed.lumbung')
  copyFileSync(`${path}.1`, crashed)
  copyFileSync(`${path}.1-wal`, `${crashed}-wal`)
  for (const name of readdirSync(place)) if (!name.startsWith('crashed')) rmSync(join(place, name))
  return crashed
}

test('what a crash left in the log of writes is there when the book is opened', async () => {
  const app = await book.desk.open(crash())
  const found = await app.read(({ db }) => db.selectFrom('setting').selectAll().execute())
  expect(found).toEqual([{ name: 'crashed', value: 'yes' }])
  await book.desk.close()
})

describe('a book nobody may write', () => {
  test('is opened for looking, and says so when somebody writes', async () => {
    const path = readOnlyCopy()
    const before = beside(path)
    await book.desk.open(path)
    expect((await book.api.journal.list({})).rows.length).toBe(31)
    expect(await book.api.book.status()).toMatchObject({ book: { readOnly: true } })
    await expect(putCash(book, 100)).rejects.toMatchObject({ code: 'READ_ONLY' })
    await book.desk.close()
    expect(beside(path)).toEqual(before)
    expect(book.bugs).toEqual([])
  })

  test('after a crash it shows what stood in the log of writes', async () => {
    const path = crash()
    chmodSync(path, 0o444)
    const before = beside(path)
    const app = await book.desk.open(path)
    expect(await app.read(({ db }) => db.selectFrom('setting').selectAll().execute())).toHaveLength(1)
    await book.desk.close()
    expect(beside(path)).toEqual(before)
  })

  function readOnlyCopy(): string {
    const path = join(book.folder, 'read-only', 'buku.lumbung')
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, sound)
    chmodSync(path, 0o444)
    return path
  }
})

test('a book that cannot be opened leaves the one before it closed, never half open', async () => {
  const path = join(book.folder, 'sound.lumbung')
  writeFileSync(path, sound)
  await book.desk.open(path)
  await expect(book.desk.open(join(book.folder, 'nowhere.lumbung'))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await book.desk.open(path)
  await book.api.cash.receive({
    requestId: requestId(),
    date: '2026-05-05',
    cashAccount: '11101',
    description: 'Kas',
    lines: [{ account: '48106', amount: 5 }],
  })
  await book.desk.close()
})

test('a file that only grew older is opened as it is', async () => {
  const path = join(book.folder, 'older.lumbung')
  writeFileSync(path, sound)
  utimesSync(path, 1_000_000, 1_000_000)
  truncateSync(path, sound.length)
  await book.desk.open(path)
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true, entries: 31 })
  await book.desk.close()
})
