import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { requestId } from '../support/book.ts'
import { type LendingBook, openLendingBook, rupiah } from '../support/lending.ts'

/** What a schedule asks for is reckoned again from its terms; each proof is shown able to fail. */

let book: LendingBook
beforeEach(async () => {
  book = await openLendingBook(rupiah(100_000_000), '2027-12-31')
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const agreed = { months: 18, reason: 'Panen gagal', approvedBy: 'Sri Wahyuni' }
const details = async () => {
  const { problems } = await book.api.ledger.verify()
  return problems.filter(({ kind }) => kind !== 'schema').map(({ voucher, detail }) => [voucher, detail])
}

function edit(change: string): void {
  const { database } = book.desk.app().file
  const guards = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all() as { name: string }[]
  database.pragma('foreign_keys = OFF')
  for (const { name } of guards) database.exec(`DROP TRIGGER ${name}`)
  database.exec(change)
}

test('schedules of every kind are as their terms ask for, also of loans paid out twice, dated freely or restructured', async () => {
  const products = await Promise.all([
    book.product({ method: 'annuity', rounding: 'up', roundPaymentTo: 100_000, ratePctPerMonth: '2' }),
    book.product({ method: 'declining', dayCount: 'actual_365', gracePrincipalMonths: 3 }),
    book.product({ method: 'bullet', interval: { unit: 'month', every: 3 }, graceAllMonths: 3 }),
    book.product({ method: 'flat', interval: { unit: 'week', every: 2 } }),
  ])
  for (const product of products) {
    const loanId = await book.approved({ product, principal: rupiah(6_000_000) })
    const { entryId } = await book.disburse(loanId, '2026-01-31')
    await book.undo(entryId, '2026-02-01')
    const again = { requestId: requestId(), loanId, date: '2026-03-31', cashAccount: '11101' }
    await book.api.loans.disburse({ ...again, firstDueOn: '2026-05-30' })
    await book.api.loans.restructure({ requestId: requestId(), loanId, date: '2026-08-31', ...agreed })
  }
  expect(await details()).toEqual([])
})

const second = `entry_id = (SELECT i.entry_id FROM loan_instalment i JOIN loan o ON o.id = i.loan_id
  WHERE o.code = 'P-0002' AND i.n = 1)`
const goesOn = `loan_id = (SELECT id FROM loan WHERE code = 'P-0003')`
const payout = 'BKK-2026-0002'

describe('found', () => {
  beforeEach(async () => {
    const loanId = await book.running()
    await book.running({ principal: rupiah(6_000_000) })
    await book.api.loans.restructure({ requestId: requestId(), loanId, date: '2026-06-20', ...agreed })
  })

  test.each([
    [
      'interest that was raised',
      `UPDATE loan_instalment SET interest = interest + 1 WHERE n = 3 AND ${second}`,
      payout,
    ],
    [
      'interest that moved to a later instalment',
      `UPDATE loan_instalment SET interest = interest + CASE n WHEN 2 THEN -100 ELSE 100 END WHERE n IN (2, 3) AND ${second}`,
      payout,
    ],
    [
      'principal that moved to a later instalment',
      `UPDATE loan_instalment SET principal = principal + CASE n WHEN 2 THEN -100 ELSE 100 END WHERE n IN (2, 3) AND ${second}`,
      payout,
    ],
    [
      'an instalment that falls due later',
      `UPDATE loan_instalment SET due_on = '2026-12-31' WHERE n = 5 AND ${second}`,
      payout,
    ],
    ['a whole schedule that vanished', `DELETE FROM loan_instalment WHERE ${second}`, payout],
    ['a rate that was lowered', `UPDATE loan_agreement SET rate_pct = '1' WHERE ${goesOn}`, 'BM-2026-0001'],
    ['a term that was made longer', `UPDATE loan_agreement SET months = 24 WHERE ${goesOn}`, 'BM-2026-0001'],
    ['terms that give no schedule', `UPDATE loan_agreement SET grace_all_months = 18 WHERE ${goesOn}`, 'BM-2026-0001'],
    [
      'interest of a restructured loan',
      `UPDATE loan_instalment SET interest = 0 WHERE n = 18 AND ${goesOn}`,
      'BM-2026-0001',
    ],
  ])('%s', async (_, change, voucher) => {
    edit(change)
    const loan = voucher === payout ? 'P-0002' : 'P-0003'
    expect(await details()).toContainEqual([voucher, `the schedule of loan ${loan} is not what its terms ask for`])
  })

  test('a principal that was agreed otherwise, its schedule with it', async () => {
    edit(`UPDATE loan_agreement SET principal = principal * 2 WHERE ${goesOn};
      UPDATE loan_instalment SET principal = principal * 2, interest = interest * 2 WHERE ${goesOn}`)
    expect(await details()).toContainEqual([
      'BM-2026-0001',
      'loan P-0003 was agreed for another principal than was paid out',
    ])
  })
})
