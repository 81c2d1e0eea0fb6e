import { expect, test } from 'vitest'
import {
  type ApplicationValues,
  applicationField,
  backingInput,
  noBacking,
  wantedLoan,
} from '../../../../../renderer/areas/loans/application/application-values.ts'

const flat = { product: 'flat', ratePct: '1.5', ratePer: 'month' } as const
const typed: ApplicationValues = {
  ...{ ...noBacking, member: null, product: 'flat', principal: 12_000_000_00, months: 12, rate: '1.5', purpose: '' },
  fundId: '',
  date: '2026-11-20',
}
const asked = { product: 'flat', principal: 12_000_000_00, months: 12, date: '2026-11-20' }

test('a loan is reckoned as soon as kind, amount, term and day are there', () => {
  expect(wantedLoan(typed, flat)).toEqual(asked)
  expect(wantedLoan(typed, undefined)).toBeUndefined()
  for (const missing of ['principal', 'months', 'date'] as const) {
    expect(wantedLoan({ ...typed, [missing]: null }, flat)).toBeUndefined()
  }
})

test('a rate is told only where another one was agreed', () => {
  expect(wantedLoan({ ...typed, rate: '1.25' }, flat)).toEqual({ ...asked, ratePctPerMonth: '1.25' })
  expect(wantedLoan({ ...typed, rate: null }, flat)).toEqual(asked)
  expect(wantedLoan({ ...typed, rate: '2' }, { ...flat, ratePct: '18', ratePer: 'year' })).toEqual(asked)
})

test('only who and what stands behind a loan is told, the mandate of the day it is asked for', () => {
  expect(backingInput(typed)).toEqual({})
  const guarantors = [{ name: 'Siti', guarantor: { name: 'Siti' } }]
  const backed = { ...typed, guarantors, isJoint: true, mandate: ['sukarela'] }
  expect(backingInput(backed)).toEqual({
    ...{ guarantors: [{ name: 'Siti' }], jointLiability: true },
    mandate: { savingsProducts: ['sukarela'], on: typed.date },
  })
})

test('a problem of a guarantor stands beside the guarantors', () => {
  expect(['guarantors.0.memberId', 'memberId', 'principal'].map(applicationField)).toEqual([
    ...['guarantors', 'member', 'principal'],
  ])
})
