import { describe, expect, test } from 'vitest'
import { type AccountNature, accountProblem, nearestNeighbour } from '../../shared/rules/account-nature.ts'
import { defaultChart } from '../../shared/rules/default-chart.ts'

const bank: AccountNature = {
  code: '11202',
  type: 'asset',
  normal: 'debit',
  parent: '11000',
  postable: true,
  subledger: null,
  cashFlow: 'cash',
  cashFlowLine: null,
  reportLine: 'A01',
}

function problem(changes: Partial<AccountNature>) {
  const account = { ...bank, ...changes }
  return accountProblem(
    account,
    defaultChart.find(({ code }) => code === account.parent),
  )
}

test('a second bank account has its place in the chart', () => {
  expect(problem({})).toBeUndefined()
})

describe('what the chart forbids', () => {
  test.each<[string, Partial<AccountNature>, string, string]>([
    ['a code of another class', { code: '21999' }, 'code', 'code_of_other_class'],
    ['a heading that does not exist', { parent: '11900' }, 'parent', 'parent_unknown'],
    ['a heading that takes entries itself', { parent: '11101' }, 'parent', 'parent_not_heading'],
    ['a heading of another type', { parent: '21000' }, 'parent', 'parent_of_other_type'],
    ['a code outside its heading', { code: '12202' }, 'code', 'code_outside_parent'],
    ['cards of another type', { subledger: 'savings' }, 'subledger', 'subledger_of_other_type'],
    ['money that is not cash', { cashFlow: 'operating' }, 'cashFlow', 'cash_flow_of_other_type'],
    ['cash that is not money', { code: '14205', parent: '14000' }, 'cashFlow', 'cash_flow_of_other_type'],
    [
      'a class the program keeps',
      { code: '17104', parent: '17000', cashFlow: 'interunit' },
      'cashFlow',
      'cash_flow_of_other_type',
    ],
    ['a cash-flow line of another class', { cashFlowLine: 'OP_OTHER' }, 'cashFlowLine', 'cash_flow_line_unknown'],
    ['a statement line of another type', { reportLine: 'L01' }, 'reportLine', 'report_line_unknown'],
    ['no statement line', { reportLine: null }, 'reportLine', 'report_line_unknown'],
  ])('%s', (_, changes, field, reason) => {
    expect(problem(changes)).toEqual({ field, reason })
  })
})

describe('the neighbour a new account takes over from', () => {
  test.each([
    [{ code: '11202', normal: 'debit', parent: '11000' }, '11201'],
    [{ code: '52199', normal: 'debit', parent: '52000' }, '52104'],
    [{ code: '52599', normal: 'debit', parent: '52000' }, '52403'],
    [{ code: '52599', normal: 'debit', parent: '52000', cashFlow: 'none' }, '52501'],
    [{ code: '13999', normal: 'debit', parent: '13000' }, '13401'],
    [{ code: '13999', normal: 'credit', parent: '13000' }, '13901'],
    [{ code: '41001', normal: 'credit', parent: '41000' }, '41101'],
    [{ code: '34104', normal: 'credit', parent: '34000' }, '34103'],
  ] as const)('of %j is %s', (account, neighbour) => {
    expect(nearestNeighbour(account, defaultChart)?.code).toBe(neighbour)
  })

  test('a heading without accounts has none', () => {
    expect(nearestNeighbour({ code: '99101', normal: 'debit', parent: '99000' }, defaultChart)).toBeUndefined()
  })
})
