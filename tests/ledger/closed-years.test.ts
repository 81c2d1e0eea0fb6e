import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusalOf, requestId } from '../support/book.ts'
import { openBookWithWays, type WaysBook, wayNames } from './ways.ts'

/** A closed year is closed on every way an entry can come, whether its months were locked or not. */

let book: WaysBook
let entries: number
beforeAll(async () => {
  book = await openBookWithWays(2025)
  await book.api.closing.closeYear({ requestId: requestId(), year: 2025 })
  entries = await countEntries()
})
afterAll(async () => {
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
  expect(book.bugs).toEqual([])
  await book.close()
})

const countEntries = async () => (await book.api.journal.list({ limit: 1_000 })).rows.length

test.each(wayNames)('a closed year takes no entry from %s', async (name) => {
  expect(await refusalOf(book.ways[name]('2025-06-14'))).toMatchObject({
    code: 'PERIOD_CLOSED',
    data: { period: '2025' },
  })
  expect(await countEntries()).toBe(entries)
})

test('opened again, each of these ways is open, so it was the closing that refused', async () => {
  const second = { reason: 'Bukti tertinggal', approvedBy: 'Sri Wahyuni' }
  await book.api.closing.reopenYear({ requestId: requestId(), year: 2025, ...second })
  for (const [name, way] of Object.entries(book.ways)) {
    const answer = await way('2025-06-14').catch((error: unknown) => error)
    expect(answer, name).not.toBeInstanceOf(Error)
  }
})
