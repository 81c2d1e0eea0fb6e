import { describe, expect, test } from 'vitest'
import { momentText } from '../../../renderer/ui/display/moment.ts'
import { sparklinePath } from '../../../renderer/ui/display/sparkline-path.ts'
import { matchesWords } from '../../../renderer/ui/fields/matches.ts'

describe('the small line', () => {
  test('goes from the lowest value at the bottom to the highest at the top', () => {
    expect(sparklinePath([0, 50, 100], 100, 40)).toBe('M0 40 L50 20 L100 0')
  })

  test('lies in the middle where nothing changed', () => {
    expect(sparklinePath([7, 7], 100, 40)).toBe('M0 20 L100 20')
  })

  test('stays inside its box for amounts of the ledger', () => {
    expect(sparklinePath([-9e15, 9e15], 100, 40)).toBe('M0 40 L100 0')
  })
})

test('a moment is shown in words, and what is none stays as it is', () => {
  expect(momentText('2026-11-20T12:00:00.000Z', 'id')).toMatch(/^2\d November 2026/)
  expect(momentText('kapan-kapan', 'id')).toBe('kapan-kapan')
})

describe('searching', () => {
  test('every word must occur, anywhere, in any case', () => {
    expect(matchesWords('Siti Aminah 0012 Dusun Krajan', 'krajan SITI')).toBe(true)
    expect(matchesWords('Siti Aminah 0012 Dusun Krajan', 'siti wetan')).toBe(false)
  })

  test('accents and blanks do not matter', () => {
    expect(matchesWords('Désa', ' desa ')).toBe(true)
    expect(matchesWords('apa saja', '')).toBe(true)
  })
})
