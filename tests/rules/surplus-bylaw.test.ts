import { expect, test } from 'vitest'
import { percentsTogether } from '../../shared/rules/surplus-bylaw.ts'

test.each([
  [['30', '70'], { sum: '100', gap: '0', isOver: false }],
  [['33.3', '33.3', '33.3'], { sum: '99.9', gap: '0.1', isOver: false }],
  [['40', '40', '5', '5', '5', '5', '5'], { sum: '105', gap: '5', isOver: true }],
  [['12.5', '87.50000001'], { sum: '100.00000001', gap: '0.00000001', isOver: true }],
  [[], { sum: '0', gap: '100', isOver: false }],
])('%j come to what is said, to the last place', (pcts, together) => {
  expect(percentsTogether(pcts)).toEqual(together)
})
