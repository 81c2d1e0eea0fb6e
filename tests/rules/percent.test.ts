import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPct, parsePct } from '../../shared/rules/percent.ts'

test('a percentage is read with a comma, half up, and without zeros behind', () => {
  expect(formatPct('2.6434', 'id')).toBe('2,64')
  expect(formatPct('0.8125', 'id')).toBe('0,81')
  expect(formatPct('1.005', 'id')).toBe('1,01')
  expect(formatPct('1.50', 'id')).toBe('1,5')
  expect(formatPct('0', 'id')).toBe('0')
  expect(formatPct('0.00000001', 'id', 8)).toBe('0,00000001')
})

test('in English it has a point', () => {
  expect([formatPct('2.6434', 'en'), formatPct('24', 'en'), formatPct('0.125', 'en', 8)]).toEqual([
    '2.64',
    '24',
    '0.125',
  ])
})

test('a typed percentage may have a comma, a point, a sign', () => {
  expect(['1,5', '1.5', ' 1,50 % ', '1,5%'].map(parsePct)).toEqual(Array(4).fill('1.5'))
  expect(['', 'x', '-1', '1,2,3', '1,', '12345', '1,123456789'].map(parsePct)).toEqual(Array(7).fill(undefined))
})

test('whatever is typed as a percentage comes out as the API takes it', () => {
  const typed = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 99_999_999 }))
  fc.assert(
    fc.property(typed, ([whole, places]) => {
      const pct = parsePct(`${whole},${String(places).padStart(8, '0')}`) ?? ''
      expect(pct).toMatch(/^(0|[1-9]\d{0,3})(\.\d{1,8})?$/)
      for (const language of ['id', 'en'] as const) expect(parsePct(formatPct(pct, language, 8))).toBe(pct)
    }),
  )
})
