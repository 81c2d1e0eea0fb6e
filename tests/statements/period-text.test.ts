import { expect, test } from 'vitest'
import { asOfText, periodLabel, periodText } from '../../shared/statements/period-text.ts'

test.each([
  ['2026-01-01', '2026-01-31', 'Januari 2026', '2026-01'],
  ['2028-02-01', '2028-02-29', 'Februari 2028', '2028-02'],
  ['2027-02-01', '2027-02-27', '1 Februari 2027 s.d. 27 Februari 2027', '2027-02-01 sd 2027-02-27'],
  ['2026-01-01', '2026-12-31', 'Tahun 2026', '2026'],
  ['2025-12-31', '2026-01-01', '31 Desember 2025 s.d. 1 Januari 2026', '2025-12-31 sd 2026-01-01'],
  ['2025-01-01', '2026-12-31', '1 Januari 2025 s.d. 31 Desember 2026', '2025-01-01 sd 2026-12-31'],
])('the period from %s to %s is called %s, in file names %s', (from, to, text, label) => {
  expect([periodText(from, to, 'id'), periodLabel(from, to, 'id')]).toEqual([text, label])
})

test('the same in English, with a unit', () => {
  expect(periodText('2026-01-05', '2026-02-03', 'en', 'Trade')).toBe('5 January 2026 to 3 February 2026 · Unit Trade')
  expect(asOfText('2026-12-31', 'en')).toBe('As of 31 December 2026')
})
