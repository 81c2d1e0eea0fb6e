import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addMonthsToMonth,
  ageAt,
  dayNumber,
  dayOf,
  daysBetween,
  daysInMonth,
  firstDayOfMonth,
  firstDayOfYear,
  formatDate,
  formatDateShort,
  formatMonth,
  isDate,
  isLeapYear,
  isMonth,
  lastDayOfMonth,
  lastDayOfYear,
  monthOf,
  monthsBetween,
  parseTypedDate,
  yearOf,
} from '../shared/calendar.ts'

const day = fc.integer({ min: -25_567, max: 376_199 }).map((number) => addDays('1970-01-01', number))
const middleDay = fc.integer({ min: 0, max: 60_000 }).map((number) => addDays('1970-01-01', number))

describe('days', () => {
  it('leap years follow the Gregorian rule', () => {
    expect([2024, 2000, 2400].map(isLeapYear)).toEqual([true, true, true])
    expect([2026, 1900, 2100].map(isLeapYear)).toEqual([false, false, false])
    expect([1, 2, 4, 12].map((month) => daysInMonth(2024, month))).toEqual([31, 29, 30, 31])
  })

  it('the earliest and the latest day of the calendar are days, the ones beside them are not', () => {
    expect(['1900-01-01', '2999-12-31'].map(isDate)).toEqual([true, true])
    expect(['1899-12-31', '3000-01-01'].map(isDate)).toEqual([false, false])
  })

  it.each([
    '2026-02-29',
    '2026-04-31',
    '2026-00-01',
    '2026-13-01',
    '2026-1-01',
    '20260101',
    '2026-01-01 ',
    'kemarin',
    '',
  ])('%j is no day', (text) => {
    expect(isDate(text)).toBe(false)
  })

  it('months have their own test', () => {
    expect(['2026-01', '2026-12'].map(isMonth)).toEqual([true, true])
    expect(['2026-13', '2026-00', '2026-1', '1899-12', '2026-01-01', ''].map(isMonth)).toEqual(Array(6).fill(false))
  })

  it('days are counted from 1970 on, and backwards before', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(dayNumber('1969-12-31')).toBe(-1)
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1)
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01')
  })

  it('adding days and counting them are each other’s opposite, over eleven centuries', () => {
    fc.assert(
      fc.property(day, middleDay, (a, b) => {
        expect(isDate(a)).toBe(true)
        expect(addDays(a, daysBetween(a, b))).toBe(b)
        expect(a < b).toBe(daysBetween(a, b) > 0)
      }),
    )
  })
})

describe('months and years', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s and %d months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected)
  })

  it('months between and months added agree, and a day never leaves its month', () => {
    fc.assert(
      fc.property(middleDay, fc.integer({ min: -500, max: 500 }), (date, months) => {
        const later = addMonths(date, months)
        expect(isDate(later)).toBe(true)
        expect(monthsBetween(monthOf(date), monthOf(later))).toBe(months)
        expect(addMonthsToMonth(monthOf(date), months)).toBe(monthOf(later))
        expect(dayOf(later)).toBeLessThanOrEqual(dayOf(date))
      }),
    )
  })

  it('first and last days enclose the month and the year', () => {
    expect([firstDayOfMonth('2024-02'), lastDayOfMonth('2024-02')]).toEqual(['2024-02-01', '2024-02-29'])
    expect([firstDayOfYear(2026), lastDayOfYear(2026), yearOf('2026-05-05')]).toEqual([
      '2026-01-01',
      '2026-12-31',
      2026,
    ])
  })

  it('a birthday counts from its day, that of 29 February from 1 March', () => {
    expect(ageAt('2008-05-10', '2026-05-09')).toBe(17)
    expect(ageAt('2008-05-10', '2026-05-10')).toBe(18)
    expect(ageAt('2008-02-29', '2025-02-28')).toBe(16)
    expect(ageAt('2008-02-29', '2025-03-01')).toBe(17)
  })
})

describe('dates as printed', () => {
  it('in Indonesian, in English and short', () => {
    expect(formatDate('2026-11-20')).toBe('20 November 2026')
    expect(formatDate('2026-08-07')).toBe('7 Agustus 2026')
    expect(formatDate('2026-08-07', 'en')).toBe('7 August 2026')
    expect(formatDateShort('2026-08-07')).toBe('07/08/2026')
    expect(formatMonth('2026-05')).toBe('Mei 2026')
    expect(formatMonth('2026-05', 'en')).toBe('May 2026')
  })

  it('what is printed can be typed again', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('id' as const, 'en' as const), (date, language) => {
        expect(parseTypedDate(formatDate(date, language), '2026-06-15')).toBe(date)
        expect(parseTypedDate(formatDateShort(date), '2026-06-15')).toBe(date)
        expect(parseTypedDate(date, '2026-06-15')).toBe(date)
      }),
    )
  })
})

describe('dates as typed', () => {
  const today = '2026-11-20'
  it.each([
    ['20 November 2026', '2026-11-20'],
    ['20/11/26', '2026-11-20'],
    ['20/11/2026', '2026-11-20'],
    ['20-11', '2026-11-20'],
    ['20.11.26', '2026-11-20'],
    ['20 11 26', '2026-11-20'],
    ['20 / 11 / 26', '2026-11-20'],
    ['5', '2026-11-05'],
    ['5/1', '2026-01-05'],
    ['kemarin', '2026-11-19'],
    ['  KEMARIN ', '2026-11-19'],
    ['kemarin dulu', '2026-11-18'],
    ['hari ini', '2026-11-20'],
    ['besok', '2026-11-21'],
    ['lusa', '2026-11-22'],
    ['17 agustus', '2026-08-17'],
    ['17 Agt 26', '2026-08-17'],
    ['17 ags 2026', '2026-08-17'],
    ['17-Agu-2026', '2026-08-17'],
    ['1 Nopember 2026', '2026-11-01'],
    ['3 Pebruari 2026', '2026-02-03'],
    ['3 okt', '2026-10-03'],
    ['3 oct', '2026-10-03'],
    ['3 des 2026', '2026-12-03'],
    ['3 dec 2026', '2026-12-03'],
    ['29/2/24', '2024-02-29'],
  ])('%j is %s', (text, date) => {
    expect(parseTypedDate(text, today)).toBe(date)
  })

  it.each([
    '',
    ' ',
    '31/11/26',
    '29/2/26',
    '0/1/26',
    '1/13/26',
    '1/1/126',
    '32',
    '2026',
    '20 Nov ember',
    '20 xyz 2026',
    'n 2026',
    '20/11/26 08:00',
    'constructor',
    '__proto__',
    '3 constructor 2026',
    `20 November 2026${' '.repeat(60)}2`,
    '-1',
    '1e1',
    '20//26',
    '20/11/26/1',
    '2026-02-30',
    '1 ma 2026',
    '20 novemberr 2026',
    '٢٠/١١/٢٦',
  ])('%j is no day and gives none', (text) => {
    expect(parseTypedDate(text, today)).toBeUndefined()
  })

  it('yesterday of the first of January is in the old year', () => {
    expect(parseTypedDate('kemarin', '2027-01-01')).toBe('2026-12-31')
  })

  it('anything typed gives an existing day or none, however long it is', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789/-. abdejmnoprstuv'), maxLength: 14 })
    fc.assert(
      fc.property(typed, (text) => {
        const date = parseTypedDate(text, today)
        return date === undefined || isDate(date)
      }),
      { numRuns: 10_000 },
    )
    expect(parseTypedDate('9'.repeat(1_000_000), today)).toBeUndefined()
  })
})
