import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../support/book.ts'
import { overHttp, overPort, type Transport } from './transports.ts'

function otherIncome(amount: number) {
  return {
    requestId: requestId(),
    date: '2026-01-05',
    description: 'Sumbangan "Bu Yaya" 🌾 = <b>tunai</b>',
    lines: [
      { account: '11101', debit: amount, memo: "'; DROP TABLE journal_entry; --" },
      { account: '48106', credit: amount },
    ],
  }
}

describe.each([
  { door: 'a message port', open: overPort },
  { door: 'HTTP', open: overHttp },
])('through $door', ({ open }) => {
  let book: TestBook
  let transport: Transport
  beforeEach(async () => {
    book = await openTestBook()
    transport = await open(book)
  })
  afterEach(async () => {
    await transport.close()
    await book.close()
  })

  test('what was recorded reads back to the letter', async () => {
    const input = otherIncome(9_000_000_000_000_000)
    const posted = await transport.client.journal.post(input)
    expect(posted).toEqual(await book.api.journal.post(input))
    const entry = await transport.client.journal.get({ entryId: posted.entryId })
    expect(entry.description).toBe(input.description)
    expect(entry.lines.map(({ account, debit, memo }) => [account, debit, memo])).toEqual([
      ['11101', 9_000_000_000_000_000, input.lines[0]?.memo],
      ['48106', 0, null],
    ])
  })

  test('a click sent twice at once is recorded once', async () => {
    const input = otherIncome(500)
    const [first, second] = await Promise.all([
      transport.client.journal.post(input),
      transport.client.journal.post(input),
    ])
    expect(first).toEqual(second)
    expect((await book.api.journal.list({})).rows).toHaveLength(1)
  })

  test('a refusal brings its code, its figures and a sentence in the language asked for', async () => {
    const input = {
      ...otherIncome(100),
      lines: [
        { account: '11101', debit: 100 },
        { account: '48106', credit: 1 },
      ],
    }
    expect(await refusalOf(transport.client.journal.post(input))).toEqual({
      code: 'UNBALANCED',
      data: { debit: 100, credit: 1, difference: 99 },
      message: 'Debit dan kredit belum sama, selisih Rp0,99. Periksa jumlah tiap baris.',
    })
    transport.speak('en')
    const { message } = await refusalOf(transport.client.journal.post(input))
    expect(message).toBe('Debit and credit differ by Rp0,99. Check the amount of each line.')
  })

  test.each([
    ['zero', 0, 'amount_not_positive'],
    ['below zero', -1, 'amount_not_positive'],
    ['a fraction of a sen', 0.5, 'not_whole'],
    ['over the bound', 9_000_000_000_000_001, 'amount_too_large'],
    ['not a number', Number.NaN, 'not_whole'],
    ['a big integer', 100n, 'not_whole'],
    ['a date', new Date(0), 'not_whole'],
    ['text', '1.000,50', 'not_whole'],
  ])('an amount that is %s is refused at its field', async (_, amount, message) => {
    const input = {
      ...otherIncome(1),
      lines: [
        { account: '11101', debit: amount },
        { account: '48106', credit: 1 },
      ],
    }
    const refusal = await refusalOf(transport.client.journal.post(input as never))
    expect(refusal).toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [{ path: ['lines', 0, 'debit'], message }] },
    })
    expect(book.bugs).toEqual([])
  })

  test('a description of ten megabytes is refused and nothing is saved', async () => {
    const input = { ...otherIncome(1), description: 'x'.repeat(10_000_000) }
    expect(await refusalOf(transport.client.journal.post(input))).toMatchObject({ code: 'INVALID_INPUT' })
    expect((await book.api.journal.list({})).rows).toEqual([])
  })

  test('a paper arrives whole, under a name a person understands', async () => {
    const { entryId } = await transport.client.journal.post(otherIncome(150_000_00))
    const asked = { report: 'receipt', params: { entryId } } as const
    const [here, there] = [await book.api.reports.pdf(asked), await transport.client.reports.pdf(asked)]
    expect([there.name, there.type]).toEqual([here.name, 'application/pdf'])
    expect(there.name).toMatch(/BM-2026-0001.*\.pdf$/)
    expect(Buffer.from(await there.arrayBuffer()).equals(Buffer.from(await here.arrayBuffer()))).toBe(true)
  })

  test('a call that does not exist is refused', async () => {
    const client = transport.client as unknown as { journal: { erase(): Promise<unknown> } }
    expect(await refusalOf(client.journal.erase())).toMatchObject({ code: 'NOT_FOUND', data: { reason: 'procedure' } })
  })

  test('a bug leaves with a number and without inner text', async () => {
    vi.spyOn(book.desk, 'app').mockImplementationOnce(() => {
      throw new Error('no table saving in /home/siti/koperasi.lumbung')
    })
    const failure = await refusalOf(transport.client.journal.list({}))
    expect(failure.code).toBe('INTERNAL')
    expect(failure.data).toEqual({ number: '000000' })
    expect(JSON.stringify(failure)).not.toMatch(/saving|siti|stack/)
    expect(book.bugs).toHaveLength(1)
  })

  test('a hundred calls at once are all answered', async () => {
    const amounts = Array.from({ length: 100 }, (_, index) => index + 1)
    const posted = await Promise.all(amounts.map((amount) => transport.client.journal.post(otherIncome(amount))))
    expect(new Set(posted.map(({ voucher }) => voucher)).size).toBe(100)
  })

  test('open and later calls to a backend that is gone settle with an error', async () => {
    const open = Array.from({ length: 20 }, () => transport.client.journal.list({}).catch((error: unknown) => error))
    await transport.cut()
    const later = await transport.client.journal.list({}).catch((error: unknown) => error)
    expect(later).toMatchObject({ code: 'BACKEND_LOST' })
    for (const outcome of await Promise.all(open)) {
      if (outcome instanceof Error) expect(outcome).toMatchObject({ code: 'BACKEND_LOST' })
      else expect(outcome).toMatchObject({ rows: [] })
    }
  })
})
