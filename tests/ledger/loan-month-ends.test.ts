import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { requestId } from '../support/book.ts'
import { type LendingBook, openLendingBook } from '../support/lending.ts'

/** What month ends wrote of loans is proven against the chain; each proof is shown able to fail. */

let book: LendingBook
beforeEach(async () => {
  book = await openLendingBook()
  const loanId = await book.running()
  await book.running({ principal: 6_000_000_00 })
  await monthEnd('2026-02')
  await book.pay(loanId, '2026-03-05', 1_180_000_00)
  await monthEnd('2026-06')
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

async function monthEnd(month: string) {
  await book.api.loans.accrueInterest({ requestId: requestId(), month })
  await book.api.loans.accrueAllowance({ requestId: requestId(), month })
}

async function problemsAfter(change: string): Promise<string[]> {
  const { database } = book.desk.app().file
  const guards = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all() as { name: string }[]
  database.pragma('foreign_keys = OFF')
  for (const { name } of guards) database.exec(`DROP TRIGGER ${name}`)
  database.exec(change)
  const { problems } = await book.api.ledger.verify()
  return problems.filter(({ kind }) => kind !== 'schema').map(({ detail }) => detail)
}

test('a book with month ends verifies, also when entries were dated back, taken back or done again since', async () => {
  const late = await book.running({ principal: 3_000_000_00 })
  await book.pay(late, '2026-02-20', 100_00)
  const undoes = requestId()
  await book.api.loans.accrueAllowance({ requestId: undoes, month: '2026-07' })
  await book.api.requests.undo({ requestId: requestId(), undoes, date: '2026-07-31', reason: 'Salah' })
  await book.api.loans.accrueAllowance({ requestId: requestId(), month: '2026-07' })
  await book.api.loans.accrueAllowance({ requestId: requestId(), month: '2026-08' })
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true, problems: [] })
  await book.reopen()
  expect(book.desk.app().alarms).toEqual([])
})

const otherTerms = 'the terms it put in force are not those it was written with'

describe('found', () => {
  test.each([
    [
      'a class of another principal',
      "UPDATE loan_class SET outstanding = outstanding + 100 WHERE outstanding = 600000000 AND request_id = (SELECT request_id FROM loan_month_end WHERE step = 'allowance' AND month = '2026-06')",
      [otherTerms, 'the class of loan P-0002 in 2026-06 is not of what was owed then'],
    ],
    [
      'a class that was taken away',
      "DELETE FROM loan_class WHERE outstanding = 600000000 AND request_id = (SELECT request_id FROM loan_month_end WHERE step = 'allowance' AND month = '2026-02')",
      [
        otherTerms,
        'the class of loan P-0002 in 2026-02 is not of what was owed then',
        'what was set aside for loans in 2026-02 is not what their classes ask for',
      ],
    ],
    [
      'another allowance',
      "UPDATE loan_class SET allowance = allowance - 1 WHERE outstanding = 600000000 AND request_id = (SELECT request_id FROM loan_month_end WHERE step = 'allowance' AND month = '2026-06')",
      [otherTerms, 'what was set aside for loans in 2026-06 is not what their classes ask for'],
    ],
    [
      'a month end that was forgotten, so that it could be done twice',
      "DELETE FROM loan_month_end WHERE step = 'interest' AND month = '2026-06'",
      [otherTerms, 'is not the month end of the loans it was written as'],
    ],
    [
      'a month end that was moved to another month',
      "UPDATE loan_month_end SET month = '2026-05' WHERE step = 'interest' AND month = '2026-06'",
      [otherTerms, 'is not the month end of the loans it was written as'],
    ],
  ])('%s', async (_, change, expected) => {
    expect(await problemsAfter(change)).toEqual(expected)
  })

  test('less than nothing set aside', async () => {
    const problems = await problemsAfter(
      "UPDATE journal_line SET debit = credit, credit = debit WHERE account = '13901' AND entry_date = '2026-02-28'",
    )
    expect(problems).toContain('what is set aside for loans in general is below zero on 2026-02-28')
  })

  test('interest that came in without having been booked', async () => {
    const problems = await problemsAfter(
      "UPDATE journal_line SET credit = credit + 50000000, debit = 0 WHERE account = '13401' AND credit > 0 AND entry_date = '2026-03-05'",
    )
    expect(problems).toContain('booked interest of loan P-0001 is below zero on 2026-03-05')
  })
})
