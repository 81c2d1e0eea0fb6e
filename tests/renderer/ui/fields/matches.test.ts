import { expect, test } from 'vitest'
import { bestFirst, matchesWords } from '../../../../renderer/ui/fields/matches.ts'

const names = ['Piutang usaha', 'Bayar utang usaha', 'Utang usaha', 'Kas']
const found = (text: string) =>
  bestFirst(
    names.filter((name) => matchesWords(name, text)),
    text,
    (name) => name,
  )

test('who looks for utang finds it before piutang, where the letters only stand inside', () => {
  expect(found('Utang usaha')).toEqual(['Utang usaha', 'Bayar utang usaha', 'Piutang usaha'])
  expect(found('utang')[0]).not.toBe('Piutang usaha')
})

test('what is typed so far is the beginning of a word, whatever its case', () => {
  expect(found('PIUT')).toEqual(['Piutang usaha'])
  expect(found('')).toEqual(names)
})
