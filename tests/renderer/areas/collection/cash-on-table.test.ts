import { expect, test } from 'vitest'
import { tableCash } from '../../../../renderer/areas/collection/cash-on-table.ts'

test('notes and coins are counted by their face value', () => {
  const cash = tableCash({ '100000': '12', '500': ' 3 ', '50000': '' })
  expect(cash).toMatchObject({ isCounted: true, counted: 1_201_500_00 })
  expect(cash.byValue.get('500')).toBe(1_500_00)
  expect(cash.byValue.has('50000')).toBe(false)
})

test('an empty table was not counted, none of a note was', () => {
  expect(tableCash({})).toMatchObject({ isCounted: false, counted: 0 })
  expect(tableCash({ '100000': '', '500': '  ' }).isCounted).toBe(false)
  expect(tableCash({ '100000': '0' }).isCounted).toBe(true)
})

test('a number that is none is named and not guessed', () => {
  const cash = tableCash({ '100000': '1,5', '50000': '-2', '20000': 'dua', '10000': '12345678', '1000': '4' })
  expect([...cash.unread].sort()).toEqual(['10000', '100000', '20000', '50000'])
  expect(cash.counted).toBe(4_000_00)
})
