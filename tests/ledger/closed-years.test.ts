import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusalOf, requestId } from '../support/book.ts'
import { actOnYear, putCash } from '../support/counter.ts'
import { openBookWithWays, type WaysBook, wayNames } from './ways.ts'

/** A closed year is closed on every way an entry can come, though none of its months is locked. */

let book: WaysBook
beforeAll(async () => {
  book = await openBookWithWays(2025)
  actOnYear(book, 2025, 'close')
})
afterAll(async () => {
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
  expect(book.bugs).toEqual([])
  await book.close()
})

const entries = async () => (await book.api.journal.list({ limit: 1_000 })).rows.length

describe('a closed year takes no entry', () => {
  test.each(wayNames)('from %s', async (name) => {
    const before = await entries()
    const { code, data, message } = await refusalOf(book.ways[name]('2025-06-14'))
    expect({ code, data }).toMatchObject({ code: 'PERIOD_CLOSED', data: { reason: 'year', period: '2025' } })
    expect(message).toContain('Tahun 2025')
    expect(await entries()).toBe(before)
  })

  test.each(['2025-01-01', '2025-12-31'])('on its first and last day: %s', async (day) => {
    expect(await refusalOf(putCash(book, 5_00, day))).toMatchObject({ code: 'PERIOD_CLOSED', data: { reason: 'year' } })
  })

  test.each(['2024-12-31', '2026-01-01'])('but the days beside it do: %s', async (day) => {
    expect(await putCash(book, 5_00, day)).toMatchObject({ date: day })
  })
})

test('members who joined in a closed year are still brought into the register: they are no entries', async () => {
  const before = await entries()
  const csv =
    'nomor anggota,nama,jenis kelamin,tanggal masuk\n0007,Sri Lestari,P,2025-06-14\n0008,Joko Susilo,L,2025-12-31'
  expect(await book.api.members.import({ requestId: requestId(), csv })).toMatchObject({ imported: 2, refused: [] })
  expect(await entries()).toBe(before)
})

test('each of these ways is open in the year after, so it is the closing that refuses', async () => {
  for (const [name, way] of Object.entries(book.ways)) {
    const answer = await way('2026-03-14').catch((error: unknown) => error)
    expect(answer, name).not.toBeInstanceOf(Error)
  }
})

test('a year that was reopened takes entries again', async () => {
  actOnYear(book, 2025, 'reopen')
  expect(await putCash(book, 5_00, '2025-06-14')).toMatchObject({ date: '2025-06-14' })
})
