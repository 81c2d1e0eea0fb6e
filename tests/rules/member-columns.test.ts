import { describe, expect, test } from 'vitest'
import { memberInputSchema } from '../../shared/contract/members.ts'
import { memberColumn, recognisedHeadings, requiredColumns } from '../../shared/rules/member-columns.ts'
import { sheetOfText } from '../../shared/rules/sheet.ts'

const found = (...rows: string[][]) => recognisedHeadings(sheetOfText(rows).rows)

describe('headings are recognised however they are spelt', () => {
  test.each([
    ['No. Anggota', 'number'],
    ['NOMOR ANGGOTA', 'number'],
    ['no_anggota', 'number'],
    ['Nama', 'name'],
    ['Nama Lengkap (sesuai KTP)', 'name'],
    ['N I K', 'nationalId'],
    ['No. KTP / NIK', 'nationalId'],
    ['Jenis Kelamin (L/P)', 'sex'],
    ['L/P', 'sex'],
    ['JK', 'sex'],
    ['Tgl. Lahir', 'birthDate'],
    ['Tempat, Tgl Lahir', 'birthDate'],
    ['Tanggal Masuk', 'joinedOn'],
    ['Anggota sejak', 'joinedOn'],
    ['No HP/WA', 'phone'],
    ['Alamat', 'address'],
    ['Dusun', 'hamlet'],
    ['RT/RW', 'rtRw'],
    ['RT', 'rt'],
    ['Desa/Kelurahan', 'village'],
    ['Kec.', 'district'],
    ['Pekerjaan', 'occupation'],
    ['Negara Tujuan', 'returneeCountry'],
    ['Ket.', 'note'],
    ['Date of birth', 'birthDate'],
    ['Member No.', 'number'],
  ])('%s', (heading, column) => {
    expect(memberColumn(heading)).toBe(column)
  })

  test.each(['Foto', 'Tanda tangan', 'constructor', '__proto__', '', 'Simpanan pokok', 'Status'])(
    '%s names no field',
    (heading) => {
      expect(memberColumn(heading)).toBeUndefined()
    },
  )

  test('the names of the API itself are recognised', () => {
    const known = Object.keys(memberInputSchema.shape).filter((field) => !['returnee', 'disability'].includes(field))
    expect(known.map((field) => memberColumn(field))).toEqual(known)
  })

  test('what people are told to write is recognised', () => {
    expect(Object.values(requiredColumns).map(memberColumn)).toEqual(Object.keys(requiredColumns))
  })
})

describe('the row of the headings', () => {
  test('it is found below titles', () => {
    const { row, missing, places } = found(
      ['DAFTAR ANGGOTA KOPERASI'],
      ['Tahun 2026', '', ''],
      [],
      ['No', 'No Anggota', 'Nama', 'L/P', 'Tgl masuk'],
      ['1', 'A-1', 'Siti', 'P', '1/2/2021'],
    )
    expect([row, missing]).toEqual([3, []])
    expect(places.get('number')).toBe(1)
  })

  test('a counting column is the member number where there is no other', () => {
    const { places, countsRows } = found(['No', 'Nama', 'L/P', 'Tgl masuk'])
    expect([places.get('number'), countsRows]).toEqual([0, true])
  })

  test('a field that is named twice is read from its first column', () => {
    const { headings } = found(['No anggota', 'Nama', 'Nama Lengkap'])
    expect(headings.map(({ column }) => column)).toEqual(['number', 'name', null])
  })

  test('required columns that are nowhere are named', () => {
    expect(found(['Nama', 'Alamat'], ['Siti', 'Blitar']).missing).toEqual(['number', 'sex', 'joinedOn'])
    expect(found().missing).toEqual(Object.keys(requiredColumns))
  })
})
