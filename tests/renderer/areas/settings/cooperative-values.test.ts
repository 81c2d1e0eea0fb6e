import { expect, test } from 'vitest'
import { fileName, megabytes } from '../../../../renderer/areas/settings/backup-file.ts'
import { cooperativeInput, cooperativeValues } from '../../../../renderer/areas/settings/cooperative-values.ts'
import { knownKind } from '../../../../renderer/areas/settings/products/savings-kind.ts'
import { openTestBook } from '../../../support/book.ts'

test('what the book says of the cooperative comes back unchanged when nothing was typed', async () => {
  const book = await openTestBook({ cooperative: { village: 'Wonoayu', coopType: 'ksp' } })
  try {
    const before = await book.api.cooperative.get({})
    const after = await book.api.cooperative.update(cooperativeInput(cooperativeValues(before)))
    expect(after).toEqual(before)
  } finally {
    await book.close()
  }
})

test('an emptied field is emptied in the book', async () => {
  const book = await openTestBook({ cooperative: { village: 'Wonoayu' } })
  try {
    const values = { ...cooperativeValues(await book.api.cooperative.get({})), village: '  ' }
    expect(await book.api.cooperative.update(cooperativeInput(values))).toMatchObject({ village: null })
  } finally {
    await book.close()
  }
})

test('every kind of savings of a new book has its word', async () => {
  const book = await openTestBook()
  try {
    const { rows } = await book.api.savings.products({})
    expect(rows.map(({ kind }) => knownKind(kind))).not.toContain('other')
    expect(knownKind('a kind of tomorrow')).toBe('other')
  } finally {
    await book.close()
  }
})

test('the size of a file is rounded up to a tenth of a megabyte', () => {
  expect(megabytes(0)).toBe('0,0')
  expect(megabytes(1)).toBe('0,1')
  expect(megabytes(12_345_678)).toBe('12,4')
})

test('a backup is named by its file, on every system', () => {
  expect(fileName('/home/siti/cadangan/Koperasi 2026-11-20.lumbung')).toBe('Koperasi 2026-11-20.lumbung')
  expect(fileName('E:\\cadangan\\Koperasi.lumbung')).toBe('Koperasi.lumbung')
})
