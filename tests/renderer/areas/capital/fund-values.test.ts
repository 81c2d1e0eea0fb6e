import { expect, test } from 'vitest'
import {
  createInput,
  emptyFund,
  fundField,
  fundValues,
  updateInput,
  withRow,
} from '../../../../renderer/areas/capital/funds/fund-values.ts'

const agreed = {
  ...{ fundId: 'f', number: 'D-001', name: 'Pelatihan', donor: 'Yayasan', purpose: 'Pelatihan keuangan' },
  ...{ treatment: 'activity' as const, agreementNumber: null, from: '2026-01-01', to: '2026-12-31' },
  ...{ cashAccount: '11203', restriction: 'Hanya perempuan', active: true },
  ...{ planned: 5_00, received: 0, spent: 0, refunded: 0, balance: 0, revolving: null },
  budget: [{ budgetLineId: 'b1', name: 'Narasumber', planned: 5_00, spent: 0, left: 5_00 }],
}

test('an agreement comes back as it was filled in, with an empty budget line to go on', () => {
  const values = fundValues(agreed)
  expect(values.budget).toEqual([
    { budgetLineId: 'b1', name: 'Narasumber', amount: 5_00 },
    { name: '', amount: null },
  ])
  expect(updateInput(values)).toEqual({
    ...{ name: 'Pelatihan', donor: 'Yayasan', purpose: 'Pelatihan keuangan', from: '2026-01-01', to: '2026-12-31' },
    ...{ cashAccount: '11203', active: true, agreementNumber: null, restriction: 'Hanya perempuan' },
    budget: [{ budgetLineId: 'b1', name: 'Narasumber', amount: 5_00 }],
  })
})

test('a budget line that was agreed is never left out, and a new one follows it', () => {
  const values = fundValues(agreed)
  const emptied = { ...values, budget: withRow(values.budget, 0, { name: '', amount: null }) }
  expect(updateInput(emptied).budget).toEqual([{ budgetLineId: 'b1', name: '' }])
  const grown = { ...values, budget: withRow(values.budget, 1, { name: 'Konsumsi', amount: 2_00 }) }
  expect(grown.budget).toHaveLength(3)
  expect(updateInput(grown).budget).toEqual([
    { budgetLineId: 'b1', name: 'Narasumber', amount: 5_00 },
    { name: 'Konsumsi', amount: 2_00 },
  ])
})

test('a problem stands beside the row it is about, though empty rows before it were not sent', () => {
  const rows = [
    { name: 'Narasumber', amount: 5_00 },
    { name: '', amount: null },
    { name: 'Konsumsi', amount: null },
    { name: '', amount: null },
  ]
  const values = { ...emptyFund('2026-11-20'), budget: rows }
  expect(createInput(values).budget).toEqual([{ name: 'Narasumber', amount: 5_00 }, { name: 'Konsumsi' }])
  expect(fundField('budget.1.amount', values)).toBe('budget.2.amount')
  expect(fundField('to', values)).toBe('to')
})
