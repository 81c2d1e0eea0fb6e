import { describe, expect, test } from 'vitest'
import { dictionaries } from '../../../renderer/app/language.ts'
import { en, id } from '../../../shared/text/index.ts'

function leaves(node: unknown, path: string): [string, string][] {
  if (typeof node === 'string') return [[path, node]]
  return Object.entries(node as object).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`))
}

const indonesian = new Map(leaves(id, ''))
const english = new Map(leaves(en, ''))
const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

describe('the words of the screens', () => {
  test('both languages say everything, and nothing is empty', () => {
    expect([...english.keys()].sort()).toEqual([...indonesian.keys()].sort())
    const empty = [...indonesian, ...english].filter(([, text]) => text.trim() === '')
    expect(empty).toEqual([])
  })

  test('both languages fill the same places', () => {
    const odd = [...indonesian].filter(([key, text]) => `${places(text)}` !== `${places(english.get(key) ?? '')}`)
    expect(odd.map(([key]) => key)).toEqual([])
  })

  test('no sentence on the screens uses an exclamation mark or an em dash', () => {
    const loud = [...indonesian, ...english].filter(([, text]) => /[!\u2014]/.test(text))
    expect(loud).toEqual([])
  })

  test('screens without Lihat jurnal speak no debit and kredit', () => {
    const allowed = /^(bookkeeping|error|reporting|reports|paper)\./
    const found = [...indonesian].filter(([key, text]) => !allowed.test(key) && /\b(debit|kredit)\b/i.test(text))
    expect(found).toEqual([])
  })
})

test('one click changes the language of every sentence', async () => {
  const texts = dictionaries('id')
  expect(texts.t(($) => $.ui.form.save)).toBe('Simpan')
  await texts.changeLanguage('en')
  expect(texts.t(($) => $.ui.form.save)).toBe('Save')
  expect(texts.t(($) => $.app.backup.daysAgo, { days: 3 })).toBe('Backup: 3 days ago')
})

test('a name with markup enters a sentence as it is: React shows it as text', () => {
  const name = '<img src=x onerror=alert(1)>'
  expect(dictionaries('id').t(($) => $.settings.products.change, { name })).toBe(`Ubah ${name}`)
})
