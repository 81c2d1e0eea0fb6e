import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { cashFlowLineSchema } from '../../shared/contract/journal.ts'
import { cashFlows, type FlowLine } from '../../shared/rules/cash-flows.ts'
import { flowGroups } from '../../shared/statements/cash-flow-layout.ts'

const flows: Record<string, string> = {
  '13101': 'OP_LOAN_PRINCIPAL',
  '13401': 'OP_LOAN_INCOME',
  '15101': 'OP_SUPPLIERS',
  '18105': 'INV_FIXED_ASSETS',
  '18904': 'INV_FIXED_ASSETS',
  '41101': 'OP_LOAN_INCOME',
  '42101': 'OP_TRADE_MEMBERS',
  '48103': 'INV_FIXED_ASSETS',
  '51103': 'OP_SUPPLIERS',
}

/** `net` above zero is on the debit side. */
function line(account: string, net: number, overruled?: string): FlowLine {
  const sides = { debit: Math.max(net, 0), credit: Math.max(-net, 0) }
  return { account, ...sides, isCash: account.startsWith('11'), flow: flows[account] ?? null, overruled }
}

/** Sums by line of the statement. */
function byFlow(...lines: FlowLine[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { flow, amount } of cashFlows(lines)) sums[flow] = (sums[flow] ?? 0) + amount
  return sums
}

test('an instalment shows principal and interest apart', () => {
  const flow = byFlow(line('11101', 1_150_000), line('13101', -1_000_000), line('41101', -150_000))
  expect(flow).toEqual({ OP_LOAN_PRINCIPAL: 1_000_000, OP_LOAN_INCOME: 150_000 })
})

test('a sale that is partly owed brings what was paid, and its cost no money at all', () => {
  const sale = [line('11101', 60_00), line('14101', 40_00), line('42101', -100_00)]
  const cost = [line('51103', 70_00), line('15101', -70_00)]
  expect(byFlow(...sale, ...cost)).toEqual({ OP_OTHER: -40_00, OP_TRADE_MEMBERS: 100_00, OP_SUPPLIERS: 0 })
})

test('a thing that is sold brings its price, however much of it was written off', () => {
  const flow = byFlow(line('11101', 70_00), line('18904', 50_00), line('18105', -100_00), line('48103', -20_00))
  expect(flow).toEqual({ INV_FIXED_ASSETS: 70_00 })
})

test('money between cash accounts is no flow', () => {
  expect(byFlow(line('11101', -5_00), line('11201', 5_00))).toEqual({})
})

test('an entry without cash has no flow', () => {
  expect(cashFlows([line('13401', 5_00), line('41101', -5_00)])).toEqual([])
})

test('a line that names its flow goes there, whatever its account says', () => {
  expect(byFlow(line('11101', 5_00), line('41101', -5_00, 'FIN_BORROWINGS'))).toEqual({ FIN_BORROWINGS: 5_00 })
})

test('cash that names its flow takes it from the others in proportion', () => {
  const lines = [line('11101', 30_00, 'OP_TAX'), line('11201', 70_00), line('13101', -80_00), line('41101', -20_00)]
  expect(byFlow(...lines)).toEqual({ OP_TAX: 30_00, OP_LOAN_PRINCIPAL: 56_00, OP_LOAN_INCOME: 14_00 })
  const all = [line('11101', 100_00, 'OP_TAX'), line('13101', -80_00), line('41101', -20_00)]
  expect(byFlow(...all)).toEqual({ OP_TAX: 100_00 })
})

test('cash that names its flow in a mere transfer leaves the other side without a line of its own', () => {
  expect(byFlow(line('11101', 30_00, 'OP_TAX'), line('11201', -30_00))).toEqual({ OP_TAX: 30_00, OP_OTHER: -30_00 })
})

test('whatever an entry is, its flows add up to what cash gained', () => {
  const accounts = [...Object.keys(flows), '11101', '11201', '35101']
  const amount = fc.integer({ min: -9_000_000_00, max: 9_000_000_00 })
  const named = fc.option(fc.constantFrom('OP_TAX', 'FIN_BORROWINGS'), { nil: undefined })
  const entry = fc
    .array(fc.tuple(fc.constantFrom(...accounts), amount, named), { minLength: 1, maxLength: 8 })
    .map((lines) => [
      ...lines.map(([account, net, flow]) => line(account, net, flow)),
      line(
        '35101',
        lines.reduce((sum, [, net]) => sum - net, 0),
      ),
    ])
  fc.assert(
    fc.property(entry, (lines) => {
      const gained = lines.reduce((sum, { isCash, debit, credit }) => (isCash ? sum + debit - credit : sum), 0)
      expect(cashFlows(lines).reduce((sum, flow) => sum + flow.amount, 0)).toBe(gained)
    }),
  )
})

test('every line an account or an entry may name stands in the statement, so no money is lost from it', () => {
  const shown = new Set(flowGroups.flatMap(({ rows }) => rows.map(({ flow }) => flow)))
  expect(cashFlowLineSchema.options.filter((flow) => !shown.has(flow))).toEqual([])
  const line = { account: '52201', amount: 1_00, cashFlowLine: 'NONSENSE' }
  const spend = { requestId: 'r-1', date: '2026-01-05', cashAccount: '11101', description: 'Alat tulis', lines: [line] }
  expect(contract.cash.spend['~orpc'].inputSchema?.['~standard'].validate(spend)).toHaveProperty('issues')
})
