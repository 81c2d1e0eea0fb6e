import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, requestId, type TestBook } from '../support/book.ts'
import { addMembers, balanceOf, deposit, openSavings, putCash, withdraw } from '../support/counter.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true, problems: [] })
  expect(book.bugs).toEqual([])
  await book.close()
})

test('300 entries asked for at once, with readings between them, each get a number of their own', async () => {
  const writes = Array.from({ length: 300 }, (_, index) => putCash(book, index + 1))
  const reads = Array.from({ length: 60 }, () => book.api.ledger.trialBalance({ asOf: '2026-12-31' }))
  const posted = await Promise.all(writes)
  for (const { totals } of await Promise.all(reads)) expect(totals.debit).toBe(totals.credit)
  expect(new Set(posted.map(({ voucher }) => voucher)).size).toBe(300)
  expect(posted.map(({ voucher }) => Number(voucher.slice(-4))).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 300 }, (_, index) => index + 1),
  )
})

test('a reading sees an entry whole or not at all', async () => {
  const members = await addMembers(book, 30)
  const rows = members.map((memberId) => ({ memberId, savings: { wajib: 10_000_00 } }))
  const collect = (date: string) =>
    book.api.collection.record({ requestId: requestId(), date, cashAccount: '11101', rows })
  const collecting = Promise.all(['2026-02-01', '2026-03-01', '2026-04-01'].map(collect))
  const seen = []
  for (let look = 0; look < 20; look += 1) seen.push(await balanceOf(book, '11101'))
  await collecting
  expect(seen.filter((balance) => balance % (30 * 10_000_00) !== 0)).toEqual([])
})

test('a double click saves once, also when both clicks arrive before the first is answered', async () => {
  const input = {
    requestId: requestId(),
    date: '2026-03-01',
    cashAccount: '11101',
    description: 'Kas',
    lines: [{ account: '48106', amount: 100 }],
  }
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => book.api.cash.receive(input)))
  expect(new Set(answers.map(({ voucher }) => voucher)).size).toBe(1)
  expect((await book.api.journal.list({})).rows).toHaveLength(1)
})

test('the same money cannot be taken twice by two who ask at the same moment', async () => {
  const [memberId = ''] = await addMembers(book, 1)
  const savings = await openSavings(book, memberId)
  await deposit(book, savings, 100_000_00)
  const asked = await Promise.allSettled([1, 2, 3].map(() => withdraw(book, savings, 60_000_00)))
  expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
  const refused = asked.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as { code: string }] : []))
  expect(refused.map(({ code }) => code)).toEqual(['INSUFFICIENT_BALANCE', 'INSUFFICIENT_BALANCE'])
})

test('closing waits for what is being written, and refuses what comes after', async () => {
  const writing = Array.from({ length: 20 }, () => putCash(book, 100))
  const closing = book.desk.close()
  const answers = await Promise.allSettled(writing)
  await closing
  const saved = answers.filter(({ status }) => status === 'fulfilled').length
  for (const answer of answers)
    if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'NOT_ALLOWED' })
  await book.reopen()
  expect((await book.api.journal.list({ limit: 100 })).rows).toHaveLength(saved)
})
