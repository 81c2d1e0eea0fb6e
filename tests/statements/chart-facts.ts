import { defaultChart } from '../../shared/rules/default-chart.ts'
import type { Movement, StatementAccount } from '../../shared/statements/report-lines.ts'
import type { Row, Statement } from '../../shared/statements/statement.ts'

/** The default chart as statements see it. */
export const chartAccounts: StatementAccount[] = defaultChart
  .filter((account) => account.postable)
  .map(({ code, type, reportLine }) => ({ code, type, reportLine }))

/** A balance on the debit side where it is above zero, on the credit side where it is below. */
export function balance(account: string, net: number): Movement {
  return { account, debit: Math.max(net, 0), credit: Math.max(-net, 0) }
}

/** The row of a statement's line. */
export function rowOf(statement: Statement, line: string): Row {
  const row = statement.rows.find((one) => one.line === line)
  if (!row) throw new Error(`there is no line ${line}`)
  return row
}
