import { expect, test } from 'vitest'
import { addressOf, ledgerAddress, scopeAsked, scopeOf } from '../../../renderer/app/statement-links.ts'

const days2025 = { from: '2025-01-01', to: '2025-12-31' }
const days2024 = { from: '2024-01-01', to: '2024-12-31' }
const columns = [
  { key: 'caption', title: 'Uraian', kind: 'text' as const },
  { key: 'current', title: '2025', kind: 'money' as const, days: days2025 },
  { key: 'compared', title: '2024', kind: 'money' as const, days: days2024 },
]

test('a figure leads to the ledger of its own days: those of the column that was clicked', () => {
  expect(scopeOf(columns, 'compared')).toEqual(days2024)
  expect(scopeOf(columns, 'current')).toEqual(days2025)
})

test('who clicks on the name of a line, or opens it with Enter, sees the days of the first column', () => {
  expect(scopeOf(columns, 'caption')).toEqual(days2025)
  expect(scopeOf(columns, undefined)).toEqual(days2025)
})

test('the unit a statement was asked for goes along, and its days where the columns have none', () => {
  const asked = scopeAsked({ report: 'surplus', params: { from: '2025-03-01', to: '2025-03-31', unit: 'usp' } })
  expect(scopeOf(columns, 'compared', asked)).toEqual({ ...days2024, unit: 'usp' })
  expect(scopeOf(columns.slice(0, 1), undefined, asked)).toEqual({ from: '2025-03-01', to: '2025-03-31', unit: 'usp' })
  expect(scopeAsked({ report: 'loanList', params: { asOf: '2025-12-31' } })).toEqual({})
})

test('a row leads to its voucher before its account, and to its account before its member', () => {
  const account = '41101'
  expect(addressOf({ account }, { ...days2025, unit: 'usp' })).toBe(
    '/books/ledger?account=41101&from=2025-01-01&to=2025-12-31&unit=usp',
  )
  expect(addressOf({ account, entryId: 'e1' }, days2025)).toBe('/books/entry/e1')
  expect(addressOf({ account: null, memberId: 'm1' }, days2025)).toBe('/members/m1')
  expect(addressOf({ caption: 'ASET' }, days2025)).toBeUndefined()
})

test('an account without days is shown as the ledger opens by itself', () => {
  expect(ledgerAddress('11101')).toBe('/books/ledger?account=11101')
})
