import { expect, test } from 'vitest'
import { openTestBook, requestId } from '../../support/book.ts'
import { heldYear } from '../../support/held-year.ts'

test('a schedule or its terms that were changed from outside do not verify', async () => {
  const book = await openTestBook()
  await book.api.capital.borrow({
    ...{ requestId: requestId(), date: '2026-01-15', lender: 'LPDB', kind: '27102', principal: 24_000_000_00 },
    ...{ ratePctPerYear: '6', method: 'flat', months: 24, cashAccount: '11201' },
  })
  expect((await book.api.ledger.verify()).problems).toEqual([])
  const { database } = book.desk.app().file
  database.exec('DROP TRIGGER borrowing_instalment_no_update')
  database.exec('DROP TRIGGER borrowing_terms_no_update')
  database.exec('UPDATE borrowing_instalment SET principal = principal - 1 WHERE n = 1')
  database.exec('UPDATE borrowing_terms SET principal = 2300000000')
  const details = (await book.api.ledger.verify()).problems.map(({ detail }) => detail)
  expect(details).toContain('borrowing U-001 is out of what was agreed on 2026-01-15')
  expect(details).toContain('the schedule of borrowing U-001 is not what was agreed')
  expect(details.length).toBeGreaterThan(2)
  await book.close()
})

test('a first day, a grace and a rounding that were changed from outside do not verify either', async () => {
  const book = await openTestBook()
  await book.api.capital.borrow({
    ...{ requestId: requestId(), date: '2026-01-31', lender: 'LPDB', kind: '27102', principal: 24_000_000_00 },
    ...{ ratePctPerYear: '6', method: 'declining', months: 24, cashAccount: '11201', firstDueOn: '2026-04-30' },
    ...{ everyMonths: 3, gracePrincipalMonths: 6, roundTo: 1_000_00 },
  })
  await book.api.capital.contribute({
    ...{ requestId: requestId(), date: '2026-01-15', contributor: 'Desa', amount: 5_000_00, cashAccount: '11201' },
    repayableOn: '2027-01-15',
  })
  const { database } = book.desk.app().file
  database.exec('DROP TRIGGER borrowing_terms_no_update')
  const isFound = async () =>
    (await book.api.ledger.verify()).problems.map(({ detail }) => detail).filter((one) => one.includes('schedule'))
  for (const change of [
    "first_due_on = '2026-05-15'",
    'grace_principal_months = 3',
    'round_to = 100000000',
    'every_months = 1',
  ]) {
    expect(await isFound()).toEqual([])
    const [column = ''] = change.split(' ')
    const { kept } = database.prepare(`SELECT ${column} AS kept FROM borrowing_terms WHERE months = 24`).get() as {
      kept: unknown
    }
    database.exec(`UPDATE borrowing_terms SET ${change} WHERE months = 24`)
    expect(await isFound(), change).toEqual(['the schedule of borrowing U-001 is not what was agreed'])
    database.prepare(`UPDATE borrowing_terms SET ${column} = ? WHERE months = 24`).run(kept)
  }
  await book.close()
})

test('a share of a surplus that was paid twice from outside does not verify', async () => {
  const book = await openTestBook()
  const { village } = await heldYear(book)
  await book.api.closing.closeYear({ requestId: requestId(), year: 2025 })
  await book.api.closing.decideShu({
    requestId: requestId(),
    year: 2025,
    date: '2026-03-14',
    decision: 'Keputusan RAT',
  })
  const pay = { date: '2026-04-01', amount: 1_000_000_00, cashAccount: '11101' }
  await book.api.capital.payShare({ requestId: requestId(), borrowingId: village.borrowingId, ...pay })
  expect((await book.api.ledger.verify()).problems).toEqual([])
  const { database } = book.desk.app().file
  for (const { name } of database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all() as {
    name: string
  }[]) {
    database.exec(`DROP TRIGGER ${name}`)
  }
  database.exec("UPDATE journal_line SET debit = debit * 2 WHERE account = '25108' AND debit > 0")
  database.exec("UPDATE journal_line SET credit = credit * 2 WHERE account = '11101' AND credit = 100000000")
  const details = (await book.api.ledger.verify()).problems.map(({ detail }) => detail)
  expect(details).toContain('borrowing U-001 was paid more of a surplus than it got on 2026-04-01')
  await book.close()
})
