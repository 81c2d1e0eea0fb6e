import { expect, test } from 'vitest'
import { oddity, oldAfterDays, readTypedDay } from '../../../renderer/ui/fields/typed-day.ts'
import { addDays } from '../../../shared/calendar.ts'

const today = '2026-11-20'

test.each([
  ['20/11/26', '2026-11-20'],
  ['20-11', '2026-11-20'],
  ['kemarin', '2026-11-19'],
  ['17 Agustus 2026', '2026-08-17'],
  ['  ', null],
])('%s is read', (text, day) => {
  expect(readTypedDay(text, today)).toEqual({ day, isUnreadable: false })
})

test.each(['31/2/2026', 'nanti', '2026-13-01'])('%s is no day and is said to be none', (text) => {
  expect(readTypedDay(text, today)).toEqual({ day: null, isUnreadable: true })
})

test('days to come and days long gone ask back, the last two months do not', () => {
  expect(oddity(addDays(today, 1), today)).toBe('future')
  expect(oddity(today, today)).toBeUndefined()
  expect(oddity(addDays(today, -oldAfterDays), today)).toBeUndefined()
  expect(oddity(addDays(today, -oldAfterDays - 1), today)).toBe('old')
  expect(oddity(null, today)).toBeUndefined()
})
