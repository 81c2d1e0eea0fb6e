import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refusalOf, requestId } from '../../support/book.ts'
import { addMember, balanceOf, deposit, linesOf, openSavings } from '../../support/counter.ts'
import { cashAccount, type LendingBook, openLendingBook, rupiah } from '../../support/lending.ts'

let book: LendingBook
beforeEach(async () => {
  book = await openLendingBook()
})
afterEach(async () => {
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
  expect(book.bugs).toEqual([])
  await book.close()
})

/** 0,1 % a day of what is overdue: Rp1.180 for each day a whole instalment is late. */
const penalty = { kind: 'pct_per_day' as const, pct: '0.1' }
const cardOf = (loanId: string, asOf?: string) => book.api.loans.card({ loanId, asOf })
/** What a card says but for its movements, which show reversed entries too. */
const standingOf = async (loanId: string, asOf = '2026-12-31') => {
  const { rows: _, ...standing } = await cardOf(loanId, asOf)
  return standing
}
const paying = (loanId: string, date: string, amount: number) => ({ requestId: requestId(), loanId, date, amount })

describe('a penalty', () => {
  test('is reckoned day by day, quoted, and posted only when it is received', async () => {
    const loanId = await book.running({ product: await book.product({ penalty }) })
    expect((await cardOf(loanId, '2026-02-20')).penalty).toEqual({
      ...{ asOf: '2026-02-20', reckoned: rupiah(11_800), paid: 0, waived: 0, owed: rupiah(11_800) },
    })
    expect(await balanceOf(book, '41104')).toBe(0)
    expect(await book.api.loans.due({ loanId, date: '2026-02-20' })).toMatchObject({ penalty: rupiah(11_800) })
    const paid = await book.pay(loanId, '2026-02-20', rupiah(1_191_800))
    expect(paid).toMatchObject({ principal: rupiah(1_000_000), interest: rupiah(180_000), penalty: rupiah(11_800) })
    expect(await linesOf(book, paid.entryId)).toEqual([
      ['11101', rupiah(1_191_800), 0],
      ['13101', 0, rupiah(1_000_000)],
      ['41101', 0, rupiah(180_000)],
      ['41104', 0, rupiah(11_800)],
    ])
    expect((await cardOf(loanId, '2026-03-10')).penalty).toMatchObject({ paid: rupiah(11_800), owed: 0 })
    expect((await cardOf(loanId)).rows.at(-1)).toMatchObject({ penalty: rupiah(11_800), interest: rupiah(180_000) })
  })

  test('is part of what settles a loan, and paying that is paying the quote', async () => {
    const loanId = await book.running({ product: await book.product({ penalty }) })
    const quote = await book.api.loans.payoffQuote({ loanId, date: '2026-02-20' })
    expect(quote).toMatchObject({ penalty: rupiah(11_800), total: rupiah(12_371_800), toPay: rupiah(12_371_800) })
    const { principal, interest, penalty: owed } = await book.payOff(loanId, '2026-02-20')
    expect({ principal, interest, penalty: owed }).toEqual({
      ...{ principal: quote.principal, interest: quote.interest, penalty: quote.penalty },
    })
    expect((await cardOf(loanId, '2026-12-31')).penalty.owed).toBe(0)
  })

  test('ends with the day all was paid back, though a payment of a later day was written before', async () => {
    const loanId = await book.running({
      product: await book.product({ penalty, allocation: 'interest_principal_penalty', earlySettlement: 'due' }),
    })
    await book.pay(loanId, '2026-05-20', rupiah(100_000))
    const quote = await book.api.loans.payoffQuote({ loanId, date: '2026-03-15' })
    expect(quote).toMatchObject({ principal: rupiah(12_000_000), interest: rupiah(260_000) })
    await book.payOff(loanId, '2026-03-15')
    const card = await cardOf(loanId, '2026-12-31')
    expect([card.loan.state, card.penalty.owed, card.penalty.paid]).toEqual(['settled', 0, quote.penalty])
  })

  test('that is left when all else is paid keeps the loan open until it is paid or let off', async () => {
    const product = await book.product({ penalty })
    const [paid, waived] = [
      await book.running({ product, principal: rupiah(1_000_000), months: 1 }),
      await book.running({ product, principal: rupiah(1_000_000), months: 1 }),
    ]
    for (const loanId of [paid, waived]) {
      await book.pay(loanId, '2026-02-20', rupiah(1_015_000))
      expect(await standingOf(loanId)).toMatchObject({ loan: { state: 'disbursed' }, outstanding: 0 })
    }
    const { rows, totals } = await book.api.loans.list({ state: 'disbursed' })
    expect([rows.length, totals.loans]).toEqual([2, 2])
    const sheet = (await book.api.collection.sheet({ date: '2026-03-10' })).rows[0]?.loans
    expect(sheet?.map(({ due, penalty: owed }) => [due, owed])).toEqual([
      [0, rupiah(10_150)],
      [0, rupiah(10_150)],
    ])
    expect(await refusalOf(book.pay(paid, '2026-03-10', rupiah(10_151)))).toMatchObject({
      data: { reason: 'payment_above_debt', available: rupiah(10_150) },
    })
    await book.pay(paid, '2026-03-10', rupiah(10_150))
    const off = { requestId: requestId(), loanId: waived, date: '2026-03-10', reason: 'Sakit' }
    expect(await book.api.loans.waivePenalty({ ...off, amount: rupiah(10_150) })).toEqual({
      ...{ waived: rupiah(10_150), penalty: 0 },
    })
    for (const loanId of [paid, waived]) expect((await cardOf(loanId)).loan.state).toBe('settled')
    expect((await book.api.loans.list({ state: 'settled' })).totals.loans).toBe(2)
    expect(await refusalOf(book.pay(paid, '2026-03-11', 100))).toMatchObject({ data: { reason: 'loan_settled' } })
    expect(await balanceOf(book, '41104')).toBe(-rupiah(10_150))
  })

  test('is let off with a payment, with its reason, and owed again when that is reversed', async () => {
    const loanId = await book.running({ product: await book.product({ penalty }) })
    const before = await standingOf(loanId)
    const waive = (amount: number) => ({
      ...{ ...paying(loanId, '2026-02-20', rupiah(1_180_000)), cashAccount },
      waivePenalty: { amount, reason: 'Rumahnya kebanjiran' },
    })
    expect(await refusalOf(book.api.loans.pay(waive(rupiah(11_801))))).toMatchObject({
      data: { reason: 'waiver_above_penalty', available: rupiah(11_800) },
    })
    const byCashier = book.as({ id: 'cashier', role: 'cashier' }).loans
    expect(await refusalOf(byCashier.pay(waive(1)))).toMatchObject({ data: { reason: 'role' } })
    const { entryId, ...paid } = await book.api.loans.pay(waive(rupiah(11_800)))
    expect(paid).toMatchObject({ principal: rupiah(1_000_000), penalty: 0 })
    const { penalty: owed, waivers } = await standingOf(loanId, '2026-02-20')
    expect(owed).toMatchObject({ waived: rupiah(11_800), owed: 0 })
    expect(waivers).toEqual([{ date: '2026-02-20', amount: rupiah(11_800), reason: 'Rumahnya kebanjiran' }])
    await book.undo(entryId)
    expect(await standingOf(loanId)).toEqual(before)
  })

  test('that was let off without a payment is owed again when that is undone', async () => {
    const loanId = await book.running({ product: await book.product({ penalty }) })
    const before = await standingOf(loanId)
    const undoes = requestId()
    const off = { requestId: undoes, loanId, date: '2026-02-20', amount: rupiah(5_000), reason: 'Sakit' }
    expect(await book.api.loans.waivePenalty(off)).toEqual({ waived: rupiah(5_000), penalty: rupiah(6_800) })
    expect(
      await refusalOf(book.api.loans.waivePenalty({ ...off, requestId: requestId(), amount: rupiah(6_801) })),
    ).toMatchObject({ data: { reason: 'waiver_above_penalty' } })
    await book.api.requests.undo({ requestId: requestId(), undoes, date: '2026-02-21', reason: 'Salah orang' })
    expect(await standingOf(loanId)).toEqual(before)
    expect(() => book.desk.app().file.database.exec('UPDATE loan_waiver SET amount = 1')).toThrow(/only ever/)
  })
})

describe('payments in any order of days', () => {
  test('one found later, dated before, makes the penalty what it would have been', async () => {
    const product = await book.product({ penalty })
    const [inOrder, found] = [await book.running({ product }), await book.running({ product })]
    await book.pay(inOrder, '2026-02-10', rupiah(1_180_000))
    await book.pay(inOrder, '2026-03-15', rupiah(1_180_000))
    await book.pay(found, '2026-03-15', rupiah(1_180_000))
    expect((await cardOf(found, '2026-03-15')).penalty.owed).toBe(rupiah(33 * 1_180 + 5 * 1_180))
    await book.pay(found, '2026-02-10', rupiah(1_180_000))
    expect((await cardOf(found, '2026-03-15')).penalty.owed).toBe(rupiah(5 * 1_180))
    const [one, other] = [await standingOf(inOrder), await standingOf(found)]
    expect([other.schedule, other.outstanding]).toEqual([one.schedule, one.outstanding])
    expect(other.penalty).toEqual(one.penalty)
    const days = (await cardOf(found)).rows.map(({ date, balance }) => [date, balance / 100])
    expect(days).toEqual([
      ['2026-01-10', 12_000_000],
      ['2026-02-10', 11_000_000],
      ['2026-03-15', 10_000_000],
    ])
  })

  test('a penalty that was paid for days that were not late after all is not asked for twice', async () => {
    const loanId = await book.running({ product: await book.product({ penalty }) })
    await book.pay(loanId, '2026-03-02', rupiah(1_180_000 + 23_600))
    expect((await cardOf(loanId, '2026-03-02')).penalty).toMatchObject({ paid: rupiah(23_600), owed: 0 })
    await book.pay(loanId, '2026-02-11', rupiah(1_180_000))
    expect((await cardOf(loanId, '2026-03-02')).penalty).toMatchObject({ reckoned: rupiah(1_180), owed: 0 })
  })
})

describe('what is brought more', () => {
  test('pays ahead, or is held, as agreed or as the cashier is told', async () => {
    const loanId = await book.running()
    const more = { ...paying(loanId, '2026-02-10', rupiah(1_300_000)), cashAccount }
    const held = await book.api.loans.pay({ ...more, excess: 'hold' })
    expect(held).toMatchObject({ principal: rupiah(1_000_000), interest: rupiah(180_000), held: rupiah(120_000) })
    expect(await linesOf(book, held.entryId)).toContainEqual(['21401', 0, rupiah(120_000)])
    expect(await standingOf(loanId)).toMatchObject({ held: rupiah(120_000), outstanding: rupiah(11_000_000) })
    const other = await book.running({ product: await book.product({ excess: 'hold' }) })
    const ahead = await book.api.loans.pay({ ...more, loanId: other, requestId: requestId(), excess: 'prepay' })
    expect(ahead).toMatchObject({ interest: rupiah(300_000), held: 0 })
  })

  test('and is held pays a later instalment without cash, never more than is held', async () => {
    const loanId = await book.running({ product: await book.product({ excess: 'hold' }) })
    await book.pay(loanId, '2026-02-10', rupiah(2_000_000))
    const use = (date: string, amount: number) =>
      book.api.loans.pay({ ...paying(loanId, date, amount), fromHeld: true })
    expect(await refusalOf(use('2026-03-10', rupiah(820_001)))).toMatchObject({
      data: { reason: 'held_too_little', available: rupiah(820_000) },
    })
    expect(await refusalOf(use('2026-02-09', rupiah(1)))).toMatchObject({ data: { reason: 'held_below_zero' } })
    const used = await use('2026-03-10', rupiah(820_000))
    expect(used).toMatchObject({ ...{ voucher: 'BM-2026-0001', interest: rupiah(180_000), fromHeld: rupiah(820_000) } })
    expect(await linesOf(book, used.entryId)).toEqual([
      ['21401', rupiah(820_000), 0],
      ['13101', 0, rupiah(640_000)],
      ['41101', 0, rupiah(180_000)],
    ])
    expect(await balanceOf(book, '21401')).toBe(0)
  })

  test('settles the loan with what is held, and the rest is given back', async () => {
    const loanId = await book.running({ principal: rupiah(1_000_000), months: 2 })
    await book.api.loans.pay({ ...paying(loanId, '2026-02-10', rupiah(700_000)), cashAccount, excess: 'hold' })
    const quote = await book.api.loans.payoffQuote({ loanId, date: '2026-03-10' })
    expect(quote).toMatchObject({ total: rupiah(515_000), held: rupiah(185_000), toPay: rupiah(330_000) })
    const paid = await book.payOff(loanId, '2026-03-10')
    expect(paid).toMatchObject({ fromHeld: rupiah(185_000), outstanding: 0 })
    expect(await linesOf(book, paid.entryId)).toContainEqual(['11101', rupiah(330_000), 0])
    await book.undo(paid.entryId, '2026-03-10')
    const refund = (amount?: number) =>
      book.api.loans.refundHeld({ requestId: requestId(), loanId, date: '2026-03-11', cashAccount, amount })
    expect(await refusalOf(refund(rupiah(185_001)))).toMatchObject({ data: { reason: 'held_too_little' } })
    expect(await refund(rupiah(85_000))).toMatchObject({ refunded: rupiah(85_000), held: rupiah(100_000) })
    expect(await refund()).toMatchObject({ refunded: rupiah(100_000), held: 0, voucher: 'BKK-2026-0003' })
    expect(await refusalOf(refund())).toMatchObject({ data: { reason: 'nothing_held' } })
  })

  test('no hand-written entry takes more than is held', async () => {
    const loanId = await book.running({ product: await book.product({ excess: 'hold' }) })
    await book.pay(loanId, '2026-02-10', rupiah(1_200_000))
    const lines = [
      { account: '21401', memberId: book.memberId, loanId, debit: rupiah(20_000) + 1 },
      { account: cashAccount, credit: rupiah(20_000) + 1 },
    ]
    const byHand = { requestId: requestId(), date: '2026-02-11', description: 'Catatan', lines }
    expect(await refusalOf(book.api.journal.post(byHand))).toMatchObject({ data: { reason: 'held_below_zero' } })
  })
})

describe('out of savings', () => {
  test('only under a mandate that stands on the day and covers them', async () => {
    const loanId = await book.running()
    const savingsAccountId = await openSavings(book, book.memberId)
    await deposit(book, savingsAccountId, rupiah(2_000_000), '2026-01-12')
    const take = (date: string, amount = rupiah(1_180_000)) =>
      book.api.loans.pay({ ...paying(loanId, date, amount), savingsAccountId })
    expect(await refusalOf(take('2026-02-10'))).toMatchObject({ code: 'NOT_ALLOWED', data: { reason: 'no_mandate' } })
    const naming = { requestId: requestId(), loanId }
    await book.api.loans.giveMandate({ ...naming, savingsProducts: ['sukarela'], date: '2026-02-05' })
    expect(await refusalOf(take('2026-02-04'))).toMatchObject({ data: { reason: 'no_mandate' } })
    const taken = await take('2026-02-10')
    expect(taken.voucher).toBe('BM-2026-0001')
    expect(await linesOf(book, taken.entryId)).toEqual([
      ['21101', rupiah(1_180_000), 0],
      ['13101', 0, rupiah(1_000_000)],
      ['41101', 0, rupiah(180_000)],
    ])
    expect(await refusalOf(take('2026-03-10'))).toMatchObject({ code: 'INSUFFICIENT_BALANCE' })
    await book.api.loans.revokeMandate({ requestId: requestId(), loanId, date: '2026-03-15' })
    expect(await refusalOf(take('2026-03-15', 100))).toMatchObject({ data: { reason: 'no_mandate' } })
    expect(await take('2026-03-14', 100)).toMatchObject({ interest: 100 })
  })

  test('never more than what fell due with its penalty, and the whole rest only when all of it fell due', async () => {
    const product = await book.product({ penalty })
    const mandate = { savingsProducts: ['sukarela'], on: '2026-01-05' }
    const loanId = await book.running({ product, principal: rupiah(1_000_000), months: 2, mandate })
    const savingsAccountId = await openSavings(book, book.memberId)
    await deposit(book, savingsAccountId, rupiah(2_000_000), '2026-01-12')
    const before = await standingOf(loanId)
    const take = (date: string, amount: number, change = {}) =>
      book.api.loans.pay({ ...paying(loanId, date, amount), savingsAccountId, ...change })
    const payOff = (date: string) => book.api.loans.payOff({ requestId: requestId(), loanId, date, savingsAccountId })
    const above = (available: number) => ({
      ...{ code: 'NOT_ALLOWED', data: { reason: 'savings_above_due', number: 'P-0001', available } },
    })
    expect(await refusalOf(take('2026-02-09', 1))).toMatchObject(above(0))
    const { total } = await book.api.loans.due({ loanId, date: '2026-02-20' })
    expect(total).toBe(rupiah(515_000 + 5_150))
    for (const change of [{}, { excess: 'hold' }, { excess: 'prepay' }]) {
      expect(await refusalOf(take('2026-02-20', total + 1, change))).toMatchObject(above(total))
    }
    const waivePenalty = { amount: rupiah(5_150), reason: 'Sakit' }
    expect(await refusalOf(take('2026-02-20', total, { waivePenalty }))).toMatchObject(above(rupiah(515_000)))
    expect(await refusalOf(payOff('2026-02-20'))).toMatchObject(above(total))
    expect(await standingOf(loanId)).toEqual(before)
    expect(await take('2026-02-20', total)).toMatchObject({ penalty: rupiah(5_150), held: 0 })
    expect(await payOff('2026-03-10')).toMatchObject({ principal: rupiah(500_000), state: 'settled' })
  })

  test('on a day whose savings interest was booked already it is asked about, as for a withdrawal', async () => {
    const loanId = await book.running({ mandate: { savingsProducts: ['sukarela'], on: '2026-01-05' } })
    const savingsAccountId = await openSavings(book, book.memberId)
    await deposit(book, savingsAccountId, rupiah(5_000_000), '2026-01-12')
    const take = (date: string, amount: number) =>
      book.api.loans.pay({ ...paying(loanId, date, amount), savingsAccountId })
    expect((await take('2026-02-10', rupiah(100_000))).warnings).toEqual([])
    const tiers = [{ from: 0, ratePctPerYear: '6' }]
    await book.api.savings.setInterest({ product: 'sukarela', fromMonth: '2026-01', tiers })
    await book.api.savings.accrueInterest({ requestId: requestId(), month: '2026-02' })
    expect((await take('2026-02-11', rupiah(100_000))).warnings).toEqual(['interest_already_run'])
    expect((await take('2026-03-01', rupiah(100_000))).warnings).toEqual([])
    const cash = await book.pay(loanId, '2026-02-12', rupiah(100_000))
    expect(cash.warnings).toEqual([])
  })

  test('never out of another’s, and one way at a time', async () => {
    const loanId = await book.running()
    const other = await openSavings(book, await addMember(book, '0002'))
    const foreign = book.api.loans.pay({ ...paying(loanId, '2026-02-10', 100), savingsAccountId: other })
    expect(await refusalOf(foreign)).toMatchObject({ data: { reason: 'savings_of_another' } })
    const both = book.api.loans.pay({ ...paying(loanId, '2026-02-10', 100), savingsAccountId: other, cashAccount })
    expect(await refusalOf(both)).toMatchObject({ data: { reason: 'not_together' } })
    const neither = book.api.loans.pay(paying(loanId, '2026-02-10', 100))
    expect(await refusalOf(neither)).toMatchObject({
      data: { issues: [{ path: ['cashAccount'], message: 'required' }] },
    })
  })
})

test('the meeting takes interest, principal and penalty in the agreed order, and holds what is more', async () => {
  const loanId = await book.running({ product: await book.product({ penalty, excess: 'hold' }) })
  const { due, penalty: owed } = (await book.api.collection.sheet({ date: '2026-02-20' })).rows[0]?.loans[0] ?? {}
  expect([due, owed]).toEqual([rupiah(1_180_000), rupiah(11_800)])
  const rows = [{ memberId: book.memberId, loans: [{ loanId, amount: rupiah(1_200_000) }] }]
  const { entryId } = await book.api.collection.record({
    requestId: requestId(),
    date: '2026-02-20',
    cashAccount,
    rows,
  })
  expect(await linesOf(book, entryId)).toEqual([
    ['11101', rupiah(1_200_000), 0],
    ['13101', 0, rupiah(1_000_000)],
    ['41101', 0, rupiah(180_000)],
    ['41104', 0, rupiah(11_800)],
    ['21401', 0, rupiah(8_200)],
  ])
  expect((await book.api.collection.sheet({ date: '2026-02-20' })).rows[0]?.loans[0]).toMatchObject({
    ...{ due: 0, penalty: 0, held: rupiah(8_200) },
  })
})

test('reversal of a payment with penalty and held money restores the card exactly', async () => {
  const loanId = await book.running({ product: await book.product({ penalty, excess: 'hold' }) })
  const before = await standingOf(loanId)
  const { entryId } = await book.pay(loanId, '2026-02-20', rupiah(2_000_000))
  const used = await book.api.loans.pay({ ...paying(loanId, '2026-03-10', rupiah(800_000)), fromHeld: true })
  await book.undo(used.entryId)
  await book.undo(entryId)
  expect(await standingOf(loanId)).toEqual(before)
  expect((await cardOf(loanId)).rows.map(({ isReversed }) => isReversed)).toEqual([false, true, true, false, false])
})

test('who leaves is given what was held for her, loan by loan, and pays her penalty', async () => {
  const loanId = await book.running({
    product: await book.product({ penalty, excess: 'hold' }),
    principal: rupiah(100_000),
    months: 2,
  })
  await book.pay(loanId, '2026-02-10', rupiah(60_000))
  const other = await book.running({ product: await book.product({ penalty }), principal: rupiah(100_000), months: 2 })
  const savings = await openSavings(book, book.memberId)
  await deposit(book, savings, rupiah(500_000), '2026-02-11')
  const left = await book.api.members.exit({
    ...{ requestId: requestId(), memberId: book.memberId, date: '2026-02-20', reason: 'resigned' },
  })
  expect(left.loans.map(({ penalty: owed }) => owed)).toEqual([0, rupiah(515)])
  expect([await balanceOf(book, '21401'), await balanceOf(book, '41104')]).toEqual([0, -rupiah(515)])
  for (const id of [loanId, other]) expect(await standingOf(id)).toMatchObject({ held: 0, loan: { state: 'settled' } })
})

describe('a payment that is looked at before it is made', () => {
  test('is split as it is then posted, part by part, whatever it comes out of', async () => {
    const loanId = await book.running({ product: await book.product({ penalty }) })
    const date = '2026-02-20'
    for (const [amount, rest] of [
      [rupiah(1_500_000), { excess: 'hold' }],
      [rupiah(200_000), { fromHeld: true }],
      [rupiah(2_000_000), { excess: 'prepay' }],
      [rupiah(700_000), {}],
    ] as const) {
      const asked = { loanId, date, amount, ...rest }
      const { penaltyLeft, ...shown } = await book.api.loans.previewPayment(asked)
      const source = 'fromHeld' in rest ? {} : { cashAccount }
      const posted = await book.api.loans.pay({ requestId: requestId(), ...asked, ...source })
      expect(posted).toMatchObject(shown)
      expect((await cardOf(loanId, date)).penalty.owed).toBe(penaltyLeft)
    }
  })

  test('is shown less a penalty that would be let off, and writes nothing', async () => {
    const loanId = await book.running({ product: await book.product({ penalty }) })
    const before = await standingOf(loanId)
    const asked = { loanId, date: '2026-02-20', waivePenalty: rupiah(11_800) }
    expect(await book.api.loans.previewPayment({ ...asked, amount: rupiah(1_180_000) })).toMatchObject({
      ...{ principal: rupiah(1_000_000), interest: rupiah(180_000), penalty: 0, penaltyLeft: 0 },
    })
    expect(await book.api.loans.payoffQuote(asked)).toMatchObject({ penalty: 0, total: rupiah(12_360_000) })
    expect(await refusalOf(book.api.loans.payoffQuote({ ...asked, waivePenalty: rupiah(11_801) }))).toMatchObject({
      code: 'INVALID_INPUT',
      data: { available: rupiah(11_800) },
    })
    expect(await standingOf(loanId)).toEqual(before)
  })

  test('is refused where it would be', async () => {
    const loanId = await book.running()
    const refused = (amount: number, rest = {}) =>
      refusalOf(book.api.loans.previewPayment({ loanId, date: '2026-02-20', amount, ...rest }))
    expect(await refused(rupiah(99_000_000))).toMatchObject({ data: { issues: [{ message: 'payment_above_debt' }] } })
    expect(await refused(rupiah(1), { fromHeld: true })).toMatchObject({
      data: { issues: [{ message: 'held_too_little' }] },
    })
  })
})
