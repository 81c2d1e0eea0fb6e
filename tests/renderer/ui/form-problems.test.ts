import { expect, test } from 'vitest'
import type { Failure } from '../../../renderer/ui/failure.ts'
import { problemsOf, refused } from '../../../renderer/ui/form/form-problems.ts'

const shown = new Set(['date', 'amount', 'lines.0.amount'])
const asWord = (word: string) => word
const same = (path: string) => path

function refusal(code: string, issues: { path: string; word: string }[] = []): Failure {
  return { kind: 'refusal', code: code as never, reason: undefined, data: {}, issues }
}

test('every problem of an input stands beside its field', () => {
  const failure = refusal('INVALID_INPUT', [
    { path: 'amount', word: 'amount_not_positive' },
    { path: 'date', word: 'not_a_date' },
  ])
  const { byPath, isBesideFields, elsewhere } = problemsOf(failure, same, shown, asWord)
  expect([...byPath]).toEqual([
    ['amount', 'amount_not_positive'],
    ['date', 'not_a_date'],
  ])
  expect([isBesideFields, elsewhere]).toEqual([true, undefined])
})

test('a problem without a field on the screen is said above the form', () => {
  const failure = refusal('INVALID_INPUT', [{ path: 'unit', word: 'unit_inactive' }])
  expect(problemsOf(failure, same, shown, asWord)).toMatchObject({ isBesideFields: false, elsewhere: 'unit_inactive' })
})

test('a path of the input is led to the field that asks for it', () => {
  const failure = refusal('INVALID_INPUT', [{ path: 'lines.4.debit', word: 'amount_not_positive' }])
  const toField = (path: string) => (path === 'lines.4.debit' ? 'amount' : path)
  expect([...problemsOf(failure, toField, shown, asWord).byPath.keys()]).toEqual(['amount'])
})

test('a closed period is about the day, too little money about the amount, where the form has them', () => {
  expect(problemsOf(refusal('PERIOD_CLOSED'), same, shown, asWord).byPath.get('date')).toBe(refused)
  expect(problemsOf(refusal('INSUFFICIENT_BALANCE'), same, shown, asWord).byPath.get('amount')).toBe(refused)
  expect(problemsOf(refusal('PERIOD_CLOSED'), same, new Set(['name']), asWord)).toMatchObject({ isBesideFields: false })
})

test('who may not approve is said beside the name, where the form asks for it', () => {
  const failure: Failure = { ...refusal('NOT_ALLOWED'), reason: 'approver_is_borrower' } as Failure
  expect(problemsOf(failure, same, new Set(['approvedBy']), asWord).byPath.get('approvedBy')).toBe(refused)
  expect(problemsOf(failure, same, shown, asWord)).toMatchObject({ isBesideFields: false })
})

test('a program error and a lost answer are about no field', () => {
  for (const failure of [{ kind: 'bug', number: '1' }, { kind: 'lost' }, undefined] as const) {
    expect(problemsOf(failure, same, shown, asWord).byPath.size).toBe(0)
  }
})
