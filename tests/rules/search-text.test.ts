import { expect, test } from 'vitest'
import { searchText, searchWords } from '../../shared/rules/search-text.ts'

test.each([
  ["Mu'minah", 'muminah'],
  ['Mu’minah', 'muminah'],
  ['JOSÉ  Ximenes', 'jose ximenes'],
  ['İsmail', 'ismail'],
  ['Ｓｉｔｉ', 'siti'],
  ['👩‍🌾 Siti', '👩‍🌾 siti'],
])('%s is searched as %s', (text, searched) => {
  expect(searchText(text)).toBe(searched)
})

test('name, number and hamlet are searched together, what is missing leaves no trace', () => {
  expect(searchText('Siti Aminah', 'A-007', 'Krajan')).toBe('siti aminah a-007 krajan')
  expect(searchText('Siti', 'A-007', null)).toBe('siti a-007')
})

test('the words of a search are each looked for once; a search of spaces and apostrophes looks for none', () => {
  expect(searchWords('  Siti  siti KRAJAN ')).toEqual(['siti', 'krajan'])
  expect(searchWords(" ' ’ ")).toEqual([])
})
