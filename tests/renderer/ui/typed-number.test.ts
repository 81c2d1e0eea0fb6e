import { expect, test } from 'vitest'
import { percentages, quantities, quantityProblem, wholeNumbers } from '../../../renderer/ui/fields/typed-number.ts'

test('a number of months is whole and short', () => {
  expect(['12', ' 7 ', '0'].map(wholeNumbers.read)).toEqual([12, 7, 0])
  expect(['1,5', '-1', '', 'dua', '1234567'].map(wholeNumbers.read)).toEqual(Array(5).fill(undefined))
})

test('a percentage keeps all its places on the way to the field and back', () => {
  expect(percentages.id.write('0.12345678')).toBe('0,12345678')
  expect(percentages.id.read(percentages.id.write('1.5'))).toBe('1.5')
})

test('in English a percentage is written with a point, and either sign is read', () => {
  expect(percentages.en.write('1.5')).toBe('1.5')
  expect(['1.5', '1,5'].map(percentages.en.read)).toEqual(['1.5', '1.5'])
})

test('a quantity is read in thousandths, with a point where it cannot mean thousands', () => {
  expect(['2', '1,5', '1.5', '0,125', '1.000'].map(quantities.read)).toEqual([2000, 1500, 1500, 125, 1_000_000])
  expect(['', 'dua', '-1', '0,0005', '1,5,5'].map(quantities.read)).toEqual(Array(5).fill(undefined))
  expect(quantities.write(1500)).toBe('1,5')
})

test('a quantity finer than a thousandth is told so, and so is one that is too large', () => {
  expect(['0,0005', '1,2345'].map(quantityProblem)).toEqual(['tooFine', 'tooFine'])
  expect(quantityProblem('9999999999')).toBe('tooLarge')
  expect(['dua', '1,5,2'].map(quantityProblem)).toEqual(['notQuantity', 'notQuantity'])
})
