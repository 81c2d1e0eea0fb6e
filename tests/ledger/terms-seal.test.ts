import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { requestId } from '../support/book.ts'
import { addMember, deposit, openSavings } from '../support/counter.ts'
import { cashAccount, type LendingBook, openLendingBook, rupiah } from '../support/lending.ts'

/** What an entry put in force stands in tables outside the chain; each kind of change to it is shown to be found. */

let book: LendingBook
beforeEach(async () => {
  book = await openLendingBook(rupiah(100_000_000), '2027-12-31')
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const detail = 'the terms it put in force are not those it was written with'
const found = async () => {
  const { problems } = await book.api.ledger.verify()
  return problems.filter((problem) => problem.detail === detail).map(({ kind, voucher }) => [kind, voucher])
}

function edit(change: string): void {
  const { database } = book.desk.app().file
  const guards = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all() as { name: string }[]
  database.pragma('foreign_keys = OFF')
  for (const { name } of guards) database.exec(`DROP TRIGGER ${name}`)
  const changed = database.prepare('SELECT total_changes() AS rows')
  const before = changed.get() as { rows: number }
  database.exec(change)
  expect((changed.get() as { rows: number }).rows).toBeGreaterThan(before.rows)
}

const penalty = { kind: 'pct_per_day' as const, pct: '0.1' }
const term = { product: 'berjangka', date: '2026-01-15', amount: rupiah(5_000_000), months: 6, ratePctPerYear: '6' }

/** A loan that was paid late, one that went on, one given up; savings that earned, placed money and somebody who left. */
async function livedBook(): Promise<void> {
  const { loans, savings, members } = book.api
  const first = await book.running({ product: await book.product({ penalty }) })
  const [goesOn, lost] = [await book.running(), await book.running()]
  const waivePenalty = { amount: rupiah(1_000), reason: 'Sakit' }
  const paid = { requestId: requestId(), loanId: first, date: '2026-02-20', amount: rupiah(500_000), cashAccount }
  await loans.pay({ ...paid, waivePenalty })
  const agreed = { months: 18, reason: 'Panen gagal', approvedBy: 'Sri Wahyuni' }
  await loans.restructure({ requestId: requestId(), loanId: goesOn, date: '2026-06-20', ...agreed })
  const decision = { number: '3/RAT/2026', on: '2026-06-01', by: 'rat' as const }
  await loans.writeOff({ requestId: requestId(), loanId: lost, date: '2026-06-21', decision })
  await savings.termOpen({ requestId: requestId(), memberId: book.memberId, ...term, cashAccount })
  const tiers = [{ from: 0, ratePctPerYear: '6' }]
  await savings.setInterest({ requestId: requestId(), product: 'sukarela', fromMonth: '2026-01', tiers })
  await deposit(book, await openSavings(book, book.memberId), rupiah(4_000_000), '2026-01-20')
  await savings.accrueInterest({ requestId: requestId(), month: '2026-02' })
  await loans.accrueAllowance({ requestId: requestId(), month: '2026-06' })
  const leaver = await addMember(book, '002')
  await deposit(book, await openSavings(book, leaver), rupiah(1_000_000), '2026-07-01')
  await members.exit({ requestId: requestId(), memberId: leaver, date: '2026-07-20', reason: 'resigned' })
}

test('a book nobody changed has the terms it was written with, also once entries were reversed', async () => {
  await livedBook()
  const loanId = await book.approved()
  const { entryId } = await book.disburse(loanId, '2026-08-01')
  await book.undo(entryId, '2026-08-02')
  await book.disburse(loanId, '2026-08-03')
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
})

describe('found', () => {
  beforeEach(livedBook)

  const firstLoan = `loan_id = (SELECT id FROM loan WHERE code = 'P-0001')`
  test.each([
    ['a penalty that was raised', `UPDATE loan_agreement SET penalty_pct = '1' WHERE ${firstLoan}`, 'BKK-2026-0001'],
    ['whose payment comes first', `UPDATE loan_agreement SET excess = 'hold' WHERE ${firstLoan}`, 'BKK-2026-0001'],
    [
      'a rate and a schedule that were changed alike',
      `UPDATE loan_agreement SET rate_pct = '3' WHERE ${firstLoan};
        UPDATE loan_instalment SET interest = interest * 2 WHERE ${firstLoan}`,
      'BKK-2026-0001',
    ],
    ['a penalty that was let off', 'UPDATE loan_waiver SET amount = amount * 2', 'BKM-2026-0002'],
    ['interest let go in a restructuring', 'UPDATE loan_restructuring SET interest_let_go = 1', 'BM-2026-0001'],
    ['a restructuring that vanished', 'DELETE FROM loan_restructuring', 'BM-2026-0001'],
    ['a decision of a meeting', `UPDATE loan_write_off SET decision_number = '9/RAT/2026'`, 'BM-2026-0002'],
    ['the rate of a term deposit', `UPDATE savings_term SET rate_pct = '12'`, 'BKM-2026-0003'],
    ['a term deposit that vanished', 'DELETE FROM savings_term', 'BKM-2026-0003'],
    ['an interest run that vanished', 'DELETE FROM savings_interest_run', 'BM-2026-0003'],
    ['the month of an interest run', `UPDATE savings_interest_run SET month = '2026-01'`, 'BM-2026-0003'],
    ['by which rule a month was judged', `UPDATE loan_month_end SET preset = 'days_30_180_270'`, 'BM-2026-0004'],
    ['the class of a loan', `UPDATE loan_class SET class = 'loss'`, 'BM-2026-0004'],
    ['who left and why', `UPDATE member_exit SET reason = 'moved'`, 'BM-2026-0005'],
  ])('%s', async (_, change, voucher) => {
    expect(await found()).toEqual([])
    edit(change)
    expect(await found()).toEqual([['altered', voucher]])
  })

  test('an agreement slipped under an entry that had none', async () => {
    edit(`INSERT INTO savings_interest_run (entry_id, month)
      SELECT id, '2026-05' FROM journal_entry WHERE book = 'BKM' AND number = 1`)
    expect(await found()).toEqual([['altered', 'BKM-2026-0001']])
  })
})
