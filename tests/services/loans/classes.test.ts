import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { classesAt } from '../../../electron/backend/services/loans/classes.ts'
import { addDays } from '../../../shared/calendar.ts'
import { refusalOf, requestId } from '../../support/book.ts'
import { approvedLoan, balanceOf } from '../../support/counter.ts'
import { cashAccount, type LendingBook, openLendingBook } from '../../support/lending.ts'

let book: LendingBook
beforeEach(async () => {
  book = await openLendingBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
  await book.close()
})

describe('the policy', () => {
  test('of a new book is the usual one', async () => {
    expect(await book.api.loans.policy()).toEqual({
      collectibilityPreset: 'ksp_2009',
      doubtfulMonthsMax: 21,
      allowance: { current: '0.5', substandard: '10', doubtful: '50', loss: '100' },
      reminderDays: [14, 30, 60],
      accrueInterest: true,
      yearEndCutOff: true,
    })
  })

  test('keeps what it is told, and what it is not told as it was', async () => {
    const allowance = { current: '1', substandard: '15', doubtful: '50', loss: '100' }
    await book.api.loans.setPolicy({ requestId: requestId(), allowance })
    const decided = await book.api.loans.setPolicy({ collectibilityPreset: 'days_30_180_270', accrueInterest: false })
    expect(decided).toMatchObject({ allowance, collectibilityPreset: 'days_30_180_270', accrueInterest: false })
    await book.reopen()
    expect(await book.api.loans.policy()).toEqual(decided)
  })

  test.each([
    ['a share above 100 %', { allowance: { current: '0.5', substandard: '10', doubtful: '50', loss: '100.01' } }],
    ['a share below nothing', { allowance: { current: '-1', substandard: '10', doubtful: '50', loss: '100' } }],
    ['three shares', { allowance: { current: '0.5', substandard: '10', doubtful: '50' } }],
    ['five shares', { allowance: { current: '0', substandard: '1', watch: '5', doubtful: '50', loss: '100' } }],
    ['an unknown preset', { collectibilityPreset: 'bank' }],
    ['two letters', { reminderDays: [14, 30] }],
    ['letters out of order', { reminderDays: [14, 14, 60] }],
    ['a letter before anything is late', { reminderDays: [0, 14, 60] }],
    ['a word nobody knows', { allowances: {} }],
  ])('refuses %s and stays as it was', async (_, change) => {
    const before = await book.api.loans.policy()
    const set = book.api.loans.setPolicy({ requestId: requestId(), ...change } as never)
    expect((await refusalOf(set)).code).toBe('INVALID_INPUT')
    expect(await book.api.loans.policy()).toEqual(before)
  })
})

describe('classes', () => {
  test('before the first loan there are none, and the totals are nil', async () => {
    await book.running()
    const { rows, totals } = await book.api.loans.classify({ asOf: '2026-01-09' })
    expect([rows, totals.outstanding, totals.allowance, totals.difference]).toEqual([[], 0, 0, 0])
  })

  test('say of each loan what is overdue, what is owed and what is to be set aside', async () => {
    const loanId = await book.running()
    await book.pay(loanId, '2026-02-10', 1_180_000_00)
    const { rows, totals } = await book.api.loans.classify({ asOf: '2026-06-30' })
    expect(rows).toMatchObject([
      {
        ...{ loanId, number: 'P-0001', memberNumber: '0001', class: 'substandard', daysOverdue: 112 },
        ...{ overduePrincipal: 4_000_000_00, overdueInterest: 720_000_00, outstanding: 11_000_000_00 },
        ...{ collateral: 0, pct: '10', allowance: 1_100_000_00, interestNotAccrued: 720_000_00 },
      },
    ])
    expect(totals).toMatchObject({ allowance: 1_100_000_00, riskWeighted: 5_500_000_00, riskPct: '50.00' })
  })

  test('as of a day past are what they were then, whatever was paid since', async () => {
    const loanId = await book.running()
    const before = await book.api.loans.classify({ asOf: '2026-06-30' })
    await book.pay(loanId, '2026-07-01', 6_000_000_00)
    expect(await book.api.loans.classify({ asOf: '2026-06-30' })).toEqual(before)
    const after = await book.api.loans.classify({ asOf: '2026-07-01' })
    expect(after.rows).toMatchObject([{ class: 'current', outstanding: 7_000_000_00 }])
  })

  test('settled loans, loans not paid out and payouts taken back are no part of it', async () => {
    const [settled, undone] = [await book.running(), await book.running()]
    await approvedLoan(book, book.memberId)
    await book.api.loans.payOff({ requestId: requestId(), loanId: settled, date: '2026-02-10', cashAccount })
    const { rows } = await book.api.loans.card({ loanId: undone })
    const entryId = rows[0]?.entryId ?? ''
    await book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-03-01', reason: 'Batal' })
    expect((await book.api.loans.classify({ asOf: '2026-03-31' })).rows).toEqual([])
    const inFebruary = await book.api.loans.classify({ asOf: '2026-02-28' })
    expect(inFebruary.rows).toMatchObject([{ loanId: undone, outstanding: 12_000_000_00 }])
  })

  test('the example of the domain notes: 4.400.000 to be set aside, 7.750.000 at risk of 91.500.000', async () => {
    const house = { kind: 'Tanah', owner: 'Anggota 0001', appraisedOn: '2026-01-05' }
    const lent = async (principal: number, date: string, appraised = 0) => {
      const collateral = appraised > 0 ? [{ ...house, appraised }] : []
      await book.disburse(await book.approved({ principal, months: 1, collateral }), date)
    }
    await lent(80_000_000_00, '2026-12-15')
    await lent(6_000_000_00, '2026-08-22', 1_000_000_00)
    await lent(3_000_000_00, '2026-05-14')
    await lent(2_500_000_00, '2026-02-06', 500_000_00)
    await book.api.loans.setPolicy({ collectibilityPreset: 'days_30_180_270' })
    const { rows, totals } = await book.api.loans.classify({ asOf: '2026-12-31' })
    expect(rows.map((row) => [row.class, row.collateral / 100, row.allowance / 100])).toEqual([
      ['current', 0, 400_000],
      ['substandard', 1_000_000, 500_000],
      ['doubtful', 0, 1_500_000],
      ['loss', 500_000, 2_000_000],
    ])
    expect(totals).toMatchObject({ outstanding: 91_500_000_00, allowance: 4_400_000_00, collateral: 1_500_000_00 })
    expect([totals.riskWeighted, totals.riskPct]).toEqual([7_750_000_00, '8.47'])
    const december = await book.api.loans.accrueAllowance({ requestId: requestId(), month: '2026-12' })
    expect(december).toMatchObject({ allowance: 4_400_000_00, change: 4_400_000_00 })
  })

  test('count collateral from its appraisal until it is given back, and a group that answers for its member', async () => {
    const loanId = await book.running()
    const collateral = { kind: 'Motor', owner: 'Anggota 0001', appraised: 11_000_000_00, appraisedOn: '2026-09-15' }
    await book.api.loans.addCollateral({ requestId: requestId(), loanId, collateral })
    await book.running({ jointLiability: true })
    const classesOn = async (asOf: string) => (await book.api.loans.classify({ asOf })).rows.map((row) => row.class)
    expect(await classesOn('2026-09-14')).toEqual(['loss', 'doubtful'])
    expect(await classesOn('2026-09-15')).toEqual(['doubtful', 'doubtful'])
    const [held] = (await book.api.loans.card({ loanId })).loan.collateral
    const release = { requestId: requestId(), collateralId: held?.collateralId ?? '', date: '2026-10-01' }
    await book.api.loans.releaseCollateral(release)
    expect(await classesOn('2026-09-30')).toEqual(['doubtful', 'doubtful'])
    expect(await classesOn('2026-10-01')).toEqual(['loss', 'doubtful'])
  })

  test('go on for a rest of interest when all principal is paid back', async () => {
    const product = await book.product({ ratePctPerMonth: '1.5', allocation: 'principal_interest_penalty' })
    const loanId = await book.running({ product, months: 1 })
    await book.pay(loanId, '2026-02-10', 12_000_000_00)
    const { rows, totals } = await book.api.loans.classify({ asOf: '2026-10-31' })
    expect(rows).toMatchObject([
      { loanId, class: 'loss', outstanding: 0, overduePrincipal: 0, overdueInterest: 180_000_00, allowance: 0 },
    ])
    expect(totals.difference).toBe(0)
    expect((await book.api.loans.reminders({ asOf: '2026-10-31' })).rows).toMatchObject([{ arrears: 180_000_00 }])
    await book.pay(loanId, '2026-11-01', 180_000_00)
    expect((await book.api.loans.classify({ asOf: '2026-11-01' })).rows).toEqual([])
  })

  test('of a loan that was paid back count no interest that is earned no more, and no penalty', async () => {
    const first = await book.product({ ratePctPerMonth: '1.5', allocation: 'principal_interest_penalty' })
    const early = await book.running({ product: first })
    const lines = [
      { account: '13101', loanId: early, memberId: book.memberId, credit: 12_000_000_00 },
      { account: cashAccount, debit: 12_000_000_00 },
    ]
    await book.api.journal.post({ requestId: requestId(), date: '2026-05-11', description: 'Dilunasi', lines })
    const penalty = { kind: 'pct_per_day' as const, pct: '0.1', graceDays: 0 }
    const dear = await book.product({ ratePctPerMonth: '1.5', penalty })
    const late = await book.running({ product: dear, months: 1 })
    await book.pay(late, '2026-02-20', 12_180_000_00)
    const { rows } = await book.api.loans.classify({ asOf: '2026-12-31' })
    expect(rows.map((row) => [row.loanId, row.outstanding, row.daysOverdue, row.overdueInterest / 100])).toEqual([
      [early, 0, 324, 5 * 180_000],
      [late, 0, 0, 0],
    ])
  })

  test('by the other preset are counted in days', async () => {
    await book.running()
    const classOf = async (preset?: 'days_30_180_270') =>
      (await book.api.loans.classify({ asOf: '2026-03-31', ...(preset ? { preset } : {}) })).rows[0]?.class
    expect([await classOf(), await classOf('days_30_180_270')]).toEqual(['current', 'substandard'])
  })

  test('of a hand-written payout are current, for it has no schedule, and the account still agrees', async () => {
    const loanId = await approvedLoan(book, book.memberId)
    const lines = [
      { account: '13101', loanId, memberId: book.memberId, debit: 50_000_00 },
      { account: cashAccount, credit: 50_000_00 },
    ]
    await book.api.journal.post({ requestId: requestId(), date: '2026-02-01', description: 'Pinjaman lama', lines })
    const { rows, totals } = await book.api.loans.classify({ asOf: '2026-12-31' })
    expect(rows).toMatchObject([{ loanId, class: 'current', outstanding: 50_000_00 }])
    expect([totals.outstanding, totals.difference]).toEqual([await balanceOf(book, '13101'), 0])
  })

  test.each([
    ['an unknown preset', { asOf: '2026-12-31', preset: 'bank' }, 'not_in_list'],
    ['a day that is none', { asOf: '2026-02-30' }, 'not_a_date'],
    ['a day before the cooperative', { asOf: '2019-12-31' }, 'date_before_founding'],
    ['a day far ahead', { asOf: '2029-12-31' }, 'date_too_far_ahead'],
  ])('are refused for %s', async (_, input, reason) => {
    const { code, data } = await refusalOf(book.api.loans.classify(input as never))
    expect([code, JSON.stringify(data)]).toEqual(['INVALID_INPUT', expect.stringContaining(reason)])
  })
})

test('what is read of loans that are behind alone gives the classes that whole schedules give', async () => {
  const acts = fc.sample(
    fc.record({
      loan: fc.nat(5),
      days: fc.integer({ min: 0, max: 300 }),
      amount: fc.integer({ min: 1, max: 3_000_000_00 }),
    }),
    { numRuns: 60, seed: 2026 },
  )
  const methods = ['flat', 'declining', 'annuity']
  const loans: string[] = []
  for (const product of [...methods, ...methods]) loans.push(await book.running({ product }))
  let taken = 0
  for (const { loan, days, amount } of acts) {
    const paid = await book.pay(loans[loan] ?? '', addDays('2026-01-10', days), amount).catch(() => undefined)
    if (paid) taken += 1
  }
  expect(taken).toBeGreaterThan(20)
  for (const asOf of ['2026-01-31', '2026-05-11', '2026-08-31', '2026-12-10', '2026-12-31']) {
    const [needed, whole] = await book.desk
      .app()
      .read(async ({ db }) => [await classesAt(db, asOf), await classesAt(db, asOf, { withSchedules: true })] as const)
    expect([needed.rows, needed.totals]).toEqual([whole.rows, whole.totals])
  }
})
