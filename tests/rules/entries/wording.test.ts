import { expect, test } from 'vitest'
import { cashDifference } from '../../../shared/rules/entries/cash-difference.ts'
import { cashTransfer } from '../../../shared/rules/entries/cash-transfer.ts'
import { withinSentence } from '../../../shared/rules/entries/savings-line.ts'

test.each([
  ['11101', '11201', 'BKK', 'Setor uang ke bank'],
  ['11201', '11101', 'BBK', 'Ambil uang dari bank'],
  ['11101', '11102', 'BKK', 'Pemindahan uang'],
  ['11201', '11203', 'BBK', 'Pemindahan uang'],
  ['11401', '11201', 'BKK', 'Setor uang ke bank'],
])('from %s to %s is %s: %s', (from, to, book, description) => {
  expect(cashTransfer({ date: '2026-01-05', from, to, amount: 100 })).toMatchObject({ book, description })
})

test('words of her own stay as she wrote them', () => {
  const transfer = { date: '2026-01-05', from: '11101', to: '11201', amount: 100, description: 'Setoran sore' }
  expect(cashTransfer(transfer).description).toBe('Setoran sore')
})

test('a count that is short and one that is over are told apart', () => {
  const count = { date: '2026-01-05', cashAccount: '11101' }
  expect(cashDifference({ ...count, difference: 1 }).description).toBe('Selisih lebih hitungan kas')
  expect(cashDifference({ ...count, difference: -1 }).description).toBe('Selisih kurang hitungan kas')
  expect(() => cashDifference({ ...count, difference: 0 })).toThrow('not zero')
})

test.each([
  ['Simpanan wajib', 'simpanan wajib'],
  ['SIWA', 'SIWA'],
  ['S', 'S'],
  ['Édukasi anak', 'édukasi anak'],
  ['🌾 panen', '🌾 panen'],
  ['2026 hari raya', '2026 hari raya'],
])('%s is written %s within a sentence', (name, written) => {
  expect(withinSentence(name)).toBe(written)
})
