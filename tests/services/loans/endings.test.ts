import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refusalOf, requestId } from '../../support/book.ts'
import { balanceOf, deposit, linesOf, openSavings } from '../../support/counter.ts'
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

const cardOf = (loanId: string) => book.api.loans.card({ loanId, asOf: '2026-12-31' })
const standingOf = async (loanId: string) => {
  const { rows: _, ...standing } = await cardOf(loanId)
  return standing
}
const penalty = { kind: 'pct_per_day' as const, pct: '0.1' }
const motor = { kind: 'BPKB motor', owner: 'Anggota 0001', appraised: rupiah(9_000_000) }

type Restructuring = Parameters<LendingBook['api']['loans']['restructure']>[0]
const restructure = (loanId: string, change: Partial<Restructuring> = {}) =>
  book.api.loans.restructure({
    ...{ requestId: requestId(), loanId, date: '2026-04-20', months: 24, reason: 'Panen gagal' },
    ...{ approvedBy: 'Sri Wahyuni', ...change },
  })
type WriteOff = Parameters<LendingBook['api']['loans']['writeOff']>[0]
const writeOff = (loanId: string, change: Partial<WriteOff> = {}) =>
  book.api.loans.writeOff({
    ...{ requestId: requestId(), loanId, date: '2026-08-01' },
    ...{ decision: { number: 'RAT/03/2026', on: '2026-07-30', by: 'rat' }, ...change },
  })
const recover = (loanId: string, amount: number, date = '2026-09-01') =>
  book.api.loans.recover({ requestId: requestId(), loanId, date, amount, cashAccount })

/** Two of twelve instalments paid, the third and later ones not. */
async function inTrouble(product = 'flat', change = {}): Promise<string> {
  const loanId = await book.running({ product, ...change })
  await book.pay(loanId, '2026-02-10', rupiah(1_180_000))
  await book.pay(loanId, '2026-03-10', rupiah(1_180_000))
  return loanId
}

/** Interest that is income before it is paid. */
const bookInterest = (loanId: string, date: string, amount: number) =>
  book.api.journal.post({
    ...{ requestId: requestId(), date, description: 'Jasa yang sudah jatuh tempo' },
    lines: [
      { account: '13401', loanId, memberId: book.memberId, debit: amount },
      { account: '41101', loanId, memberId: book.memberId, credit: amount },
    ],
  })

describe('a restructured loan', () => {
  test('goes on as a new one, its unpaid interest made principal, on the account for restructured loans', async () => {
    const loanId = await inTrouble()
    const done = await restructure(loanId, { capitaliseInterest: true, ratePctPerMonth: '1', method: 'declining' })
    expect(done).toMatchObject({
      ...{ voucher: 'BM-2026-0001', number: 'P-0002', principal: rupiah(10_180_000) },
      ...{ interestCapitalised: rupiah(180_000), interestLetGo: 0, penaltyLetGo: 0 },
    })
    expect(await linesOf(book, done.entryId)).toEqual([
      ['13105', rupiah(10_180_000), 0],
      ['13101', 0, rupiah(10_000_000)],
      ['41101', 0, rupiah(180_000)],
    ])
    const [old, next] = [await cardOf(loanId), await cardOf(done.loanId)]
    expect(old).toMatchObject({ outstanding: 0, loan: { state: 'restructured', restructures: null } })
    expect(old.loan.restructuredBy).toMatchObject({
      ...{ loanId: done.loanId, number: 'P-0002', on: '2026-04-20', reason: 'Panen gagal' },
      ...{ principal: rupiah(10_000_000), interestCapitalised: rupiah(180_000) },
    })
    expect(old.rows.at(-1)).toMatchObject({ transferred: rupiah(10_000_000), principal: 0, interest: rupiah(180_000) })
    expect(old.schedule.every(({ unpaid }) => unpaid === 0)).toBe(true)
    expect(next.loan).toMatchObject({
      ...{ state: 'disbursed', months: 24, method: 'declining', ratePct: '1', approvedBy: 'Sri Wahyuni' },
      ...{ restructures: { loanId, number: 'P-0001' }, disbursedOn: '2026-04-20', outstanding: rupiah(10_180_000) },
    })
    expect([next.schedule.length, next.schedule[0]?.dueOn]).toEqual([24, '2026-05-20'])
    expect(next.schedule[0]?.interest).toBe(rupiah(101_800))
    expect(await book.pay(done.loanId, '2026-05-20', rupiah(525_967))).toMatchObject({ interest: rupiah(101_800) })
    expect([await balanceOf(book, '13101'), await balanceOf(book, '13105')]).toEqual([0, rupiah(9_755_833)])
  })

  test('lets unpaid interest and penalty go unless said otherwise, and says how much', async () => {
    const loanId = await inTrouble(await book.product({ penalty }))
    const done = await restructure(loanId)
    expect(done).toMatchObject({
      ...{ principal: rupiah(10_000_000), interestCapitalised: 0, interestLetGo: rupiah(180_000) },
      penaltyLetGo: rupiah(11_800),
    })
    const { loan, penalty: owed, waivers } = await cardOf(loanId)
    expect(loan.restructuredBy).toMatchObject({ interestLetGo: rupiah(180_000), penaltyLetGo: rupiah(11_800) })
    expect([owed.owed, waivers]).toEqual([
      ...[0, [{ date: '2026-04-20', amount: rupiah(11_800), reason: 'Panen gagal' }]],
    ])
  })

  test('carries no interest of days that are still to come, whatever is owed by who pays back early', async () => {
    for (const earlySettlement of ['due', 'running', 'full'] as const) {
      const loanId = await inTrouble(await book.product({ earlySettlement }))
      const asked = { loanId, months: 24, capitaliseInterest: true }
      expect(await book.api.loans.previewRestructure({ ...asked, date: '2026-04-20' })).toMatchObject({
        ...{ principal: rupiah(10_180_000), interestCapitalised: rupiah(180_000) },
      })
      expect(await book.api.loans.previewRestructure({ ...asked, date: '2026-04-09' })).toMatchObject({
        ...{ principal: rupiah(10_000_000), interestCapitalised: 0, interestLetGo: 0 },
      })
      expect(await restructure(loanId)).toMatchObject({ interestCapitalised: 0, interestLetGo: rupiah(180_000) })
    }
  })

  test('takes over the mandate that stands, which is taken back for both', async () => {
    const loanId = await inTrouble('flat', { mandate: { savingsProducts: ['sukarela'], on: '2026-01-05' } })
    const mandatesOf = async (id: string) =>
      (await cardOf(id)).loan.mandates.map(({ on, revokedOn, savingsProducts }) => [on, revokedOn, ...savingsProducts])
    const { loanId: next, entryId } = await restructure(loanId)
    expect(await mandatesOf(next)).toEqual([['2026-01-05', null, 'sukarela']])
    const savingsAccountId = await openSavings(book, book.memberId)
    await deposit(book, savingsAccountId, rupiah(1_000_000), '2026-04-21')
    const paid = await book.api.loans.pay({
      ...{ requestId: requestId(), loanId: next, date: '2026-05-20', amount: rupiah(100_000), savingsAccountId },
    })
    await book.api.loans.revokeMandate({ requestId: requestId(), loanId: next, date: '2026-06-01' })
    await book.undo(paid.entryId)
    await book.undo(entryId)
    expect(await mandatesOf(loanId)).toEqual([['2026-01-05', '2026-06-01', 'sukarela']])
    expect(await mandatesOf((await restructure(loanId, { date: '2026-12-30' })).loanId)).toEqual([])
  })

  test('takes interest with it that was booked before it was paid, or takes it back where it is let go', async () => {
    const [capitalised, letGo] = [await inTrouble(), await inTrouble()]
    for (const loanId of [capitalised, letGo]) await bookInterest(loanId, '2026-04-15', rupiah(200_000))
    const before = await standingOf(letGo)
    const asPrincipal = await restructure(capitalised, { capitaliseInterest: true })
    expect(await linesOf(book, asPrincipal.entryId)).toEqual([
      ['13105', rupiah(10_180_000), 0],
      ['13101', 0, rupiah(10_000_000)],
      ['13401', 0, rupiah(180_000)],
      ['41101', rupiah(20_000), 0],
      ['13401', 0, rupiah(20_000)],
    ])
    const { entryId } = await restructure(letGo)
    expect(await linesOf(book, entryId)).toEqual([
      ['13105', rupiah(10_000_000), 0],
      ['13101', 0, rupiah(10_000_000)],
      ['41101', rupiah(200_000), 0],
      ['13401', 0, rupiah(200_000)],
    ])
    expect(await balanceOf(book, '13401')).toBe(0)
    expect((await cardOf(letGo)).rows.at(-1)).toMatchObject({ transferred: rupiah(10_000_000), interest: 0 })
    await book.undo(entryId)
    expect(await standingOf(letGo)).toEqual(before)
  })

  test('takes over who and what stands behind it, and what was held', async () => {
    const product = await book.product({ excess: 'hold', fees: { provisionPct: '1' } })
    const loanId = await inTrouble(product, { guarantors: [{ name: 'Pak Lurah' }], collateral: [motor] })
    await book.pay(loanId, '2026-04-10', rupiah(1_200_000))
    const { loanId: next } = await restructure(loanId)
    const card = await cardOf(next)
    expect(card).toMatchObject({ held: rupiah(20_000), deductions: { provision: 0 } })
    expect(card.loan).toMatchObject({ guarantors: [{ name: 'Pak Lurah' }], collateral: [motor] })
    expect((await cardOf(loanId)).held).toBe(0)
    const collateralId = card.loan.collateral[0]?.collateralId ?? ''
    await book.api.loans.releaseCollateral({ requestId: requestId(), collateralId, date: '2026-05-01' })
    for (const id of [loanId, next]) {
      expect((await cardOf(id)).loan.collateral).toMatchObject([{ releasedOn: '2026-05-01' }])
    }
  })

  test('of an officer stays on the account of related parties', async () => {
    const lines = [
      { account: cashAccount, debit: rupiah(200_000_000) },
      { account: '33201', credit: rupiah(200_000_000) },
    ]
    await book.api.journal.post({ requestId: requestId(), date: '2026-01-03', description: 'Hibah', lines })
    const loanId = await inTrouble('flat', { relatedParty: true })
    const { entryId } = await restructure(loanId)
    expect((await linesOf(book, entryId)).map(([account]) => account)).toEqual(['13201', '13201'])
    expect(await balanceOf(book, '13201')).toBe(rupiah(10_000_000))
  })

  test('takes no payment any more, not even one found later', async () => {
    const loanId = await inTrouble()
    const { number } = await restructure(loanId)
    const refused = { code: 'NOT_ALLOWED', data: { reason: 'loan_restructured', by: number } }
    expect(await refusalOf(book.pay(loanId, '2026-04-01', 100))).toMatchObject(refused)
    expect(await refusalOf(book.payOff(loanId, '2026-05-01'))).toMatchObject(refused)
    expect(await refusalOf(restructure(loanId, { date: '2026-05-01' }))).toMatchObject(refused)
    expect(await refusalOf(writeOff(loanId))).toMatchObject(refused)
    expect((await book.api.collection.sheet({ date: '2026-04-20' })).rows[0]?.loans).toHaveLength(1)
  })

  test('taken back, is what it was, and the new one never was', async () => {
    const loanId = await inTrouble(await book.product({ penalty, excess: 'hold' }), { collateral: [motor] })
    const before = await standingOf(loanId)
    const done = await restructure(loanId, { capitaliseInterest: true })
    const paid = await book.pay(done.loanId, '2026-05-20', rupiah(100_000))
    expect(await refusalOf(book.undo(done.entryId))).toMatchObject({ data: { voucher: paid.voucher } })
    await book.undo(paid.entryId)
    await book.undo(done.entryId)
    expect(await standingOf(loanId)).toEqual(before)
    expect((await cardOf(done.loanId)).loan.state).toBe('rejected')
    expect(await refusalOf(book.disburse(done.loanId, '2026-05-01'))).toMatchObject({
      data: { reason: 'loan_rejected' },
    })
    expect((await book.api.loans.list({})).rows.map(({ state }) => state)).toEqual(['disbursed', 'rejected'])
    expect(await restructure(loanId, { date: '2026-12-30' })).toMatchObject({ number: 'P-0003' })
  })

  test('is approved by a second person, on a day after all else, and has a schedule', async () => {
    const loanId = await inTrouble('flat', { guarantors: [{ name: 'Pak Lurah' }] })
    const reasonOf = async (change: Partial<Restructuring>) =>
      (await refusalOf(restructure(loanId, change))).data.reason
    expect(await reasonOf({ approvedBy: 'Anggota 0001' })).toBe('approver_is_borrower')
    expect(await reasonOf({ approvedBy: 'Pak Lurah' })).toBe('approver_is_guarantor')
    expect(await reasonOf({ date: '2026-03-09' })).toBe('date_before_movements')
    expect(await reasonOf({ firstDueOn: '2026-04-20' })).toBe('first_due_too_early')
    await book.payOff(loanId, '2026-04-10')
    expect(await reasonOf({})).toBe('loan_settled')
    const waiting = await book.approved()
    expect(await refusalOf(restructure(waiting))).toMatchObject({ data: { reason: 'loan_not_disbursed' } })
    expect((await book.api.loans.list({})).totals.loans).toBe(2)
  })
})

describe('a loan that is written off', () => {
  const setAside = (amount: number) =>
    book.api.journal.post({
      ...{ requestId: requestId(), date: '2026-07-31', description: 'Penyisihan' },
      lines: [
        { account: '52301', debit: amount },
        { account: '13901', credit: amount },
      ],
    })

  test('is borne by the allowance, which is topped up first, and stays a claim on the list', async () => {
    const loanId = await inTrouble(await book.product({ penalty }))
    await setAside(rupiah(4_000_000))
    const done = await writeOff(loanId)
    expect(done).toMatchObject({
      ...{ principal: rupiah(10_000_000), fromAllowance: rupiah(4_000_000), setAside: rupiah(6_000_000) },
    })
    expect(await linesOf(book, done.entryId)).toEqual([
      ['52301', rupiah(6_000_000), 0],
      ['13901', 0, rupiah(6_000_000)],
      ['13901', rupiah(10_000_000), 0],
      ['13101', 0, rupiah(10_000_000)],
    ])
    expect([await balanceOf(book, '13901'), await balanceOf(book, '13101')]).toEqual([0, 0])
    const { loan, outstanding, rows, schedule } = await cardOf(loanId)
    expect([loan.state, outstanding]).toEqual(['written_off', 0])
    // The interest of four instalments fell due; the oldest is 113 days late.
    const late = rupiah(1_180 * (113 + 83 + 52 + 22))
    expect(loan.writtenOff).toEqual({
      ...{ on: '2026-08-01', principal: rupiah(10_000_000), interest: rupiah(720_000), penalty: late },
      ...{ recovered: 0, left: rupiah(10_720_000) + late },
      decision: { number: 'RAT/03/2026', on: '2026-07-30', by: 'rat' },
    })
    expect(rows.at(-1)).toMatchObject({ writtenOff: rupiah(10_000_000), principal: 0, balance: 0 })
    expect(schedule.filter(({ unpaid }) => unpaid > 0)).toHaveLength(10)
    const memo = await book.api.loans.list({ state: 'written_off' })
    expect(memo.rows).toMatchObject([{ loanId, writtenOff: { left: rupiah(10_720_000) + late } }])
  })

  test('claims interest that fell due, whatever is asked of who pays back early', async () => {
    for (const earlySettlement of ['due', 'running', 'full'] as const) {
      const loanId = await inTrouble(await book.product({ earlySettlement }))
      const asked = await book.api.loans.previewWriteOff({ loanId, date: '2026-08-01' })
      expect(asked).toMatchObject({ principal: rupiah(10_000_000), interest: rupiah(720_000) })
    }
  })

  test('takes back interest that was booked before it was paid, and claims it all the same', async () => {
    const loanId = await inTrouble()
    await bookInterest(loanId, '2026-07-31', rupiah(720_000))
    const before = await standingOf(loanId)
    const { entryId } = await writeOff(loanId)
    expect((await linesOf(book, entryId)).slice(-3)).toEqual([
      ['13101', 0, rupiah(10_000_000)],
      ['41101', rupiah(720_000), 0],
      ['13401', 0, rupiah(720_000)],
    ])
    expect([await balanceOf(book, '13401'), await balanceOf(book, '41101')]).toEqual([0, -rupiah(360_000)])
    expect(await cardOf(loanId)).toMatchObject({ accrued: 0, loan: { writtenOff: { left: rupiah(10_720_000) } } })
    await book.undo(entryId)
    expect(await standingOf(loanId)).toEqual(before)
  })

  test('needs nothing more where enough is set aside', async () => {
    const loanId = await inTrouble()
    await setAside(rupiah(12_000_000))
    expect(await writeOff(loanId)).toMatchObject({ fromAllowance: rupiah(10_000_000), setAside: 0 })
    expect(await balanceOf(book, '13901')).toBe(-rupiah(2_000_000))
  })

  test('may still be recovered, up to the claim, as income of the day it comes', async () => {
    const loanId = await inTrouble()
    await writeOff(loanId)
    expect(await refusalOf(recover(loanId, 100, '2026-07-31'))).toMatchObject({ data: { reason: 'date_before_loan' } })
    const got = await recover(loanId, rupiah(900_000))
    expect(await linesOf(book, got.entryId)).toEqual([
      ['11101', rupiah(900_000), 0],
      ['48104', 0, rupiah(900_000)],
    ])
    expect(got).toMatchObject({ recovered: rupiah(900_000), left: rupiah(9_820_000) })
    expect((await cardOf(loanId)).rows.at(-1)).toMatchObject({ recovered: rupiah(900_000), balance: 0 })
    expect(await refusalOf(recover(loanId, rupiah(9_820_000) + 1))).toMatchObject({
      data: { reason: 'recovery_above_claim', available: rupiah(9_820_000) },
    })
    await recover(loanId, rupiah(9_820_000))
    expect((await cardOf(loanId)).loan.writtenOff).toMatchObject({ left: 0 })
  })

  test('taken back, from what was recovered on, is what it was', async () => {
    const loanId = await inTrouble(await book.product({ penalty }))
    await setAside(rupiah(1_000_000))
    const before = await standingOf(loanId)
    const done = await writeOff(loanId)
    const got = await recover(loanId, rupiah(500_000))
    expect(await refusalOf(book.undo(done.entryId))).toMatchObject({ data: { voucher: got.voucher } })
    await book.undo(got.entryId)
    await book.undo(done.entryId)
    expect(await standingOf(loanId)).toEqual(before)
    expect([await balanceOf(book, '13901'), await balanceOf(book, '48104')]).toEqual([-rupiah(1_000_000), 0])
  })

  test('takes no payment and is written off once, after its decision and all else', async () => {
    const loanId = await inTrouble()
    const early = { decision: { number: 'RAT/03/2026', on: '2026-08-02', by: 'rat' as const } }
    expect(await refusalOf(writeOff(loanId, early))).toMatchObject({ data: { reason: 'date_before_decision' } })
    const ofNothing = { decision: { number: 'RAT/03/2025', on: '2026-01-09', by: 'rat' as const } }
    expect(await refusalOf(writeOff(loanId, ofNothing))).toMatchObject({ data: { reason: 'decision_before_payout' } })
    const before = { date: '2026-03-09', decision: { number: '1', on: '2026-03-01', by: 'board' as const } }
    expect(await refusalOf(writeOff(loanId, before))).toMatchObject({ data: { reason: 'date_before_movements' } })
    expect(await refusalOf(recover(loanId, 100))).toMatchObject({ data: { reason: 'loan_not_written_off' } })
    await writeOff(loanId)
    expect(await refusalOf(writeOff(loanId))).toMatchObject({
      code: 'ALREADY_DONE',
      data: { reason: 'loan_written_off' },
    })
    for (const call of [book.pay(loanId, '2026-09-01', 100), book.payOff(loanId, '2026-09-01')]) {
      expect(await refusalOf(call)).toMatchObject({ data: { reason: 'loan_written_off' } })
    }
    expect(await refusalOf(restructure(loanId, { date: '2026-09-01' }))).toMatchObject({
      data: { reason: 'loan_written_off' },
    })
  })

  test('uses what is held for it first, and is decided by chair and treasurer, not by the cashier', async () => {
    const loanId = await inTrouble(await book.product({ excess: 'hold' }))
    await book.api.loans.pay({
      ...{ requestId: requestId(), loanId, date: '2026-03-11', amount: rupiah(50_000), cashAccount },
    })
    expect(await refusalOf(writeOff(loanId))).toMatchObject({
      data: { reason: 'held_first', available: rupiah(50_000) },
    })
    const decision = { number: '1', on: '2026-07-30', by: 'board' as const }
    const byCashier = book.as({ id: 'cashier', role: 'cashier' }).loans
    const call = byCashier.writeOff({ requestId: requestId(), loanId, date: '2026-08-01', decision })
    expect(await refusalOf(call)).toMatchObject({ data: { reason: 'role' } })
  })

  test('of an officer leaves the account of related parties', async () => {
    const lines = [
      { account: cashAccount, debit: rupiah(200_000_000) },
      { account: '33201', credit: rupiah(200_000_000) },
    ]
    await book.api.journal.post({ requestId: requestId(), date: '2026-01-03', description: 'Hibah', lines })
    const { entryId } = await writeOff(await inTrouble('flat', { relatedParty: true }))
    expect((await linesOf(book, entryId)).at(-1)).toEqual(['13201', 0, rupiah(10_000_000)])
  })
})

test('what was written of an ending is never changed, by any program', async () => {
  await restructure(await inTrouble())
  await writeOff(await inTrouble())
  const { database } = book.desk.app().file
  expect(() => database.exec("UPDATE loan_restructuring SET reason = 'X'")).toThrow(/never changed/)
  expect(() => database.exec("UPDATE loan_write_off SET decision_number = 'X'")).toThrow(/never changed/)
  expect(() => database.exec('DELETE FROM loan_write_off')).toThrow(/never deleted/)
})

describe('an ending that is looked at before it is agreed', () => {
  test('a new schedule is the one the loan then has, and nothing was written before', async () => {
    const loanId = await book.running({ product: await book.product({ penalty }) })
    const before = await standingOf(loanId)
    const asked = { loanId, date: '2026-04-20', months: 24, capitaliseInterest: true }
    const shown = await book.api.loans.previewRestructure(asked)
    expect(await standingOf(loanId)).toEqual(before)
    const { principal, interestCapitalised, interestLetGo, penaltyLetGo } = shown
    const done = await restructure(loanId, { capitaliseInterest: true })
    expect(done).toMatchObject({ principal, interestCapitalised, interestLetGo, penaltyLetGo })
    expect(penaltyLetGo).toBeGreaterThan(0)
    const { schedule } = await cardOf(done.loanId)
    expect(schedule.map(({ n, dueOn, payment }) => [n, dueOn, payment])).toEqual(
      shown.schedule.map(({ n, dueOn, payment }) => [n, dueOn, payment]),
    )
    expect(shown.totals.principal).toBe(principal)
  })

  test('a loss is the one that is then posted', async () => {
    const loanId = await book.running({ product: await book.product({ penalty }) })
    const shown = await book.api.loans.previewWriteOff({ loanId, date: '2026-08-01' })
    expect(shown.claim).toBe(shown.principal + shown.interest + shown.penalty)
    const { principal, fromAllowance, setAside } = shown
    const posted = await writeOff(loanId)
    expect(posted).toMatchObject({ principal, fromAllowance, setAside })
    expect((await cardOf(loanId)).loan.writtenOff).toMatchObject({ left: shown.claim })
  })
})
