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
  expect(details).toContain('the schedule of borrowing U-001 does not pay back what was lent')
  expect(details.length).toBeGreaterThan(2)
  await book.close()
})
