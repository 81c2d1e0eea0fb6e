import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { refusalOf, requestId } from '../support/book.ts'
import { putCash } from '../support/counter.ts'
import { openBookWithWays, type WaysBook, wayNames } from './ways.ts'

/** A closed month is closed on every way an entry can come. */

let book: WaysBook
beforeAll(async () => {
  book = await openBookWithWays(2026)
  await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-02' })
})
afterAll(async () => {
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
  expect(book.bugs).toEqual([])
  await book.close()
})

/** What takes a day but posts nothing on it. */
const postsNothing = [
  'savings.open',
  'savings.termTakeOver',
  'collection.sheet',
  'savings.arrears',
  'loans.apply',
  'loans.approve',
  'loans.noteReminder',
  'loans.reject',
  'loans.releaseCollateral',
  'loans.giveMandate',
  'loans.revokeMandate',
  'loans.waivePenalty',
  'trade.openShift',
  'meeting.set',
  'reports.run',
  'reports.pdf',
  'reports.sheet',
]

describe('a locked month takes no entry', () => {
  test.each(wayNames)('from %s', async (name) => {
    const before = (await book.api.journal.list({ limit: 1_000 })).rows.length
    const { code, data } = await refusalOf(book.ways[name]('2026-02-14'))
    expect({ code, data }).toMatchObject({ code: 'PERIOD_CLOSED', data: { period: '2026-02' } })
    expect((await book.api.journal.list({ limit: 1_000 })).rows).toHaveLength(before)
  })

  test.each(['2026-02-01', '2026-02-28'])('on its first and last day: %s', async (day) => {
    expect(await refusalOf(putCash(book, 5_00, day))).toMatchObject({ code: 'PERIOD_CLOSED' })
  })

  test.each(['2026-01-31', '2026-03-01'])('but the days beside it do: %s', async (day) => {
    expect(await putCash(book, 5_00, day)).toMatchObject({ date: day })
  })
})

test('each of these ways is open in an open month, so it is the lock that refuses', async () => {
  for (const [name, way] of Object.entries(book.ways)) {
    const answer = await way('2026-03-14').catch((error: unknown) => error)
    expect(answer, name).not.toBeInstanceOf(Error)
  }
})

test('every procedure that takes a request and a day is among them', () => {
  const dated = Object.entries(contract).flatMap(([area, verbs]) =>
    Object.entries(verbs).flatMap(([verb, procedure]) => (takesDay(procedure) ? [`${area}.${verb}`] : [])),
  )
  expect(dated.filter((name) => !(name in book.ways) && !postsNothing.includes(name))).toEqual([])
  expect(wayNames.filter((name) => !dated.includes(name))).toEqual([])
})

function takesDay(procedure: unknown): boolean {
  const { inputSchema } = (procedure as { '~orpc': { inputSchema?: { shape?: Record<string, unknown> } } })['~orpc']
  const shape = inputSchema?.shape ?? {}
  return 'date' in shape && 'requestId' in shape
}

test('an unlocked month takes entries again, with the reason on record', async () => {
  await book.api.periods.unlockMonth({ requestId: requestId(), month: '2026-02', reason: 'Bukti tertinggal' })
  expect(await putCash(book, 5_00, '2026-02-14')).toMatchObject({ date: '2026-02-14' })
  const { rows } = await book.api.periods.list({ year: 2026 })
  expect(rows.find(({ month }) => month === '2026-02')).toMatchObject({ state: 'open', reason: 'Bukti tertinggal' })
})
