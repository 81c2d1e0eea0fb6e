import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, lastDayOfMonth, monthOf } from '../../shared/calendar.ts'
import { type DueInterval, dueDates } from '../../shared/rules/due-dates.ts'

const monthly: DueInterval = { unit: 'month', every: 1 }

describe('the days instalments fall due', () => {
  test.each([
    ['a month after the payout', monthly, '2026-01-10', ['2026-02-10', '2026-03-10', '2026-04-10']],
    [
      'the last day of shorter months, and the 31st again',
      monthly,
      '2026-01-31',
      ['2026-02-28', '2026-03-31', '2026-04-30'],
    ],
    ['29 February in a leap year', monthly, '2027-12-29', ['2028-01-29', '2028-02-29', '2028-03-29']],
    ['a year after a leap day', { unit: 'month', every: 12 }, '2028-02-29', ['2029-02-28', '2030-02-28', '2031-02-28']],
    [
      'the leap day itself four years on',
      { unit: 'month', every: 48 },
      '2028-02-29',
      ['2032-02-29', '2036-02-29', '2040-02-29'],
    ],
    ['every three months', { unit: 'month', every: 3 }, '2026-11-30', ['2027-02-28', '2027-05-30', '2027-08-30']],
    [
      'every week, over the end of a year',
      { unit: 'week', every: 1 },
      '2026-12-24',
      ['2026-12-31', '2027-01-07', '2027-01-14'],
    ],
    ['every other week', { unit: 'week', every: 2 }, '2028-02-15', ['2028-02-29', '2028-03-14', '2028-03-28']],
  ] as [string, DueInterval, string, string[]][])('are %s', (_, interval, disbursedOn, expected) => {
    expect(dueDates({ count: 3, interval, disbursedOn })).toEqual(expected)
  })

  test('begin with the first day that was agreed, whenever it was paid out', () => {
    const agreed = { count: 3, interval: monthly, firstDueOn: '2026-03-31' }
    expect(dueDates({ ...agreed, disbursedOn: '2026-01-10' })).toEqual(['2026-03-31', '2026-04-30', '2026-05-31'])
    expect(dueDates(agreed)).toEqual(['2026-03-31', '2026-04-30', '2026-05-31'])
  })

  test('are not known before there is a day', () => {
    expect(dueDates({ count: 3, interval: monthly })).toEqual([null, null, null])
  })

  test('follow one another, each in the month it belongs to, on the day they began with or the last of the month', () => {
    const day = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2024-01-01', days))
    const interval = fc.record({
      unit: fc.constantFrom('month' as const, 'week' as const),
      every: fc.integer({ min: 1, max: 12 }),
    })
    fc.assert(
      fc.property(day, interval, fc.integer({ min: 1, max: 120 }), (disbursedOn, given, count) => {
        const dates = dueDates({ count, interval: given, disbursedOn }).map((date) => date ?? '')
        expect(dates).toHaveLength(count)
        expect(dates).toEqual(dates.toSorted())
        expect(new Set([disbursedOn, ...dates]).size).toBe(count + 1)
        for (const [index, date] of dates.entries()) {
          if (given.unit === 'week') expect(date).toBe(addDays(disbursedOn, 7 * given.every * (index + 1)))
          else expect([disbursedOn.slice(8), lastDayOfMonth(monthOf(date)).slice(8)]).toContain(date.slice(8))
        }
        // However many there are, the first are the same.
        expect(dueDates({ count: 1, interval: given, disbursedOn })).toEqual(dates.slice(0, 1))
      }),
      { numRuns: 500 },
    )
  })
})
