import { firstDayOfYear, lastDayOfYear } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import { turnoverPart, turnoverParts } from '../../../../shared/rules/turnover-parts.ts'
import { resultLineOf } from '../../../../shared/statements/report-lines.ts'
import type { Reader } from '../../db/tables.ts'
import { turnoverLines } from './turnover.ts'

type Composition = Answers['tax']['sheet']['composition']

/** What a year's turnover is made of, part by part and account by account, sen; parts without any are left out. */
export async function turnoverComposition(db: Reader, year: number): Promise<Composition> {
  const rows = await turnoverLines(db, firstDayOfYear(year), lastDayOfYear(year))
    .select(['a.code', 'a.name_id as name', 'a.type', 'a.report_line as reportLine'])
    .select((eb) => eb.fn.sum<number>(eb('l.credit', '-', eb.ref('l.debit'))).as('amount'))
    .groupBy('a.code')
    .orderBy('a.code')
    .execute()
  const byPart = Map.groupBy(rows, ({ code }) => turnoverPart(code))
  return turnoverParts.flatMap((part) => {
    const accounts = (byPart.get(part) ?? []).map(({ name, amount, ...account }) => ({
      ...{ account: account.code, name, line: resultLineOf(account), amount },
    }))
    return accounts.length === 0 ? [] : [{ part, amount: sumSen(accounts.map(({ amount }) => amount)), accounts }]
  })
}
