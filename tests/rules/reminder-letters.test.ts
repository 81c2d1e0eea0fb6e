import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../shared/calendar.ts'
import {
  lastLetter,
  letterAfter,
  letterDue,
  type ReminderLetter,
  type SentLetter,
} from '../../shared/rules/reminder-letters.ts'

const days = [14, 30, 60] as const
const since = '2026-02-10'
const sent = (letter: ReminderLetter, date: string): SentLetter => ({ letter, date })

describe('the letter that is due', () => {
  test.each([
    ['none before its day', 13, [], undefined],
    ['the first on its day', 14, [], 1],
    ['the first first, however late it is', 400, [], 1],
    ['none while the second has time', 29, [sent(1, '2026-02-24')], undefined],
    ['the second on its day', 30, [sent(1, '2026-02-24')], 2],
    ['the second before the third', 60, [sent(1, '2026-02-24')], 2],
    ['the third on its day', 60, [sent(1, '2026-02-24'), sent(2, '2026-03-12')], 3],
    ['none after the third', 900, [sent(1, '2026-02-24'), sent(2, '2026-03-12'), sent(3, '2026-04-11')], undefined],
    ['the first again where the letters were about arrears that were paid since', 20, [sent(3, '2026-02-09')], 1],
    ['the first where one went out on the very day it fell due', 20, [sent(1, since)], 1],
  ] as [string, number, SentLetter[], ReminderLetter | undefined][])('is %s', (_, daysOverdue, letters, expected) => {
    expect(letterDue({ daysOverdue, since, sent: letters }, days)).toBe(expected)
  })

  test('goes by the days the cooperative decided', () => {
    expect(letterDue({ daysOverdue: 3, since, sent: [] }, [3, 10, 20])).toBe(1)
    expect(letterDue({ daysOverdue: 10, since, sent: [sent(1, '2026-02-13')] }, [3, 10, 20])).toBe(2)
  })
})

test('the last letter is the highest, in whatever order they were noted', () => {
  const letters = [sent(2, '2026-03-12'), sent(1, '2026-02-24')]
  for (const noted of [letters, letters.toReversed()]) {
    expect(lastLetter({ since, sent: noted })).toEqual(sent(2, '2026-03-12'))
  }
  expect(lastLetter({ since: '2026-03-12', sent: letters })).toBeUndefined()
})

test('one letter follows another, and nothing the third', () => {
  const order = [undefined, sent(1, since), sent(2, since), sent(3, since)]
  expect(order.map(letterAfter)).toEqual([1, 2, 3, undefined])
})

test('whoever is visited every so often gets each letter once, in order, none before its day', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 }), (steps) => {
      const letters: SentLetter[] = []
      let daysOverdue = 0
      for (const step of steps) {
        daysOverdue += step
        const letter = letterDue({ daysOverdue, since, sent: letters }, days)
        if (letter === undefined) continue
        expect(daysOverdue).toBeGreaterThanOrEqual(days[letter - 1] ?? Number.POSITIVE_INFINITY)
        letters.push(sent(letter, addDays(since, daysOverdue)))
      }
      expect(letters.map(({ letter }) => letter)).toEqual([1, 2, 3].slice(0, letters.length))
      const due = days.filter((day) => day <= daysOverdue).length
      expect(letters.length).toBeLessThanOrEqual(due)
      expect(letters.length === 0).toBe(due === 0)
    }),
    { numRuns: 1_000 },
  )
})
