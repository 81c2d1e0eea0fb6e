import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { accountProblem } from '../../shared/rules/account-nature.ts'
import { defaultChart } from '../../shared/rules/default-chart.ts'
import { separatedValues } from '../../shared/rules/separated-values.ts'

const file = readFileSync(new URL('./chart-of-accounts.csv', import.meta.url), 'utf8')
const [headings = [], ...rows] = separatedValues(file).rows

/** A program's account as the columns of the chart file. */
const columns: Readonly<Record<string, (account: (typeof defaultChart)[number]) => string>> = {
  code: ({ code }) => code,
  name_id: ({ nameId }) => nameId,
  name_en: ({ nameEn }) => nameEn,
  type: ({ type }) => type,
  normal: ({ normal }) => normal,
  parent: ({ parent }) => parent ?? '',
  postable: ({ postable }) => (postable ? 'yes' : 'no'),
  subledger: ({ subledger }) => subledger ?? '',
  cash_flow: ({ cashFlow }) => cashFlow,
  cash_flow_line: ({ cashFlowLine }) => cashFlowLine ?? '',
  report_line: ({ reportLine }) => reportLine ?? '',
  note: ({ note }) => note ?? '',
}

test('the chart file has the columns that the program knows', () => {
  expect(headings).toEqual(Object.keys(columns))
  expect(rows.length).toBeGreaterThan(200)
})

test.each(Object.keys(columns))('the default chart and the chart file agree in the column %s', (column) => {
  const place = headings.indexOf(column)
  const inFile = rows.map((row) => [row[0], row[place]])
  const inProgram = defaultChart.map((account) => [account.code, columns[column]?.(account)])
  expect(inProgram).toEqual(inFile)
})

test('every account below a heading stands where a new account would be allowed to stand', () => {
  const byCode = new Map(defaultChart.map((account) => [account.code, account]))
  const problems = defaultChart
    .filter(({ parent, cashFlow }) => parent !== null && cashFlow !== 'interunit')
    .map((account) => [account.code, accountProblem(account, byCode.get(account.parent ?? ''))])
  expect(problems.filter(([, problem]) => problem !== undefined)).toEqual([])
})
