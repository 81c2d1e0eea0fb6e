import { expect, test } from 'vitest'
import { type BalanceSheetFacts, balanceSheet } from '../../shared/statements/balance-sheet.ts'
import type { Movement, StatementAccount } from '../../shared/statements/report-lines.ts'
import { balance, chartAccounts, rowOf } from './chart-facts.ts'

function sheet(current: Movement[], more: Partial<BalanceSheetFacts> = {}) {
  const before = { compared: [], currentBefore: [], comparedBefore: [] }
  const facts = { language: 'id', asOf: '2026-12-31', compareTo: '2025-12-31', ...before } as const
  return balanceSheet({ ...facts, accounts: chartAccounts, current, ...more })
}

// The table of section 1 of the domain notes on reports, as it stands there; (-) marks a contra account.
const table = `A01 11101 11102 11103 11201 11203 11301 11401
A02 12101
A03 13101 13105 13201
A04 13301 13302
A05 13901(-)
A06 14101
A07 14102 14103
A08 14901(-)
A09 13401
A10 15101 15102 15103 15104 15105 15901(-)
A11 16101 16102 16103 16104 16105 16106
A12 14202 14203 14204
A13 17101
A14 18101 18102 18103 18104 18105
A15 18901(-) 18902(-) 18903(-) 18904(-)
A16 19101
A17 19201
A18 19301
L01 21101 21102 21103 21104 21105
L02 21201
L03 21301 21303
L04 22101 22102
L05 22103 22104
L06 23101 23102 23103 23104 23105 23106
L07 24101 24102 24103 24104
L08 22105 24105
L09 25102 25103 25104 25105 25106
L10 25101 25108
L11 25107
L12 26101 26102
L13 27101
L14 27102 27103
L15 27104 27105 27106 27201
L16 21401 24106 24107 24108 24109 24110
E01 31101
E02 31102
E03 31103 31104
E04 33101
E05 33201
E06 34101 34103
E07 34102
E08 35101 35103 35104(-) 36901
E09 35102
E10 36201`

test('results of earlier years that were never closed are no result of this year', () => {
  const asset = (amount: number) => balance('11101', amount)
  const earned = (amount: number) => balance('41101', -amount)
  const current = [asset(900_00), earned(900_00)]
  const statement = sheet(current, { currentBefore: [asset(600_00), earned(600_00)] })
  expect([rowOf(statement, 'E08').current, rowOf(statement, 'E09').current]).toEqual([600_00, 300_00])
  expect(statement.totals).toMatchObject({ assets: 900_00, equity: 900_00 })
})

test.each(table.split('\n'))('the accounts of a line stand in it, contra accounts taken away: %s', (text) => {
  const [line = '', ...accounts] = text.split(' ')
  const side = line.startsWith('A') ? 1 : -1
  const amounts = accounts.map((account, index) => (account.endsWith('(-)') ? -1 : 1) * (index + 1) * 1_000_00)
  const movements = accounts.map((account, index) => balance(account.slice(0, 5), side * (amounts[index] ?? 0)))
  const statement = sheet(movements)
  expect(rowOf(statement, line).current).toBe(amounts.reduce((sum, amount) => sum + amount, 0))
  expect(rowOf(statement, line).accounts).toBe(accounts.map((account) => account.slice(0, 5)).join(' '))
  const others = statement.rows.filter((row) => row.kind === 'line' && row.line !== line)
  expect(others.every((row) => row.current === 0)).toBe(true)
})

test('every line stands in the order of the regulation, with its totals after it', () => {
  const lines = sheet([]).rows.map((row) => row.line ?? String(row.caption))
  const group = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`)
  expect(lines).toEqual([
    'ASET',
    ...group('A', 18),
    'A',
    'LIABILITAS',
    ...group('L', 16),
    'L',
    'EKUITAS',
    ...group('E', 10),
    'E',
    'LE',
    'control',
  ])
})

test('what was earned and not yet closed is the surplus of the current year', () => {
  const statement = sheet([
    balance('11101', 700_00),
    balance('48106', -1_000_00),
    balance('52203', 250_00),
    balance('35102', -50_00),
    balance('34101', 100_00),
  ])
  expect(rowOf(statement, 'E09').current).toBe(800_00)
  expect(statement.totals).toEqual({ assets: 700_00, liabilities: 0, equity: 700_00 })
  expect(rowOf(statement, 'control').current).toBe(0)
})

test('after closing, the surplus stands where the closing put it, once', () => {
  const statement = sheet([balance('11101', 750_00), balance('35102', -750_00)])
  expect(rowOf(statement, 'E09').current).toBe(750_00)
  expect(statement.totals.equity).toBe(750_00)
})

test('both columns are added up by themselves', () => {
  const statement = sheet([balance('11101', 300_00), balance('31101', -300_00)], {
    compared: [balance('11101', 200_00), balance('31101', -200_00)],
  })
  expect(rowOf(statement, 'A')).toMatchObject({ current: 300_00, compared: 200_00 })
  expect(rowOf(statement, 'LE')).toMatchObject({ current: 300_00, compared: 200_00 })
  expect(statement.columns.map((column) => column.title)).toEqual(['Uraian', 'Catatan', '31/12/2026', '31/12/2025'])
})

const capital = [balance('17103', 500_00), balance('36101', -500_00), balance('11101', 1_00), balance('31101', -1_00)]

test('the capital of the savings unit is dropped from the combined statement and stays in a unit’s own', () => {
  const combined = sheet(capital)
  expect([rowOf(combined, 'A13').current, rowOf(combined, 'E03').current]).toEqual([0, 0])
  expect(combined.totals).toEqual({ assets: 1_00, liabilities: 0, equity: 1_00 })
  expect(combined.notes).toEqual([])
  const unit = sheet(capital, { unit: 'Simpan Pinjam' })
  expect([rowOf(unit, 'A13').current, rowOf(unit, 'E03').current]).toEqual([500_00, 500_00])
  expect(unit.subtitle).toBe('Per 31 Desember 2026 · Unit Simpan Pinjam')
})

test('capital that only one side recorded stays visible, said in a note, and the statement still balances', () => {
  const statement = sheet([balance('17103', 500_00), balance('36101', -300_00), balance('31101', -200_00)])
  expect([rowOf(statement, 'A13').current, rowOf(statement, 'E03').current]).toEqual([200_00, 0])
  expect(rowOf(statement, 'control').current).toBe(0)
  expect(statement.notes[0]).toContain('Rp200')
})

test.each([
  ['given', 500_00, 300_00],
  ['held', -500_00, -300_00],
])('capital on the wrong side stays as it stands: nothing matches what is %s', (_, given, held) => {
  const statement = sheet([balance('17103', given), balance('36101', held), balance('31101', -given - held)])
  expect([rowOf(statement, 'A13').current, rowOf(statement, 'E03').current]).toEqual([given, -held])
  expect(rowOf(statement, 'control').current).toBe(0)
  expect(statement.notes[0]).toContain('Rp800')
})

test('clearing between units is dropped from the combined statement only', () => {
  const movements = [balance('19901', 40_00), balance('31101', -40_00)]
  expect(rowOf(sheet(movements, { unit: 'Usaha' }), 'A18').current).toBe(40_00)
  expect(rowOf(sheet(movements), 'A18').current).toBe(0)
})

test.each([
  ['asset', null, 'A18'],
  ['asset', 'H01', 'A18'],
  ['liability', 'Z99', 'L16'],
  ['equity', '', 'E08'],
  ['asset', 'A07', 'A07'],
] as const)('an account of type %s whose line is %s stands in %s', (type, reportLine, line) => {
  const own: StatementAccount = { code: '19999', type, reportLine }
  const net = type === 'asset' ? 90_00 : -90_00
  const statement = sheet([balance('19999', net)], { accounts: [...chartAccounts, own] })
  expect(rowOf(statement, line).current).toBe(90_00)
})

test('a book that does not balance says so instead of hiding it', () => {
  const statement = sheet([balance('11101', 12_00)])
  expect(rowOf(statement, 'control').current).toBe(12_00)
  expect(statement.notes[0]).toContain('Rp12')
})

test('an empty book gives zeros, no minus before any of them', () => {
  const statement = sheet([])
  const figures = statement.rows.flatMap((row) => [row.current, row.compared]).filter((cell) => cell !== null)
  expect(figures.every((figure) => Object.is(figure, 0))).toBe(true)
})

test('in English the same figures stand under English names', () => {
  const english = sheet(capital, { language: 'en' })
  expect(english.title).toBe('Statement of Financial Position')
  expect(rowOf(english, 'A01').caption).toBe('Cash and cash equivalents')
  expect(english.totals).toEqual(sheet(capital).totals)
})
