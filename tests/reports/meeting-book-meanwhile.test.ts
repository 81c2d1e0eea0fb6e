import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { openTestBook, refusalOf, type TestBook } from '../support/book.ts'
import { addMembers, deposit, openSavings } from '../support/counter.ts'
import { patience } from '../support/patience.ts'
import { post } from '../support/worked-year.ts'

const asked = { report: 'annualMeetingBook', params: { year: 2025 } } as const
const makingId = 'rat'

let book: TestBook
let savings = ''
let copies = ''
beforeAll(async () => {
  book = await openTestBook()
  const members = await addMembers(book, 300, '2025-01-02')
  for (const memberId of members.slice(0, 100)) {
    savings = await openSavings(book, memberId, 'wajib', '2025-01-02')
    await deposit(book, savings, 50_000_00, '2025-03-01')
  }
  await post(book, '2025-06-30', [
    { account: '11101', debit: 3_000_000_00 },
    { account: '41101', credit: 3_000_000_00, memberId: members[0] },
  ])
  copies = join(book.folder, 'temporary')
  mkdirSync(copies)
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, copies)
})
afterEach(() => expect(book.bugs).toEqual([]))
afterAll(async () => {
  vi.unstubAllEnvs()
  await book.close()
})

const far = () => book.api.reports.progress({ makingId })
const pause = () => new Promise((resolve) => setImmediate(resolve))
const copiesLeft = () => readdirSync(copies)

async function bytesOf(files: readonly File[]): Promise<string> {
  const parts = await Promise.all(files.map((file) => file.arrayBuffer()))
  return Buffer.concat(parts.map((part) => Buffer.from(part))).toString('base64')
}

/** Comes back once chapters are being read; the copy is made by then. */
async function reading(): Promise<void> {
  await vi.waitFor(
    async () => {
      const { stage, done } = await far()
      expect(stage === 'reading' && done > 0).toBe(true)
    },
    { timeout: 60_000, interval: 1 },
  )
}

/** How often a list was answered, asked and answered while chapters were being read. */
async function listsWhileReading(): Promise<number> {
  for (let answered = 0; ; answered += 1) {
    await book.api.members.list({ limit: 20 })
    if ((await far()).stage !== 'reading') return answered
    await pause()
  }
}

test('who pays and who asks is answered while the book of the meeting is read, and the book is that of before', async () => {
  const before = await bytesOf((await book.api.reports.volumes(asked)).files)
  let isMade = false
  const making = book.api.reports.volumes({ ...asked, makingId }).finally(() => {
    isMade = true
  })
  await reading()
  await deposit(book, savings, 75_000_00, '2026-11-20')
  const answered = await listsWhileReading()
  expect(isMade).toBe(false)
  expect(answered).toBeGreaterThan(0)
  expect((await bytesOf((await making).files)) === before).toBe(true)
  expect((await bytesOf((await book.api.reports.volumes(asked)).files)) === before).toBe(false)
  expect(copiesLeft()).toEqual([])
})

test('the book on the screen, and the package for the office, keep nobody waiting either', async () => {
  for (const report of ['annualMeetingBook', 'governmentAnnual'] as const) {
    let isMade = false
    const making = book.api.reports.run({ report, params: { year: 2025 } }).finally(() => {
      isMade = true
    })
    let answered = 0
    while (!isMade) {
      await book.api.members.list({ limit: 20 })
      answered += 1
      await pause()
    }
    expect((await making).report).toBe(report)
    expect(answered).toBeGreaterThan(3)
  }
})

test('given up while it is read, the book is left alone at once and no copy of it stays', async () => {
  const stopper = new AbortController()
  const making = book.api.reports.volumes({ ...asked, makingId }, { signal: stopper.signal })
  const said = refusalOf(making)
  await reading()
  stopper.abort()
  expect(await said).toMatchObject({ code: 'CANCELLED', message: 'Dibatalkan.' })
  expect((await far()).stage).toBe('waiting')
  await vi.waitFor(() => expect(copiesLeft()).toEqual([]), patience)
})

test('given up before anything was read, nothing is', async () => {
  const making = book.api.reports.volumes(asked, { signal: AbortSignal.abort() })
  expect(await refusalOf(making)).toMatchObject({ code: 'CANCELLED' })
  expect(copiesLeft()).toEqual([])
})

test('where no copy can be laid down it is said where, and the next book is made', async () => {
  rmSync(copies, { recursive: true })
  const said = await refusalOf(book.api.reports.volumes(asked))
  mkdirSync(copies)
  expect(said).toMatchObject({ code: 'NOT_FOUND', data: { path: copies } })
  expect((await book.api.reports.volumes(asked)).files.length).toBe(1)
})

test('a book that is closed while it is copied is no bug', async () => {
  const making = refusalOf(book.api.reports.volumes(asked))
  await book.desk.close()
  expect(await making).toMatchObject({ code: 'NOT_ALLOWED', data: { reason: 'no_book' } })
  expect(copiesLeft()).toEqual([])
  await book.desk.open(book.path)
})
