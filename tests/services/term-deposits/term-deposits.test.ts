import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'
import { addMember, balanceOf, deposit, linesOf, openSavings, putCash } from '../../support/counter.ts'

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

type Terms = Partial<Parameters<TestBook['api']['savings']['termOpen']>[0]>
/** A quarter's interest is Rp150.000. */
const usual = { product: 'berjangka', date: '2026-01-15', amount: 10_000_000_00, months: 3, ratePctPerYear: '6' }
const place = (terms: Terms = {}) =>
  book.api.savings.termOpen({ requestId: requestId(), memberId, cashAccount: '11101', ...usual, ...terms })
const close = (savingsAccountId: string, date: string) =>
  book.api.savings.termClose({ requestId: requestId(), savingsAccountId, date, cashAccount: '11101' })
const run = (month: string, key = requestId()) => book.api.savings.accrueInterest({ requestId: key, month })
const undo = (undoes: string, date: string) =>
  book.api.requests.undo({ requestId: requestId(), undoes, date, reason: 'Salah' })
const only = async (savingsAccountId: string, asOf = '2026-12-31') =>
  (await book.api.savings.terms({ asOf, savingsAccountId })).rows[0]

describe('placing', () => {
  test('is cash in and a certificate of its own, as many as a member likes', async () => {
    const first = await place()
    expect(first).toMatchObject({ voucher: 'BKM-2026-0001', number: 'SB-0001', maturesOn: '2026-04-15', warnings: [] })
    expect(await linesOf(book, first.entryId)).toEqual([
      ['11101', 10_000_000_00, 0],
      ['21201', 0, 10_000_000_00],
    ])
    expect((await book.api.journal.get({ entryId: first.entryId })).description).toBe('Penempatan simpanan berjangka')
    expect((await place({ date: '2026-01-31', months: 1 })).maturesOn).toBe('2026-02-28')
    const { rows, totals } = await book.api.savings.terms({ asOf: '2026-03-01' })
    expect(rows.map(({ number, state, daysLeft }) => [number, state, daysLeft])).toEqual([
      ['SB-0001-2', 'matured', -1],
      ['SB-0001', 'running', 45],
    ])
    expect(totals).toEqual({ amount: 20_000_000_00, accrued: 0 })
    expect(await only(first.savingsAccountId)).toMatchObject({ interestInAll: 150_000_00, ratePctPerYear: '6' })
  })

  test('the same submission places once', async () => {
    const key = requestId()
    expect(await place({ requestId: key })).toEqual(await place({ requestId: key }))
    expect(await balanceOf(book, '21201')).toBe(-10_000_000_00)
  })

  for (const [title, terms, expected] of [
    ['by nobody', { memberId: 'nobody' }, ['NOT_FOUND', 'member']],
    ['on a product that is none', { product: 'emas' }, ['NOT_FOUND', 'savings_product']],
    ['on a product without a term', { product: 'sukarela' }, ['NOT_ALLOWED', 'not_a_term_product']],
    ['for no month', { months: 0 }, ['INVALID_INPUT', undefined]],
    ['for 601 months', { months: 601 }, ['INVALID_INPUT', undefined]],
    ['of nothing', { amount: 0 }, ['INVALID_INPUT', undefined]],
    ['at 1001 percent', { ratePctPerYear: '1001' }, ['INVALID_INPUT', undefined]],
    ['through no cash account', { cashAccount: '21101' }, ['INVALID_INPUT', 'not_a_cash_account']],
    ['below the least', { amount: 999_999_00 }, ['INVALID_INPUT', 'amount_below_minimum']],
    ['before the cooperative', { date: '2019-12-31' }, ['INVALID_INPUT', 'date_before_founding']],
    ['with interest onto no account', { payInterestTo: 'nothing' }, ['INVALID_INPUT', 'not_own_savings']],
  ] as [string, Terms, [string, string | undefined]][]) {
    test(`${title} is refused and opens nothing`, async () => {
      await book.api.savings.updateProduct({ product: 'berjangka', minimumDeposit: 1_000_000_00 })
      const { code, data } = await refusalOf(place(terms))
      expect([code, ...(expected[1] === undefined ? [] : [data.reason])]).toEqual(expected.filter(Boolean))
      expect((await book.api.savings.list({})).rows).toEqual([])
    })
  }

  test('who has left places no more, and interest never goes onto another member’s savings', async () => {
    const other = await addMember(book, '0002')
    const hers = await openSavings(book, other)
    expect(await refusalOf(place({ payInterestTo: hers }))).toMatchObject({ data: { reason: 'not_own_savings' } })
    const own = await openSavings(book, memberId)
    const both = place({ payInterestTo: own, rollover: 'principal_and_interest' })
    expect(await refusalOf(both)).toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [{ path: ['payInterestTo'] }] },
    })
    const leaving = { requestId: requestId(), memberId, date: '2026-01-10', reason: 'moved' as const }
    await book.api.members.exit(leaving)
    expect(await refusalOf(place())).toMatchObject({ code: 'NOT_ALLOWED', data: { reason: 'member_left' } })
  })

  test('neither a deposit, a withdrawal nor a hand-written line touches a part of it', async () => {
    const { savingsAccountId } = await place()
    const movement = { savingsAccountId, date: '2026-02-01', amount: 5_00, cashAccount: '11101' }
    for (const way of ['deposit', 'withdraw'] as const) {
      expect(await refusalOf(book.api.savings[way]({ requestId: requestId(), ...movement }))).toMatchObject({
        data: { reason: 'term_deposit' },
      })
    }
    const lines = [
      { account: '21201', debit: 5_00, savingsAccountId },
      { account: '48106', credit: 5_00 },
    ]
    const entry = { requestId: requestId(), date: '2026-02-01', description: 'Potong', lines }
    expect(await refusalOf(book.api.journal.post(entry))).toMatchObject({
      code: 'NOT_ALLOWED',
      data: { reason: 'term_not_whole', number: 'SB-0001', amount: 10_000_000_00 },
    })
  })
})

describe('a preview', () => {
  const preview = (terms: Partial<typeof usual> = {}) => book.api.savings.termPreview({ ...usual, ...terms })

  test('says what a placing then brings, and the tax where all of it is paid at once', async () => {
    expect(await preview()).toEqual({
      ...{ maturesOn: '2026-04-15', firstMonth: 50_000_00, interest: 150_000_00, taxAtEnd: 0 },
    })
    const { savingsAccountId, maturesOn } = await place({ months: 6 })
    const asked = await preview({ months: 6 })
    expect(asked).toMatchObject({ maturesOn, interest: 300_000_00, taxAtEnd: 30_000_00 })
    const { interest, tax } = await book.api.savings.termQuote({ savingsAccountId, date: maturesOn })
    expect([interest, tax]).toEqual([asked.interest, asked.taxAtEnd])
  })

  test('of a product without a term is refused', async () => {
    expect(await refusalOf(preview({ product: 'sukarela' }))).toMatchObject({ data: { reason: 'not_a_term_product' } })
    expect(await refusalOf(preview({ product: 'emas' }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refusalOf(preview({ months: 0 }))).toMatchObject({ code: 'INVALID_INPUT' })
  })
})

describe('the monthly interest', () => {
  test('is put aside until the end, month by month, and paid with the principal', async () => {
    const { savingsAccountId } = await place()
    expect(await refusalOf(run('2026-01'))).toMatchObject({ data: { reason: 'no_interest' } })
    const february = await run('2026-02')
    const told = { accounts: 1, gross: 50_000_00, tax: 0, net: 50_000_00, accrued: 50_000_00 }
    expect(february).toMatchObject(told)
    expect((await book.api.savings.interestRuns({})).rows[0]).toMatchObject({ month: '2026-02', ...told })
    expect(await linesOf(book, february.entryId)).toEqual([
      ['51102', 50_000_00, 0],
      ['24101', 0, 50_000_00],
    ])
    await run('2026-03')
    await putCash(book, 150_000_00)
    expect(await only(savingsAccountId, '2026-03-31')).toMatchObject({ accrued: 100_000_00, interestPaid: 0 })
    expect((await book.api.savings.withholding({ month: '2026-03' })).rows).toEqual([])
    const quote = await book.api.savings.termQuote({ savingsAccountId, date: '2026-04-15' })
    const paid = await close(savingsAccountId, '2026-04-15')
    expect(paid).toMatchObject(quote)
    expect(quote).toEqual({
      ...{ isEarly: false, principal: 10_000_000_00, interest: 150_000_00, tax: 0, penalty: 0, forfeited: 0 },
      ...{ paid: 10_150_000_00, toSavings: 0 },
    })
    expect(await linesOf(book, paid.entryId)).toEqual([
      ['21201', 10_000_000_00, 0],
      ['24101', 100_000_00, 0],
      ['51102', 50_000_00, 0],
      ['11101', 0, 10_150_000_00],
    ])
    expect([await balanceOf(book, '24101'), await balanceOf(book, '51102')]).toEqual([0, 150_000_00])
    expect(await only(savingsAccountId)).toMatchObject({ state: 'closed', accrued: 0, interestPaid: 150_000_00 })
    expect((await book.api.savings.terms({})).rows).toEqual([])
    expect((await book.api.savings.withholding({ month: '2026-04' })).rows).toMatchObject([
      { gross: 150_000_00, tax: 0, ratePct: '0' },
    ])
  })

  test('is no line of a month that ended before the money was placed', async () => {
    await place({ date: '2026-02-10' })
    expect((await book.api.savings.previewInterest({ month: '2026-01' })).rows).toEqual([])
    const { rows } = await book.api.savings.previewInterest({ month: '2026-02' })
    expect(rows.map(({ product, gross }) => [product, gross])).toEqual([['berjangka', 0]])
  })

  test('goes onto the savings its member named, and is taxed with all she earns in the month', async () => {
    const own = await openSavings(book, memberId, 'sukarela', '2025-12-31')
    await deposit(book, own, 20_000_000_00, '2025-12-31')
    const tiers = [{ from: 0, ratePctPerYear: '12' }]
    await book.api.savings.setInterest({ product: 'sukarela', fromMonth: '2026-01', tiers })
    const { savingsAccountId } = await place({ amount: 20_000_000_00, payInterestTo: own })
    await run('2026-01')
    const { rows } = await book.api.savings.previewInterest({ month: '2026-02' })
    expect(rows.map(({ product, gross, tax, paidTo }) => [product, gross, tax, paidTo])).toEqual([
      ['sukarela', 202_000_00, 20_200_00, null],
      ['berjangka', 100_000_00, 10_000_00, own],
    ])
    await run('2026-02')
    expect((await book.api.savings.card({ savingsAccountId: own })).closing).toBe(20_471_800_00)
    expect((await book.api.savings.withholding({ month: '2026-02' })).rows).toMatchObject([
      { gross: 302_000_00, tax: 30_200_00, ratePct: '10', short: 0 },
    ])
    await run('2026-03')
    const paid = await close(savingsAccountId, '2026-04-15')
    expect(paid).toMatchObject({ interest: 100_000_00, paid: 20_000_000_00, toSavings: 100_000_00, tax: 0 })
  })

  test('that was missed is caught up with, and no month is paid twice', async () => {
    await place({ months: 6 })
    expect((await run('2026-05')).gross).toBe(200_000_00)
    expect((await run('2026-06')).gross).toBe(50_000_00)
    expect((await run('2026-07')).gross).toBe(50_000_00)
    expect(await refusalOf(run('2026-08'))).toMatchObject({ data: { reason: 'no_interest' } })
  })

  test('taken back and run again comes out the same', async () => {
    const { savingsAccountId } = await place()
    const key = requestId()
    const first = await run('2026-02', key)
    await undo(key, '2026-03-02')
    expect(await only(savingsAccountId)).toMatchObject({ accrued: 0 })
    expect((await run('2026-02')).gross).toBe(first.gross)
  })

  test('paid at the end bears tax by the month of its payment', async () => {
    const { savingsAccountId } = await place({ amount: 24_000_000_00, months: 12, ratePctPerYear: '12' })
    for (const month of ['2026-02', '2026-03']) await run(month)
    const late = await book.api.savings.termQuote({ savingsAccountId, date: '2027-01-15' })
    expect(late).toMatchObject({ interest: 2_880_000_00, tax: 288_000_00, paid: 26_592_000_00 })
  })
})

describe('before its end', () => {
  test('it is not paid back unless its product said so when it was placed', async () => {
    const { savingsAccountId } = await place()
    await book.api.savings.updateProduct({ product: 'berjangka', earlyWithdrawal: 'forfeit_interest' })
    expect(await refusalOf(close(savingsAccountId, '2026-04-14'))).toMatchObject({
      code: 'NOT_ALLOWED',
      data: { reason: 'term_not_matured', until: '2026-04-15' },
    })
    expect(await refusalOf(close(savingsAccountId, '2026-01-14'))).toMatchObject({
      data: { reason: 'date_before_term' },
    })
  })

  test('it gives up what was put aside', async () => {
    await book.api.savings.updateProduct({ product: 'berjangka', earlyWithdrawal: 'forfeit_interest' })
    const { savingsAccountId } = await place()
    await run('2026-02')
    const paid = await close(savingsAccountId, '2026-03-20')
    expect(paid).toMatchObject({ isEarly: true, interest: 0, forfeited: 50_000_00, paid: 10_000_000_00 })
    expect([await balanceOf(book, '24101'), await balanceOf(book, '51102')]).toEqual([0, 0])
    expect((await book.api.savings.withholding({ month: '2026-03' })).rows).toEqual([])
  })

  test('or pays for it', async () => {
    const early = { earlyWithdrawal: 'penalty_pct', earlyPct: '2' } as const
    await book.api.savings.updateProduct({ product: 'berjangka', ...early })
    const { savingsAccountId } = await place()
    await run('2026-02')
    const paid = await close(savingsAccountId, '2026-03-20')
    expect(paid).toMatchObject({ interest: 100_000_00, penalty: 200_000_00, paid: 9_900_000_00 })
    expect(await linesOf(book, paid.entryId)).toEqual([
      ['21201', 10_000_000_00, 0],
      ['24101', 50_000_00, 0],
      ['51102', 50_000_00, 0],
      ['41103', 0, 200_000_00],
      ['11101', 0, 9_900_000_00],
    ])
  })
})

describe('what is done is done once, and taken back from the newest on', () => {
  test('a term is not closed twice, the same submission pays once', async () => {
    const { savingsAccountId } = await place()
    await putCash(book, 150_000_00)
    const input = { requestId: requestId(), savingsAccountId, date: '2026-04-15', cashAccount: '11101' }
    const paid = await book.api.savings.termClose(input)
    expect(await book.api.savings.termClose(input)).toEqual(paid)
    expect(await refusalOf(close(savingsAccountId, '2026-04-16'))).toMatchObject({
      code: 'NOT_ALLOWED',
      data: { reason: 'savings_account_closed' },
    })
    expect(await refusalOf(close('nothing', '2026-04-16'))).toMatchObject({ data: { reason: 'term_deposit' } })
    expect(await balanceOf(book, '11101')).toBe(0)
  })

  test('a payout that is taken back opens the certificate again, a placing closes it', async () => {
    const key = requestId()
    const { savingsAccountId } = await place({ requestId: key })
    await putCash(book, 150_000_00)
    const paid = await close(savingsAccountId, '2026-04-15')
    const refusal = await refusalOf(undo(key, '2026-04-16'))
    expect(refusal).toMatchObject({ code: 'NOT_ALLOWED', data: { reason: 'reverse_first', voucher: paid.voucher } })
    const entry = { requestId: requestId(), entryId: paid.entryId, date: '2026-04-16', reason: 'Belum datang' }
    await book.api.journal.reverse(entry)
    expect(await only(savingsAccountId)).toMatchObject({ state: 'matured', closedOn: null })
    await undo(key, '2026-04-17')
    expect(await only(savingsAccountId)).toMatchObject({ state: 'closed', closedOn: '2026-04-17' })
    expect([await balanceOf(book, '21201'), await balanceOf(book, '51102')]).toEqual([0, 0])
  })

  test('interest that a payout used is not taken back before it', async () => {
    const { savingsAccountId } = await place()
    await putCash(book, 150_000_00)
    const key = requestId()
    await run('2026-02', key)
    const paid = await close(savingsAccountId, '2026-04-15')
    expect(await refusalOf(undo(key, '2026-04-16'))).toMatchObject({
      code: 'NOT_ALLOWED',
      data: { reason: 'reverse_first', first: { entryId: paid.entryId } },
    })
  })

  test('it ends with its member, in the entry of leaving', async () => {
    const { savingsAccountId } = await place()
    const leaving = { requestId: requestId(), memberId, date: '2026-06-10', reason: 'moved' as const }
    const left = await book.api.members.exit(leaving)
    expect(await only(savingsAccountId)).toMatchObject({ state: 'closed' })
    expect(await linesOf(book, left.entryId ?? '')).toContainEqual(['21201', 10_000_000_00, 0])
    expect(await refusalOf(close(savingsAccountId, '2026-06-11'))).toMatchObject({ code: 'NOT_ALLOWED' })
  })
})

describe('rolling over', () => {
  const roll = (savingsAccountId: string, more: object = {}) =>
    book.api.savings.termRollOver({ requestId: requestId(), savingsAccountId, date: '2026-04-20', ...more })

  test('with its interest: a new certificate from the day the old one fell due, no cash moves', async () => {
    const { savingsAccountId } = await place({ rollover: 'principal_and_interest' })
    await run('2026-02')
    const rolled = await roll(savingsAccountId)
    expect(rolled).toMatchObject({
      ...{ voucher: 'BM-2026-0002', number: 'SB-0001-2', maturesOn: '2026-07-15', amount: 10_150_000_00 },
      ...{ interest: 150_000_00, paid: 0, toSavings: 0 },
    })
    expect(await linesOf(book, rolled.entryId)).toEqual([
      ['21201', 10_000_000_00, 0],
      ['24101', 50_000_00, 0],
      ['51102', 100_000_00, 0],
      ['21201', 0, 10_150_000_00],
    ])
    expect(await only(savingsAccountId)).toMatchObject({ state: 'closed' })
    expect(await only(rolled.savingsAccountId)).toMatchObject({
      ...{ startsOn: '2026-04-15', rolledFrom: savingsAccountId, interestInAll: 152_250_00 },
    })
    expect((await run('2026-05')).gross).toBe(50_750_00)
  })

  test('of the principal alone: its interest is paid in cash or goes onto her savings', async () => {
    const { savingsAccountId } = await place({ rollover: 'principal' })
    expect(await refusalOf(roll(savingsAccountId))).toMatchObject({
      code: 'INVALID_INPUT',
      data: { reason: 'required', issues: [{ path: ['cashAccount'] }] },
    })
    const rolled = await roll(savingsAccountId, { cashAccount: '11101', months: 1, ratePctPerYear: '12' })
    expect(rolled).toMatchObject({ voucher: 'BKK-2026-0001', paid: 150_000_00, maturesOn: '2026-05-15' })
    const own = await openSavings(book, memberId)
    const second = await place({ rollover: 'principal', payInterestTo: own })
    expect(await roll(second.savingsAccountId)).toMatchObject({ tax: 30_000_00, paid: 0, toSavings: 120_000_00 })
    expect((await book.api.savings.card({ savingsAccountId: own })).closing).toBe(120_000_00)
  })

  test('only when it is over and was agreed or is asked for', async () => {
    const { savingsAccountId } = await place()
    expect(await refusalOf(roll(savingsAccountId, { date: '2026-04-14' }))).toMatchObject({
      data: { reason: 'term_not_matured' },
    })
    expect(await refusalOf(roll(savingsAccountId))).toMatchObject({ data: { reason: 'term_without_rollover' } })
    expect(await roll(savingsAccountId, { rollover: 'principal_and_interest' })).toMatchObject({
      amount: 10_150_000_00,
    })
  })

  test('taken back, the old certificate stands again and the new one is closed', async () => {
    const { savingsAccountId } = await place({ rollover: 'principal_and_interest' })
    const key = requestId()
    const rolled = await roll(savingsAccountId, { requestId: key })
    await undo(key, '2026-04-21')
    expect(await only(savingsAccountId)).toMatchObject({ state: 'matured' })
    expect(await only(rolled.savingsAccountId)).toMatchObject({ state: 'closed' })
    expect((await roll(savingsAccountId, { date: '2026-04-22' })).number).toBe('SB-0001-3')
  })
})

describe('taken over from the paper books', () => {
  const takeOver = (terms: object = {}, key = requestId()) => {
    const { date: _, ...agreed } = usual
    return book.api.savings.termTakeOver({ requestId: key, memberId, ...agreed, date: '2025-12-10', ...terms })
  }

  test('it is registered without money, and its principal is one of the opening balances', async () => {
    const { savingsAccountId, maturesOn } = await takeOver()
    expect(maturesOn).toBe('2026-03-10')
    expect(await refusalOf(run('2026-01'))).toMatchObject({ data: { reason: 'no_interest' } })
    const wrong = [{ account: '21201', credit: 9_000_000_00, savingsAccountId }]
    const opening = { date: '2025-12-31', lines: wrong }
    expect(await refusalOf(book.api.opening.post({ requestId: requestId(), ...opening }))).toMatchObject({
      data: { reason: 'term_not_whole' },
    })
    const lines = [{ account: '21201', credit: 10_000_000_00, savingsAccountId }]
    await book.api.opening.post({ requestId: requestId(), ...opening, lines })
    expect((await run('2026-01')).gross).toBe(50_000_00)
    await putCash(book, 20_000_000_00)
    expect(await close(savingsAccountId, '2026-03-10')).toMatchObject({ interest: 150_000_00 })
  })

  test('undone before its principal came in, nothing of it is left', async () => {
    const key = requestId()
    await takeOver({}, key)
    await undo(key, '2026-01-05')
    expect((await book.api.savings.list({})).rows).toEqual([])
    expect((await book.api.savings.terms({})).rows).toEqual([])
  })
})
