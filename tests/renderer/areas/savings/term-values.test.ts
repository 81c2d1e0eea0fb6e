import { expect, test } from 'vitest'
import { previewInput, type TermValues, termInput } from '../../../../renderer/areas/savings/terms/term-values.ts'

const typed: TermValues = {
  member: { id: 'm', number: '001', title: 'Siti (001)' },
  product: 'berjangka',
  ...{ amount: 5_000_000_00, months: 12, rate: '6', date: '2026-11-26' },
  ...{ rollover: 'principal', payInterestTo: 'ss', cashAccount: '11101' },
}

test('interest goes onto savings every month only where it is not added to the principal', () => {
  expect(termInput(typed)).toMatchObject({ memberId: 'm', payInterestTo: 'ss', rollover: 'principal' })
  expect(termInput({ ...typed, rollover: 'principal_and_interest' })).not.toHaveProperty('payInterestTo')
  expect(termInput({ ...typed, payInterestTo: '' })).not.toHaveProperty('payInterestTo')
})

test('a preview is asked for once everything it needs is there', () => {
  const asked = { product: 'berjangka', amount: 5_000_000_00, months: 12, ratePctPerYear: '6', date: '2026-11-26' }
  expect(previewInput(typed)).toEqual(asked)
  for (const missing of [{ amount: null }, { months: 0 }, { months: 601 }, { rate: null }, { date: null }]) {
    expect(previewInput({ ...typed, ...missing })).toBeUndefined()
  }
})
