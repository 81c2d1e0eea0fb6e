import { expect, test } from 'vitest'
import { changedPaths } from '../../../../renderer/ui/form/form-values.ts'

test('of a list of goods only the figure that was mended loses its complaint', () => {
  const before = [
    { key: 'gula', qty: 0, amount: 5 },
    { key: 'kopi', qty: 0, amount: 7 },
  ]
  const after = [before[0], { key: 'kopi', qty: 2_000, amount: 7 }]
  expect(changedPaths('lines', before, after)).toEqual(['lines', 'lines.1.qty', 'lines.kopi.qty'])
})

test('lines without a key are told by their place', () => {
  const before = [{ name: 'Narasumber', amount: null }]
  expect(changedPaths('budget', before, [{ name: 'Narasumber', amount: 5 }])).toEqual(['budget', 'budget.0.amount'])
})

test('a line that is taken away leaves the complaints of the others', () => {
  const before = [
    { key: 'gula', qty: 0 },
    { key: 'kopi', qty: 0 },
  ]
  expect(changedPaths('lines', before, before.slice(1))).toEqual(['lines'])
  expect(changedPaths('amount', 1, 2)).toEqual(['amount'])
})
