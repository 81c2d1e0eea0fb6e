import { expect, test } from 'vitest'
import { dueDaysMax, latestDueOn, usualDueOn } from '../../shared/rules/credit-terms.ts'

test('what is usually paid in so many days falls due then, and without that never', () => {
  expect(usualDueOn('2026-01-31', 30)).toBe('2026-03-02')
  expect(usualDueOn('2026-01-31', 0)).toBe('2026-01-31')
  expect(usualDueOn('2026-01-31', null)).toBeUndefined()
})

test('nothing falls due later than what is usual may be at most', () => {
  expect(latestDueOn('2026-01-01')).toBe('2035-12-30')
  expect(usualDueOn('2026-01-01', dueDaysMax)).toBe(latestDueOn('2026-01-01'))
})
