import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { separatedValues } from '../../shared/rules/separated-values.ts'

const rowsOf = (text: string) => separatedValues(text).rows

describe('what separates the values is found out', () => {
  test.each([
    ['a comma', 'No,Nama\n1,Siti'],
    ['a semicolon', 'No;Nama\n1;Siti'],
    ['a tab', 'No\tNama\n1\tSiti'],
    ['a bar', 'No|Nama\n1|Siti'],
  ])('%s', (_, text) => {
    expect(rowsOf(text)).toEqual([
      ['No', 'Nama'],
      ['1', 'Siti'],
    ])
  })

  test('commas inside addresses do not outnumber the semicolons between columns', () => {
    expect(rowsOf('No;Nama;Alamat;Dusun\n1;Siti;"Jl. Mawar 1, RT 2, RW 3, Blitar, Jawa Timur";Krajan')[1]).toEqual([
      '1',
      'Siti',
      'Jl. Mawar 1, RT 2, RW 3, Blitar, Jawa Timur',
      'Krajan',
    ])
  })

  test("Excel's own line that names the separator is followed and is no row", () => {
    expect(rowsOf('sep=;\r\nNo;Nama, lengkap')).toEqual([['No', 'Nama, lengkap']])
  })
})

describe('cells', () => {
  test('a quoted cell keeps separators, line breaks and doubled quotes', () => {
    expect(rowsOf('a;b\r\n"x;1\r\ny";"Budi ""Ucok"""')).toEqual([
      ['a', 'b'],
      ['x;1\r\ny', 'Budi "Ucok"'],
    ])
  })

  test('a quote inside a cell is a quote', () => {
    expect(rowsOf('a,b\nBudi "Ucok" S,2')[1]).toEqual(['Budi "Ucok" S', '2'])
  })

  test('a quote that is never closed is told with its row instead of swallowing the rest', () => {
    expect(separatedValues('a,b\n1,"Siti\n2,Budi')).toEqual({ rows: [['a', 'b']], openQuoteAt: 2 })
  })

  test.each([
    ['Windows', 'a,b\r\n1,2\r\n'],
    ['Unix', 'a,b\n1,2\n'],
    ['old Mac', 'a,b\r1,2\r'],
    ['no last', 'a,b\r\n1,2'],
    ['marked', '\ufeffa,b\r\n1,2'],
  ])('%s line ends give the same rows', (_, text) => {
    expect(rowsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  test('an empty last cell is a cell, an empty line a row', () => {
    expect(rowsOf('a,b\n1,\n\n2,3')).toEqual([['a', 'b'], ['1', ''], [''], ['2', '3']])
    expect(rowsOf('')).toEqual([])
  })
})

test('what is written as separated values is read back exactly, whatever the cells hold', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ';', ',', '\n', '\r', "'", '=', ' ', '👩‍🌾') })
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(table, (rows) => {
      const written = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(';')).join('\r\n')
      expect(separatedValues(`sep=;\r\n${written}`)).toEqual({ rows, openQuoteAt: null })
    }),
  )
})

test('any text at all is read without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(separatedValues(text).rows.every((row) => row.length > 0)).toBe(true)
    }),
  )
})
