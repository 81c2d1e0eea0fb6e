import { expect, test } from 'vitest'
import { refusedLines } from '../../../../renderer/areas/collection/refused-lines.ts'
import type { Failure } from '../../../../renderer/ui/failure.ts'

const loan = (loanId: string) => ({ loanId, number: loanId, due: 0, outstanding: 100, penalty: 0, held: 0 })
const sent = {
  rows: [
    { memberId: 'siti', savings: { wajib: 100 }, loans: [{ loanId: 'P-2', amount: 100 }] },
    { memberId: 'budi', savings: { 'simpanan.lain': 100 }, loans: [] },
  ],
  sheet: [
    { memberId: 'siti', loans: [loan('P-1'), loan('P-2')] },
    { memberId: 'budi', loans: [] },
  ],
}
const say = (word: string) => `sentence of ${word}`

function refusal(issues: { readonly path: string; readonly word: string }[]): Failure {
  return { kind: 'refusal', code: 'INVALID_INPUT', reason: undefined, data: {}, issues }
}

test('a refusal is marked at the member and the kind it is about, whatever the kind is called', () => {
  const lines = refusedLines(
    refusal([
      { path: 'rows.1.memberId', word: 'member_inactive' },
      { path: 'rows.1.savings.simpanan.lain', word: 'product_inactive' },
    ]),
    sent,
    say,
  )
  expect([...lines]).toEqual([
    [
      'budi',
      [
        { column: undefined, sentence: 'sentence of member_inactive' },
        { column: 'simpanan.lain', sentence: 'sentence of product_inactive' },
      ],
    ],
  ])
})

test('what is no row of the sheet marks no line', () => {
  const paths = ['date', 'rows', 'rows.7.memberId', 'cashAccount']
  expect(refusedLines(refusal(paths.map((path) => ({ path, word: 'required' }))), sent, say).size).toBe(0)
  expect(refusedLines({ kind: 'lost' }, sent, say).size).toBe(0)
})

test('a loan is marked in its place on the sheet, which is not its place among those that were paid', () => {
  const lines = refusedLines(refusal([{ path: 'rows.0.loans.0.amount', word: 'payment_above_debt' }]), sent, say)
  expect([...lines]).toEqual([['siti', [{ column: ' loan 2', sentence: 'sentence of payment_above_debt' }]]])
  const penalty = refusedLines(refusal([{ path: 'rows.0.loans.0.penalty', word: 'penalty_above_owed' }]), sent, say)
  expect([...penalty]).toEqual([['siti', [{ column: ' penalty 2', sentence: 'sentence of penalty_above_owed' }]]])
})
