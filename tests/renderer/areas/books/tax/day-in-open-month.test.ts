import { expect, test } from 'vitest'
import { dayInOpenMonth } from '../../../../../renderer/areas/books/tax/day-in-open-month.ts'

const months = (...locked: string[]) =>
  ['2026-11', '2026-10', '2026-09'].map((month) => ({
    month,
    state: locked.includes(month) ? ('locked' as const) : ('open' as const),
  }))

test('tax of an open month is dated on its last day', () => {
  expect(dayInOpenMonth('2026-09', months(), '2026-11-20')).toBe('2026-09-30')
})

test('no day of a locked month is proposed, but the end of the next that is open, or today', () => {
  expect(dayInOpenMonth('2026-09', months('2026-09'), '2026-11-20')).toBe('2026-10-31')
  expect(dayInOpenMonth('2026-09', months('2026-09', '2026-10'), '2026-11-20')).toBe('2026-11-20')
})

test('months from before the book are open', () => {
  expect(dayInOpenMonth('2026-08', months(), '2026-11-20')).toBe('2026-08-31')
})
