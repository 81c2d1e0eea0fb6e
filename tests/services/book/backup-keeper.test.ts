import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { openTestBook, requestId, type TestBook } from '../../support/book.ts'
import { patience } from '../../support/patience.ts'

let book: TestBook
let now: string

afterEach(async () => {
  vi.useRealTimers()
  expect(book.bugs).toEqual([])
  await book.close()
})

async function sitDown(at = '2026-11-20T01:00:00.000Z'): Promise<void> {
  now = at
  book = await openTestBook({ keepsBackups: true, now: () => now })
}

const post = () =>
  book.api.journal.post({
    requestId: requestId(),
    date: '2026-01-05',
    description: 'Pendapatan lain',
    lines: [
      { account: '11101', debit: 100_00 },
      { account: '48106', credit: 100_00 },
    ],
  })

const addMember = (number: string) =>
  book.api.members.create({
    requestId: requestId(),
    number,
    name: `Anggota ${number}`,
    sex: 'female',
    joinedOn: '2024-01-01',
  })

async function backups() {
  return (await book.api.backup.list()).rows
}

test('closing a book backs it up, and closing it again unchanged does not', async () => {
  await sitDown()
  await post()
  await book.reopen()
  expect((await backups()).map(({ number, entries }) => [number, entries])).toEqual([[1, 1]])
  await book.reopen()
  expect(await backups()).toHaveLength(1)
})

test('members are worth a backup too, though they are no entries', async () => {
  await sitDown()
  await addMember('001')
  await book.reopen()
  const [newest] = await backups()
  expect(newest).toMatchObject({ number: 1, entries: 0 })
  await addMember('002')
  await book.reopen()
  expect((await backups()).map(({ number }) => number)).toEqual([2])
})

test('a backup holds all that was written when it was made', async () => {
  await sitDown()
  await post()
  await post()
  await book.reopen()
  const [newest] = await backups()
  expect(await book.api.backup.verify({ path: newest?.path ?? '' })).toMatchObject({ ok: true, entries: 2 })
  const { book: status } = await book.api.book.status()
  expect(status?.lastBackup).toMatchObject({ path: newest?.path, entriesSince: 0 })
  await post()
  expect((await book.api.book.status()).book?.lastBackup?.entriesSince).toBe(1)
})

test('twenty entries and a quiet moment make a backup while she works; fewer wait', async () => {
  await sitDown()
  await post()
  await book.reopen()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  for (let count = 0; count < 19; count += 1) await post()
  await vi.advanceTimersByTimeAsync(3_100)
  vi.useRealTimers()
  expect((await backups()).map(({ entries }) => entries)).toEqual([1])
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await post()
  await vi.advanceTimersByTimeAsync(3_100)
  vi.useRealTimers()
  await vi.waitFor(async () => expect((await backups())[0]?.entries).toBe(21), patience)
})

test('the first entry of another day is backed up without waiting for twenty', async () => {
  await sitDown()
  await post()
  await book.reopen()
  now = '2026-11-21T01:00:00.000Z'
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await post()
  await vi.advanceTimersByTimeAsync(3_100)
  vi.useRealTimers()
  await vi.waitFor(async () => expect((await backups())[0]?.entries).toBe(2), patience)
})

test('a clock that fell back years neither hides nor loses the newest backup', async () => {
  await sitDown('2028-03-13T01:00:00.000Z')
  for (let day = 0; day < 12; day += 1) {
    await post()
    await book.reopen()
  }
  now = '2001-01-01T00:00:00.000Z'
  await post()
  await book.reopen()
  const [newest] = await backups()
  expect([newest?.number, newest?.entries]).toEqual([13, 13])
  expect((await book.api.book.status()).book?.lastBackup).toMatchObject({ path: newest?.path, entriesSince: 0 })
})

test('the names of backups say their number, what they hold and when', async () => {
  await sitDown()
  await post()
  await book.reopen()
  const folder = join(book.folder, 'home', 'backups')
  const [id = ''] = readdirSync(folder)
  expect(readdirSync(join(folder, id))).toEqual(['koperasi 0001, 1 bukti, 2026-11-20 010000.lumbung'])
})
