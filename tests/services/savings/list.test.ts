import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, refusalOf, type TestBook } from '../../support/book.ts'
import { addMember, deposit, openSavings, withdraw } from '../../support/counter.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

/** Three members, entered out of order, each with wajib and sukarela. */
async function fillBook(): Promise<void> {
  for (const number of ['10', '2', '1']) {
    const memberId = await addMember(book, number)
    for (const product of ['sukarela', 'wajib']) {
      await deposit(book, await openSavings(book, memberId, product), Number(number) * 1_000_00)
    }
  }
}

test('savings stand in the order of member numbers, products in theirs', async () => {
  await fillBook()
  const { rows, totals } = await book.api.savings.list({})
  expect(rows.map(({ number, balance }) => [number, balance])).toEqual([
    ['SW-1', 1_000_00],
    ['SS-1', 1_000_00],
    ['SW-2', 2_000_00],
    ['SS-2', 2_000_00],
    ['SW-10', 10_000_00],
    ['SS-10', 10_000_00],
  ])
  expect(totals.balance).toBe(26_000_00)
})

test('pages follow one another without a gap, the total is that of the whole list', async () => {
  await fillBook()
  const seen: string[] = []
  let cursor: string | null | undefined
  do {
    const page = await book.api.savings.list({ limit: 4, ...(cursor ? { cursor } : {}) })
    expect(page.totals.balance).toBe(26_000_00)
    seen.push(...page.rows.map(({ number }) => number))
    cursor = page.nextCursor
  } while (cursor)
  expect(seen).toEqual(['SW-1', 'SS-1', 'SW-2', 'SS-2', 'SW-10', 'SS-10'])
})

test('a list is narrowed by product, member and any part of name or number', async () => {
  await fillBook()
  const found = async (input: NonNullable<Parameters<typeof book.api.savings.list>[0]>) => {
    const { rows, totals } = await book.api.savings.list(input)
    return [rows.map(({ number }) => number), totals.balance]
  }
  expect(await found({ product: 'wajib' })).toEqual([['SW-1', 'SW-2', 'SW-10'], 13_000_00])
  expect(await found({ text: 'anggota 10' })).toEqual([['SW-10', 'SS-10'], 20_000_00])
  expect(await found({ text: 'ss-2' })).toEqual([['SS-2'], 2_000_00])
  expect(await found({ text: '%' })).toEqual([[], 0])
  const [first] = (await book.api.savings.list({ text: 'SW-2' })).rows
  expect(await found({ memberId: first?.memberId ?? '' })).toEqual([['SW-2', 'SS-2'], 4_000_00])
})

test('as of a day, later movements are taken off and later accounts left out', async () => {
  const first = await openSavings(book, await addMember(book, '1'))
  const second = await openSavings(book, await addMember(book, '2'), 'sukarela', '2026-03-01')
  await deposit(book, first, 50_000_00, '2026-01-05')
  await withdraw(book, first, 20_000_00, '2026-02-05')
  await deposit(book, second, 7_000_00, '2026-03-01')
  const at = async (asOf: string) => {
    const { rows, totals } = await book.api.savings.list({ asOf })
    return [rows.map(({ balance }) => balance), totals.balance]
  }
  expect(await at('2026-01-31')).toEqual([[50_000_00], 50_000_00])
  expect(await at('2026-02-05')).toEqual([[30_000_00], 30_000_00])
  expect(await at('2026-03-01')).toEqual([[30_000_00, 7_000_00], 37_000_00])
  expect(await at('2026-01-01')).toEqual([[], 0])
})

test('money that came before the account was written down still counts on its day', async () => {
  const savingsAccountId = await openSavings(book, await addMember(book, '1'), 'sukarela', '2026-03-01')
  await deposit(book, savingsAccountId, 7_000_00, '2026-02-01')
  expect((await book.api.savings.list({ asOf: '2026-02-15' })).totals.balance).toBe(7_000_00)
})

test('a list agrees with the control account on every day', async () => {
  await fillBook()
  for (const asOf of ['2026-01-04', '2026-01-05', '2026-12-31']) {
    const { totals } = await book.api.savings.list({ asOf, product: 'sukarela' })
    const { rows } = await book.api.ledger.trialBalance({ asOf })
    expect(totals.balance).toBe(rows.find(({ code }) => code === '21101')?.credit ?? 0)
  }
})

test('an empty book lists nothing, a made-up page is refused', async () => {
  expect(await book.api.savings.list({})).toEqual({ rows: [], nextCursor: null, totals: { balance: 0 } })
  expect(await refusalOf(book.api.savings.list({ cursor: 'nowhere' }))).toMatchObject({
    code: 'INVALID_INPUT',
    data: { reason: 'not_a_cursor' },
  })
})

test('savings stand as of any day of three years', async () => {
  const account = await openSavings(book, await addMember(book, '7'), 'sukarela')
  const move = (verb: 'deposit' | 'withdraw', date: string, amount: number) =>
    book.api.savings[verb]({
      requestId: crypto.randomUUID(),
      savingsAccountId: account,
      date,
      cashAccount: '11101',
      amount,
    })
  await move('deposit', '2024-03-01', 100_00)
  await move('deposit', '2025-12-31', 20_00)
  await move('deposit', '2026-01-01', 3_00)
  await move('withdraw', '2026-02-01', 123_00)
  const days = ['2024-02-29', '2024-03-01', '2025-12-30', '2025-12-31', '2026-01-01', '2026-02-01']
  const held = await Promise.all(days.map(async (asOf) => (await book.api.savings.list({ asOf })).totals.balance))
  expect(held).toEqual([0, 100_00, 100_00, 120_00, 123_00, 0])
})
