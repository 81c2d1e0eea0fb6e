import { expect, test } from 'vitest'
import { fileName } from '../../electron/backend/reports/paper/file-name.ts'
import { statementOf } from './long-statement.ts'

function nameOf(cooperative: string, label = '2026-01', title = 'Buku Kas'): string {
  return fileName({ ...statementOf(1), title, label }, cooperative, 'pdf')
}

test('a file is called by its report, its period and the cooperative', () => {
  expect(nameOf('Koperasi Uji')).toBe('Buku Kas 2026-01 Koperasi Uji.pdf')
})

test.each([
  ['KSU "Maju/Jaya": <A|B>?*\\', 'Buku Kas 2026-01 KSU Maju Jaya A B.pdf'],
  ['Koperasi 😀 Ceria ❤️', 'Buku Kas 2026-01 Koperasi Ceria.pdf'],
  ['Koperasi. . ', 'Buku Kas 2026-01 Koperasi.pdf'],
  ['😀', 'Buku Kas 2026-01.pdf'],
])('of a cooperative called %s it is called %s', (cooperative, name) => {
  expect(nameOf(cooperative)).toBe(name)
})

test('signs that nobody sees are left out: they would turn a name around, or make two names look like one', () => {
  for (const [name, sign] of Object.entries({
    turned: '\u202e',
    joined: '\u200b',
    marked: '\ufeff',
    softened: '\u00ad',
  }))
    expect([name, nameOf(`Koperasi${sign}Uji`)]).toEqual([name, 'Buku Kas 2026-01 Koperasi Uji.pdf'])
})

test('a long name gives way, the report and its period never', () => {
  const name = nameOf('Koperasi Serba Usaha '.repeat(6).trim())
  expect(name).toMatch(/^Buku Kas 2026-01 Koperasi Serba Usaha .*\.pdf$/)
  expect([...name].length).toBeLessThanOrEqual(114)
  const long = nameOf('Koperasi Uji', `11101 ${'Kas '.repeat(60)}2026`)
  expect([...long].length).toBeLessThanOrEqual(114)
})
