import { expect, test } from 'vitest'
import { type EquityEntry, movesOf } from '../../shared/statements/equity-moves.ts'
import { chartAccounts } from './chart-facts.ts'

/** `net` above zero adds to equity. */
const line = (account: string, net: number) => ({ account, debit: Math.max(-net, 0), credit: Math.max(net, 0) })

/** Sums by row and column of the statement. */
function sums(lines: EquityEntry['lines'], isReversal = false): Record<string, number> {
  const found: Record<string, number> = {}
  for (const { cause, column, amount } of movesOf({ kind: 'ordinary', isReversal, lines }, chartAccounts)) {
    const key = `${cause} ${column}`
    found[key] = (found[key] ?? 0) + amount
  }
  return found
}

test('a grant that comes in is a grant; what the meeting makes capital of a surplus stands with its division', () => {
  expect(sums([line('33201', 1_500_000_00)])).toEqual({ 'grants E05': 1_500_000_00 })
  const decision = [line('35101', -10_000_000_00), line('34101', 4_000_000_00), line('33201', 1_500_000_00)]
  const divided = { 'distribution SHU': -10_000_000_00, 'reserves E06': 4_000_000_00, 'distribution E05': 1_500_000_00 }
  expect(sums(decision)).toEqual(divided)
  const back = decision.map(({ account, debit, credit }) => ({ account, debit: credit, credit: debit }))
  const undone = Object.fromEntries(Object.entries(divided).map(([key, amount]) => [key, -amount]))
  expect(sums(back, true)).toEqual(undone)
})

test('savings that go from one member to another are paid in once or paid back once, never both', () => {
  expect(sums([line('31102', -60_00), line('31102', 60_00)])).toEqual({ 'paidBack E02': 0 })
  expect(sums([line('31102', -60_00), line('31102', 100_00)])).toEqual({ 'paidIn E02': 40_00 })
  expect(sums([line('31102', 60_00), line('31102', -100_00)], true)).toEqual({ 'paidIn E02': -40_00 })
  expect(sums([line('31101', -60_00), line('31102', 60_00)])).toEqual({ 'paidBack E01': -60_00, 'paidIn E02': 60_00 })
})
