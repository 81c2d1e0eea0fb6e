import { expect, test } from 'vitest'
import { openTestBook, requestId } from '../../support/book.ts'

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
