import { expect, test } from 'vitest'
import type { Movement, StatementAccount } from '../../shared/statements/report-lines.ts'
import { type SurplusFacts, surplus } from '../../shared/statements/surplus.ts'
import { balance, chartAccounts, rowOf } from './chart-facts.ts'

function statement(movements: Movement[], more: Partial<SurplusFacts> = {}) {
  return surplus({
    language: 'id',
    period: { from: '2026-01-01', to: '2026-12-31' },
    comparedPeriod: { from: '2025-01-01', to: '2025-12-31' },
    accounts: chartAccounts,
    current: { movements, comprehensive: [] },
    compared: { movements: [], comprehensive: [] },
    ...more,
  })
}

// The table of section 2 of the domain notes on reports; + adds to the surplus, - takes from it, (-) is a contra account.
const table = `H01 + 41101
H02 + 41102 41103 41104
H03 + 42101 42102(-)
H04 + 41201 42103 42104
H05 - 51101 51102
H06 - 51103
H07 - 51104
H11 + 43105
H12 + 43101 43102 43103(-)
H13 + 43104 43107
H14 - 51202 51203 51205 51206
H15 - 51201
H20 - 52101 52102 52103 52104
H21 - 52201 52202 52203 52204 52206 52207 52208 52209
H22 - 52401 52402 52403
H23 - 52301 52302 52303
H24 - 52501
H25 - 52601
H30 - 53101 53102 53104 53105 53106
H40 + 48101 48102 48103 48104 48105 48106 48107
H41 - 58101 58102 58103
H42 + 48201 48202
H43 - 58201
H50 - 59101 59102 59103`

const rows = table.split('\n').map((text) => {
  const [line = '', sign = '', ...accounts] = text.split(' ')
  return { line, sign: sign === '+' ? 1 : -1, accounts }
})

/** Every account of the table with an amount of its own, in sen. */
const everything = rows.flatMap(({ sign, accounts }) =>
  accounts.map((account) => {
    const amount = Number(account.slice(0, 5)) * (account.endsWith('(-)') ? -1 : 1)
    return { account: account.slice(0, 5), amount, net: -sign * amount }
  }),
)
const movements = everything.map(({ account, net }) => balance(account, net))
const amountOf = (...lines: string[]) =>
  rows
    .filter(({ line }) => lines.includes(line))
    .flatMap(({ accounts }) => accounts.map((account) => everything.find((one) => account.startsWith(one.account))))
    .reduce((sum, one) => sum + (one?.amount ?? 0), 0)

test.each(rows)('$line holds its accounts, each positive on its own side', ({ line, accounts }) => {
  const row = rowOf(statement(movements), line)
  expect(row.current).toBe(amountOf(line))
  expect(row.accounts).toBe(
    accounts
      .map((account) => account.slice(0, 5))
      .sort()
      .join(' '),
  )
})

test('every total is what the regulation makes it of', () => {
  const t1 = amountOf('H01', 'H02', 'H03', 'H04')
  const t2 = t1 - amountOf('H05', 'H06', 'H07')
  const t3 = amountOf('H11', 'H12', 'H13')
  const t4 = t3 - amountOf('H14') - amountOf('H15')
  const t5 = t2 + t4
  const t6 = t5 - amountOf('H20', 'H21', 'H22', 'H23', 'H24', 'H25')
  const t7 = t6 - amountOf('H30')
  const t8 = t7 + amountOf('H40') - amountOf('H41') + amountOf('H42') - amountOf('H43')
  const t9 = t8 - amountOf('H50')
  const made = statement(movements)
  const totals = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10'].map((line) => rowOf(made, line).current)
  expect(totals).toEqual([t1, t2, t3, t4, t5, t6, t7, t8, t9, t9])
  expect(made.totals).toEqual({
    grossParticipation: t1,
    netParticipation: t2,
    nonMemberGrossProfit: t4,
    grossSurplus: t5,
    surplusBeforeTax: t8,
    surplus: t9,
    income: everything.filter(({ account }) => account < '50000').reduce((sum, { net }) => sum - net, 0),
    expense: everything.filter(({ account }) => account >= '50000').reduce((sum, { net }) => sum + net, 0),
  })
  expect(made.totals.surplus).toBe((made.totals.income ?? 0) - (made.totals.expense ?? 0))
})

test('lines and totals stand in the order of the regulation', () => {
  const order = statement([]).rows.map((row) => row.line ?? '-')
  expect(order.join(' ')).toBe(
    '- H01 H02 H03 H04 T1 H05 H06 H07 T2 - H11 H12 H13 T3 H14 H15 T4 T5 ' +
      'H20 H21 H22 H23 H24 H25 T6 H30 T7 H40 H41 H42 H43 T8 H50 T9 H60 T10',
  )
})

test('other comprehensive income adds to the last total and not to the surplus', () => {
  const made = statement([balance('48106', -100_00)], {
    current: { movements: [balance('48106', -100_00)], comprehensive: [balance('36201', -30_00)] },
  })
  expect([rowOf(made, 'T9').current, rowOf(made, 'H60').current, rowOf(made, 'T10').current]).toEqual([
    100_00, 30_00, 130_00,
  ])
  expect(made.totals.surplus).toBe(100_00)
})

test.each([
  ['income', null, 'H40'],
  ['income', 'A01', 'H40'],
  ['expense', 'X', 'H41'],
  ['expense', 'H20', 'H20'],
] as const)('an account of type %s whose line is %s stands in %s and is in the surplus', (type, reportLine, line) => {
  const own: StatementAccount = { code: '49999', type, reportLine }
  const sign = type === 'income' ? 1 : -1
  const made = statement([balance('49999', -sign * 70_00)], { accounts: [...chartAccounts, own] })
  expect(rowOf(made, line).current).toBe(70_00)
  expect(made.totals.surplus).toBe(sign * 70_00)
})

test('balances of the other statement do not reach this one', () => {
  expect(statement([balance('11101', 500_00), balance('31101', -500_00)]).totals.surplus).toBe(0)
})

test('a whole year is headed by its number, another period by its name', () => {
  expect(statement([]).columns.map((column) => column.title)).toEqual(['Uraian', 'Catatan', '2026', '2025'])
  const month = statement([], {
    period: { from: '2026-01-01', to: '2026-01-31' },
    comparedPeriod: { from: '2025-01-01', to: '2025-01-31' },
  })
  expect(month.columns.slice(2).map((column) => column.title)).toEqual(['Januari 2026', 'Januari 2025'])
  expect([month.subtitle, month.label]).toEqual(['Januari 2026', '2026-01'])
})
