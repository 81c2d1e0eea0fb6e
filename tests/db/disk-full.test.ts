import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createBook } from '../../electron/backend/db/create.ts'
import { openTestBook, refusalOf, type TestBook } from '../support/book.ts'
import { putCash } from '../support/counter.ts'

describe('a book that may not grow any more', () => {
  let book: TestBook
  beforeEach(async () => {
    book = await openTestBook()
  })
  afterEach(async () => {
    expect(book.bugs).toEqual([])
    await book.close()
  })

  const pagesMax = (pages: number) => book.desk.app().file.database.pragma(`max_page_count = ${pages}`)

  test('refuses in plain words, stays readable, and goes on without a restart once there is room', async () => {
    await putCash(book, 100)
    const pages = book.desk.app().file.database.pragma('page_count', { simple: true }) as number
    pagesMax(pages)
    let saved = 1
    const refused: unknown[] = []
    for (let number = 0; number < 40; number += 1) {
      await putCash(book, 100).then(
        () => {
          saved += 1
        },
        (error: unknown) => refused.push(error),
      )
    }
    expect(refused.length).toBeGreaterThan(10)
    expect(refused).toEqual(refused.map(() => expect.objectContaining({ code: 'DISK_FULL' })))
    expect((refused[0] as Error).message).toMatch(/penuh/)
    expect((await book.api.journal.list({})).rows).toHaveLength(saved)
    pagesMax(pages * 10)
    await putCash(book, 100)
    expect(await book.api.ledger.verify()).toMatchObject({ ok: true, entries: saved + 1 })
  })

  test('numbers have no gap where the refused entries were', async () => {
    pagesMax(book.desk.app().file.database.pragma('page_count', { simple: true }) as number)
    for (let number = 0; number < 30; number += 1) await putCash(book, 100).catch(() => undefined)
    pagesMax(10_000)
    const { voucher } = await putCash(book, 100)
    const { rows } = await book.api.journal.list({})
    expect(voucher).toBe(`BKM-2026-${String(rows.length).padStart(4, '0')}`)
  })
})

/** A disk of a few megabytes of our own, where we may make one. */
const mount = process.platform === 'linux' && process.getuid?.() === 0 && canMount()

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-mount-'))
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder])
  if (status === 0) spawnSync('umount', [folder])
  rmSync(folder, { recursive: true, force: true })
  return status === 0
}

describe.skipIf(!mount)('a disk that is full', () => {
  let disk: string
  let book: TestBook
  beforeAll(async () => {
    disk = mkdtempSync(join(tmpdir(), 'lumbung-disk-'))
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk])
    book = await openTestBook()
    await book.desk.close()
  })
  afterAll(async () => {
    await book.close()
    spawnSync('umount', [disk])
    rmSync(disk, { recursive: true, force: true })
  })

  const making = { now: () => '2026-11-20T00:00:00.000Z', newId: () => crypto.randomUUID() }
  const cooperative = { name: 'Koperasi Uji' }
  const filler = () => join(disk, 'filler')

  function fill(): void {
    let size = 1_000_000
    while (size >= 512) {
      try {
        writeFileSync(filler(), Buffer.alloc(size), { flag: 'a' })
      } catch {
        size = Math.floor(size / 2)
      }
    }
  }

  test('posting is refused until there is room again, and nothing acknowledged is lost', async () => {
    const path = join(disk, 'koperasi.lumbung')
    await createBook({ path, kind: 'real', cooperative }, making)
    await book.desk.open(path)
    await putCash(book, 100)
    fill()
    const refusals = []
    for (let number = 0; number < 20; number += 1) refusals.push(await refusalOf(putCash(book, 100)))
    expect(refusals.map(({ code }) => code)).toEqual(refusals.map(() => 'DISK_FULL'))
    expect((await book.api.journal.list({})).rows).toHaveLength(1)
    rmSync(filler())
    await putCash(book, 100)
    expect(await book.api.ledger.verify()).toMatchObject({ ok: true, entries: 2 })
    await book.desk.close()
    expect(book.bugs).toEqual([])
  })

  test('a new book, a backup and an opening leave nothing half made', async () => {
    const path = join(disk, 'koperasi.lumbung')
    await book.desk.open(path)
    fill()
    const backup = join(disk, 'salinan.lumbung')
    expect(await refusalOf(book.api.backup.now({ path: backup }))).toMatchObject({ code: 'DISK_FULL' })
    const other = createBook({ path: join(disk, 'baru.lumbung'), kind: 'real', cooperative }, making)
    await expect(other).rejects.toMatchObject({ code: 'DISK_FULL' })
    expect(readdirSync(disk).filter((name) => /salinan|baru/.test(name))).toEqual([])
    await book.desk.close()
    rmSync(filler())
    await book.desk.open(path)
    expect(await book.api.ledger.verify()).toMatchObject({ ok: true, entries: 2 })
    await book.desk.close()
    expect(book.bugs).toEqual([])
  })

  test('a book on a disk without any room opens for reading', async () => {
    const path = join(disk, 'koperasi.lumbung')
    fill()
    await book.desk.open(path)
    expect(await book.api.book.status()).toMatchObject({ book: { readOnly: true } })
    expect((await book.api.journal.list({})).rows).toHaveLength(2)
    expect((await book.api.ledger.trialBalance({ asOf: '2026-12-31' })).totals.debit).toBeGreaterThan(0)
    await book.desk.close()
    rmSync(filler())
    await book.desk.open(path)
    expect(await book.api.book.status()).toMatchObject({ book: { readOnly: false } })
    await book.desk.close()
    expect(book.bugs).toEqual([])
  })

  test('a medium that takes no writing shows the book, and says why it takes no entry', async () => {
    const path = join(disk, 'koperasi.lumbung')
    const before = readdirSync(disk)
    spawnSync('mount', ['-o', 'remount,ro', disk])
    try {
      await book.desk.open(path)
      expect(await book.api.book.status()).toMatchObject({ book: { readOnly: true } })
      expect((await book.api.journal.list({})).rows).toHaveLength(2)
      expect(await refusalOf(putCash(book, 100))).toMatchObject({ code: 'READ_ONLY' })
      await book.desk.close()
      const made = createBook({ path: join(disk, 'baru.lumbung'), kind: 'real', cooperative }, making)
      await expect(made).rejects.toMatchObject({ code: 'READ_ONLY' })
    } finally {
      spawnSync('mount', ['-o', 'remount,rw', disk])
    }
    expect(readdirSync(disk)).toEqual(before)
    expect(book.bugs).toEqual([])
  })

  test('a witness without room is missed, the entries are not', async () => {
    mkdirSync(join(disk, 'home'), { recursive: true })
    fill()
    const path = join(book.folder, 'elsewhere.lumbung')
    await createBook({ path, kind: 'real', cooperative }, making)
    await book.desk.open(path)
    await putCash(book, 100)
    await book.desk.close()
    await book.desk.open(path)
    expect(await book.api.ledger.verify()).toMatchObject({ ok: true, entries: 1 })
    await book.desk.close()
    rmSync(filler())
  })
})
