import { expect, test } from 'vitest'
import { maskedNationalId, plainNationalId } from '../../shared/rules/national-id-text.ts'

test('six of the sixteen digits of an identity number are shown', () => {
  expect(maskedNationalId('3507126712900001')).toBe('350712**********')
})

test('a number of another length shows no larger part', () => {
  expect(maskedNationalId('350712')).toBe('35****')
  expect(maskedNationalId('35071267129000012345')).toBe('350712**************')
  expect(maskedNationalId('')).toBe('')
  expect(maskedNationalId('12')).toBe('**')
})

test.each([
  ['3507 1267 1290 0001', '3507126712900001'],
  ["'3507126712900001", '3507126712900001'],
  ['35.07.12.671290.0001', '3507126712900001'],
  ['belum punya', 'belum punya'],
  ['3507-12X', '3507-12X'],
])('%s is kept as %s', (typed, kept) => {
  expect(plainNationalId(typed)).toBe(kept)
})
