import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { openTestBook, refusalOf, requestId, type TestBook } from '../support/book.ts'
import { addMember, deposit, openSavings, putCash } from '../support/counter.ts'

/** A closed month is closed on every way an entry can come. */

let book: TestBook
let memberId: string
let savingsAccountId: string
let receipt: { entryId: string }
const collection = requestId()

beforeAll(async () => {
  book = await openTestBook()
  memberId = await addMember(book)
  savingsAccountId = await openSavings(book, memberId)
  await deposit(book, savingsAccountId, 900_000_00, '2026-01-03')
  receipt = await putCash(book, 1_000_000_00, '2026-01-04')
  const rows = [{ memberId, savings: { wajib: 20_000_00 } }]
  await book.api.collection.record({ requestId: collection, date: '2026-01-05', cashAccount: '11101', rows })
  await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-02' })
})
afterAll(async () => {
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
  expect(book.bugs).toEqual([])
  await book.close()
})

const lines = [{ account: '48106', amount: 5_00 }]
const both = [
  { account: '11101', debit: 5_00 },
  { account: '48106', credit: 5_00 },
]

/** Every procedure that posts on a day, with an input that is right in all but the day. */
const ways: Readonly<Record<string, (date: string) => Promise<unknown>>> = {
  'journal.post': (date) =>
    book.api.journal.post({ requestId: requestId(), date, description: 'Catatan', lines: both }),
  'journal.reverse': (date) =>
    book.api.journal.reverse({ requestId: requestId(), entryId: receipt.entryId, date, reason: 'Salah' }),
  'opening.post': (date) => book.api.opening.post({ requestId: requestId(), date, lines: both }),
  'cash.receive': (date) =>
    book.api.cash.receive({ requestId: requestId(), date, cashAccount: '11101', description: 'Masuk', lines }),
  'cash.spend': (date) =>
    book.api.cash.spend({
      requestId: requestId(),
      date,
      cashAccount: '11101',
      description: 'Keluar',
      lines: [{ account: '52201', amount: 5_00 }],
    }),
  'cash.transfer': (date) =>
    book.api.cash.transfer({ requestId: requestId(), date, from: '11101', to: '11201', amount: 5_00 }),
  'cash.count': (date) =>
    book.api.cash.count({
      requestId: requestId(),
      date,
      cashAccount: '11101',
      denominations: { '1000': 1 },
      countedBy: ['Sari', 'Budi'],
      reason: 'Selisih',
    }),
  'savings.deposit': (date) => deposit(book, savingsAccountId, 5_00, date),
  'savings.withdraw': (date) =>
    book.api.savings.withdraw({ requestId: requestId(), savingsAccountId, date, amount: 5_00, cashAccount: '11101' }),
  'collection.record': (date) =>
    book.api.collection.record({
      requestId: requestId(),
      date,
      cashAccount: '11101',
      rows: [{ memberId, savings: { wajib: 20_000_00 } }],
    }),
  'requests.undo': (date) =>
    book.api.requests.undo({ requestId: requestId(), undoes: collection, date, reason: 'Salah hari' }),
}

/** What takes a day but posts nothing on it. */
const postsNothing = [
  'savings.open',
  'collection.sheet',
  'savings.arrears',
  'reports.run',
  'reports.pdf',
  'reports.sheet',
]

describe('a locked month takes no entry', () => {
  test.each(Object.keys(ways))('from %s', async (name) => {
    const before = (await book.api.journal.list({ limit: 1_000 })).rows.length
    const { code, data } = await refusalOf(ways[name]?.('2026-02-14') ?? Promise.resolve())
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
  for (const [name, way] of Object.entries(ways)) {
    const answer = await way('2026-03-14').catch((error: unknown) => error)
    expect(answer, name).not.toBeInstanceOf(Error)
  }
})

test('every procedure that takes a request and a day is among them', () => {
  const dated = Object.entries(contract).flatMap(([area, verbs]) =>
    Object.entries(verbs).flatMap(([verb, procedure]) => (takesDay(procedure) ? [`${area}.${verb}`] : [])),
  )
  expect(dated.filter((name) => !(name in ways) && !postsNothing.includes(name))).toEqual([])
  expect(Object.keys(ways).filter((name) => !dated.includes(name))).toEqual([])
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
