import { type ResultBalance, resultsByUnit } from '../../../../shared/rules/entries/year-closing.ts'
import { type Sen, sen, sumSen } from '../../../../shared/rules/money.ts'
import type { Reader } from '../../db/tables.ts'

/** What stands on income and costs at the end of a year, by account and unit in the order of the units; sen. */
export async function unclosedResults(db: Reader, year: number): Promise<ResultBalance[]> {
  const rows = await db
    .selectFrom('balance_year as b')
    .innerJoin('account as a', 'a.code', 'b.account')
    .innerJoin('unit as u', 'u.id', 'b.unit')
    .select((eb) => ['b.account', 'b.unit', eb.fn.sum<number>(eb('b.debit', '-', eb.ref('b.credit'))).as('net')])
    .where('a.type', 'in', ['income', 'expense'])
    .where('b.year', '<=', String(year))
    .groupBy(['b.unit', 'b.account'])
    .orderBy('u.sort')
    .orderBy('b.account')
    .execute()
  return rows.filter(({ net }) => net !== 0).map((row) => ({ ...row, net: sen(row.net) }))
}

/** What the whole cooperative earned, sen. */
export function resultOf(balances: readonly ResultBalance[]): Sen {
  return sumSen(resultsByUnit(balances).map(({ result }) => result))
}
