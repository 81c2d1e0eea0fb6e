import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, formatDate, formatDateShort, isDate } from '../../shared/calendar.ts'
import { importedDate } from '../../shared/rules/imported-date.ts'
import type { Cell } from '../../shared/rules/sheet.ts'

const latest = '2027-12-25'
const read = (text: string, kind: Cell['kind'] = 'text') => importedDate({ text, kind }, latest)

describe('days as people write them', () => {
  test.each([
    '17/08/1945',
    '17-8-1945',
    '17.08.1945',
    '17 8 1945',
    '17 - 08 - 1945',
    '17/08/45',
    '17 Agustus 1945',
    '17 AGUSTUS 1945',
    '17-Agu-1945',
    '17 Agt. 1945',
    '17 August 1945',
    ' 17  agustus  1945 ',
    '1945-08-17',
    '1945/8/17',
    "'17/08/1945",
    'Blitar, 17 Agustus 1945',
    'Kab. Blitar, Jatim, 17-08-1945',
    'Jumat, 17 Agustus 1945',
    '17/08/1945 00:00',
    '17/08/1945 0:00:00',
    '1945-08-17T00:00:00.000Z',
  ])('%s is 17 August 1945', (text) => {
    expect(read(text)).toBe('1945-08-17')
  })

  test('a date cell and a day number without its format are days', () => {
    expect(read('1945-08-17', 'date')).toBe('1945-08-17')
    expect(read('33234', 'number')).toBe('1990-12-27')
    expect(read('33234.75', 'number')).toBe('1990-12-27')
  })

  test('two digits of a year mean the latest such year that is possible', () => {
    expect(read('1/1/27')).toBe('2027-01-01')
    expect(read('26/12/27')).toBe('1927-12-26')
    expect(read('1/1/28')).toBe('1928-01-01')
    expect(read('29/02/00')).toBe('2000-02-29')
  })
})

describe('what is no full day is not guessed', () => {
  test.each([
    '17',
    '17/8',
    '17 Agustus',
    'Agustus 1945',
    '1945',
    'kemarin',
    'hari ini',
    '31/02/2000',
    '08/17/1945',
    '29/02/1999',
    '00/00/0000',
    '1/1/0045',
    '1/1/1899',
    '17 Foo 1945',
    '',
    'Blitar',
    ','.repeat(1_000),
    '1'.repeat(100_000),
  ])('%s', (text) => {
    expect(read(text)).toBeUndefined()
  })

  test.each(['1990', '3', '999', '123456', '1E+5', '-5'])('the number %s is no day', (text) => {
    expect(read(text, 'number')).toBeUndefined()
  })
})

test('every day is read back from each way the program itself writes it', () => {
  fc.assert(
    fc.property(fc.nat({ max: 45_000 }), (days) => {
      const date = addDays('1900-01-01', days)
      expect([read(date), read(formatDate(date)), read(formatDate(date, 'en')), read(formatDateShort(date))]).toEqual(
        Array(4).fill(date),
      )
    }),
  )
})

test('whatever a cell holds, what comes out is a day or nothing', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('1', '9', '0', '/', '-', '.', ',', ' ', 'a', 'g', 'u', 'T', ':', 'Z') }),
      (text) => {
        const date = read(text)
        expect(date === undefined || isDate(date)).toBe(true)
      },
    ),
  )
})
