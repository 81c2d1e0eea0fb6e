import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { defaultChart } from '../../shared/rules/default-chart.ts'
import { programAccounts } from '../../shared/rules/program-accounts.ts'

const entries = new URL('../../shared/rules/entries/', import.meta.url)
const interUnit = new URL('../../electron/backend/ledger/inter-unit.ts', import.meta.url)

test('every account that a rule names by itself is kept in use', () => {
  const rules = readdirSync(entries).map((file) => readFileSync(new URL(file, entries), 'utf8'))
  const sources = [...rules, readFileSync(interUnit, 'utf8')].join('\n')
  const named = [...sources.matchAll(/'([1-9]\d{4})'/g)].map(([, code = '']) => code)
  expect(named.length).toBeGreaterThan(3)
  expect(named.filter((code) => !programAccounts.has(code))).toEqual([])
})

test('the accounts that are kept in use take entries', () => {
  const postable = new Set(defaultChart.filter((account) => account.postable).map(({ code }) => code))
  expect([...programAccounts].filter((code) => !postable.has(code))).toEqual([])
})
