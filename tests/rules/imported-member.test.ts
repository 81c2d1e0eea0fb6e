import { describe, expect, test } from 'vitest'
import { importedMember } from '../../shared/rules/imported-member.ts'
import type { MemberColumn } from '../../shared/rules/member-columns.ts'
import type { Cell } from '../../shared/rules/sheet.ts'

type Cells = Partial<Record<MemberColumn, string | Cell>>

const siti: Cells = { number: 'A-001', name: 'Siti Aminah', sex: 'P', joinedOn: '1 Maret 2021' }

function read(cells: Cells) {
  const entries = Object.entries({ ...siti, ...cells }).map(([column, cell]) => [
    column as MemberColumn,
    typeof cell === 'string' ? ({ text: cell, kind: 'text' } as const) : cell,
  ])
  return importedMember(new Map(entries as [MemberColumn, Cell][]), '2027-12-25')
}

const problemsOf = (cells: Cells) => read(cells).problems

test('a row as cooperatives keep it becomes a member', () => {
  expect(
    read({
      nationalId: "'3507 1267 1290 0001",
      birthDate: 'Blitar, 27 Desember 1990',
      phone: '81234567890',
      rtRw: '003/002',
      returneeCountry: 'Hong Kong',
      returneeYears: '6 tahun',
      bpjs: 'Aktif',
      note: 'Penjahit',
    }).member,
  ).toEqual({
    ...{ number: 'A-001', name: 'Siti Aminah', sex: 'female', joinedOn: '2021-03-01' },
    ...{ nationalId: '3507126712900001', birthDate: '1990-12-27', phone: '081234567890', rt: '003', rw: '002' },
    ...{ returnee: { status: 'returnee', country: 'Hong Kong', years: 6 }, bpjs: 'active', note: 'Penjahit' },
  })
})

describe('sexes', () => {
  test.each(['P', 'p', 'Pr', 'Perempuan', 'WANITA', 'female', 'F'])('%s is a woman', (text) => {
    expect(read({ sex: text }).member?.sex).toBe('female')
  })
  test.each(['L', 'Lk', 'Laki-laki', 'laki - laki', 'PRIA', 'male', 'M'])('%s is a man', (text) => {
    expect(read({ sex: text }).member?.sex).toBe('male')
  })
  test.each(['X', '1', '?', 'constructor'])('%s is asked about', (text) => {
    expect(problemsOf({ sex: text })).toEqual([{ column: 'sex', reason: 'sex_unknown' }])
  })
})

describe('numbers that a spreadsheet has spoilt', () => {
  test.each(['3.50713E+15', '3,50713E+15', '3e+15'])('the identity number %s is refused', (text) => {
    expect(problemsOf({ nationalId: text })).toEqual([{ column: 'nationalId', reason: 'scientific_notation' }])
  })

  test('a sixteen-digit number in a number cell that ends in 0 may have lost its last digit', () => {
    const cell: Cell = { text: '3507126712900000', kind: 'number' }
    expect(problemsOf({ nationalId: cell })).toEqual([{ column: 'nationalId', reason: 'number_rounded' }])
    expect(read({ nationalId: { ...cell, kind: 'text' } }).member?.nationalId).toBe('3507126712900000')
    expect(read({ nationalId: { ...cell, text: '3507126712900001' } }).member?.nationalId).toBe('3507126712900001')
  })

  test('a telephone number gets its zero back, others stay as they are', () => {
    expect(read({ phone: { text: '81234567890', kind: 'number' } }).member?.phone).toBe('081234567890')
    expect(read({ phone: '+62 812-3456-7890' }).member?.phone).toBe('+62 812-3456-7890')
    expect(problemsOf({ phone: '8.12E+10' })).toEqual([{ column: 'phone', reason: 'scientific_notation' }])
  })
})

describe('text', () => {
  test('the apostrophe that guards a formula is taken off, the one of a name stays', () => {
    expect(read({ name: "'=cmd|calc" }).member?.name).toBe('=cmd|calc')
    expect(read({ name: "'Aisyah" }).member?.name).toBe("'Aisyah")
    expect(read({ name: '=cmd|calc' }).member?.name).toBe('=cmd|calc')
  })

  test('a line break within a cell is a space', () => {
    expect(read({ address: 'Jl. Mawar 1 \r\n RT 3\tBlitar' }).member?.address).toBe('Jl. Mawar 1 RT 3 Blitar')
  })

  test.each([
    ['name', 'Siti\ufffd', 'broken_character'],
    ['name', 'Siti\ud800', 'broken_character'],
    ['name', 'Siti\u202egnp.exe', 'direction_mark'],
    ['name', 'Siti\u0007', 'control_character'],
    ['name', 'x'.repeat(121), 'too_long'],
    ['hamlet', 'x'.repeat(81), 'too_long'],
    ['birthDate', '31/02/1990', 'not_a_date'],
    ['joinedOn', 'dulu', 'not_a_date'],
    ['bpjs', 'mungkin', 'not_in_list'],
    ['returneeStatus', 'mungkin', 'not_in_list'],
    ['returneeYears', '90', 'too_large'],
  ] as const)('a %s of %j is refused', (column, text, reason) => {
    expect(problemsOf({ [column]: text })).toEqual([{ column, reason }])
  })

  test('every problem of a row is told, each once', () => {
    const { member, problems } = importedMember(new Map([['sex', { text: 'X', kind: 'text' }]]), '2027-12-25')
    expect(member).toBeUndefined()
    expect(problems.toSorted((a, b) => ((a.column ?? '') < (b.column ?? '') ? -1 : 1))).toEqual([
      { column: 'joinedOn', reason: 'required' },
      { column: 'name', reason: 'required' },
      { column: 'number', reason: 'required' },
      { column: 'sex', reason: 'sex_unknown' },
    ])
  })
})
