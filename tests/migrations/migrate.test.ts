import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { employ } from '../faults/orders.ts'
import { type Recording, record } from '../faults/power-cut.ts'
import { pick, seeded } from '../faults/random.ts'
import { canRecord } from '../faults/record.ts'
import { openTestBook } from '../support/book.ts'
import { putCash } from '../support/counter.ts'

/** The program of the next version meets books of this one. */

let folder: string
let home: string
let old: Buffer
let close: () => Promise<void>

beforeAll(async () => {
  const book = await openTestBook()
  for (let number = 0; number < 5; number += 1) await putCash(book, 100_00)
  await book.desk.close()
  old = readFileSync(book.path)
  folder = book.folder
  close = book.close
})
afterAll(() => close())

const nextVersion = join(import.meta.dirname, 'next-version-teller.ts')
let path: string
let number = 0
beforeEach(() => {
  number += 1
  const place = join(folder, `place-${number}`)
  mkdirSync(place)
  path = join(place, 'koperasi.lumbung')
  home = join(place, 'home')
  writeFileSync(path, old)
})

interface Shape {
  readonly version: number
  readonly rows: number | undefined
  readonly hasColumn: boolean
}

function shapeOf(file: string): Shape {
  const copy = join(folder, 'looked-at.db')
  for (const ending of ['', '-wal', '-journal']) {
    if (existsSync(file + ending)) copyFileSync(file + ending, copy + ending)
  }
  const database = new Database(copy)
  const version = database.pragma('user_version', { simple: true }) as number
  const hasTable = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'planted'`).get() !== undefined
  const rows = hasTable ? (database.prepare('SELECT count(*) FROM planted').pluck().get() as number) : undefined
  const hasColumn =
    database.prepare(`SELECT 1 FROM pragma_table_info('partner') WHERE name = 'village'`).get() !== undefined
  database.close()
  for (const ending of ['', '-wal', '-journal', '-shm']) {
    if (existsSync(copy + ending)) writeFileSync(copy + ending, '')
  }
  return { version, rows, hasColumn }
}

const before: Shape = { version: 1, rows: undefined, hasColumn: false }
const after: Shape = { version: 2, rows: 80_000, hasColumn: true }

const upgrade = (entries = 1) => employ({ path, home, name: 'next', entries }, { script: nextVersion })

describe('a book of the version before', () => {
  test('is brought up to date with all it holds, and a copy of it was made before', async () => {
    const teller = upgrade(2)
    await teller.gone
    expect(teller.said).toEqual(['open', expect.stringContaining('saved'), expect.stringContaining('saved'), 'closed'])
    expect(shapeOf(path)).toEqual(after)
    const [backup = ''] = readdirSync(join(home, 'backups'))
    expect(backup).toContain('before-version-2')
    expect(shapeOf(join(home, 'backups', backup))).toEqual(before)
    const copy = new Database(join(home, 'backups', backup), { readonly: true })
    expect(copy.prepare('SELECT count(*) FROM journal_entry').pluck().get()).toBe(5)
    copy.close()
  })

  test('that was brought up to date is refused by the program before, politely and untouched', async () => {
    await upgrade().gone
    const newer = readFileSync(path)
    const older = employ({ path, home, name: 'old', entries: 1 })
    await older.gone
    expect(older.said).toEqual(['refused BOOK_NEWER'])
    expect(readFileSync(path).equals(newer)).toBe(true)
  })

  test('that may not be written is looked at in its new shape, and stays as it is', async () => {
    chmodSync(path, 0o444)
    const teller = upgrade()
    await teller.gone
    expect(teller.said).toEqual(['open', 'refused READ_ONLY file', 'closed'])
    expect(readFileSync(path).equals(old)).toBe(true)
  })

  test('is left alone where no copy of it can be made first', async () => {
    mkdirSync(home)
    writeFileSync(join(home, 'backups'), 'a file where the folder should be')
    const teller = upgrade()
    await teller.gone
    expect(teller.said[0]).toMatch(/^(refused|error)/)
    expect(shapeOf(path)).toEqual(before)
  })
})

test('a program killed in the middle of a step leaves the old book or the new one, never half of it', async () => {
  const random = seeded(7)
  const seen: number[] = []
  for (let kill = 0; kill < 8; kill += 1) {
    writeFileSync(path, old)
    const teller = upgrade()
    await new Promise((resolve) => setTimeout(resolve, 250 + pick(random, 700)))
    teller.process.kill('SIGKILL')
    await teller.gone
    const shape = shapeOf(path)
    expect(shape).toEqual(shape.version === 1 ? before : after)
    seen.push(shape.version)
    const again = upgrade()
    await again.gone
    expect(again.said.at(-1)).toBe('closed')
    expect(shapeOf(path)).toEqual(after)
  }
  expect(seen.length).toBe(8)
})

describe.skipIf(!canRecord)('power cuts during the step', () => {
  let recording: Recording
  beforeAll(async () => {
    recording = await record({ entries: 3, script: nextVersion })
  })
  afterAll(() => recording.remove())

  test('60 cuts leave the old book or the new one, and what was acknowledged', async () => {
    const disk = recording.before()
    const random = seeded(11)
    const moments = Array.from({ length: 60 }, () => pick(random, recording.events.length)).sort((a, b) => a - b)
    let next = 0
    const halves: unknown[] = []
    const versions = new Set<number>()
    for (const moment of moments) {
      for (const event of recording.events.slice(next, moment + 1)) disk.apply(event)
      next = moment + 1
      disk.cut(random)
      const shape = shapeOf(recording.path)
      versions.add(shape.version)
      if (JSON.stringify(shape) !== JSON.stringify(shape.version === 1 ? before : after)) halves.push({ moment, shape })
    }
    expect(halves).toEqual([])
    expect([...versions].sort()).toEqual([1, 2])
  })
})

test('a step that fails leaves the book in its old version, with nothing of the step', async () => {
  const teller = employ({ path, home, name: 'next', entries: 1 }, { script: nextVersion, env: { STEP_BREAKS: 'yes' } })
  expect(await teller.gone).toMatchObject({ code: 1 })
  expect(teller.said.join()).toContain('the step broke')
  expect(shapeOf(path)).toEqual(before)
  for (const ending of ['-wal', '-journal', '-shm']) expect(existsSync(path + ending)).toBe(false)
})
