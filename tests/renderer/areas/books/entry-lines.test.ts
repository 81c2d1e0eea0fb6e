import { describe, expect, test } from 'vitest'
import {
  type EntryLine,
  emptyLine,
  fieldOfPath,
  lineInputs,
  totalsOf,
} from '../../../../renderer/areas/books/entry-lines.ts'

const line = (key: string, typed: Partial<EntryLine>): EntryLine => ({ ...emptyLine(key), ...typed })
const siti = { id: 'm1', number: '0012', title: 'Siti Aminah (0012)' }

describe('the lines of a general entry', () => {
  test('what was left empty is not sent', () => {
    const lines = [
      line('a', { account: '11101', debit: 500_00 }),
      emptyLine('b'),
      line('c', { account: '41101', credit: 500_00 }),
    ]
    expect(lineInputs(lines)).toEqual([
      { account: '11101', debit: 500_00 },
      { account: '41101', credit: 500_00 },
    ])
  })

  test('a line with an amount and no account is sent, so that it is refused and not lost', () => {
    expect(lineInputs([line('a', { debit: 500_00 })])).toEqual([{ account: '', debit: 500_00 }])
  })

  test('a savings card is named instead of its member', () => {
    expect(lineInputs([line('a', { account: '31102', credit: 1, member: siti, savingsAccountId: 's1' })])).toEqual([
      { account: '31102', credit: 1, savingsAccountId: 's1' },
    ])
    expect(lineInputs([line('a', { account: '14101', debit: 1, member: siti })])).toEqual([
      { account: '14101', debit: 1, memberId: 'm1' },
    ])
  })

  test('a problem stands beside the line it is about, however many empty ones lie between', () => {
    const toField = fieldOfPath([emptyLine('a'), line('b', { account: '11101' }), line('c', { debit: 1 })])
    expect(toField('lines.1.debit')).toBe('lines.c.debit')
    expect(toField('lines.0')).toBe('lines.b.account')
    expect(toField('lines.0.fundId')).toBe('lines.b.account')
    expect(toField('lines.7.debit')).toBe('lines.7.debit')
    expect(toField('description')).toBe('description')
  })

  test('the sums below the lines are those of the lines', () => {
    const lines = [line('a', { debit: 700_00 }), line('b', { credit: 500_00 }), line('c', { credit: 200_00 })]
    expect(totalsOf(lines)).toEqual({ debit: 700_00, credit: 700_00 })
  })
})
