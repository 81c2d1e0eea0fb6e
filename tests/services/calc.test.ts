import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, refusalOf, type TestBook } from '../support/book.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const loan = { principal: 1_200_000_000, months: 12, ratePctPerMonth: '1.5', method: 'flat' } as const

test('the screens reckon a loan as the command line does', async () => {
  const answer = await book.api.calc.loanSchedule(loan)
  expect(answer.rows).toHaveLength(12)
  expect(answer.totals).toEqual({ principal: 1_200_000_000, interest: 216_000_000, payment: 1_416_000_000 })
  expect([answer.flatPctPerMonth, answer.effectivePctPerMonth]).toEqual(['1.5', '2.643'])
})

test('no book needs to be open', async () => {
  await book.desk.close()
  expect(await book.api.calc.words({ amount: 1_000_00, currency: true })).toEqual({ text: 'seribu rupiah' })
})

test('what a rule refuses names its field, as any call does', async () => {
  expect(await refusalOf(book.api.calc.loanSchedule({ ...loan, gracePrincipalMonths: 12 }))).toMatchObject({
    code: 'INVALID_INPUT',
    data: { issues: [{ path: ['gracePrincipalMonths'], message: 'grace_too_long' }] },
  })
})

test('an identity number is read as of the day it is here', async () => {
  const { birthDate } = await book.api.calc.memberIdNumber({ nationalId: '3515086503080001' })
  expect(birthDate).toBe('2008-03-25')
})
