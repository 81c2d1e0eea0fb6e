import { expect, test } from 'vitest'
import { intervals, loanInput, methods, usualLoan } from '../../../../renderer/areas/calculator/loan-values.ts'
import { runCalculator } from '../../../../shared/contract/calculators.ts'

const typed = { ...usualLoan, principal: 1_200_000_000 }
const host = { today: '2026-11-20' }

test('nothing is asked before amount, term and rate are there', () => {
  for (const missing of ['principal', 'months', 'rate'] as const) {
    expect(loanInput({ ...typed, [missing]: null }, 'flat')).toBeUndefined()
  }
})

test('the usual loan is monthly, 1,5 % a month, to the rupiah', () => {
  expect(loanInput(typed, 'annuity')).toEqual({
    ...{ principal: 1_200_000_000, months: 12, ratePctPerMonth: '1.5', method: 'annuity' },
    ...{ interval: { unit: 'month', every: 1 }, roundTo: 100, rounding: 'half_up' },
  })
})

test('a rate a year, grace and a day of payout are told where they are typed', () => {
  const values = { ...typed, ratePer: 'year', graceAllMonths: 2, disbursedOn: '2026-01-31', roundTo: 'rp1000' } as const
  expect(loanInput(values, 'flat')).toMatchObject({
    ...{ ratePctPerYear: '1.5', graceAllMonths: 2, disbursedOn: '2026-01-31', roundTo: 1_000_00 },
  })
  expect(loanInput(values, 'flat')).not.toHaveProperty('ratePctPerMonth')
  expect(loanInput(values, 'flat')).not.toHaveProperty('gracePrincipalMonths')
})

test('every choice of the screen is one the calculator knows', () => {
  for (const interval of intervals) {
    for (const method of methods) {
      const answer = runCalculator('loanSchedule', loanInput({ ...typed, interval }, method), host)
      expect(answer).toMatchObject({ totals: { principal: 1_200_000_000 } })
    }
  }
})
