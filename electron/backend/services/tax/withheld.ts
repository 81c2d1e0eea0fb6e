import { firstDayOfYear, lastDayOfMonth, yearOf } from '../../../../shared/calendar.ts'
import { prepaidTaxAccount } from '../../../../shared/rules/entries/trade-line.ts'
import type { Reader } from '../../db/tables.ts'
import { regimeOf } from './regime.ts'

/** What of a month's tax others withheld, sen. */
interface Withheld {
  /** Already taken off by entries of the month that stand. */
  readonly taken: number
  /** What may be taken off in all: withheld by the end of the month and used for no other. */
  readonly there: number
}

/**
 * What others withheld of the turnover up to a month and no other month took off. What was withheld in a year that was not
 * under the final tax belongs to the tax of that year and stays.
 */
async function withheldOf(db: Reader, month: string): Promise<Withheld> {
  const end = lastDayOfMonth(month)
  const from = await firstDayUnderFinalTax(db, yearOf(end))
  const rows = (await movesOf(db)).filter(({ date }) => date >= from)
  const sum = (own: typeof rows) => own.reduce((all, { net }) => all + net, 0)
  const taken = 0 - sum(rows.filter((row) => row.month === month))
  const byThen = sum(rows.filter((row) => (row.month === null ? row.date <= end : row.month < month)))
  const others = rows.filter((row) => row.month !== month)
  const days = [end, ...others.map(({ date }) => date).filter((date) => date > end)]
  const least = Math.min(...days.map((day) => sum(others.filter(({ date }) => date <= day))))
  return { taken, there: Math.max(0, Math.min(byThen, least)) }
}

/** What posting a month whose tax is `tax` takes off what is owed of it; below zero too much was taken off before, sen. */
export async function withheldNow(db: Reader, month: string, tax: number): Promise<number> {
  const { taken, there } = await withheldOf(db, month)
  return Math.min(tax, there) - taken
}

async function firstDayUnderFinalTax(db: Reader, year: number): Promise<string> {
  const { regime } = await regimeOf(db, year - 1)
  if (regime !== 'final_0_5') return regime === null ? '1900-01-01' : firstDayOfYear(year)
  return firstDayUnderFinalTax(db, year - 1)
}

/** By day, with the month whose tax an entry belongs to, or the entry it takes back did. */
function movesOf(db: Reader) {
  return db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .leftJoin('turnover_tax as t', (join) =>
      join.on((eb) => eb('t.entry_id', '=', eb.fn.coalesce('e.reverses_id', 'e.id'))),
    )
    .select(['l.entry_date as date', 't.month'])
    .select((eb) => eb.fn.sum<number>(eb('l.debit', '-', eb.ref('l.credit'))).as('net'))
    .where('l.account', '=', prepaidTaxAccount)
    .groupBy(['l.entry_date', 't.month'])
    .execute()
}
