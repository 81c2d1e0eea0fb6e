import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../support/book.ts'
import { addMember, openSavings } from '../support/counter.ts'

const most = 9_000_000_000_000_000

function entry(amount: unknown, accounts: readonly [string, string] = ['11101', '48106']) {
  return {
    requestId: requestId(),
    date: '2026-03-01',
    description: 'Jumlah',
    lines: [
      { account: accounts[0], debit: amount as number },
      { account: accounts[1], credit: amount as number },
    ],
  }
}

describe('an amount', () => {
  let book: TestBook
  beforeAll(async () => {
    book = await openTestBook()
  })
  afterAll(async () => {
    expect((await book.api.journal.list({})).rows).toHaveLength(1)
    expect(book.bugs).toEqual([])
    await book.close()
  })

  const refused: readonly (readonly [shown: string, amount: unknown, word: string])[] = [
    ['zero', 0, 'amount_not_positive'],
    ['minus zero', -0, 'amount_not_positive'],
    ['below zero', -1, 'amount_not_positive'],
    ['half a sen', 0.5, 'not_whole'],
    ['a hundredth of a sen more', 100.01, 'not_whole'],
    ['one sen beyond the bound', most + 1, 'amount_too_large'],
    ['the last number a computer counts exactly', Number.MAX_SAFE_INTEGER, 'amount_too_large'],
    ['a number beyond that', 2 ** 53 + 2, 'amount_too_large'],
    ['a very large number', 1e300, 'amount_too_large'],
    ['infinity', Number.POSITIVE_INFINITY, 'not_whole'],
    ['no number', Number.NaN, 'not_whole'],
    ['a word', 'seribu', 'not_whole'],
    ['a number as text', '1000', 'not_whole'],
    ['an exponent as text', '1e3', 'not_whole'],
    ['an Indonesian amount as text', '1.000,50', 'not_whole'],
    ['an English amount as text', '1,000.50', 'not_whole'],
    ['true', true, 'not_whole'],
    ['a list', [1000], 'not_whole'],
    ['nothing', null, 'not_whole'],
    ['a large integer of another kind', 1000n, 'not_whole'],
  ]

  test.each(refused)('of %s is refused', async (_shown, amount, word) => {
    const { code, data } = await refusalOf(book.api.journal.post(entry(amount)))
    expect({ code, data }).toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [{ path: ['lines', 0, 'debit'], message: word }, {}] },
    })
  })

  test('of one sen and one just under the bound are taken, and come back as they went in', async () => {
    const posted = await book.api.journal.post({
      ...entry(1),
      lines: [
        { account: '11101', debit: most - 1 },
        { account: '11102', debit: 1 },
        { account: '48106', credit: most },
      ],
    })
    const { lines } = await book.api.journal.get({ entryId: posted.entryId })
    expect(lines.map(({ debit, credit }) => [debit, credit])).toEqual([
      [most - 1, 0],
      [1, 0],
      [0, most],
    ])
    expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
  })
})

describe('sums that pass the bound', () => {
  let book: TestBook
  beforeEach(async () => {
    book = await openTestBook()
  })
  afterEach(async () => {
    expect(await book.api.ledger.verify()).toMatchObject({ ok: true, problems: [] })
    expect(book.bugs).toEqual([])
    await book.close()
  })

  const tooLarge = { code: 'INVALID_INPUT', data: { reason: 'amount_too_large' } }

  test('within one entry are refused', async () => {
    const lines = [
      { account: '11101', debit: most },
      { account: '11102', debit: 1 },
      { account: '48106', credit: most },
      { account: '48106', credit: 1 },
    ]
    expect(await refusalOf(book.api.journal.post({ ...entry(1), lines }))).toMatchObject(tooLarge)
  })

  test('on an account over several entries are refused before anything is written', async () => {
    await book.api.journal.post(entry(most))
    expect(await refusalOf(book.api.journal.post(entry(1)))).toMatchObject(tooLarge)
    expect(await refusalOf(book.api.journal.post(entry(1, ['11102', '48106'])))).toMatchObject(tooLarge)
    await book.api.journal.post(entry(most, ['11102', '48105']))
    expect((await book.api.journal.list({})).rows).toHaveLength(2)
  })

  test('over years and units are refused like within one', async () => {
    await book.api.journal.post({ ...entry(most), date: '2025-03-01' })
    expect(await refusalOf(book.api.journal.post(entry(1)))).toMatchObject(tooLarge)
    expect(await refusalOf(book.api.journal.post({ ...entry(1), unit: 'shop' }))).toMatchObject(tooLarge)
  })

  test('by a reversal are allowed once, for it takes back what was there', async () => {
    const { entryId } = await book.api.journal.post(entry(most))
    const input = { requestId: requestId(), entryId, date: '2026-03-02', reason: 'Salah' }
    await book.api.journal.reverse(input)
    expect(await refusalOf(book.api.journal.post(entry(1)))).toMatchObject(tooLarge)
  })

  test('by a deposit are refused at the counter', async () => {
    const savingsAccountId = await openSavings(book, await addMember(book))
    const deposit = (amount: number) =>
      book.api.savings.deposit({
        requestId: requestId(),
        savingsAccountId,
        date: '2026-03-01',
        amount,
        cashAccount: '11101',
      })
    await deposit(most)
    expect(await refusalOf(deposit(1))).toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('are never an answer: what cannot be counted exactly is refused, not rounded', async () => {
    await book.api.journal.post(entry(most))
    await book.api.journal.post(entry(most, ['11102', '48105']))
    const answer = await book.api.ledger.trialBalance({ asOf: '2026-12-31' }).catch((error: unknown) => error)
    expect(answer).toMatchObject({ code: 'INVALID_INPUT' })
  })
})
