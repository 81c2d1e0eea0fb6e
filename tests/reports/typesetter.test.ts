import { beforeAll, describe, expect, test } from 'vitest'
import { openDocument } from '../../electron/backend/reports/paper/document.ts'
import { Typesetter } from '../../electron/backend/reports/paper/typesetter.ts'
import { statementOf, testFrame } from './long-statement.ts'

let setter: Typesetter
beforeAll(() => {
  setter = new Typesetter(openDocument(statementOf(1), testFrame))
})
const face = { size: 8 }

describe('text is broken into lines', () => {
  test('between words, none wider than the column, nothing lost', () => {
    const text = 'Setoran simpanan wajib bulan Januari dari anggota dusun Krajan'
    const lines = setter.wrap(text, 90, face)
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines) expect(setter.width(line, face)).toBeLessThanOrEqual(90)
    expect(lines.join(' ')).toBe(text)
  })

  test('a word longer than the column is broken where the line ends', () => {
    const word = 'Kusuma'.repeat(20)
    const lines = setter.wrap(`Raden ${word} Ayu`, 90, face)
    for (const line of lines) expect(setter.width(line, face)).toBeLessThanOrEqual(90)
    expect(lines.join('').replace(/ /g, '')).toBe(`Raden${word}Ayu`)
  })

  test('an empty text is one empty line', () => {
    expect(setter.wrap('', 90, face)).toEqual([''])
  })

  test('a column narrower than a letter ends, a letter a line', () => {
    expect(setter.wrap('abc', 1, face)).toEqual(['a', 'b', 'c'])
  })
})

test('a text that must stay on one line ends in an ellipsis', () => {
  const fitted = setter.fit('Koperasi Purna Pekerja Migran Indonesia Sejahtera', 60, face)
  expect(fitted).toMatch(/^Koperasi.*…$/)
  expect(setter.width(fitted, face)).toBeLessThanOrEqual(60)
  expect(setter.fit('Kas', 60, face)).toBe('Kas')
})

test.each([
  ['Ratna 😀 Dewi', 'Ratna \ufffd Dewi'],
  ['👩‍👩‍👧', '\ufffd'],
  ['Zoë Łukasz Đorđe', 'Zoë Łukasz Đorđe'],
  ['中文', '\ufffd\ufffd'],
  ['❤️ x', '\ufffd x'],
])('%s is printed as %s', (text, printed) => {
  expect(setter.clean(text)).toBe(printed)
})

test('figures set one by one are as wide as figures shaped together', () => {
  for (const text of ['1.234.567.890', '(12.345,67)', '05/01/2026']) {
    const alone = [...text].reduce((width, figure) => width + setter.width(figure, face), 0)
    expect(setter.width(text, face)).toBeCloseTo(alone, 6)
  }
  const widths = [...'0123456789'].map((figure) => setter.width(figure, face))
  expect(new Set(widths).size).toBe(1)
})
