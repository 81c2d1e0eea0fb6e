import { expect, test } from 'vitest'
import { boxOf, type SheetRow, sheetColumns } from '../../../../renderer/areas/collection/sheet-columns.ts'

const products = [
  { product: 'pokok', name: 'Simpanan pokok', kind: 'principal' },
  { product: 'wajib', name: 'Simpanan wajib', kind: 'mandatory' },
]
const loan = { loanId: 'a', number: 'P-0001', due: 115_000_00, outstanding: 900_000_00, penalty: 0, held: 0 }
const paid = { due: 0, arrears: 0, balance: 100_000_00, savingsAccountId: 'SP-001' }

function row(savings: SheetRow['savings'], loans: SheetRow['loans'] = []): SheetRow {
  return { memberId: 'siti', number: '001', name: 'Siti', hamlet: null, savings, loans }
}

test('there are as many columns of loans as the most indebted member has, none where nobody owes', () => {
  const names = (rows: SheetRow[]) => sheetColumns({ products, rows }).map(({ column }) => column)
  expect(names([row({})])).toEqual(['pokok', 'wajib'])
  expect(names([row({}, [loan]), row({}, [loan, loan])])).toEqual(['pokok', 'wajib', ' loan 1', ' loan 2'])
})

test('a penalty stands beside its loan once anybody owes one; who owes none has no box there', () => {
  const late = { ...loan, penalty: 11_800_00 }
  const rows = [row({}, [loan, late]), row({}, [loan])]
  const columns = sheetColumns({ products: [], rows })
  expect(columns.map(({ column }) => column)).toEqual([' loan 1', ' loan 2', ' penalty 2'])
  const beside = columns[2]
  if (!beside) throw new Error('the penalty has a column')
  expect(boxOf(row({}, [loan, late]), beside)).toMatchObject({ due: 11_800_00, isSettled: false })
  expect(boxOf(row({}, [loan, loan]), beside)).toBeUndefined()
  expect(boxOf(row({}, [loan]), beside)).toBeUndefined()
})

test('a member without such a loan has no box there; a loan asks for what is due', () => {
  const [, , first, second] = sheetColumns({ products, rows: [row({}, [loan, loan])] })
  if (!first || !second) throw new Error('two loans have two columns')
  expect(boxOf(row({}, [loan]), first)).toMatchObject({ due: 115_000_00, balance: 900_000_00, isSettled: false })
  expect(boxOf(row({}, [loan]), second)).toBeUndefined()
})

test('principal savings are paid up with money on the card and nothing due; a new member owes them', () => {
  const [pokok, wajib] = sheetColumns({ products, rows: [] })
  if (!pokok || !wajib) throw new Error('each kind has a column')
  expect(boxOf(row({ pokok: paid }), pokok)?.isSettled).toBe(true)
  expect(boxOf(row({ pokok: { ...paid, due: 100 } }), pokok)?.isSettled).toBe(false)
  expect(boxOf(row({ pokok: { ...paid, balance: 0 } }), pokok)?.isSettled).toBe(false)
  expect(boxOf(row({ wajib: paid }), wajib)?.isSettled).toBe(false)
})
