import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'
import { addMember, balanceOf, deposit, linesOf, openSavings, putCash, withdraw } from '../../support/counter.ts'

let book: TestBook
let memberId: string
beforeEach(async () => {
  book = await openTestBook()
  memberId = await addMember(book)
})
afterEach(async () => {
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
  expect(book.bugs).toEqual([])
  await book.close()
})

type Terms = Omit<Parameters<TestBook['api']['savings']['setInterest']>[0], 'product' | 'fromMonth' | 'tiers'>
const setRate = (ratePctPerYear: string, terms: Terms = {}, product = 'sukarela', fromMonth = '2026-01') =>
  book.api.savings.setInterest({ product, fromMonth, tiers: [{ from: 0, ratePctPerYear }], ...terms })
const run = (month: string, key = requestId()) => book.api.savings.accrueInterest({ requestId: key, month })
const closing = async (savingsAccountId: string) => (await book.api.savings.card({ savingsAccountId })).closing

/** The history of the worked example in accounting.md section 2.1. */
async function exampleAccount() {
  const id = await openSavings(book, memberId, 'sukarela', '2025-12-31')
  await deposit(book, id, 400_000_00, '2025-12-31')
  await deposit(book, id, 300_000_00, '2026-01-06')
  await deposit(book, id, 800_000_00, '2026-01-12')
  await withdraw(book, id, 500_000_00, '2026-01-25')
  return id
}

describe('the worked example', () => {
  test.each([
    ['lowest', 'twelfths', 2_000_00],
    ['lowest', '365', 2_038_00],
    ['daily', '365', 5_375_00],
    ['average_daily', 'twelfths', 5_274_00],
    ['average_of_balances', 'twelfths', 4_500_00],
  ] as const)('%s, %s', async (method, dayBasis, gross) => {
    await setRate('6', { method, dayBasis })
    const id = await exampleAccount()
    const { rows, totals, done } = await book.api.savings.previewInterest({ month: '2026-01' })
    expect(rows).toMatchObject([{ savingsAccountId: id, number: 'SS-0001', memberId, product: 'sukarela', gross }])
    expect([totals, done]).toEqual([{ accounts: 1, gross, tax: 0, net: gross, accrued: 0 }, null])
    const posted = await run('2026-01')
    expect(posted).toMatchObject({ date: '2026-01-31', accounts: 1, gross, tax: 0, net: gross, warnings: [] })
    expect(await linesOf(book, posted.entryId)).toEqual([
      ['51101', gross, 0],
      ['21101', 0, gross],
    ])
    expect(await closing(id)).toBe(1_000_000_00 + gross)
  })
})

describe('tax', () => {
  /** At 12 % and by twelfths a month's interest is a hundredth of what lies there. */
  async function saved(product: string, amount: number) {
    await setRate('12', {}, product)
    const id = await openSavings(book, memberId, product, '2025-12-31')
    await deposit(book, id, amount, '2025-12-31')
    return id
  }

  test.each([
    [24_000_000_00, 240_000_00, 0, '0'],
    [24_000_100_00, 240_001_00, 24_000_00, '10'],
    [30_000_000_00, 300_000_00, 30_000_00, '10'],
  ])('on the interest of %i sen', async (amount, gross, tax, ratePct) => {
    const id = await saved('sukarela', amount)
    expect(await run('2026-01')).toMatchObject({ gross, tax, net: gross - tax })
    expect(await closing(id)).toBe(amount + gross - tax)
    expect([await balanceOf(book, '51101'), await balanceOf(book, '23103')]).toEqual([gross, 0 - tax])
    const slip = await book.api.savings.withholding({ month: '2026-01' })
    const amounts = { gross, tax, net: gross - tax, short: 0 }
    expect(slip.rows).toEqual([{ memberId, memberNumber: '0001', memberName: 'Anggota 0001', ratePct, ...amounts }])
    expect(slip.totals).toEqual(amounts)
  })

  test('is tested on all accounts of a member together, and each bears its part', async () => {
    await saved('sukarela', 20_000_000_00)
    await saved('wajib', 10_000_000_00)
    const other = await addMember(book, '0002')
    const hers = await openSavings(book, other, 'sukarela', '2025-12-31')
    await deposit(book, hers, 24_000_000_00, '2025-12-31')
    const { rows } = await book.api.savings.previewInterest({ month: '2026-01' })
    expect(rows.map(({ product, gross, tax, net }) => [product, gross, tax, net])).toEqual([
      ['wajib', 100_000_00, 10_000_00, 90_000_00],
      ['sukarela', 200_000_00, 20_000_00, 180_000_00],
      ['sukarela', 240_000_00, 0, 240_000_00],
    ])
    const { entryId } = await run('2026-01')
    const { lines } = await book.api.journal.get({ entryId })
    expect(lines.slice(0, 3)).toMatchObject([
      { account: '51101', debit: 100_000_00, memberId },
      { account: '31102', credit: 90_000_00, memberId },
      { account: '23103', credit: 10_000_00, memberId },
    ])
  })

  test('counts interest that was paid earlier in the month, and keeps at most what is paid now', async () => {
    const id = await saved('sukarela', 1_000_000_00)
    const lines = [
      { account: '51102', debit: 240_000_00, memberId },
      { account: '21101', credit: 240_000_00, savingsAccountId: id },
    ]
    await book.api.journal.post({ requestId: requestId(), date: '2026-01-31', description: 'Jasa berjangka', lines })
    const posted = await run('2026-01')
    expect(posted).toMatchObject({ gross: 10_000_00, tax: 10_000_00, net: 0, taxShort: 15_000_00 })
    expect(posted.warnings).toEqual(['tax_above_interest'])
    expect((await book.api.savings.withholding({ month: '2026-01' })).rows).toMatchObject([
      { gross: 250_000_00, tax: 10_000_00, ratePct: '10', short: 15_000_00 },
    ])
  })
})

describe('who earns', () => {
  test('an account opened in the month by what lay there, that of who left no more', async () => {
    await setRate('12', { method: 'average_daily' })
    const cards: string[] = []
    for (const number of ['0002', '0003']) {
      const id = await openSavings(book, await addMember(book, number, '2025-01-01'), 'sukarela', '2026-01-17')
      await deposit(book, id, 3_100_000_00, '2026-01-17')
      cards.push(id)
    }
    const { rows: all } = await book.api.members.list({ text: '0003' })
    const leaving = { memberId: all[0]?.memberId ?? '', date: '2026-01-31', reason: 'moved' as const }
    await book.api.members.exit({ requestId: requestId(), ...leaving })
    const { rows } = await book.api.savings.previewInterest({ month: '2026-01' })
    expect(rows).toMatchObject([{ savingsAccountId: cards[0], base: 1_500_000_00, gross: 15_000_00 }])
  })

  test('a balance below the least earns nothing, a larger one by its own rate', async () => {
    const tiers = [
      { from: 1_000_000_00, ratePctPerYear: '12' },
      { from: 0, ratePctPerYear: '6' },
    ]
    const terms = { product: 'sukarela', fromMonth: '2026-01', minimumBalance: 100_000_00, tiers }
    await book.api.savings.setInterest(terms)
    for (const [number, amount] of [
      ['0002', 99_999_00],
      ['0003', 100_000_00],
      ['0004', 999_999_00],
      ['0005', 1_000_000_00],
    ] as const) {
      const id = await openSavings(book, await addMember(book, number), 'sukarela', '2025-12-31')
      await deposit(book, id, amount, '2025-12-31')
    }
    const { rows } = await book.api.savings.previewInterest({ month: '2026-01' })
    expect(rows.map(({ gross }) => gross)).toEqual([0, 500_00, 4_999_00, 10_000_00])
    expect((await run('2026-01')).accounts).toBe(3)
  })

  test('by the rate of its month', async () => {
    await setRate('12', {}, 'sukarela', '2026-02')
    await setRate('24', {}, 'sukarela', '2026-03')
    const id = await openSavings(book, memberId, 'sukarela', '2025-12-31')
    await deposit(book, id, 1_000_000_00, '2025-12-31')
    expect((await book.api.savings.previewInterest({ month: '2026-01' })).totals.gross).toBe(0)
    expect((await run('2026-02')).gross).toBe(10_000_00)
    expect((await run('2026-03')).gross).toBe(20_200_00)
  })

  test('a rate of 1000 % and a leap February are reckoned, a rate of 0 is none', async () => {
    const leap = await openTestBook({ today: '2028-03-01' })
    const id = await openSavings(leap, await addMember(leap, '0001', '2028-01-01'), 'sukarela', '2028-01-31')
    await deposit(leap, id, 366_000_00, '2028-01-31')
    const tiers = [{ from: 0, ratePctPerYear: '1000' }]
    const terms = { product: 'sukarela', fromMonth: '2028-02', method: 'daily', dayBasis: 'actual' } as const
    await leap.api.savings.setInterest({ ...terms, tiers })
    const { rows } = await leap.api.savings.previewInterest({ month: '2028-02' })
    expect(rows).toMatchObject([{ gross: 290_000_00 }])
    await leap.api.savings.setInterest({ ...terms, tiers: [{ from: 0, ratePctPerYear: '0' }] })
    const asked = { requestId: requestId(), month: '2028-02' }
    expect(await refusalOf(leap.api.savings.accrueInterest(asked))).toMatchObject({ data: { reason: 'no_interest' } })
    await leap.close()
  })
})

describe('a run', () => {
  beforeEach(async () => {
    await setRate('12')
    const id = await openSavings(book, memberId, 'sukarela', '2025-12-31')
    await deposit(book, id, 1_000_000_00, '2025-12-31')
  })

  test('is done once, the same submission answers the same', async () => {
    const key = requestId()
    const first = await run('2026-01', key)
    expect(await run('2026-01', key)).toEqual(first)
    const refusal = await refusalOf(run('2026-01'))
    expect(refusal).toMatchObject({ code: 'ALREADY_DONE', data: { reason: 'interest_run', voucher: first.voucher } })
    expect(refusal.message).toContain('Januari 2026')
    expect((await book.api.savings.previewInterest({ month: '2026-01' })).done).toEqual({
      ...{ entryId: first.entryId, requestId: key, voucher: first.voucher, date: '2026-01-31' },
    })
    expect(await balanceOf(book, '51101')).toBe(10_000_00)
  })

  test('that is taken back is as if it had never been, and comes out the same again', async () => {
    await setRate('12', { method: 'daily' })
    const before = await book.api.savings.list({})
    const key = requestId()
    const first = await run('2026-01', key)
    await book.api.requests.undo({ requestId: requestId(), undoes: key, date: '2026-02-10', reason: 'Suku salah' })
    expect(await book.api.savings.list({})).toEqual(before)
    expect((await book.api.savings.withholding({ month: '2026-01' })).rows).toEqual([])
    const again = await run('2026-01')
    expect([again.gross, again.tax]).toEqual([first.gross, first.tax])
    const other = await openTestBook()
    const id = await openSavings(other, await addMember(other), 'sukarela', '2025-12-31')
    await deposit(other, id, 1_000_000_00, '2025-12-31')
    const tiers = [{ from: 0, ratePctPerYear: '12' }]
    await other.api.savings.setInterest({ product: 'sukarela', fromMonth: '2026-01', method: 'daily', tiers })
    await other.api.savings.accrueInterest({ requestId: requestId(), month: '2026-01' })
    const untouched = await other.api.savings.previewInterest({ month: '2026-02' })
    await other.close()
    expect((await book.api.savings.previewInterest({ month: '2026-02' })).totals).toEqual(untouched.totals)
  })

  test('months follow one another, and are taken back from the newest on', async () => {
    const january = await run('2026-01')
    const march = await run('2026-03')
    expect(await refusalOf(run('2026-02'))).toMatchObject({
      code: 'NOT_ALLOWED',
      data: { reason: 'later_month_accrued', later: '2026-03', voucher: march.voucher },
    })
    const undo = { requestId: requestId(), entryId: january.entryId, date: '2026-04-01', reason: 'Salah' }
    expect(await refusalOf(book.api.journal.reverse(undo))).toMatchObject({
      code: 'NOT_ALLOWED',
      data: { reason: 'reverse_first', first: { entryId: march.entryId } },
    })
    await book.api.journal.reverse({ ...undo, requestId: requestId(), entryId: march.entryId })
    expect((await run('2026-02')).gross).toBe(10_100_00)
  })

  test('of a month that has not ended, has no interest, or is locked is refused', async () => {
    for (const month of ['2026-11', '2026-12', '2999-12']) {
      const refusal = await refusalOf(run(month))
      expect([refusal.code, (refusal.data.issues as { path: string[] }[])[0]?.path[0]]).toEqual([
        'INVALID_INPUT',
        month === '2999-12' ? 'date' : 'month',
      ])
    }
    expect(await refusalOf(run('2025-11'))).toMatchObject({ code: 'NOT_ALLOWED', data: { reason: 'no_interest' } })
    expect((await refusalOf(run('2026-13'))).code).toBe('INVALID_INPUT')
    await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-01' })
    expect(await refusalOf(run('2026-01'))).toMatchObject({ code: 'PERIOD_CLOSED' })
    const late = { requestId: requestId(), month: '2026-01', date: '2026-02-01' }
    expect(await book.api.savings.accrueInterest(late)).toMatchObject({ date: '2026-02-01', gross: 10_000_00 })
    expect((await book.api.savings.withholding({ month: '2026-01' })).totals.gross).toBe(10_000_00)
    expect((await book.api.savings.withholding({ month: '2026-02' })).rows).toEqual([])
  })

  test('on a day before the month is over is refused', async () => {
    const early = { requestId: requestId(), month: '2026-01', date: '2026-01-30' }
    expect(await refusalOf(book.api.savings.accrueInterest(early))).toMatchObject({
      code: 'INVALID_INPUT',
      data: { reason: 'date_before_month_end', issues: [{ path: ['date'] }] },
    })
  })

  test('is asked about when money moves in its month afterwards, and its rate stays', async () => {
    await run('2026-01')
    await setRate('12', {}, 'sukarela', '2026-02')
    expect(await refusalOf(setRate('6', {}, 'wajib'))).toMatchObject({
      code: 'NOT_ALLOWED',
      data: { reason: 'interest_already_run', month: '2026-01' },
    })
    const { rows } = await book.api.savings.list({ product: 'sukarela' })
    const id = rows[0]?.savingsAccountId ?? ''
    expect((await deposit(book, id, 5_00, '2026-01-31')).warnings).toEqual(['interest_already_run'])
    expect((await deposit(book, id, 5_00, '2026-02-01')).warnings).toEqual([])
    expect((await withdraw(book, id, 5_00, '2026-01-31')).warnings).toEqual(['interest_already_run'])
    const wajib = await openSavings(book, memberId, 'wajib')
    expect((await deposit(book, wajib, 5_00, '2026-01-31')).warnings).toEqual([])
    const meeting = { requestId: requestId(), date: '2026-01-30', cashAccount: '11101' }
    const paid = [{ memberId, savings: { sukarela: 5_00 } }]
    expect((await book.api.collection.record({ ...meeting, rows: paid })).warnings).toEqual(['interest_already_run'])
  })

  test('whose interest was withdrawn names what goes first', async () => {
    const key = requestId()
    await run('2026-01', key)
    await putCash(book, 1_000_000_00)
    const { rows } = await book.api.savings.list({})
    const taken = await withdraw(book, rows[0]?.savingsAccountId ?? '', 1_010_000_00, '2026-02-02')
    const undo = { requestId: requestId(), undoes: key, date: '2026-02-03', reason: 'Suku salah' }
    expect(await refusalOf(book.api.requests.undo(undo))).toMatchObject({
      code: 'INSUFFICIENT_BALANCE',
      data: { reason: 'reverse_first', first: { voucher: taken.voucher } },
    })
  })
})
